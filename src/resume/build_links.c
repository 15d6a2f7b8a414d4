/*
 * Links that stand apart from the header of an entry and say where it leads: alone on a line or in an item
 * below it, or at the end of what is said of it, with words that only name a link (`[Source](…)`). Their
 * words lay the entry out. Linear in the block; an entry's header is asked once for links of its own.
 */
#include "build.h"
#include "pieces_text.h"

#include "base/buf.h"
#include "base/text.h"

#include <string.h>

/* Bytes in front of the first link of an item of links: a picture, a parenthesis. */
#define LINK_LEAD 8

/* A link in the header of the entry. */
static bool leads_on(const struct cvd_header *header)
{
	for (size_t i = 0; i < header->line_count; i++) {
		const struct cvd_header_line *line = &header->lines[i];

		for (uint32_t s = 0; s < line->block->span_count; s++) {
			const struct cvd_span *span = &line->block->spans[s];

			if ((span->style & (CVD_SPAN_LINK | CVD_SPAN_IMAGE)) && span->target.len &&
			    span->start >= line->from && span->start + span->len <= line->to)
				return true;
		}
	}
	return false;
}

/* Bytes of the URL that fills the line which begins at the byte, or 0. */
static size_t bare_link_line(struct cvd_str text, size_t at)
{
	struct cvd_str rest = cvd_str_sub(text, at, text.len);
	size_t end = 0;

	if (!cvd_str_starts_with(rest, CVD_STR("https://")) &&
	    !cvd_str_starts_with(rest, CVD_STR("http://")))
		return 0;
	while (end < rest.len && !cvd_reader_is_space(rest.ptr[end]))
		end++;
	return end == rest.len || rest.ptr[end] == CVD_BREAK_HARD ? end : 0;
}

/* Bytes of the link that fills the line which begins at the byte, or 0. */
static size_t link_line(const struct cvd_block *block, size_t at, struct cvd_str *target)
{
	for (uint32_t i = 0; i < block->span_count && block->spans[i].start <= at; i++) {
		const struct cvd_span *span = &block->spans[i];
		size_t end = (size_t)span->start + span->len;

		if ((span->style & CVD_SPAN_LINK) && span->start == at && span->target.len &&
		    (end == block->text.len || block->text.ptr[end] == CVD_BREAK_HARD)) {
			*target = span->target;
			return span->len;
		}
	}
	*target = cvd_str_sub(block->text, at, at + bare_link_line(block->text, at));
	return target->len;
}

/* The line is the node's, too. */
static void add_source_below(struct cvd_builder *builder, struct cvd_node *node, uint32_t line)
{
	struct cvd_reader *reader = builder->reader;
	struct cvd_str below = cvd_outline_source(&reader->outline, reader->source, line, line);

	node->source = cvd_arena_format(&reader->doc->arena, "%.*s\n%.*s",
					CVD_STR_ARG(node->source), CVD_STR_ARG(below));
	if (!cvd_str_trim(cvd_outline_source(&reader->outline, reader->source, node->end_line + 1,
					     line - 1))
		     .len)
		node->end_line = line;
}

/* What stands in a comment says nothing of an entry outside of it. */
static bool reaches(const struct cvd_builder *builder, const struct cvd_block *entry)
{
	if (!builder->hidden)
		return true;
	for (; entry; entry = entry->parent)
		if (entry->kind == CVD_BLOCK_HIDDEN)
			return true;
	return false;
}

/* The open entry may be told here where it leads: no other link says so. */
static bool may_lead(struct cvd_builder *builder)
{
	const struct cvd_header *header =
		builder->entry && builder->entry_block ? builder->entry_block->header : NULL;

	if (!header || header->beside || header->node != builder->entry ||
	    cvd_node_get(builder->entry, CVD_URL) || !reaches(builder, builder->entry_block))
		return false;
	if (builder->asked != header)
		builder->leads = leads_on(header);
	builder->asked = header;
	return !builder->leads;
}

/* The entry leads to the targets, which the words [from, to) of the block name. */
static void lead(struct cvd_builder *builder, const struct cvd_block *block, size_t from, size_t to,
		 struct cvd_str targets)
{
	struct cvd_document *doc = builder->reader->doc;

	*cvd_node_field(doc, builder->entry, CVD_URL) = (struct cvd_value){
		.present = true, .norm = targets, .line = cvd_reader_line_at(block, from)};
	CVD_PUSH(&doc->arena, &doc->layout,
		 (struct cvd_layout_word){cvd_reader_flatten(cvd_str_sub(block->text, from, to)),
					  builder->entry});
	add_source_below(builder, builder->entry, cvd_reader_line_at(block, from));
}

static size_t skip_space(struct cvd_str text, size_t at)
{
	while (at < text.len && cvd_reader_is_space(text.ptr[at]))
		at++;
	return at;
}

size_t cvd_build_link_line(struct cvd_builder *builder, const struct cvd_block *block, size_t from)
{
	struct cvd_str target;
	size_t at = skip_space(block->text, from), link = link_line(block, at, &target);

	if (!link || !may_lead(builder))
		return from;
	lead(builder, block, at, at + link, target);
	return skip_space(block->text, at + link);
}

/* --- words that name links ------------------------------------------------------------------------ */

/* A link whose words say no more than that it is one. */
static bool names_link(struct cvd_builder *builder, const struct cvd_block *block,
		       const struct cvd_span *span)
{
	return (span->style & CVD_SPAN_LINK) && span->target.len &&
	       cvd_lexicon_names_link(builder->reader->scratch,
				      cvd_str_sub(block->text, span->start,
						  (size_t)span->start + span->len));
}

/* Links that name themselves, and nothing else but marks, from the byte on to the end: their targets, with
 * spaces between; none if it is not so. */
static struct cvd_str named_links(struct cvd_builder *builder, const struct cvd_block *block,
				  size_t at)
{
	struct cvd_buf buf = {0};
	struct cvd_str targets = {0};

	for (uint32_t i = 0; i < block->span_count; i++) {
		const struct cvd_span *span = &block->spans[i];

		if (!(span->style & CVD_SPAN_LINK) || span->start < at)
			continue;
		if (!names_link(builder, block, span) ||
		    cvd_pieces_has_word(cvd_str_sub(block->text, at, span->start)))
			goto done;
		if (buf.len)
			cvd_buf_put(&buf, ' ');
		cvd_buf_add(&buf, span->target);
		at = (size_t)span->start + span->len;
	}
	if (buf.len && !cvd_pieces_has_word(cvd_str_sub(block->text, at, block->text.len)))
		targets = cvd_arena_copy(&builder->reader->doc->arena, cvd_buf_str(&buf));
done:
	cvd_buf_free(&buf);
	return targets;
}

/* Bytes of `(https://…)` at the front of the text, 0 if there is none. */
static size_t bracketed_address(struct cvd_str text)
{
	size_t end = 0;

	if (!cvd_str_starts_with(text, CVD_STR("(http://")) &&
	    !cvd_str_starts_with(text, CVD_STR("(https://")))
		return 0;
	while (end < text.len && !cvd_reader_is_space(text.ptr[end]) && text.ptr[end] != ')')
		end++;
	return end < text.len && text.ptr[end] == ')' ? end + 1 : 0;
}

size_t cvd_build_link_item(struct cvd_builder *builder, const struct cvd_block *block)
{
	struct cvd_str text = block->text, targets;
	size_t end = bracketed_address(text);

	if (end) {
		targets = cvd_str_sub(text, 1, end - 1);
	} else {
		if (!block->span_count || block->spans[0].start > LINK_LEAD)
			return 0;
		targets = named_links(builder, block, 0);
		end = text.len;
	}
	if (!targets.len || !may_lead(builder))
		return 0;
	lead(builder, block, 0, end, targets);
	return skip_space(text, end);
}

/* What stands in front of a link that ends a statement and is no word of it. */
static size_t without_marks(struct cvd_str text, size_t from, size_t to)
{
	static const char *const marks[] = {" ", "\n", "\r", "(", "[", "|", "·", "•",
					    "–", "—",  "→",  ":", "-", "🔗", "👉"};
	size_t end;

	do {
		end = to;
		for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
			if (cvd_str_ends_with(cvd_str_sub(text, from, to), cvd_str_from(marks[i])))
				to -= strlen(marks[i]);
	} while (to < end);
	return to;
}

size_t cvd_build_link_tail(struct cvd_builder *builder, const struct cvd_block *block, size_t from)
{
	const struct cvd_span *first = NULL;
	struct cvd_str text = block->text, targets;
	size_t to;

	for (uint32_t i = block->span_count; i-- > 0;) {
		const struct cvd_span *span = &block->spans[i];
		size_t end = (size_t)span->start + span->len;

		if (!(span->style & CVD_SPAN_LINK) || span->start < from)
			continue;
		if (!names_link(builder, block, span) ||
		    cvd_pieces_has_word(cvd_str_sub(text, end, first ? first->start : text.len)))
			break;
		first = span;
	}
	if (!first)
		return text.len;
	to = without_marks(text, from, first->start);
	if (to <= from || (to + 1 >= first->start && !strchr(".!?", text.ptr[to - 1])) ||
	    !may_lead(builder))
		return text.len;
	targets = named_links(builder, block, first->start);
	if (!targets.len)
		return text.len;
	lead(builder, block, first->start, text.len, targets);
	return to;
}
