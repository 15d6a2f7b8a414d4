/* Builds what the diff would have built. */
#include "records.h"

#include <string.h>

static struct cvd_str copy(struct cvd_arena *arena, const char *text)
{
	return text ? cvd_arena_copy(arena, cvd_str_from(text)) : (struct cvd_str){0};
}

static enum cvd_kind kind_named(struct cvd_str name)
{
	for (int kind = 0; kind < CVD_KIND_COUNT; kind++)
		if (cvd_str_equal(name, cvd_str_from(cvd_kind_name((enum cvd_kind)kind))))
			return (enum cvd_kind)kind;
	return CVD_KIND_COUNT;
}

/* The part of `text` from *pos up to the next `|`; *pos goes behind it. */
static struct cvd_str next_part(struct cvd_str text, size_t *pos)
{
	size_t from = *pos, end = cvd_str_find_char(text, '|', from);

	*pos = end == SIZE_MAX ? text.len + 1 : end + 1;
	return cvd_str_sub(text, from, end);
}

static struct cvd_crumbs make_path(struct cvd_arena *arena, const char *path)
{
	struct cvd_str text = copy(arena, path);
	struct cvd_crumbs crumbs = {0};

	for (size_t pos = 0; text.len && pos <= text.len;) {
		struct cvd_str step = next_part(text, &pos);
		size_t colon = cvd_str_find_char(step, ':', 0);
		struct cvd_crumb crumb = {cvd_str_sub(step, colon + 1, step.len),
					  kind_named(cvd_str_sub(step, 0, colon)), cvd_hash64(step)};

		CVD_PUSH(arena, &crumbs, crumb);
	}
	return crumbs;
}

static struct cvd_content_text make_content(struct cvd_str part)
{
	size_t colon = cvd_str_find_char(part, ':', 0);

	if (colon == SIZE_MAX)
		return (struct cvd_content_text){part, CVD_BULLET};
	return (struct cvd_content_text){cvd_str_sub(part, colon + 1, part.len),
					 kind_named(cvd_str_sub(part, 0, colon))};
}

static struct cvd_side make_side(struct cvd_arena *arena, const struct record_side *from,
				 const char *path)
{
	struct cvd_side side = {
		.text = copy(arena, from->text ? from->text : ""),
		.has_value = from->value,
		.value = copy(arena, from->value),
		.has_source = from->source,
		.source = copy(arena, from->source),
		.has_content = from->content,
		.path = make_path(arena, from->path ? from->path : path),
		.index = from->index,
		.line = 1 + from->index,
		.end_line = 1 + from->index,
	};
	struct cvd_str content = copy(arena, from->content);
	struct cvd_str *fields = CVD_NEW_ARRAY(arena, struct cvd_str, CVD_FIELD_COUNT);

	for (size_t pos = 0; content.len && pos <= content.len;) {
		struct cvd_content_text part = make_content(next_part(content, &pos));

		CVD_PUSH(arena, &side.content, part);
	}
	for (int field = 0; field < CVD_FIELD_COUNT; field++) {
		fields[field] = copy(arena, from->fields[field]);
		if (from->fields[field])
			side.fields = fields;
	}
	return side;
}

static struct cvd_side *new_side(struct cvd_arena *arena, const struct record_side *from,
				 const char *path)
{
	struct cvd_side *side = from ? CVD_NEW(arena, struct cvd_side) : NULL;

	if (side)
		*side = make_side(arena, from, path);
	return side;
}

static struct cvd_pieces make_words(struct cvd_arena *arena, const char *words)
{
	struct cvd_str text = copy(arena, words);
	struct cvd_pieces pieces = {0};

	for (size_t pos = 0; text.len && pos <= text.len;) {
		struct cvd_str part = next_part(text, &pos);
		struct cvd_piece piece = {part.ptr[0], cvd_str_sub(part, 1, part.len)};

		CVD_PUSH(arena, &pieces, piece);
	}
	return pieces;
}

struct cvd_change record_make(struct cvd_arena *arena, const struct record *from)
{
	const char *heading = from->heading ? from->heading : "";
	struct cvd_change change = {
		.id = copy(arena, from->id ? from->id : "x"),
		.op = from->op,
		.node = from->node,
		.old_node = from->old_node ? from->old_node : from->node,
		.form = from->form,
		.field = from->has_field ? from->field : CVD_FIELD_NONE,
		.severity = from->severity,
		.formatting = from->formatting,
		.rewritten = from->rewritten,
		.hidden = from->hidden,
		.old = new_side(arena, from->old, from->path),
		.new = new_side(arena, from->new, from->path),
		.part_count = from->part_count,
		.words = make_words(arena, from->words),
		.similarity = -1,
		.path = make_path(arena, from->path),
		.section = from->section,
		.heading = copy(arena, heading),
		.old_heading = copy(arena, from->old_heading ? from->old_heading : heading),
		.sibling_count = from->siblings,
		.old_sibling_count = from->old_siblings,
		.statement_count = from->statements,
		.gone_count = from->gone,
	};

	change.key = from->has_field && change.path.len
			     ? change.path.items[change.path.len - 1].key
			     : cvd_hash64(copy(arena, from->key ? from->key : "nobody"));
	change.parts = CVD_NEW_ARRAY(arena, struct cvd_side, from->part_count);
	for (size_t i = 0; i < from->part_count; i++)
		change.parts[i] = make_side(arena, &from->parts[i], from->path);
	return change;
}

struct cvd_report *record_report(const struct record *records, size_t count)
{
	struct cvd_report *report = cvd_malloc(sizeof *report);

	memset(report, 0, sizeof *report);
	cvd_arena_init(&report->arena);
	report->old =
		(struct cvd_revision){.label = CVD_STR("HEAD~3"),
				      .commit = CVD_STR("0123456789012345678901234567890123456789"),
				      .path = CVD_STR("resume.md"),
				      .root = {1, 2}};
	report->new = (struct cvd_revision){
		.label = CVD_STR("working tree"), .path = CVD_STR("resume.md"), .root = {3, 4}};
	report->changes = CVD_NEW_ARRAY(&report->arena, struct cvd_change, count);
	report->change_count = count;
	for (size_t i = 0; i < count; i++) {
		report->changes[i] = record_make(&report->arena, &records[i]);
		report->severities[records[i].severity]++;
		report->ops[records[i].op]++;
	}
	return report;
}
