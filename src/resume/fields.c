/*
 * The fields of entries, once it is decided which piece of a header is which (labels.c): neighbouring
 * pieces of one field are one text, dates are start and end, words that only lay the header out go to the
 * document's layout words, links to the url. Linear in the header.
 */
#include "labels.h"

#include "base/buf.h"

#include <string.h>

/* Puts more behind a text of the field. What outgrows its place moves to one of twice the size. */
static void append(struct cvd_reader *reader, struct cvd_header *header, enum cvd_field field,
		   struct cvd_str *text, struct cvd_str mark, struct cvd_str more)
{
	size_t len = text->len + mark.len + more.len;
	char *place = (char *)text->ptr;

	if (len > header->room[field]) {
		header->room[field] = 2 * len;
		place = cvd_arena_alloc(&reader->doc->arena, 2 * len);
		memcpy(place, text->ptr, text->len);
	}
	memcpy(place + text->len, mark.ptr, mark.len);
	memcpy(place + text->len + mark.len, more.ptr, more.len);
	*text = (struct cvd_str){place, len};
}

/* A degree and its field are one title, whatever parts them. */
static bool is_degree(const struct cvd_header *header, enum cvd_field field)
{
	return header->type == CVD_SECTION_EDUCATION && field == CVD_TITLE;
}

/* Gives the words to the field; a field that has words already gets them behind a comma. */
static void set(struct cvd_reader *reader, struct cvd_header *header, enum cvd_field field,
		struct cvd_str text, const struct cvd_piece *piece)
{
	struct cvd_value *value = cvd_node_field(reader->doc, header->node, field);
	bool inherited = piece->above && piece->told;

	if (inherited && value->present)
		return;
	text = cvd_str_trim(cvd_reader_flatten(text));
	if (value->present && value->text.len && !value->inherited) {
		append(reader, header, field, &value->text,
		       is_degree(header, field) ? CVD_STR(" ") : CVD_STR(", "), text);
		return;
	}
	*value = (struct cvd_value){
		.present = true, .inherited = inherited, .text = text, .line = piece->line};
}

static void add_layout(struct cvd_reader *reader, const struct cvd_header *header,
		       struct cvd_str word)
{
	if (word.len)
		CVD_PUSH(&reader->doc->arena, &reader->doc->layout,
			 (struct cvd_layout_word){word, header->node});
}

/* The same field goes on in the next piece, and what stands between is part of it. */
static bool goes_on(const struct cvd_header *header, const uint8_t *fields, size_t i)
{
	const struct cvd_piece *a = &header->pieces[i], *b = a + 1;

	return i + 1 < header->piece_count && fields[i] == fields[i + 1] && !a->dated &&
	       !b->dated && a->block == b->block && !b->label.len && a->told == b->told &&
	       (cvd_labels_go_on((enum cvd_field)fields[i], b->joint) ||
		(b->joint != CVD_JOINT_LINE && a->named != CVD_LABEL_NONE && a->named == b->named));
}

/* [from, to) holds as many parentheses that open as close. */
static bool is_balanced(struct cvd_str text)
{
	int depth = 0;

	for (size_t i = 0; i < text.len && depth >= 0; i++)
		depth += (text.ptr[i] == '(' || text.ptr[i] == '[') -
			 (text.ptr[i] == ')' || text.ptr[i] == ']');
	return depth == 0;
}

/* A mark that is no dash stands between the pieces. */
static bool has_mark(const struct cvd_header *header, size_t first, size_t last)
{
	for (size_t i = first + 1; i <= last; i++)
		if (header->pieces[i].joint == CVD_JOINT_MARK &&
		    !cvd_labels_follows_dash(&header->pieces[i]))
			return true;
	return false;
}

static void set_run(struct cvd_reader *reader, struct cvd_header *header, const uint8_t *fields,
		    size_t first, size_t last)
{
	const struct cvd_piece *a = &header->pieces[first], *b = &header->pieces[last];
	bool outer = first != last && (!a->inner || !b->inner);
	struct cvd_str text = cvd_str_sub(a->block->text, outer ? a->outer_from : a->from,
					  outer ? b->outer_to : b->to);

	if (first == last ||
	    (is_balanced(text) && !(is_degree(header, (enum cvd_field)fields[first]) &&
				    has_mark(header, first, last)))) {
		set(reader, header, (enum cvd_field)fields[first], text, a);
		return;
	}
	for (size_t i = first; i <= last; i++) {
		if (i > first)
			add_layout(reader, header, header->pieces[i].joint_word);
		set(reader, header, (enum cvd_field)fields[i], header->pieces[i].text,
		    &header->pieces[i]);
	}
}

/* `until 2019` */
static bool is_end_word(struct cvd_str word)
{
	static const char *const words[] = {"until", "till", "bis",  "jusqu'en", "jusqu’en",
					    "hasta", "até",  "fino", "tot",      "до",
					    "まで",  "至",   "까지"};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (cvd_str_equal_ascii_nocase(cvd_str_sub(word, 0, strlen(words[i])),
					       cvd_str_from(words[i])))
			return true;
	return false;
}

/* A single date says when a thing was finished, or when a post began. */
static enum cvd_field single_date_field(const struct cvd_header *header,
					const struct cvd_piece *piece)
{
	if (piece->named == CVD_LABEL_END || is_end_word(piece->range.start.rest))
		return CVD_END;
	if (piece->named == CVD_LABEL_START || header->type == CVD_SECTION_WORK ||
	    header->type == CVD_SECTION_VOLUNTEER || header->type == CVD_SECTION_OTHER ||
	    header->type == CVD_SECTION_PROJECTS || header->type == CVD_SECTION_REFERENCES)
		return CVD_START;
	return CVD_END;
}

static void set_date(struct cvd_reader *reader, struct cvd_header *header, enum cvd_field field,
		     const struct cvd_date *date, const struct cvd_piece *piece)
{
	struct cvd_value *value;

	if (!date->present)
		return;
	value = cvd_node_field(reader->doc, header->node, field);
	*value = (struct cvd_value){.present = true,
				    .inherited = piece->above && piece->told,
				    .text = cvd_reader_flatten(date->text),
				    .norm = date->norm,
				    .rest = date->rest,
				    .line = piece->line};
	if (date->ambiguous)
		CVD_PUSH(&reader->doc->arena, &reader->doc->notes,
			 (struct cvd_note){
				 piece->line,
				 cvd_arena_format(
					 &reader->doc->arena, "%.*s is read as %.*s, %s first",
					 CVD_STR_ARG(date->text), CVD_STR_ARG(date->norm),
					 reader->date_order == CVD_DAY_FIRST ? "the day"
									     : "the month")});
}

/* `2019-`: there is no word that says so. */
static void set_open_end(struct cvd_reader *reader, struct cvd_header *header,
			 const struct cvd_piece *piece)
{
	struct cvd_value *value = cvd_node_field(reader->doc, header->node, CVD_END);

	*value = (struct cvd_value){.present = true,
				    .inherited = piece->above && piece->told,
				    .norm = CVD_STR("present"),
				    .line = piece->line};
}

static bool is_before(struct cvd_str a, struct cvd_str b)
{
	return cvd_str_compare(a, b) < 0;
}

/*
 * Of several ranges in one header the first start and the last end are the entry's; the dates between
 * are detail. An end alone completes a start alone.
 */
static void set_dates(struct cvd_reader *reader, struct cvd_header *header)
{
	const struct cvd_piece *start = NULL, *end = NULL;
	bool own = false;

	for (size_t i = 0; i < header->piece_count; i++)
		own |= header->pieces[i].dated && !header->pieces[i].above;
	for (size_t i = 0; i < header->piece_count; i++) {
		const struct cvd_piece *piece = &header->pieces[i];
		const struct cvd_date_range *range = &piece->range;
		bool ends = range->single && single_date_field(header, piece) == CVD_END;

		if (!piece->dated || (own && piece->above))
			continue;
		if (!ends && range->start.present &&
		    (!start || is_before(range->start.norm, start->range.start.norm)))
			start = piece;
		if ((ends && (!end || (end->range.single &&
				       is_before(end->range.start.norm, range->start.norm)))) ||
		    (!range->single && range->end.present &&
		     (!end || is_before(end->range.end.norm, range->end.norm))))
			end = piece;
	}
	for (size_t i = 0; i < header->piece_count; i++) {
		const struct cvd_piece *piece = &header->pieces[i];
		const struct cvd_date_range *range = &piece->range;
		bool told = !piece->above || !piece->told;

		if (!piece->dated)
			continue;
		if (told) {
			add_layout(reader, header, piece->label);
			add_layout(reader, header, piece->joint_word);
		}
		if (piece != start && piece != end) {
			if (told)
				set(reader, header, CVD_DETAIL, piece->text, piece);
			continue;
		}
		if (told)
			add_layout(reader, header, range->separator);
		if (piece == start)
			set_date(reader, header, CVD_START, &range->start, piece);
		else if (!range->single && told)
			set(reader, header, CVD_DETAIL, range->start.text, piece);
		if (piece == end)
			set_date(reader, header, CVD_END,
				 range->single ? &range->start : &range->end, piece);
		else if (range->end.present && told)
			set(reader, header, CVD_DETAIL, range->end.text, piece);
		if (piece == start && !end && !range->single && !range->duration.len)
			set_open_end(reader, header, piece);
		if (range->duration.len && told)
			set(reader, header, CVD_DETAIL, range->duration, piece);
	}
}

/* What has more spans above several positions is asked for its links once. */
#define INHERITED_SPANS 64

/* A heading and its logo lead to the same page. */
static bool is_same_page(struct cvd_str a, struct cvd_str b)
{
	a.len -= cvd_str_ends_with(a, CVD_STR("/"));
	b.len -= cvd_str_ends_with(b, CVD_STR("/"));
	return cvd_str_equal(a, b);
}

/* Where the header's links lead. Their visible words belong to the field they stand in. */
static void add_links(struct cvd_reader *reader, struct cvd_header *header,
		      const struct cvd_header_line *line)
{
	const struct cvd_block *block = line->block;
	struct cvd_value *url;

	if (line->told && block->span_count > INHERITED_SPANS)
		return;
	for (uint32_t i = 0; i < block->span_count; i++) {
		const struct cvd_span *span = &block->spans[i];

		if (!(span->style & (CVD_SPAN_LINK | CVD_SPAN_IMAGE)) || !span->target.len ||
		    span->start < line->from || span->start + span->len > line->to ||
		    cvd_reader_repeats(cvd_str_sub(block->text, span->start, span->start + span->len),
				       span->target))
			continue;
		url = cvd_node_field(reader->doc, header->node, CVD_URL);
		if (url->present && !url->inherited && is_same_page(url->norm, span->target))
			continue;
		if (url->present && !url->inherited) {
			append(reader, header, CVD_URL, &url->norm, CVD_STR(" "), span->target);
			continue;
		}
		*url = (struct cvd_value){.present = true,
					  .inherited = line->above && line->told,
					  .norm = span->target,
					  .line = cvd_reader_line_at(block, span->start)};
	}
}

/* The visible words of an address lay the header out; those of a URL are where it leads, too. */
static void set_address(struct cvd_reader *reader, struct cvd_header *header,
			const struct cvd_piece *piece)
{
	struct cvd_value *url = cvd_node_field(reader->doc, header->node, CVD_URL);
	bool inherited = piece->above && piece->told;
	struct cvd_str text = cvd_str_trim(cvd_reader_flatten(piece->text));

	if (!inherited)
		add_layout(reader, header, text);
	if (!url->present && cvd_str_find_char(text, '.', 0) != SIZE_MAX)
		*url = (struct cvd_value){
			.present = true, .inherited = inherited, .norm = text, .line = piece->line};
}

static const char *title_evidence(const struct cvd_header *header, const uint8_t *fields)
{
	for (size_t i = 0; i < header->piece_count; i++) {
		const struct cvd_piece *piece = &header->pieces[i];

		if (piece->dated || fields[i] != CVD_TITLE)
			continue;
		if (piece->named != CVD_LABEL_NONE)
			return "title by its label";
		if (piece->words.any & (CVD_WORD_TITLE | CVD_WORD_DEGREE))
			return "title by its words";
		return "title by its place";
	}
	return "no title";
}

static const char *join_reasons(struct cvd_arena *arena, struct cvd_str shape,
				struct cvd_str evidence)
{
	char *reason = cvd_arena_alloc(arena, shape.len + 2 + evidence.len + 1);

	memcpy(reason, shape.ptr, shape.len);
	memcpy(reason + shape.len, "; ", sizeof "; ");
	memcpy(reason + shape.len + 2, evidence.ptr, evidence.len + 1);
	return reason;
}

static void fill(struct cvd_reader *reader, struct cvd_header *header, const uint8_t *fields)
{
	set_dates(reader, header);
	for (size_t i = 0; i < header->piece_count; i++) {
		const struct cvd_piece *piece = &header->pieces[i];
		size_t first = i;

		if (piece->dated)
			continue;
		if (!piece->above || !piece->told) {
			add_layout(reader, header, piece->label);
			add_layout(reader, header, piece->joint_word);
		}
		if (fields[i] == CVD_URL) {
			set_address(reader, header, piece);
			continue;
		}
		while (goes_on(header, fields, i))
			i++;
		set_run(reader, header, fields, first, i);
	}
	for (size_t i = 0; i < header->line_count; i++)
		add_links(reader, header, &header->lines[i]);
	header->node->reason = join_reasons(&reader->doc->arena, cvd_str_from(header->shape),
					    cvd_str_from(title_evidence(header, fields)));
}

void cvd_fields_assign(struct cvd_reader *reader, struct cvd_header *headers)
{
	struct cvd_labels *labels = cvd_labels_learn(reader->scratch, headers);

	for (struct cvd_header *header = headers; header; header = header->next) {
		uint8_t *fields = CVD_NEW_ARRAY(reader->scratch, uint8_t, header->piece_count + 1);

		if (!header->node)
			continue;
		cvd_labels_decide(labels, header, fields);
		fill(reader, header, fields);
	}
}
