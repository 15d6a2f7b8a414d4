/*
 * An entry's header: a heading, the paragraph under it, or a paragraph alone, cut into segments at
 * separators and at the borders of inline markup; then each segment is given to a field by what it
 * is (a date, a link, something strong) and by its place.
 *
 * The separators are punctuation, so no word falls between two fields; the one word that may stand
 * between two dates (`to`) goes to the document's layout words. A header that is not understood
 * costs this entry its fields and nothing else: what is left of the paragraph is a statement.
 *
 * Linear in the header; headers over HEADER_BYTES are taken as a title whole.
 */
#include "dates.h"
#include "lexicon.h"
#include "reader.h"

#include "base/buf.h"

#include <string.h>

#define HEADER_BYTES 1000
#define MAX_SEGMENTS 64
/* A line of a header is short and no sentence. */
#define HEADER_LINE_WORDS 16

struct cvd_segment {
	size_t from, to; /* bytes of the block's text */
	struct cvd_str text;
	int style;  /* what covers all of it */
	int line;   /* of the paragraph, from 0; -1: of the heading */
	bool inner; /* stood in parentheses */
	bool dated;
	struct cvd_date_range range;
};

struct segments {
	struct cvd_segment items[MAX_SEGMENTS];
	size_t len;
	bool full; /* there were more */
};

/* --- cutting ----------------------------------------------------------------------------------- */

static bool is_break(char c)
{
	return c == CVD_BREAK_SOFT || c == CVD_BREAK_HARD;
}

static int covering_style(const struct cvd_block *block, size_t from, size_t to)
{
	int style = 0;

	for (uint32_t i = 0; i < block->span_count; i++)
		if (block->spans[i].start <= from && block->spans[i].start + block->spans[i].len >= to)
			style |= block->spans[i].style;
	return style;
}

/* A border of strong, emphasised or code text lies at the byte: inside it there is no cutting. */
static bool is_border(const struct cvd_block *block, size_t at)
{
	for (uint32_t i = 0; i < block->span_count; i++) {
		const struct cvd_span *span = &block->spans[i];

		if ((span->style & (CVD_SPAN_STRONG | CVD_SPAN_EMPHASIS | CVD_SPAN_CODE)) &&
		    (span->start == at || span->start + span->len == at))
			return true;
	}
	return false;
}

static bool is_inside(const struct cvd_block *block, size_t at)
{
	for (uint32_t i = 0; i < block->span_count; i++)
		if (block->spans[i].start < at && at < block->spans[i].start + block->spans[i].len)
			return true;
	return false;
}

/* Length of a separator between two parts of a header at `at`, 0 if there is none. Dashes separate
 * only between spaces, and weakly: a range of dates has them too. */
static size_t separator_at(struct cvd_str text, size_t at, bool *weak)
{
	static const char *const strong[] = {"|", "·", "•", "∙", "｜"};
	static const char *const dashes[] = {"—", "–", "-", "―"};
	struct cvd_str rest = cvd_str_sub(text, at, text.len);
	char c = text.ptr[at];

	if (c != '|' && c != '-' && (unsigned char)c < 0x80)
		return 0;
	*weak = false;
	for (size_t i = 0; i < sizeof strong / sizeof *strong; i++)
		if (cvd_str_starts_with(rest, cvd_str_from(strong[i])))
			return strlen(strong[i]);
	*weak = true;
	for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
		size_t len = strlen(dashes[i]);

		if (cvd_str_starts_with(rest, cvd_str_from(dashes[i])) && at > 0 &&
		    text.ptr[at - 1] == ' ' && (rest.len == len || rest.ptr[len] == ' '))
			return len;
	}
	return 0;
}

static bool is_separator_byte(char c)
{
	return c == ' ' || c == ',' || c == ':' || c == ';';
}

/* Adds [from, to) without the separators at its ends. */
static void add_segment(struct segments *segments, const struct cvd_block *block, size_t from,
			size_t to, int line)
{
	struct cvd_segment *segment;

	while (from < to && (is_separator_byte(block->text.ptr[from]) || is_break(block->text.ptr[from])))
		from++;
	while (to > from &&
	       (is_separator_byte(block->text.ptr[to - 1]) || is_break(block->text.ptr[to - 1])))
		to--;
	if (from == to)
		return;
	if (segments->len == MAX_SEGMENTS) {
		segments->full = true;
		return;
	}
	segment = &segments->items[segments->len++];
	*segment = (struct cvd_segment){.from = from, .to = to, .line = line};
	segment->text = cvd_str_sub(block->text, from, to);
	segment->style = covering_style(block, from, to);
}

static bool read_date(struct cvd_reader *reader, struct cvd_segment *segment)
{
	struct cvd_str text = segment->text;

	/* `*(2019 – 2021)*` */
	if (text.len > 2 && text.ptr[0] == '(' && text.ptr[text.len - 1] == ')')
		text = cvd_str_sub(text, 1, text.len - 1);
	segment->dated = cvd_date_range_read(&reader->doc->arena, text, &segment->range);
	return segment->dated;
}

/* A segment in parentheses of its own, or at the end of another: `Org (2019 – 2021)`. A date there
 * is cut off; other text only if its markup sets it apart. */
static void split_parentheses(struct cvd_reader *reader, struct segments *segments,
			      const struct cvd_block *block)
{
	struct cvd_segment *segment = &segments->items[segments->len - 1], inner;
	struct cvd_str text = segment->text;
	size_t open;

	if (segment->dated || text.len < 3 || text.ptr[text.len - 1] != ')')
		return;
	for (open = text.len - 1; open > 0 && text.ptr[open] != '('; open--)
		;
	if (text.ptr[open] != '(')
		return;
	inner = *segment;
	inner.from = segment->from + open + 1;
	inner.to = segment->to - 1;
	inner.text = cvd_str_sub(text, open + 1, text.len - 1);
	inner.inner = true;
	if (open == 0) {
		if (cvd_str_find_char(inner.text, ')', 0) == SIZE_MAX)
			*segment = inner;
		return;
	}
	if (!read_date(reader, &inner))
		return;
	segments->len--;
	add_segment(segments, block, segment->from, segment->from + open, segment->line);
	if (segments->len < MAX_SEGMENTS)
		segments->items[segments->len++] = inner;
}

/* A date behind a comma or in front of a colon: `Place, 2018 – 2020`, `2019-2021: Title`. */
static bool split_comma(struct cvd_reader *reader, struct segments *segments,
			const struct cvd_block *block)
{
	struct cvd_segment whole = segments->items[segments->len - 1];

	for (size_t at = 1; at + 1 < whole.text.len; at++) {
		struct cvd_segment part = whole;
		bool colon = whole.text.ptr[at] == ':';

		if ((whole.text.ptr[at] != ',' && !colon) || whole.text.ptr[at + 1] != ' ')
			continue;
		part.from = colon ? whole.from : whole.from + at + 2;
		part.to = colon ? whole.from + at : whole.to;
		part.text = cvd_str_sub(block->text, part.from, part.to);
		if (!read_date(reader, &part))
			continue;
		segments->len--;
		if (!colon)
			add_segment(segments, block, whole.from, whole.from + at, whole.line);
		if (segments->len < MAX_SEGMENTS)
			segments->items[segments->len++] = part;
		if (colon)
			add_segment(segments, block, part.to, whole.to, whole.line);
		return true;
	}
	return false;
}

static void finish_segment(struct cvd_reader *reader, struct segments *segments,
			   const struct cvd_block *block, size_t before)
{
	if (segments->len == before)
		return;
	if (read_date(reader, &segments->items[segments->len - 1]))
		return;
	if (!split_comma(reader, segments, block))
		split_parentheses(reader, segments, block);
}

/* Cuts a piece without strong separators at its dashes, except within a range of dates: the longest
 * run of parts that reads as a date is one. */
static void cut_dashes(struct cvd_reader *reader, struct segments *segments,
		       const struct cvd_block *block, size_t from, size_t to, int line)
{
	size_t cuts[MAX_SEGMENTS], ends[MAX_SEGMENTS], count = 0;
	bool weak;

	cuts[count] = from;
	for (size_t at = from; at < to; at++) {
		size_t len = separator_at(block->text, at, &weak);

		if (!len || count + 1 == MAX_SEGMENTS || is_inside(block, at))
			continue;
		ends[count++] = at;
		cuts[count] = at + len;
		at += len - 1;
	}
	ends[count++] = to;
	for (size_t i = 0; i < count; i++) {
		size_t before = segments->len;
		size_t last = count - 1;

		for (; last > i; last--) {
			struct cvd_segment run = {.text = cvd_str_trim(
						      cvd_str_sub(block->text, cuts[i], ends[last]))};

			if (read_date(reader, &run))
				break;
		}
		add_segment(segments, block, cuts[i], ends[last], line);
		finish_segment(reader, segments, block, before);
		i = last;
	}
}

static bool is_word_byte(char c)
{
	return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z') ||
	       (unsigned char)c >= 0x80;
}

/* Markup may begin in the middle of a word, a field may not. */
static bool is_within_word(struct cvd_str text, size_t at)
{
	return at > 0 && at < text.len && is_word_byte(text.ptr[at - 1]) && is_word_byte(text.ptr[at]);
}

/* Cuts [from, to) of the block's text, one line, into segments. */
static void cut_line(struct cvd_reader *reader, struct segments *segments,
		     const struct cvd_block *block, size_t from, size_t to, int line)
{
	size_t start = from;
	struct cvd_segment whole = {.text = cvd_str_trim(cvd_str_sub(block->text, from, to))};
	bool weak;

	if (read_date(reader, &whole)) {
		add_segment(segments, block, from, to, line);
		if (segments->len)
			read_date(reader, &segments->items[segments->len - 1]);
		return;
	}
	for (size_t at = from; at < to; at++) {
		size_t len = separator_at(block->text, at, &weak);

		if (len && !weak && !is_inside(block, at)) {
			cut_dashes(reader, segments, block, start, at, line);
			start = at + len;
		} else if (at > start && is_border(block, at) && !is_inside(block, at) &&
			   !is_within_word(block->text, at)) {
			cut_dashes(reader, segments, block, start, at, line);
			start = at;
		}
	}
	cut_dashes(reader, segments, block, start, to, line);
}

/* --- the paragraph: how much of it is header ---------------------------------------------------- */

/* End of the line that begins at `from`: a break outside markup. */
static size_t line_end(const struct cvd_block *block, size_t from)
{
	size_t at = from;

	while (at < block->text.len && !(is_break(block->text.ptr[at]) && !is_inside(block, at)))
		at++;
	return at;
}

static bool is_sentence(struct cvd_str line)
{
	char last = line.len ? line.ptr[line.len - 1] : ' ';

	return cvd_reader_count_words(line) > HEADER_LINE_WORDS ||
	       ((last == '.' || last == ';' || last == '!') && cvd_reader_count_words(line) > 4);
}

static bool has_date(const struct segments *segments, size_t from)
{
	for (size_t i = from; i < segments->len; i++)
		if (segments->items[i].dated)
			return true;
	return false;
}

static bool is_marked(const struct cvd_segment *segment)
{
	return segment->style & (CVD_SPAN_STRONG | CVD_SPAN_EMPHASIS | CVD_SPAN_CODE);
}

/*
 * Lines are header from the top as long as each is short and holds a date, or begins with marked
 * text; an unmarked line between such lines belongs to them (a degree between school and date), but
 * none at the end.
 */
static size_t cut_paragraph(struct cvd_reader *reader, struct segments *segments,
			    const struct cvd_block *block, struct cvd_header *header)
{
	size_t from = 0, good_end = 0, good_segments = segments->len;
	int line = 0;

	if (block->text.len > HEADER_BYTES)
		return 0;
	while (from < block->text.len) {
		size_t end = line_end(block, from), before = segments->len;
		struct cvd_str text = cvd_str_sub(block->text, from, end);

		if (is_sentence(text))
			break;
		cut_line(reader, segments, block, from, end, line);
		if (segments->full)
			break;
		if (has_date(segments, before) ||
		    (segments->len > before && is_marked(&segments->items[before]))) {
			good_end = end;
			good_segments = segments->len;
			if (segments->items[before].style & CVD_SPAN_STRONG)
				header->organization = true;
		} else if (line == 0) {
			break;
		}
		from = end + 1;
		line++;
	}
	segments->len = good_segments;
	return good_end;
}

struct cvd_header cvd_entry_examine(struct cvd_reader *reader, const struct cvd_block *heading,
				    const struct cvd_block *paragraph)
{
	struct cvd_header header = {0};
	struct segments segments;

	segments.len = 0;
	segments.full = false;
	if (heading && heading->text.len <= HEADER_BYTES)
		cut_line(reader, &segments, heading, 0, heading->text.len, -1);
	if (heading && (segments.full || heading->text.len > HEADER_BYTES)) {
		segments.items[0] = (struct cvd_segment){
			.to = heading->text.len, .text = heading->text, .line = -1};
		segments.len = 1;
		segments.full = false;
	}
	header.piped = segments.len > 1;
	if (paragraph)
		header.end = cut_paragraph(reader, &segments, paragraph, &header);
	for (size_t i = 0; i < segments.len; i++) {
		header.dated |= segments.items[i].dated;
		header.ranged |= segments.items[i].dated && !segments.items[i].range.single;
	}
	header.segment_count = segments.len;
	header.segments = cvd_arena_alloc(reader->scratch, segments.len * sizeof *header.segments);
	if (segments.len)
		memcpy(header.segments, segments.items, segments.len * sizeof *header.segments);
	return header;
}

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
		CVD_PUSH(&reader->doc->arena, &reader->doc->layout, segment->range.separator);
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

	if (segment->inner)
		return CVD_DETAIL;
	if (entry->kind == CVD_EDUCATION && !has(entry, CVD_ORGANIZATION) &&
	    cvd_lexicon_is_school(reader->scratch, segment->text))
		return CVD_ORGANIZATION;
	if (!has(entry, CVD_TITLE))
		return CVD_TITLE;
	if (!has(entry, second))
		return second;
	return has(entry, CVD_LOCATION) ? CVD_DETAIL : CVD_LOCATION;
}

static enum cvd_field paragraph_field(const struct cvd_node *entry, const struct cvd_segment *segment,
				      bool first_of_line, int organization_line)
{
	bool strong = segment->style & CVD_SPAN_STRONG;

	if (segment->inner)
		return CVD_DETAIL;
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

/* Where an entry's link leads. Its visible words belong to the field they stand in. */
static void add_links(struct cvd_reader *reader, struct cvd_node *entry,
		      const struct cvd_block *block, size_t end)
{
	for (uint32_t i = 0; i < block->span_count; i++) {
		const struct cvd_span *span = &block->spans[i];
		struct cvd_value *url;

		if (!(span->style & (CVD_SPAN_LINK | CVD_SPAN_IMAGE)) || !span->target.len ||
		    span->start + span->len > end)
			continue;
		if (cvd_reader_repeats(cvd_str_sub(block->text, span->start, span->start + span->len),
				       span->target))
			continue;
		url = cvd_node_field(reader->doc, entry, CVD_URL);
		url->norm = url->present ? cvd_arena_format(&reader->doc->arena, "%.*s %.*s",
							    CVD_STR_ARG(url->norm),
							    CVD_STR_ARG(span->target))
					 : span->target;
		url->present = true;
		if (!url->line)
			url->line = cvd_reader_line_at(block, span->start);
	}
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
		field = segment->line < 0 ? heading_field(reader, entry, segment)
					  : paragraph_field(entry, segment, first,
							    organization_line);
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
