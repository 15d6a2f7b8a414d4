/*
 * What the document as a whole says about its parts, gathered before anything is built or by looking
 * ahead: which heading is the name, which level or which lines begin sections, what the second part of
 * a heading means, whether a section with an unknown title holds roles. Nothing here changes anything.
 * Each question is linear in the blocks it looks at.
 */
#include "evidence.h"

#include "lexicon.h"

/* A longer line is no title of a section. */
#define SECTION_LINE_WORDS 8

/* The paragraph right below the heading, or a deeper heading that is nothing but dates. */
const struct cvd_block *cvd_evidence_paragraph_after(struct cvd_reader *reader,
						     const struct cvd_block *heading)
{
	const struct cvd_block *next = heading->next;
	struct cvd_header header;

	if (!next || heading->kind != CVD_BLOCK_HEADING)
		return NULL;
	if (next->kind == CVD_BLOCK_HEADING && next->level > heading->level) {
		header = cvd_entry_examine(reader, next, NULL);
		return header.dated && header.begins_dated ? next : NULL;
	}
	return next->kind == CVD_BLOCK_PARAGRAPH ? next : NULL;
}

bool cvd_evidence_is_top_heading(const struct cvd_block *block)
{
	return block->kind == CVD_BLOCK_HEADING && block->parent->kind == CVD_BLOCK_ROOT &&
	       block->text.len;
}

/* The first heading is the name if its title is no section's and no later heading is above it. */
const struct cvd_block *cvd_evidence_find_name(struct cvd_reader *reader)
{
	const struct cvd_block *first = reader->outline.root->first_child;
	int deeper = 0, same = 0;

	while (first && !cvd_evidence_is_top_heading(first))
		first = first->next;
	if (!first || cvd_lexicon_section(reader->scratch, first->text).known)
		return NULL;
	for (const struct cvd_block *block = first->next; block; block = block->next) {
		if (!cvd_evidence_is_top_heading(block))
			continue;
		if (block->level < first->level)
			return NULL;
		deeper += block->level > first->level;
		same += block->level == first->level;
	}
	return first->level == 1 || (deeper && !same) ? first : NULL;
}

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
bool cvd_evidence_is_section_line(struct cvd_reader *reader, const struct cvd_block *block)
{
	const struct cvd_span *span = block->spans;
	bool marked = block->span_count && span->start == 0 && span->len == block->text.len &&
		      (span->style & (CVD_SPAN_STRONG | CVD_SPAN_EMPHASIS));

	return block->kind == CVD_BLOCK_PARAGRAPH && block->parent->kind == CVD_BLOCK_ROOT &&
	       cvd_reader_count_words(block->text) <= SECTION_LINE_WORDS &&
	       (marked || is_capitals(block->text)) &&
	       cvd_lexicon_section(reader->scratch, block->text).known;
}

static bool has_section_lines(struct cvd_reader *reader)
{
	for (const struct cvd_block *block = reader->outline.root->first_child; block;
	     block = block->next)
		if (cvd_evidence_is_section_line(reader, block))
			return true;
	return false;
}

/* The highest level at which a known section title stands, else 0 if paragraphs are the sections, else
 * the highest level there is. */
int cvd_evidence_section_level(struct cvd_reader *reader, const struct cvd_block *name)
{
	int known = CVD_MAX_LEVEL + 1, highest = CVD_MAX_LEVEL + 1;

	for (const struct cvd_block *block = reader->outline.root->first_child; block;
	     block = block->next) {
		if (!cvd_evidence_is_top_heading(block) || block == name)
			continue;
		if (block->level < highest)
			highest = block->level;
		if (block->level < known && cvd_lexicon_section(reader->scratch, block->text).known)
			known = block->level;
	}
	if (known <= CVD_MAX_LEVEL)
		return known;
	return has_section_lines(reader) ? 0 : highest;
}

/* One entry that names its organization below a heading with two parts tells what the parts are. */
bool cvd_evidence_second_is_team(struct cvd_reader *reader, const struct cvd_block *name)
{
	for (const struct cvd_block *block = reader->outline.root->first_child; block;
	     block = block->next) {
		const struct cvd_block *paragraph = cvd_evidence_paragraph_after(reader, block);
		struct cvd_header header;

		if (!cvd_evidence_is_top_heading(block) || block == name || !paragraph)
			continue;
		header = cvd_entry_examine(reader, block, paragraph);
		if (header.piped && header.organization && header.dated)
			return true;
	}
	return false;
}

/* A section with an unknown title is one of work if each of its entries names an organization and a
 * range of dates (`Early Career`). */
bool cvd_evidence_looks_like_work(struct cvd_reader *reader, const struct cvd_block *section)
{
	int level = 0;
	bool found = false;

	for (const struct cvd_block *block = section->next; block; block = block->next) {
		struct cvd_header header;

		if (!cvd_evidence_is_top_heading(block))
			continue;
		if (block->level <= section->level)
			break;
		if (!level)
			level = block->level;
		if (block->level > level)
			continue;
		header = cvd_entry_examine(reader, block,
					   cvd_evidence_paragraph_after(reader, block));
		if (!header.ranged || !(header.organization || header.piped))
			return false;
		found = true;
	}
	return found;
}
