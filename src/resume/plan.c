/*
 * Before anything is built, the document as a whole says what its blocks are: which heading is the name,
 * which level or which lines begin sections, and then, section by section, what begins an entry. Levels
 * of headings are hints. Entries are looked for among the headings of a section first (plan_headings.c),
 * among its paragraphs, lists, definitions and tables else (plan_body.c).
 *
 * Linear: each block is cut into pieces once, and each section is passed over a fixed number of times.
 */
#include "plan_parts.h"

#include "base/text.h"

#include <string.h>

/* A longer line is no title of a section. */
#define SECTION_LINE_WORDS 8
#define NAME_WORDS 6

struct cvd_block *cvd_plan_next(struct cvd_block *block)
{
	if ((block->kind == CVD_BLOCK_QUOTE || block->kind == CVD_BLOCK_HIDDEN) &&
	    block->first_child)
		return block->first_child;
	while (block && !block->next)
		block = block->parent;
	return block ? block->next : NULL;
}

static bool is_hidden(const struct cvd_block *block)
{
	for (block = block->parent; block; block = block->parent)
		if (block->kind == CVD_BLOCK_HIDDEN)
			return true;
	return false;
}

/* --- headers ------------------------------------------------------------------------------------ */

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

#define NAMING                                                                                     \
	(CVD_WORD_TITLE | CVD_WORD_DEGREE | CVD_WORD_SCHOOL | CVD_WORD_COMPANY | CVD_WORD_PLACE |  \
	 CVD_WORD_TERMS)
#define PLAIN_LINE_WORDS 12
#define PLACE_WORDS 8
#define INDENTED_WORDS 16
#define POST_WORDS 5
#define LINES_AFTER 3  /* paragraphs of a header, at most */
#define ABBREVIATION 4 /* letters in front of a full stop that ends no sentence: `Corp.`, `B.V.` */

/* The block below, in a quote or out of it. */
static struct cvd_block *line_below(const struct cvd_block *block)
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
	while (at > 0 && text.ptr[at - 1] != ' ')
		at--;
	return text.len - at > ABBREVIATION + 1;
}

/* A short line with a dated one right below it. */
static bool leads_to_date(struct cvd_plan *plan, struct cvd_block *block)
{
	struct cvd_block *next = line_below(block);

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
	    cvd_reader_count_words(line->text) > POST_WORDS || cvd_plan_ends_statement(line->text) ||
	    cvd_str_find(line->text, CVD_STR("。"), 0) != SIZE_MAX)
		return false;
	words = cvd_lexicon_words(plan->reader->scratch, line->text);
	return (words.whole | words.first | words.last) & CVD_WORD_TITLE;
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
	struct cvd_block *next = line_below(block), *below;
	const struct cvd_cut *cut;

	if (!next || next->kind != CVD_BLOCK_PARAGRAPH || next->part != CVD_PART_NONE ||
	    cvd_pieces_cut(plan->reader, next)->end || leads_to_date(plan, next))
		return next;
	below = line_below(next);
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

/* The first items of a list below a heading may be its dates and its place. */
static size_t items_after(struct cvd_plan *plan, const struct cvd_block *list,
			  struct cvd_block **lines, bool *found)
{
	size_t count = 0, places = 0;
	bool dated = false;

	for (struct cvd_block *item = list->first_child; item && count < 2; item = item->next) {
		struct cvd_block *text = lone_text(item);

		if (!text || text->part != CVD_PART_NONE ||
		    !tells_when_or_where(plan, text, &dated) || (dated ? *found : places > 0))
			break;
		*found |= dated;
		places += !dated;
		lines[count++] = text;
	}
	if (!*found)
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
	struct cvd_block *next = dated ? line_below(block) : first_line(plan, block);
	bool bare = is_bare(cvd_pieces_cut(plan->reader, block));
	size_t count = 0;

	*found = dated;
	if (!dated && block->kind == CVD_BLOCK_HEADING && block->next &&
	    block->next->kind == CVD_BLOCK_LIST)
		return items_after(plan, block->next, lines, found);
	for (; next && next->kind == CVD_BLOCK_PARAGRAPH && count < LINES_AFTER;
	     next = line_below(next)) {
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
					     (count || block->kind != CVD_BLOCK_HEADING ||
					      !is_indented(plan, next))
				   : !leads_to_date(plan, next))
				break;
			take_plain(plan, next);
		} else if (cut->leads) {
			whole = true;
		} else if (!takes_line(next, cut, count, *found, bare)) {
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
	const struct cvd_block *list = line_below(block);
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

/* --- the name ----------------------------------------------------------------------------------- */

static bool is_heading(const struct cvd_block *block)
{
	return block->kind == CVD_BLOCK_HEADING && block->text.len && !is_hidden(block);
}

struct cvd_title_reading cvd_plan_title(struct cvd_reader *reader, struct cvd_block *block)
{
	if (!block->title) {
		block->title = CVD_NEW(reader->scratch, struct cvd_title_reading);
		*block->title = cvd_lexicon_section(reader->scratch, block->text);
	}
	return *block->title;
}

static struct cvd_title_reading title_of(struct cvd_plan *plan, struct cvd_block *block)
{
	return cvd_plan_title(plan->reader, block);
}

/* As high as the sections, but it begins the document, is short, undated and no post. */
static bool is_name_like(struct cvd_plan *plan, struct cvd_block *block)
{
	const struct cvd_cut *cut = cvd_pieces_cut(plan->reader, block);

	return !cut->dated && cvd_reader_count_words(block->text) <= NAME_WORDS;
}

static bool is_person_like(struct cvd_plan *plan, struct cvd_block *block)
{
	return is_name_like(plan, block) && !cvd_pieces_cut(plan->reader, block)->classes;
}

/* The first heading is the name, or names the document, if its title is no section's and no later
 * heading is above it. Of those beside it one may be the headline, where sections stand deeper. */
static struct cvd_block *find_name(struct cvd_plan *plan)
{
	struct cvd_block *first = NULL;
	struct cvd_title_reading title;
	size_t deeper = 0, same = 0, beside = 0, sections = 0;

	for (size_t i = 0; i < plan->top_count; i++) {
		struct cvd_block *block = plan->tops[i];

		if (!is_heading(block))
			continue;
		if (!first) {
			first = block;
			continue;
		}
		if (block->level < first->level)
			return NULL;
		deeper += block->level > first->level;
		same += block->level == first->level;
		beside += block->level == first->level && title_of(plan, block).known;
		sections += block->level > first->level && title_of(plan, block).whole;
	}
	if (!first)
		return NULL;
	title = title_of(plan, first);
	if (title.known)
		return NULL;
	return title.document || first->level == 1 || (deeper && !same) ||
			       (beside && first == plan->tops[0] && is_name_like(plan, first)) ||
			       (!beside && sections > 1 && is_person_like(plan, first))
		       ? first
		       : NULL;
}

/* --- sections ----------------------------------------------------------------------------------- */

/* Letters without a small one among them; other scripts have no case. */
static bool is_capitals(struct cvd_str text)
{
	size_t capitals = 0;

	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] >= 'a' && text.ptr[i] <= 'z')
			return false;
		capitals += text.ptr[i] >= 'A' && text.ptr[i] <= 'Z';
	}
	return capitals > 2;
}

/* `**Experience**` or `EXPERIENCE` on a line of its own: a section where no heading is one. */
static bool is_section_line(struct cvd_plan *plan, struct cvd_block *block)
{
	const struct cvd_span *span = block->spans;
	bool marked = block->span_count && span->start == 0 && span->len + 1 >= block->text.len &&
		      (span->style & (CVD_SPAN_STRONG | CVD_SPAN_EMPHASIS));

	return block->kind == CVD_BLOCK_PARAGRAPH && block->text.len &&
	       cvd_reader_count_words(block->text) <= SECTION_LINE_WORDS &&
	       (marked || is_capitals(block->text)) && title_of(plan, block).known;
}

/* Underlined, not `#`. */
static bool is_underlined(struct cvd_plan *plan, const struct cvd_block *block)
{
	struct cvd_str line = cvd_str_trim(cvd_outline_source(
		&plan->reader->outline, plan->reader->source, block->line, block->line));

	return line.len && line.ptr[0] != '#' && line.ptr[0] != '<';
}

int cvd_plan_rank(struct cvd_plan *plan, const struct cvd_block *block)
{
	return 2 * block->level + (plan->underlined_first &&
				   block->level == plan->section_rank / 2 &&
				   !is_underlined(plan, block));
}

/* The highest level at which a known section title stands, else the highest there is; 0 if lines are the
 * sections. */
static int section_level(struct cvd_plan *plan)
{
	int whole = CVD_MAX_LEVEL + 1, known = CVD_MAX_LEVEL + 1, highest = CVD_MAX_LEVEL + 1;
	size_t wholes[CVD_MAX_LEVEL + 2] = {0};

	for (size_t i = 0; i < plan->top_count; i++) {
		struct cvd_block *block = plan->tops[i];
		struct cvd_title_reading title;

		if (!is_heading(block) || block == plan->name)
			continue;
		title = title_of(plan, block);
		if (block->level < highest)
			highest = block->level;
		if (title.known && block->level < known)
			known = block->level;
		if (title.whole && block->level < whole)
			whole = block->level;
		wholes[block->level] += title.whole;
	}
	/* as high as what names the document: more of them may stand below it */
	if (whole < CVD_MAX_LEVEL && plan->name && plan->name->level == whole &&
	    title_of(plan, plan->name).document && wholes[whole + 1] > wholes[whole])
		return whole + 1;
	if (whole <= CVD_MAX_LEVEL)
		return whole;
	for (size_t i = 0; i < plan->top_count && known > CVD_MAX_LEVEL; i++)
		if (is_section_line(plan, plan->tops[i]) && !is_hidden(plan->tops[i]))
			return 0;
	return known <= CVD_MAX_LEVEL ? known : highest;
}

/* Underlined sections with `##` entries: cmark sees one level, a person two. */
static bool underlines_sections(struct cvd_plan *plan, int level)
{
	size_t underlined = 0, others = 0;

	if (level < 1 || level > 2)
		return false;
	for (size_t i = 0; i < plan->top_count; i++) {
		struct cvd_block *block = plan->tops[i];

		if (!is_heading(block) || block == plan->name || block->level != level)
			continue;
		if (is_underlined(plan, block))
			underlined += title_of(plan, block).known;
		else if (title_of(plan, block).known)
			return false;
		else
			others++;
	}
	return underlined && others;
}

static bool has_entries(enum cvd_section_type type)
{
	return type != CVD_SECTION_SKILLS && type != CVD_SECTION_LANGUAGES &&
	       type != CVD_SECTION_INTERESTS;
}

/* A heading as high as the sections, but it names an entry: `## Acme (2019 – 2021)`. */
static bool is_entry_at_section_level(struct cvd_plan *plan, struct cvd_block *block, bool inside)
{
	const struct cvd_cut *cut = cvd_pieces_cut(plan->reader, block), *next;
	struct cvd_block *below = line_below(block);

	if (!inside || title_of(plan, block).known)
		return false;
	if (cut->ranged)
		return true;
	if (!below || below->kind != CVD_BLOCK_PARAGRAPH)
		return false;
	next = cvd_pieces_cut(plan->reader, below);
	return next->ranged && (next->only_dated || next->labelled) && !next->several;
}

/* `## Marine Engineer` below the name. */
static bool is_headline(struct cvd_plan *plan, struct cvd_block *block)
{
	const unsigned post = CVD_WORD_TITLE;
	struct cvd_words words;

	if (!plan->name || block->kind != CVD_BLOCK_HEADING || title_of(plan, block).known ||
	    cvd_reader_count_words(block->text) > PLAIN_LINE_WORDS ||
	    cvd_pieces_cut(plan->reader, block)->dated)
		return false;
	words = cvd_lexicon_words(plan->reader->scratch, block->text);
	return ((words.whole | words.first | words.last) & post) != 0;
}

/* The rank of the sections below the heading that names the document, where later sections are as high
 * as that; 0 if there are none. */
static int rank_below_name(struct cvd_plan *plan)
{
	bool below = false;

	for (size_t i = 0; i < plan->top_count; i++) {
		struct cvd_block *block = plan->tops[i];

		if (block == plan->name)
			below = true;
		else if (below && is_heading(block)) {
			if (cvd_plan_rank(plan, block) <= plan->section_rank)
				return 0;
			if (title_of(plan, block).whole)
				return cvd_plan_rank(plan, block);
		}
	}
	return 0;
}

static void mark_sections(struct cvd_plan *plan)
{
	bool inside = false; /* of a section with entries */
	bool first = true;   /* heading behind the name */
	int below = rank_below_name(plan), rank;
	bool begun = false; /* a section */

	for (size_t i = 0; i < plan->top_count; i++) {
		struct cvd_block *block = plan->tops[i];
		struct cvd_title_reading title;

		if (block == plan->name) {
			block->part = CVD_PART_NAME;
			continue;
		}
		if (is_hidden(block) ? !is_heading(block) && block->kind != CVD_BLOCK_HEADING
				     : !is_heading(block) && (plan->section_rank ||
							      !is_section_line(plan, block)))
			continue;
		if (block->kind == CVD_BLOCK_HEADING && plan->section_rank && block->text.len &&
		    cvd_plan_rank(plan, block) <= plan->section_rank)
			below = 0;
		rank = below ? below : plan->section_rank;
		if (block->kind == CVD_BLOCK_HEADING &&
		    (!block->text.len || cvd_plan_rank(plan, block) > rank) && plan->section_rank &&
		    (begun || !title_of(plan, block).whole))
			continue;
		if (block->kind == CVD_BLOCK_HEADING &&
		    is_entry_at_section_level(plan, block, inside))
			continue;
		if (first && is_headline(plan, block)) {
			first = false;
			continue;
		}
		first = false;
		title = title_of(plan, block);
		inside = title.known && has_entries(title.type) && !title.summary && !title.contact;
		block->part = CVD_PART_SECTION;
		begun = true;
	}
}

/* --- a section of unknown title ------------------------------------------------------------------- */

/* It is one of work or education if each of its entries has a range of dates and words of that. So may
 * `Training` be one of education. */
static enum cvd_section_type type_of_entries(const struct cvd_plan *plan, size_t first,
					     enum cvd_section_type type)
{
	size_t work = 0, study = 0, degrees = 0, count = plan->headers.len - first;

	for (size_t i = first; i < plan->headers.len; i++) {
		const struct cvd_header *header = plan->headers.items[i];
		unsigned classes = 0, parts = 0;
		bool ranged = false;

		for (size_t p = 0; p < header->piece_count; p++) {
			classes |= header->pieces[p].words.any;
			parts += !header->pieces[p].dated;
			ranged |= header->pieces[p].dated && (!header->pieces[p].range.single ||
							      header->pieces[p].range.end.present);
		}
		if (!ranged)
			return type;
		degrees += (classes & CVD_WORD_DEGREE) != 0;
		study += (classes & (CVD_WORD_DEGREE | CVD_WORD_SCHOOL)) ==
			 (CVD_WORD_DEGREE | CVD_WORD_SCHOOL);
		work += parts > 1 || (classes & (CVD_WORD_TITLE | CVD_WORD_COMPANY));
	}
	if (count && (study == count || (degrees == count && type == CVD_SECTION_CERTIFICATES)))
		return CVD_SECTION_EDUCATION;
	return count && work == count && type == CVD_SECTION_OTHER ? CVD_SECTION_WORK : type;
}

/* Tables or headings with ranges of dates. */
static bool has_headers(struct cvd_plan *plan, size_t from, size_t to)
{
	size_t ranges = 0; /* in cells */

	for (size_t i = from; i < to; i++) {
		struct cvd_block *block = plan->tops[i];

		if (block->kind == CVD_BLOCK_HEADING && cvd_pieces_cut(plan->reader, block)->ranged)
			return true;
		if (block->kind != CVD_BLOCK_TABLE)
			continue;
		for (struct cvd_block *row = block->first_child; row; row = row->next)
			for (struct cvd_block *cell = row->first_child; cell; cell = cell->next)
				ranges += cvd_pieces_cut(plan->reader, cell)->ranged;
		if (ranges > 1)
			return true;
	}
	return false;
}

static void plan_section(struct cvd_plan *plan, size_t from, size_t to)
{
	struct cvd_title_reading title = cvd_plan_section(plan->reader, plan->tops[from]);
	size_t first = plan->headers.len;

	plan->type = title.type;
	if (title.summary && has_headers(plan, from + 1, to))
		plan->type = CVD_SECTION_WORK; /* `Career Summary` above a career */
	else if (title.summary || title.contact || !has_entries(title.type))
		return;
	cvd_plan_entries(plan, from + 1, to);
	if (title.summary)
		plan->tops[from]->section_type = (int)plan->type;
	if (title.type != CVD_SECTION_CERTIFICATES &&
	    (title.known || title.type != CVD_SECTION_OTHER))
		return;
	plan->type = type_of_entries(plan, first, title.type);
	for (size_t i = first; i < plan->headers.len; i++)
		plan->headers.items[i]->type = plan->type;
	plan->tops[from]->section_type = (int)plan->type;
}

struct cvd_title_reading cvd_plan_section(struct cvd_reader *reader, const struct cvd_block *block)
{
	struct cvd_title_reading title =
		block->title ? *block->title : cvd_lexicon_section(reader->scratch, block->text);

	if (block->section_type) {
		title.type = (enum cvd_section_type)block->section_type;
		title.summary = false;
	}
	return title;
}

/* --- all of it ---------------------------------------------------------------------------------- */

static void find_tops(struct cvd_plan *plan)
{
	CVD_ARRAY(struct cvd_block *) tops = {0};

	for (struct cvd_block *block = plan->reader->outline.root->first_child; block;
	     block = cvd_plan_next(block))
		if (block->kind != CVD_BLOCK_QUOTE && block->kind != CVD_BLOCK_HIDDEN)
			CVD_PUSH(plan->reader->scratch, &tops, block);
	plan->tops = tops.items;
	plan->top_count = tops.len;
}

void cvd_plan_make(struct cvd_reader *reader, struct cvd_header **headers)
{
	struct cvd_plan plan = {.reader = reader};
	size_t from = SIZE_MAX;
	int level;

	find_tops(&plan);
	plan.name = find_name(&plan);
	level = section_level(&plan);
	plan.section_rank = 2 * level;
	plan.underlined_first = underlines_sections(&plan, level);
	mark_sections(&plan);
	for (size_t i = 0; i <= plan.top_count; i++) {
		if (i < plan.top_count && plan.tops[i]->part != CVD_PART_SECTION)
			continue;
		if (from != SIZE_MAX)
			plan_section(&plan, from, i);
		from = i;
	}
	for (size_t i = 0; i + 1 < plan.headers.len; i++)
		plan.headers.items[i]->next = plan.headers.items[i + 1];
	*headers = plan.headers.len ? plan.headers.items[0] : NULL;
}
