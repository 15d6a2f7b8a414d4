/*
 * The fields of an entry: each segment of its header (segments.c) is given to a field by what it is (a
 * date, something strong, a school) and by its place. The words that may stand between two segments
 * (`to` in a range) go to the document's layout words. A header that is not understood costs this
 * entry its fields and nothing else: what is left of the paragraph is a statement. Linear.
 */
#include "lexicon.h"
#include "segments.h"

#include "base/buf.h"

/* --- fields ------------------------------------------------------------------------------------- */

static bool has(const struct cvd_node *entry, enum cvd_field field)
{
	return cvd_node_get(entry, field) != NULL;
}

/* Gives the words to the field; a field that has words already gets them behind a comma. */
static void set(struct cvd_reader *reader, struct cvd_node *entry, enum cvd_field field,
		struct cvd_str text, uint32_t line)
{
	struct cvd_value *value = cvd_node_field(reader->doc, entry, field);

	text = cvd_reader_flatten(text);
	if (value->present && value->text.len) {
		value->text = cvd_arena_format(&reader->doc->arena, "%.*s, %.*s",
					       CVD_STR_ARG(value->text), CVD_STR_ARG(text));
		return;
	}
	value->present = true;
	value->text = text;
	value->line = line;
}

static void set_date(struct cvd_reader *reader, struct cvd_node *entry, enum cvd_field field,
		     const struct cvd_date *date, uint32_t line)
{
	struct cvd_value *value = cvd_node_field(reader->doc, entry, field);

	if (!date->present)
		return;
	*value = (struct cvd_value){.present = true,
				    .text = cvd_reader_flatten(date->text),
				    .norm = date->norm,
				    .rest = date->rest,
				    .line = line};
}

/* A single date says when a thing was finished, or when a post began. */
static enum cvd_field single_date_field(enum cvd_kind kind)
{
	return kind == CVD_EDUCATION || kind == CVD_AWARD || kind == CVD_PUBLICATION ||
			       kind == CVD_CERTIFICATE
		       ? CVD_END
		       : CVD_START;
}

static void set_range(struct cvd_reader *reader, struct cvd_node *entry,
		      const struct cvd_segment *segment, uint32_t line)
{
	if (has(entry, CVD_START) || has(entry, CVD_END)) {
		set(reader, entry, CVD_DETAIL, segment->text, line);
		return;
	}
	if (segment->range.single) {
		set_date(reader, entry, single_date_field(entry->kind), &segment->range.start, line);
		return;
	}
	set_date(reader, entry, CVD_START, &segment->range.start, line);
	set_date(reader, entry, CVD_END, &segment->range.end, line);
	if (segment->range.separator.len)
		CVD_PUSH(&reader->doc->arena, &reader->doc->layout,
			 (struct cvd_layout_word){segment->range.separator, entry});
}

/* What a heading's second part is, by the kind of the entry. */
static enum cvd_field second_field(const struct cvd_reader *reader, enum cvd_kind kind)
{
	switch (kind) {
	case CVD_ROLE:
	case CVD_VOLUNTEER:
		return reader->second_is_team ? CVD_TEAM : CVD_ORGANIZATION;
	case CVD_PROJECT:
		return CVD_DETAIL;
	default:
		return CVD_ORGANIZATION;
	}
}

static enum cvd_field heading_field(struct cvd_reader *reader, const struct cvd_node *entry,
				    const struct cvd_segment *segment)
{
	enum cvd_field second = second_field(reader, entry->kind);

	if (segment->known)
		return segment->field;
	if (segment->inner)
		return has(entry, CVD_LOCATION) || !segment->beside_date ? CVD_DETAIL : CVD_LOCATION;
	if (entry->kind == CVD_EDUCATION && !has(entry, CVD_ORGANIZATION) &&
	    cvd_lexicon_is_school(reader->scratch, segment->text))
		return CVD_ORGANIZATION;
	if (!has(entry, CVD_TITLE))
		return CVD_TITLE;
	if (!has(entry, second))
		return second;
	return has(entry, CVD_LOCATION) ? CVD_DETAIL : CVD_LOCATION;
}

static enum cvd_field paragraph_field(const struct cvd_node *entry,
				      const struct cvd_segment *segment, bool first_of_line,
				      int organization_line)
{
	bool strong = segment->style & CVD_SPAN_STRONG;

	if (segment->known)
		return segment->field;
	if (segment->inner)
		return has(entry, CVD_LOCATION) || !segment->beside_date ? CVD_DETAIL : CVD_LOCATION;
	if (strong && !has(entry, CVD_TITLE) && entry->kind != CVD_EDUCATION)
		return CVD_TITLE;
	if ((strong || (!first_of_line && segment->line != organization_line)) &&
	    !has(entry, CVD_ORGANIZATION))
		return CVD_ORGANIZATION;
	if (segment->line == organization_line && !has(entry, CVD_LOCATION))
		return CVD_LOCATION;
	if (!has(entry, CVD_TITLE))
		return CVD_TITLE;
	return has(entry, CVD_LOCATION) ? CVD_DETAIL : CVD_LOCATION;
}

/* Where an entry's links lead. Their visible words belong to the field they stand in. */
static void add_links(struct cvd_reader *reader, struct cvd_node *entry,
		      const struct cvd_block *block, size_t end)
{
	struct cvd_buf targets = {0};
	struct cvd_value *url;
	uint32_t line = 0;

	for (uint32_t i = 0; i < block->span_count; i++) {
		const struct cvd_span *span = &block->spans[i];

		if (!(span->style & (CVD_SPAN_LINK | CVD_SPAN_IMAGE)) || !span->target.len ||
		    span->start + span->len > end)
			continue;
		if (cvd_reader_repeats(cvd_str_sub(block->text, span->start, span->start + span->len),
				       span->target))
			continue;
		if (targets.len)
			cvd_buf_put(&targets, ' ');
		else
			line = cvd_reader_line_at(block, span->start);
		cvd_buf_add(&targets, span->target);
	}
	if (targets.len) {
		url = cvd_node_field(reader->doc, entry, CVD_URL);
		url->norm = url->present
				    ? cvd_arena_format(&reader->doc->arena, "%.*s %.*s",
						       CVD_STR_ARG(url->norm),
						       CVD_STR_ARG(cvd_buf_str(&targets)))
				    : cvd_arena_copy(&reader->doc->arena, cvd_buf_str(&targets));
		url->line = url->present ? url->line : line;
		url->present = true;
	}
	cvd_buf_free(&targets);
}

void cvd_entry_name_first(struct cvd_header *header, enum cvd_field field)
{
	for (size_t i = 0; i < header->segment_count; i++) {
		struct cvd_segment *segment = &header->segments[i];

		if (segment->line >= 0 || segment->dated || segment->inner)
			continue;
		segment->known = true;
		segment->field = field;
		return;
	}
}

bool cvd_entry_above_is_title(struct cvd_reader *reader, enum cvd_kind kind,
			      const struct cvd_block *above, const struct cvd_block *heading)
{
	struct cvd_arena *scratch = reader->scratch;

	if (kind == CVD_EDUCATION)
		return !cvd_lexicon_is_school(scratch, above->text) &&
		       (cvd_lexicon_is_degree(scratch, above->text) ||
			cvd_lexicon_is_school(scratch, heading->text));
	return cvd_lexicon_is_title(scratch, above->text) &&
	       !cvd_lexicon_is_title(scratch, heading->text);
}

void cvd_entry_fill_above(struct cvd_reader *reader, struct cvd_node *entry,
			  const struct cvd_block *above, enum cvd_field first, bool inherited)
{
	struct cvd_header header = cvd_entry_examine(reader, above, NULL);

	for (size_t i = 0; i < header.segment_count; i++) {
		const struct cvd_segment *segment = &header.segments[i];
		enum cvd_field field = i == 0 ? first : CVD_LOCATION;

		if (i > 0 && has(entry, field))
			field = CVD_DETAIL;
		if (has(entry, field) && inherited)
			continue;
		if (segment->joint.len && !inherited)
			CVD_PUSH(&reader->doc->arena, &reader->doc->layout,
				 (struct cvd_layout_word){segment->joint, entry});
		set(reader, entry, field, segment->text, above->line);
		cvd_node_field(reader->doc, entry, field)->inherited = inherited;
	}
	if (!inherited)
		add_links(reader, entry, above, above->text.len);
}

void cvd_entry_fill(struct cvd_reader *reader, struct cvd_node *entry,
		    const struct cvd_block *heading, const struct cvd_block *paragraph,
		    const struct cvd_header *header)
{
	const struct cvd_block *lines = header->end ? paragraph : NULL;
	int organization_line = -1;

	for (size_t i = 0; i < header->segment_count; i++) {
		const struct cvd_segment *segment = &header->segments[i];
		bool first = i == 0 || header->segments[i - 1].line != segment->line;
		uint32_t line = segment->line < 0 ? heading->line
						  : cvd_reader_line_at(lines, segment->from);
		enum cvd_field field;

		if (segment->dated) {
			set_range(reader, entry, segment, line);
			continue;
		}
		field = segment->line < 0
				? heading_field(reader, entry, segment)
				: paragraph_field(entry, segment, first, organization_line);
		if (segment->joint.len)
			CVD_PUSH(&reader->doc->arena, &reader->doc->layout,
				 (struct cvd_layout_word){segment->joint, entry});
		if (field == CVD_ORGANIZATION)
			organization_line = segment->line;
		set(reader, entry, field, segment->text, line);
	}
	if (heading)
		add_links(reader, entry, heading, heading->text.len);
	if (lines)
		add_links(reader, entry, lines, header->end);
	cvd_reader_set_lines(reader, entry, heading ? heading->line : paragraph->line,
			     lines ? cvd_reader_line_at(lines, header->end - 1) : heading->end_line);
}
