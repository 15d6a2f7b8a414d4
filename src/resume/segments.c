/*
 * An entry's header is cut into segments at separators and at the borders of inline markup: a heading,
 * the paragraph under it, or a paragraph alone. The separators are punctuation, so no word falls
 * between two segments. Dates are found on the way, because a range of dates holds separators too.
 *
 * Linear in the header; headers over HEADER_BYTES are taken as one segment.
 */
#include "segments.h"

#include <string.h>

#define HEADER_BYTES 1000
/* A line of a header is short and no sentence. */
#define HEADER_LINE_WORDS 16

/* --- cutting ----------------------------------------------------------------------------------- */

static int covering_style(const struct cvd_block *block, size_t from, size_t to)
{
	int style = 0;

	for (uint32_t i = 0; i < block->span_count; i++)
		if (block->spans[i].start <= from &&
		    block->spans[i].start + block->spans[i].len >= to)
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

#define ANY_STYLE (~0)
#define LINK_OR_CODE (CVD_SPAN_LINK | CVD_SPAN_IMAGE | CVD_SPAN_CODE)

/* Within a span of one of the styles. */
static bool is_inside(const struct cvd_block *block, size_t at, int styles)
{
	for (uint32_t i = 0; i < block->span_count; i++)
		if ((block->spans[i].style & styles) && block->spans[i].start < at &&
		    at < block->spans[i].start + block->spans[i].len)
			return true;
	return false;
}

/* Length of a separator between two parts of a header at `at`, 0 if there is none. Dashes separate
 * only between spaces, and weakly: a range of dates has them too. */
static size_t separator_at(struct cvd_str text, size_t at, bool *weak)
{
	static const char *const dashes[] = {"—", "–", "-", "―"};
	struct cvd_str rest = cvd_str_sub(text, at, text.len);
	size_t mark = cvd_reader_mark_at(text, at);

	*weak = !mark;
	if (mark || at == 0 || text.ptr[at - 1] != ' ')
		return mark;
	for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
		size_t len = strlen(dashes[i]);

		if (cvd_str_starts_with(rest, cvd_str_from(dashes[i])) &&
		    (rest.len == len || rest.ptr[len] == ' '))
			return len;
	}
	return 0;
}

static bool is_separator_byte(char c)
{
	return c == ' ' || c == ',' || c == ':' || c == ';';
}

/* Adds [from, to) without the separators at its ends. */
static void add_segment(struct cvd_segments *segments, const struct cvd_block *block, size_t from,
			size_t to, int line)
{
	struct cvd_segment *segment;

	while (from < to && (is_separator_byte(block->text.ptr[from]) ||
			     cvd_reader_is_break(block->text.ptr[from])))
		from++;
	while (to > from && (is_separator_byte(block->text.ptr[to - 1]) ||
			     cvd_reader_is_break(block->text.ptr[to - 1])))
		to--;
	if (from == to)
		return;
	if (segments->len == CVD_SEGMENTS) {
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
	/* no field holds a duration */
	segment->dated =
		cvd_date_range_read(&reader->doc->arena, text, CVD_DAY_FIRST, &segment->range) &&
		!segment->range.duration.len;
	return segment->dated;
}

/* A date behind a comma or in front of a colon: `Place, 2018 – 2020`, `2019-2021: Title`. */
static bool split_comma(struct cvd_reader *reader, struct cvd_segments *segments,
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
		if (segments->len < CVD_SEGMENTS)
			segments->items[segments->len++] = part;
		if (colon)
			add_segment(segments, block, part.to, whole.to, whole.line);
		return true;
	}
	return false;
}

static void cut_line(struct cvd_reader *reader, struct cvd_segments *segments,
		     const struct cvd_block *block, size_t from, size_t to, int line);

/* Where the parenthesis that ends the text begins, or SIZE_MAX. */
static size_t last_parenthesis(struct cvd_str text)
{
	size_t open = text.len;

	if (text.len < 3 || text.ptr[text.len - 1] != ')')
		return SIZE_MAX;
	while (open > 0 && text.ptr[open - 1] != '(')
		open--;
	return open ? open - 1 : SIZE_MAX;
}

/* `(with distinction)` on its own is a part without its marks; `Org (Jan 2019 – 2021, Remote)` is cut
 * if a date stands in the parenthesis, and left alone otherwise. */
static void split_parentheses(struct cvd_reader *reader, struct cvd_segments *segments,
			      const struct cvd_block *block)
{
	struct cvd_segment whole = segments->items[segments->len - 1];
	size_t open = last_parenthesis(whole.text), before = segments->len - 1, first;
	bool dated = false;

	if (open == SIZE_MAX)
		return;
	segments->len--;
	if (open)
		add_segment(segments, block, whole.from, whole.from + open, whole.line);
	first = segments->len;
	if (open)
		cut_line(reader, segments, block, whole.from + open + 1, whole.to - 1, whole.line);
	else
		add_segment(segments, block, whole.from + 1, whole.to - 1, whole.line);
	for (size_t i = first; i < segments->len; i++) {
		segments->items[i].inner = true;
		dated |= segments->items[i].dated;
	}
	for (size_t i = first; i < segments->len; i++)
		segments->items[i].beside_date = dated;
	if (open && !dated) {
		segments->items[before] = whole;
		segments->len = before + 1;
	}
}

/* The last words of a line hold a range of dates: `Org Nov 2020 -- Present`. A single date may be
 * part of a name. */
#define DATE_WORDS 8

static bool split_last_words(struct cvd_reader *reader, struct cvd_segments *segments,
			     const struct cvd_block *block)
{
	struct cvd_segment whole = segments->items[segments->len - 1], best = {0};
	size_t words = 0;

	for (size_t at = whole.text.len; at > 1 && words < DATE_WORDS; at--) {
		struct cvd_segment part = whole;

		if (whole.text.ptr[at - 1] != ' ')
			continue;
		words++;
		part.from = whole.from + at;
		part.text = cvd_str_sub(block->text, part.from, part.to);
		if (read_date(reader, &part) && !part.range.single && part.range.end.present)
			best = part;
	}
	if (!best.dated)
		return false;
	segments->len--;
	add_segment(segments, block, whole.from, best.from, whole.line);
	if (segments->len < CVD_SEGMENTS)
		segments->items[segments->len++] = best;
	return true;
}

static void finish_segment(struct cvd_reader *reader, struct cvd_segments *segments,
			   const struct cvd_block *block, size_t before)
{
	if (segments->len == before)
		return;
	if (read_date(reader, &segments->items[segments->len - 1]))
		return;
	if (!split_comma(reader, segments, block) && !split_last_words(reader, segments, block))
		split_parentheses(reader, segments, block);
}

/*
 * Where the longest date that begins at `from` ends: at one of the parts' ends, or at a comma in one
 * (`Jan 2019 – May 2020, Remote`). *last becomes the part it ends in; without a date, that is the
 * first part, whole.
 */
static size_t date_run_end(struct cvd_reader *reader, struct cvd_str text, size_t from,
			   const size_t *ends, size_t count, size_t *last)
{
	size_t first = *last;

	for (size_t part = count; part-- > 0;) {
		size_t begin = part ? ends[part - 1] : from;

		for (size_t end = ends[part]; end > begin; end--) {
			struct cvd_segment run = {
				.text = cvd_str_trim(cvd_str_sub(text, from, end))};

			if (end < ends[part] && text.ptr[end] != ',')
				continue;
			if (part == 0 && end < ends[part])
				break; /* split_comma does that */
			if (read_date(reader, &run)) {
				*last = first + part;
				return end;
			}
		}
	}
	return ends[0];
}

/* Cuts a piece without strong separators at its dashes, except within a range of dates: the longest
 * run of parts that reads as a date is one. */
/* Where a range of dates behind a comma begins, whose dash must not be cut at; `to` if there is none:
 * `Org, Title, 2017 – 2019`. */
static size_t last_range(struct cvd_reader *reader, struct cvd_str text, size_t from, size_t to)
{
	for (size_t at = from; at + 1 < to; at++) {
		struct cvd_segment part = {.text = cvd_str_trim(cvd_str_sub(text, at + 1, to))};

		if (text.ptr[at] == ',' && read_date(reader, &part) && !part.range.single)
			return at;
	}
	return to;
}

static void cut_dashes(struct cvd_reader *reader, struct cvd_segments *segments,
		       const struct cvd_block *block, size_t from, size_t to, int line)
{
	size_t cuts[CVD_SEGMENTS], ends[CVD_SEGMENTS], count = 0, depth = 0;
	size_t whole = to, before;
	bool weak;

	to = last_range(reader, block->text, from, to);
	cuts[count] = from;
	for (size_t at = from; at < to; at++) {
		size_t len = separator_at(block->text, at, &weak);

		depth += block->text.ptr[at] == '(';
		depth -= block->text.ptr[at] == ')' && depth;
		if (!len || depth || count + 1 == CVD_SEGMENTS || is_inside(block, at, ANY_STYLE))
			continue;
		ends[count++] = at;
		cuts[count] = at + len;
		at += len - 1;
	}
	ends[count++] = to;
	for (size_t i = 0; i < count; i++) {
		size_t last = i, end;

		before = segments->len;
		end = date_run_end(reader, block->text, cuts[i], &ends[i], count - i, &last);
		add_segment(segments, block, cuts[i], end, line);
		finish_segment(reader, segments, block, before);
		i = last;
		if (end == ends[last])
			continue;
		/* the rest of the part behind the date */
		cuts[i] = end;
		i--;
	}
	before = segments->len;
	add_segment(segments, block, to, whole, line);
	finish_segment(reader, segments, block, before);
}

/* A mark or a space that words do not hold begins at the byte. */
static bool is_mark(struct cvd_str text, size_t at)
{
	static const char *const marks[] = {"·",  "•",  "‐",  "–",  "—",  "―",
					    "、", "，", "｜", "（", "）", "・"};

	if (at >= text.len || strchr(" ,;:|()[]/-\n\r", text.ptr[at]))
		return true;
	for (size_t i = 0; (unsigned char)text.ptr[at] >= 0x80 && i < sizeof marks / sizeof *marks;
	     i++)
		if (cvd_str_starts_with(cvd_str_sub(text, at, text.len), cvd_str_from(marks[i])))
			return true;
	return false;
}

/* Markup may begin in the middle of a word, a field may not. */
static bool is_within_word(struct cvd_str text, size_t at)
{
	size_t before = at;

	while (before > 0 && ((unsigned char)text.ptr[--before] & 0xc0) == 0x80)
		;
	return at > 0 && !is_mark(text, before) && !is_mark(text, at);
}

/* Cuts [from, to) of the block's text, one line, into segments. */
static void cut_line(struct cvd_reader *reader, struct cvd_segments *segments,
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

		if (len && !weak && !is_inside(block, at, LINK_OR_CODE)) {
			cut_dashes(reader, segments, block, start, at, line);
			start = at + len;
		} else if (at > start && is_border(block, at) && !is_inside(block, at, ANY_STYLE) &&
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

	while (at < block->text.len &&
	       !(cvd_reader_is_break(block->text.ptr[at]) && !is_inside(block, at, ANY_STYLE)))
		at++;
	return at;
}

static bool is_sentence(struct cvd_str line)
{
	char last = line.len ? line.ptr[line.len - 1] : ' ';

	return cvd_reader_count_words(line) > HEADER_LINE_WORDS ||
	       ((last == '.' || last == ';' || last == '!') && cvd_reader_count_words(line) > 4);
}

static bool has_date(const struct cvd_segments *segments, size_t from)
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
static size_t cut_paragraph(struct cvd_reader *reader, struct cvd_segments *segments,
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
			if ((segments->items[before].style & CVD_SPAN_STRONG) &&
			    !segments->items[before].dated)
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

/* The first line with anything but dates. */
static int first_line(const struct cvd_segments *segments)
{
	for (size_t i = 0; i < segments->len; i++)
		if (!segments->items[i].dated)
			return segments->items[i].line;
	return 0;
}

struct cvd_header cvd_entry_examine(struct cvd_reader *reader, const struct cvd_block *heading,
				    const struct cvd_block *paragraph)
{
	struct cvd_header header = {0};
	struct cvd_segments segments;

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
	if (paragraph)
		header.end = cut_paragraph(reader, &segments, paragraph, &header);
	if (!heading || !header.organization)
		cvd_segments_name(reader, &segments, heading ? -1 : first_line(&segments));
	for (size_t i = 0, parts = 0; i < segments.len; i++) {
		parts += segments.items[i].line < 0 && !segments.items[i].dated &&
			 !segments.items[i].inner;
		header.piped = parts > 1;
	}
	for (size_t i = 0; i < segments.len; i++) {
		header.marked |= (i == 0 || segments.items[i - 1].line != segments.items[i].line) &&
				 is_marked(&segments.items[i]);
		header.named |= segments.items[i].known;
		header.begins_dated |= i == 0 && segments.items[i].dated;
		header.dated |= segments.items[i].dated;
		header.ranged |= segments.items[i].dated && !segments.items[i].range.single;
	}
	header.segment_count = segments.len;
	header.segments = cvd_arena_alloc(reader->scratch, segments.len * sizeof *header.segments);
	if (segments.len)
		memcpy(header.segments, segments.items, segments.len * sizeof *header.segments);
	return header;
}
