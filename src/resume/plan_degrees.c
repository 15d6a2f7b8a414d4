/*
 * Schools whose header says no degree: it may stand in the line below, as nothing marks it for a header's,
 * or in the only or the first item of the list there. Linear in the entries.
 */
#include "build.h"
#include "pieces_text.h"
#include "plan_parts.h"

/* The field of study in a school's name (`College of Design`) is none. */
static bool says_degree(const struct cvd_header *header)
{
	const unsigned post = CVD_WORD_DEGREE | CVD_WORD_TITLE;

	for (size_t i = 0; i < header->piece_count; i++) {
		const struct cvd_piece *piece = &header->pieces[i];

		if ((piece->words.any & post) || piece->named == CVD_LABEL_TITLE ||
		    ((piece->words.any & CVD_WORD_STUDY) && !(piece->words.any & CVD_WORD_SCHOOL)))
			return true;
	}
	return false;
}

static bool names_school(const struct cvd_header *header)
{
	for (size_t i = 0; i < header->piece_count; i++)
		if (!header->pieces[i].dated && !header->pieces[i].address)
			return true;
	return false;
}

/* [from, to) of the block, without white space at its ends, the mark of a bullet and a full stop. */
static struct cvd_str line_of(const struct cvd_block *block, size_t from, size_t to)
{
	struct cvd_str line = cvd_str_trim(cvd_str_sub(block->text, from, to));

	line = cvd_str_trim(cvd_str_sub(line, cvd_build_bullet_mark(line), line.len));
	line.len -= cvd_str_ends_with(line, CVD_STR("."));
	return line;
}

static bool is_marked(const struct cvd_block *block, struct cvd_str line)
{
	size_t from = (size_t)(line.ptr - block->text.ptr);

	for (uint32_t i = 0; i < block->span_count; i++)
		if (block->spans[i].start == from && block->spans[i].len >= line.len &&
		    (block->spans[i].style & (CVD_SPAN_STRONG | CVD_SPAN_EMPHASIS)))
			return true;
	return false;
}

/* A few words with a degree or a field of study among them, or set apart; no label, no sentence. */
static bool is_degree(struct cvd_plan *plan, const struct cvd_block *block, struct cvd_str line)
{
	struct cvd_arena *scratch = plan->reader->scratch;
	struct cvd_words words;

	if (!line.len || cvd_pieces_is_sentence(line) || cvd_str_ends_with(line, CVD_STR(":")) ||
	    cvd_reader_count_words(line) > CVD_HEADER_LINE_WORDS ||
	    cvd_lexicon_label(scratch, line) != CVD_LABEL_NONE ||
	    cvd_lexicon_section(scratch, line).whole)
		return false;
	words = cvd_lexicon_words(scratch, line);
	return ((words.any & CVD_WORD_DEGREE) || (words.first & CVD_WORD_STUDY) ||
		is_marked(block, line)) &&
	       !(words.first & CVD_WORD_GRADE) && !(words.any & CVD_WORD_SCHOOL);
}

static bool is_dated(const struct cvd_header *header)
{
	for (size_t i = 0; i < header->piece_count; i++)
		if (header->pieces[i].dated)
			return true;
	return false;
}

/* All of the line is the degree, with its commas. */
static bool take(struct cvd_plan *plan, struct cvd_header *header, struct cvd_block *block,
		 size_t from, size_t to)
{
	struct cvd_str line = line_of(block, from, to);
	struct cvd_cut *cut;
	struct cvd_piece *piece;

	if (!is_degree(plan, block, line))
		return false;
	from = (size_t)(line.ptr - block->text.ptr);
	cut = CVD_NEW(plan->reader->scratch, struct cvd_cut);
	*cut = cvd_pieces_of(plan->reader, block, from, from + line.len, true);
	if (!cut->count || (cut->dated && !is_dated(header)))
		return false;
	piece = cut->pieces;
	piece->from = piece->outer_from = from;
	piece->to = piece->outer_to = from + line.len;
	piece->text = line;
	piece->words = cvd_lexicon_words(plan->reader->scratch, line);
	piece->dated = piece->inner = false;
	piece->named = CVD_LABEL_TITLE;
	cut->count = 1;
	cut->end = to;
	block->cut = cut;
	cvd_plan_add(plan, header, (struct cvd_header_line){.block = block, .from = from, .to = to},
		     cut);
	return true;
}

static size_t line_end(const struct cvd_block *block, size_t from)
{
	while (from < block->text.len && !cvd_reader_is_break(block->text.ptr[from]))
		from++;
	return from;
}

static struct cvd_block *first_item(const struct cvd_block *list)
{
	struct cvd_block *text = list->first_child ? list->first_child->first_child : NULL;

	return text && !text->next && text->kind == CVD_BLOCK_PARAGRAPH ? text : NULL;
}

static void add_degree(struct cvd_plan *plan, struct cvd_header *header)
{
	const struct cvd_header_line *last = &header->lines[header->line_count - 1];
	struct cvd_block *block = last->block, *next = block->next;
	size_t from = last->to;

	if (last->above || (block->kind != CVD_BLOCK_PARAGRAPH && block->kind != CVD_BLOCK_HEADING))
		return;
	while (from < block->text.len && cvd_reader_is_space(block->text.ptr[from]))
		from++;
	if (from < block->text.len) {
		if (from > last->to && cvd_reader_is_break(block->text.ptr[last->to]))
			take(plan, header, block, from, line_end(block, from));
		return;
	}
	if (next && next->kind == CVD_BLOCK_LIST)
		next = first_item(next);
	if (next && next->kind == CVD_BLOCK_PARAGRAPH && next->part == CVD_PART_NONE)
		take(plan, header, next, 0, line_end(next, 0));
}

void cvd_plan_degrees(struct cvd_plan *plan, size_t first)
{
	for (size_t i = first; i < plan->headers.len; i++) {
		struct cvd_header *header = plan->headers.items[i];

		if (header->type == CVD_SECTION_EDUCATION && header->line_count &&
		    names_school(header) && !says_degree(header))
			add_degree(plan, header);
	}
}
