/*
 * Headers while they are planned: their lines are gathered with their pieces, and the lines that may belong
 * to one are told from content: short lines with dates, marked names, labels, a plain line above a date.
 * Linear in the lines; what was found of a block is kept with it.
 */
#include "plan_parts.h"

#include "base/text.h"

#include <string.h>

struct cvd_header *cvd_plan_header(struct cvd_plan *plan, struct cvd_block *block, const char *shape)
{
	struct cvd_header *header = CVD_NEW(plan->reader->scratch, struct cvd_header);

	header->type = plan->type;
	header->shape = shape;
	if (block->header)
		block->header->last->beside = header;
	else
		block->header = header;
	block->header->last = header;
	block->part = CVD_PART_ENTRY;
	CVD_PUSH(plan->reader->scratch, &plan->headers, header);
	return header;
}

/* Room for `more` items behind the `len` ones. */
static void *make_room(struct cvd_arena *scratch, void *items, size_t len, size_t more, size_t *cap,
		       size_t item_size)
{
	size_t needed = len + more;
	void *grown;

	if (needed <= *cap)
		return items;
	*cap = len ? 2 * needed : needed; /* most headers have one line */
	grown = cvd_arena_alloc(scratch, *cap * item_size);
	if (len)
		memcpy(grown, items, len * item_size);
	return grown;
}

void cvd_plan_add(struct cvd_plan *plan, struct cvd_header *header, struct cvd_header_line line,
		  const struct cvd_cut *cut)
{
	struct cvd_arena *scratch = plan->reader->scratch;
	size_t rows = header->piece_count ? header->pieces[header->piece_count - 1].row + 1u : 0;

	header->pieces = make_room(scratch, header->pieces, header->piece_count, cut->count,
				   &header->piece_cap, sizeof *header->pieces);
	header->lines = make_room(scratch, header->lines, header->line_count, 1, &header->line_cap,
				  sizeof *header->lines);
	for (size_t i = 0; i < cut->count; i++) {
		struct cvd_piece *piece = &header->pieces[header->piece_count++];

		*piece = cut->pieces[i];
		piece->row += (uint16_t)rows;
		piece->above = line.above;
		piece->told = line.told;
	}
	header->lines[header->line_count++] = line;
	if (line.block->part == CVD_PART_NONE && !line.above)
		line.block->part = CVD_PART_LINE;
}

void cvd_plan_add_block(struct cvd_plan *plan, struct cvd_header *header, struct cvd_block *block)
{
	const struct cvd_cut *cut = cvd_pieces_cut(plan->reader, block);

	cvd_plan_add(plan, header, (struct cvd_header_line){.block = block, .to = cut->end}, cut);
}

void cvd_plan_add_above(struct cvd_plan *plan, struct cvd_header *header, struct cvd_above *above)
{
	for (size_t i = 0; i < above->count; i++) {
		struct cvd_block *block = above->blocks[i];
		const struct cvd_cut *cut = cvd_pieces_cut(plan->reader, block);

		cvd_plan_add(
			plan, header,
			(struct cvd_header_line){
				.block = block, .to = cut->end, .above = true, .told = above->told},
			cut);
	}
	above->told = true;
}

/* --- what may belong to a header ------------------------------------------------------------------ */

bool cvd_plan_is_label(const struct cvd_block *block)
{
	const struct cvd_span *span = block->spans;

	return block->span_count && (span->style & (CVD_SPAN_STRONG | CVD_SPAN_EMPHASIS)) &&
	       span->start == 0 && span->len == block->text.len && block->next &&
	       block->next->kind == CVD_BLOCK_LIST;
}

static bool stands_above_list(const struct cvd_block *block)
{
	return block && block->kind == CVD_BLOCK_PARAGRAPH && block->text.len && block->next &&
	       block->next->kind == CVD_BLOCK_LIST;
}

/* A title or a label of the tables: `Main tasks`. */
static bool is_known_label(struct cvd_reader *reader, const struct cvd_block *block)
{
	return cvd_lexicon_label(reader->scratch, block->text) != CVD_LABEL_NONE ||
	       cvd_lexicon_section(reader->scratch, block->text).known;
}

bool cvd_plan_names_lists(struct cvd_reader *reader, const struct cvd_block *block)
{
	return stands_above_list(block) && stands_above_list(block->next->next) &&
	       !is_known_label(reader, block) && !is_known_label(reader, block->next->next);
}

#define NAMING                                                                                     \
	(CVD_WORD_TITLE | CVD_WORD_DEGREE | CVD_WORD_SCHOOL | CVD_WORD_COMPANY | CVD_WORD_PLACE |  \
	 CVD_WORD_TERMS)
#define PLAIN_LINE_WORDS 12
#define PLACE_WORDS 8
#define INDENTED_WORDS 16
#define POST_WORDS 5
#define LINES_AFTER 3  /* paragraphs of a header, at most */
#define ABBREVIATION 4 /* letters in front of a full stop that ends no sentence: `Corp.`, `B.V.` */

struct cvd_block *cvd_plan_line_below(const struct cvd_block *block)
{
	struct cvd_block *next = block->next;

	if (!next && block->parent && block->parent->kind == CVD_BLOCK_QUOTE)
		next = block->parent->next;
	return next && next->kind == CVD_BLOCK_QUOTE ? next->first_child : next;
}

bool cvd_plan_ends_statement(struct cvd_str text)
{
	size_t at = text.len;

	if (!cvd_str_ends_with(text, CVD_STR(".")))
		return false;
	while (at > 0 && !cvd_reader_is_space(text.ptr[at - 1]))
		at--;
	return text.len - at > ABBREVIATION + 1;
}

/* A short line with a dated one right below it. */
static bool leads_to_date(struct cvd_plan *plan, struct cvd_block *block)
{
	struct cvd_block *next = cvd_plan_line_below(block);

	return next && next->kind == CVD_BLOCK_PARAGRAPH && block->text.len &&
	       cvd_reader_count_words(block->text) <= PLAIN_LINE_WORDS &&
	       !cvd_plan_ends_statement(block->text) && cvd_pieces_cut(plan->reader, next)->dated;
}

/* Takes the plain line as it stands. */
static void take_plain(struct cvd_plan *plan, struct cvd_block *line)
{
	line->cut = CVD_NEW(plan->reader->scratch, struct cvd_cut);
	*line->cut = cvd_pieces_of(plan->reader, line, 0, line->text.len, false);
	line->cut->leads = true;
}

/* A plain line that says the post, where the heading says none. */
static bool is_post(struct cvd_plan *plan, struct cvd_block *heading, struct cvd_block *line)
{
	const unsigned post = CVD_WORD_TITLE | CVD_WORD_DEGREE;
	struct cvd_words words;

	if ((cvd_pieces_cut(plan->reader, heading)->classes & post) ||
	    cvd_reader_count_words(line->text) > POST_WORDS ||
	    cvd_plan_ends_statement(line->text) || cvd_plan_names_lists(plan->reader, line) ||
	    cvd_str_find(line->text, CVD_STR("。"), 0) != SIZE_MAX)
		return false;
	words = cvd_lexicon_words(plan->reader->scratch, line->text);
	return (words.whole | words.first | words.last) & CVD_WORD_TITLE;
}

/* `Nordlys AS, Oslo` between a dated post and the list of what was done there. */
static bool is_employer(struct cvd_plan *plan, struct cvd_block *post, struct cvd_block *line)
{
	const unsigned employers = CVD_WORD_COMPANY | CVD_WORD_SCHOOL;
	const struct cvd_cut *cut = cvd_pieces_cut(plan->reader, post);
	struct cvd_words words;

	if (post->kind != CVD_BLOCK_PARAGRAPH || !(cut->classes & CVD_WORD_TITLE) || !line->next ||
	    line->next->kind != CVD_BLOCK_LIST ||
	    cvd_reader_count_words(line->text) > PLAIN_LINE_WORDS ||
	    cvd_plan_ends_statement(line->text) || cvd_plan_names_lists(plan->reader, line))
		return false;
	for (size_t i = 0; i < cut->count; i++)
		if (cut->pieces[i].words.last & (employers | CVD_WORD_PLACE))
			return false;
	words = cvd_lexicon_words(plan->reader->scratch, line->text);
	return (words.last & CVD_WORD_PLACE) ||
	       ((words.whole | words.first | words.last) & employers);
}

/* `*Engineer*. I built …` below the dates: the post stands in front of what was done. Takes it. */
static bool takes_post(struct cvd_plan *plan, struct cvd_block *heading, struct cvd_block *line)
{
	const unsigned post = CVD_WORD_TITLE | CVD_WORD_DEGREE;
	const struct cvd_span *span = line->spans;
	struct cvd_words words;
	size_t end;

	if (!line->span_count || span->start ||
	    !(span->style & (CVD_SPAN_STRONG | CVD_SPAN_EMPHASIS)) ||
	    (cvd_pieces_cut(plan->reader, heading)->classes & post))
		return false;
	end = span->len;
	if (end >= line->text.len || !strchr(".:,", line->text.ptr[end]) ||
	    cvd_reader_count_words(cvd_str_sub(line->text, 0, end)) > PLAIN_LINE_WORDS)
		return false;
	words = cvd_lexicon_words(plan->reader->scratch, cvd_str_sub(line->text, 0, end));
	if (!((words.whole | words.first | words.last) & CVD_WORD_TITLE))
		return false;
	line->cut = CVD_NEW(plan->reader->scratch, struct cvd_cut);
	*line->cut = cvd_pieces_of(plan->reader, line, 0, end, false);
	return true;
}

/* Indented like code, right below a heading: what follows the post there. */
static bool is_indented(const struct cvd_plan *plan, const struct cvd_block *line)
{
	struct cvd_str source = cvd_outline_source(&plan->reader->outline, plan->reader->source,
						   line->line, line->line);

	return (cvd_str_starts_with(source, CVD_STR("    ")) ||
		cvd_str_starts_with(source, CVD_STR("\t"))) &&
	       line->line == line->end_line && cvd_reader_count_words(line->text) <= INDENTED_WORDS;
}

/* The line below; a sentence in front of the line of dates is content. */
static struct cvd_block *first_line(struct cvd_plan *plan, const struct cvd_block *block)
{
	struct cvd_block *next = cvd_plan_line_below(block), *below;
	const struct cvd_cut *cut;

	if (!next || next->kind != CVD_BLOCK_PARAGRAPH || next->part != CVD_PART_NONE ||
	    cvd_pieces_cut(plan->reader, next)->end || leads_to_date(plan, next))
		return next;
	below = cvd_plan_line_below(next);
	if (!below || below->kind != CVD_BLOCK_PARAGRAPH || below->part != CVD_PART_NONE)
		return next;
	cut = cvd_pieces_cut(plan->reader, below);
	return cut->ranged && !cut->several && cut->end == below->text.len &&
			       (cut->only_dated ||
				(cut->pieces[0].dated && cut->count == 2 && cut->pieces[1].inner))
		       ? below
		       : next;
}

/* Dates, perhaps with a place: who and as what stands below. */
static bool is_bare(const struct cvd_cut *cut)
{
	size_t others = 0;

	for (size_t i = 0; i < cut->count; i++)
		others += !cut->pieces[i].dated;
	return cut->ranged && (!others || cut->pieces[0].dated) &&
	       !(cut->classes &
		 (CVD_WORD_TITLE | CVD_WORD_DEGREE | CVD_WORD_SCHOOL | CVD_WORD_COMPANY));
}

/* `**Lead Engineer**`: a marked line that says the post, where none of those above it says one. */
static bool is_marked_post(struct cvd_plan *plan, struct cvd_block *block, struct cvd_block **lines,
			   size_t count, const struct cvd_block *line)
{
	const unsigned post = CVD_WORD_TITLE | CVD_WORD_DEGREE;
	const struct cvd_cut *cut = line->cut;
	unsigned above = cvd_pieces_cut(plan->reader, block)->classes;

	for (size_t i = 0; i < count; i++)
		above |= lines[i]->cut->classes;
	if ((above & post) || cut->dated || !cut->marked || cut->rows > 1 ||
	    cut->end != line->text.len || plan->type == CVD_SECTION_PROJECTS ||
	    cvd_reader_count_words(line->text) > PLAIN_LINE_WORDS ||
	    cvd_plan_names_lists(plan->reader, line))
		return false;
	return ((cut->pieces[0].words.first | cut->pieces[0].words.last) & CVD_WORD_TITLE) &&
	       cvd_lexicon_label(plan->reader->scratch, line->text) == CVD_LABEL_NONE;
}

/* A line with fields among the lines of a header, of which `count` stand above it. */
static bool takes_line(const struct cvd_block *line, const struct cvd_cut *cut, size_t count,
		       bool found, bool bare)
{
	if (cvd_plan_is_label(line) && !(cut->dated && !found) &&
	    !(bare && !count && (cut->classes & (CVD_WORD_TITLE | CVD_WORD_COMPANY))))
		return false;
	if (cut->labelled || (cut->dated && !found))
		return true;
	return !count && !cut->dated && cut->marked && (cut->classes & NAMING);
}

/* The text of an item that has nothing else. */
static struct cvd_block *lone_text(const struct cvd_block *item)
{
	struct cvd_block *text = item ? item->first_child : NULL;

	return text && !text->next && text->kind == CVD_BLOCK_PARAGRAPH ? text : NULL;
}

#define WHEN_WORDS 10 /* of a date or a place */

/* It is a date or a place, and nothing else. */
static bool tells_when_or_where(struct cvd_plan *plan, struct cvd_block *text, bool *dated)
{
	const struct cvd_cut *cut;

	if (cvd_reader_count_words(text->text) > WHEN_WORDS)
		return false; /* most items are statements, which nobody need cut */
	cut = cvd_pieces_cut(plan->reader, text);
	*dated = cut->only_dated && cut->end == text->text.len;
	return *dated ||
	       (cvd_lexicon_words(plan->reader->scratch, text->text).whole & CVD_WORD_PLACE);
}

/* `- BSc Physics` below a school that says no degree. */
static bool tells_degree(struct cvd_plan *plan, const struct cvd_block *heading,
			 const struct cvd_block *text)
{
	unsigned classes = cvd_pieces_cut(plan->reader, (struct cvd_block *)heading)->classes;
	struct cvd_words words;

	if (plan->type != CVD_SECTION_EDUCATION || !(classes & CVD_WORD_SCHOOL) ||
	    (classes & CVD_WORD_DEGREE) || cvd_reader_count_words(text->text) > WHEN_WORDS ||
	    cvd_plan_ends_statement(text->text))
		return false;
	words = cvd_lexicon_words(plan->reader->scratch, text->text);
	return (words.whole | words.first) & CVD_WORD_DEGREE;
}

/* The first items of a list below a heading may be its dates and its place, or the degree. */
static size_t items_after(struct cvd_plan *plan, const struct cvd_block *heading,
			  struct cvd_block **lines, bool *found)
{
	const struct cvd_block *list = heading->next;
	size_t count = 0, places = 0, degrees = 0;
	bool told = *found;

	for (struct cvd_block *item = list->first_child; item && count < LINES_AFTER;
	     item = item->next) {
		struct cvd_block *text = lone_text(item);
		bool dated = false, degree;

		if (!text || text->part != CVD_PART_NONE)
			break;
		degree = !degrees && tells_degree(plan, heading, text);
		if (!degree && (told || !tells_when_or_where(plan, text, &dated) ||
				(dated ? *found : places > 0)))
			break;
		*found |= dated;
		degrees += degree;
		places += !dated && !degree;
		lines[count++] = text;
	}
	if (!*found && !degrees)
		return 0;
	for (size_t i = 0; i < count; i++)
		take_plain(plan, lines[i]);
	return count;
}

/* `Lyon Area, France` below a line that tells little but the dates. */
static bool is_place_line(struct cvd_plan *plan, const struct cvd_block *block,
			  const struct cvd_cut *above)
{
	struct cvd_words words;

	if (!above || !above->dated || above->end != above->pieces[0].block->text.len ||
	    (above->classes & (NAMING & ~(unsigned)(CVD_WORD_PLACE | CVD_WORD_TERMS))) ||
	    cvd_reader_count_words(block->text) > PLACE_WORDS || cvd_plan_is_label(block) ||
	    (block->text.len && block->text.ptr[block->text.len - 1] == '.'))
		return false;
	words = cvd_lexicon_words(plan->reader->scratch, block->text);
	return (words.last & CVD_WORD_PLACE) &&
	       !(words.any & (NAMING & ~(unsigned)(CVD_WORD_PLACE | CVD_WORD_TERMS)));
}

size_t cvd_plan_lines_after(struct cvd_plan *plan, struct cvd_block *block, bool dated,
			    struct cvd_block **lines, bool *found)
{
	struct cvd_block *next = dated ? cvd_plan_line_below(block) : first_line(plan, block);
	bool bare = is_bare(cvd_pieces_cut(plan->reader, block));
	size_t count = 0;

	*found = dated;
	if (block->kind == CVD_BLOCK_HEADING && block->next && block->next->kind == CVD_BLOCK_LIST)
		return items_after(plan, block, lines, found);
	for (; next && next->kind == CVD_BLOCK_PARAGRAPH && count < LINES_AFTER;
	     next = cvd_plan_line_below(next)) {
		const struct cvd_cut *cut = cvd_pieces_cut(plan->reader, next);
		bool whole = cut->end == next->text.len;

		if (cut->several || next->part != CVD_PART_NONE)
			break;
		if (count && is_place_line(plan, next, lines[count - 1]->cut)) {
			take_plain(plan, next);
			lines[count++] = next;
			break;
		}
		if (cut->end == 0 && *found && !count && takes_post(plan, block, next)) {
			whole = false;
		} else if (cut->end == 0) {
			if (*found ? !is_post(plan, block, next) &&
					     (count || !is_employer(plan, block, next)) &&
					     (count || block->kind != CVD_BLOCK_HEADING ||
					      !is_indented(plan, next))
				   : !leads_to_date(plan, next))
				break;
			take_plain(plan, next);
		} else if (cut->leads) {
			whole = true;
		} else if (!takes_line(next, cut, count, *found, bare) &&
			   !(*found && is_marked_post(plan, block, lines, count, next))) {
			break;
		}
		lines[count++] = next;
		*found |= cut->dated;
		if (!whole && !next->cut->leads)
			break;
	}
	return count;
}

#define ITEM_LINE_WORDS 12
#define ITEM_DATE_WORDS 6
#define ITEM_LINES 3

/* `**Acme**` above `- Engineer`, `- 2019 – 2021`: items that say no more than a header does. The last of
 * them begins with its date. */
size_t cvd_plan_items_after(struct cvd_plan *plan, const struct cvd_block *block,
			    struct cvd_block **lines)
{
	const struct cvd_block *list = cvd_plan_line_below(block);
	size_t count = 0;

	if (!list || list->kind != CVD_BLOCK_LIST)
		return 0;
	for (struct cvd_block *item = list->first_child; item && count < ITEM_LINES;
	     item = item->next) {
		struct cvd_block *text = item->first_child;
		struct cvd_cut cut;

		if (!text || text->kind != CVD_BLOCK_PARAGRAPH || text->next || !text->text.len ||
		    cvd_reader_count_words(text->text) > ITEM_LINE_WORDS)
			return 0;
		cut = cvd_pieces_of(plan->reader, text, 0, text->text.len, false);
		lines[count++] = text;
		if (!cut.dated)
			continue;
		return cut.pieces[0].dated && cvd_reader_count_words(text->text) <= ITEM_DATE_WORDS
			       ? count
			       : 0;
	}
	return 0;
}

void cvd_plan_add_whole(struct cvd_plan *plan, struct cvd_header *header, struct cvd_block *block)
{
	block->cut = CVD_NEW(plan->reader->scratch, struct cvd_cut);
	*block->cut = cvd_pieces_of(plan->reader, block, 0, block->text.len, false);
	cvd_plan_add_block(plan, header, block);
}
