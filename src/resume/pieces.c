/*
 * A header is cut into pieces at dates, separators, words that join (`at`) and borders of markup. A
 * strong separator always parts two fields; a weak one (a comma, a parenthesis, a border) may stand in
 * one, which fields.c decides. Only punctuation falls between two pieces, and the words of labels and
 * joints, which the pieces keep.
 *
 * Linear in the header; texts over HEADER_BYTES are one piece.
 */
#include "pieces.h"

#include "base/text.h"
#include "pieces_text.h"

#include <string.h>

#define HEADER_BYTES 1000
/* The most that one header is cut into. */
#define PIECES 64
/* A number from here on that begins a heading is no year. */
#define NO_YEAR "2040"

struct cutter {
	struct cvd_reader *reader;
	const struct cvd_block *block;
	struct cvd_piece *items; /* PIECES of them */
	size_t len;
	const uint8_t *marks; /* of the line that is cut: MARK_… for each byte, and for its end */
	size_t marks_from;
	bool full;
	uint16_t row;
	uint8_t segment, atom;
	enum cvd_joint joint; /* in front of the next piece */
	struct cvd_str joint_word;
	enum cvd_label named;
	struct cvd_str label;
	size_t paren;     /* where the parenthesis that is open begins, SIZE_MAX if none is */
	size_t nested;    /* parentheses that are open in it */
	size_t date_from; /* of the line's next date, or the line's end */
};

/* --- markup ------------------------------------------------------------------------------------- */

#define MARKUP (CVD_SPAN_STRONG | CVD_SPAN_EMPHASIS | CVD_SPAN_CODE)

static int covering_style(const struct cvd_block *block, size_t from, size_t to)
{
	int style = 0;

	for (uint32_t i = 0; i < block->span_count; i++)
		if (block->spans[i].start <= from &&
		    block->spans[i].start + block->spans[i].len >= to)
			style |= block->spans[i].style;
	return style;
}

static bool is_inside(const struct cvd_block *block, size_t at, int styles)
{
	for (uint32_t i = 0; i < block->span_count; i++)
		if ((block->spans[i].style & styles) && block->spans[i].start < at &&
		    at < block->spans[i].start + block->spans[i].len)
			return true;
	return false;
}

enum { MARK_BORDER = 1 /* of markup or a link */, MARK_INSIDE = 2, MARK_CODE = 4 /* inside it */ };

static void mark_span(uint8_t *marks, const struct cvd_span *span, size_t from, size_t to)
{
	size_t start = span->start, end = start + span->len;
	size_t first = start < from ? from : start + 1, last = end > to ? to + 1 : end;
	uint8_t inside = MARK_INSIDE | (span->style & CVD_SPAN_CODE ? MARK_CODE : 0);

	for (size_t at = first; at < last; at++)
		marks[at - from] |= inside;
	if (!(span->style & (MARKUP | CVD_SPAN_LINK)))
		return;
	if (start >= from && start <= to)
		marks[start - from] |= MARK_BORDER;
	if (end >= from && end <= to)
		marks[end - from] |= MARK_BORDER;
}

/* Marks for the line [from, to); `room` holds them where there is markup at all. */
static void mark_line(struct cutter *cutter, uint8_t *room, size_t from, size_t to)
{
	static const uint8_t none[HEADER_BYTES + 1];
	const struct cvd_block *block = cutter->block;

	cutter->marks = none;
	cutter->marks_from = from;
	if (!block->span_count)
		return;
	memset(room, 0, to - from + 1);
	for (uint32_t i = 0; i < block->span_count; i++)
		mark_span(room, &block->spans[i], from, to);
	cutter->marks = room;
}

static bool is_marked_at(const struct cutter *cutter, size_t at, uint8_t mark)
{
	return cutter->marks[at - cutter->marks_from] & mark;
}

/* Markup may begin in the middle of a word, a field may not. */
static bool is_between_words(struct cvd_str text, size_t at)
{
	static const char *const marks[] = {",",  ";",  ":",  "|",  "(",  ")",  "[",  "]",
					    "/",  "-",  "·",  "•",  "‐",  "–",  "—",  "―",
					    "、", "，", "｜", "（", "）", "・", "：", "@"};
	size_t before = cvd_pieces_previous(text, at);

	return at == 0 || at >= text.len || cvd_pieces_is_space(text.ptr[before]) ||
	       cvd_pieces_is_space(text.ptr[at]) || CVD_MARK_OF(text, before, marks) ||
	       CVD_MARK_OF(text, at, marks);
}

/* --- pieces ------------------------------------------------------------------------------------- */

static void add_piece(struct cutter *cutter, size_t from, size_t to, uint32_t line)
{
	struct cvd_piece *piece;

	if (cutter->len == PIECES) {
		cutter->full = true;
		return;
	}
	if (cutter->joint != CVD_JOINT_LINE && cutter->joint <= CVD_JOINT_WORD) {
		cutter->segment += cutter->segment < UINT8_MAX;
		cutter->atom = 0;
	} else if (cutter->joint == CVD_JOINT_SLASH || cutter->joint == CVD_JOINT_COMMA ||
		   cutter->joint == CVD_JOINT_SPACE) {
		cutter->atom += cutter->atom < UINT8_MAX;
	}
	piece = &cutter->items[cutter->len++];
	*piece = (struct cvd_piece){.block = cutter->block,
				    .from = from,
				    .to = to,
				    .outer_from = from,
				    .outer_to = to,
				    .text = cvd_str_sub(cutter->block->text, from, to),
				    .line = line,
				    .row = cutter->row,
				    .segment = cutter->segment,
				    .atom = cutter->atom,
				    .style = covering_style(cutter->block, from, to),
				    .joint = cutter->joint,
				    .joint_word = cutter->joint_word,
				    .inner = cutter->paren != SIZE_MAX,
				    .named = cutter->named,
				    .label = cutter->label};
	cutter->joint_word = cutter->label = (struct cvd_str){0};
}

/* What may be left at the sides of a piece: of a separator, or of markup that closes nothing. */
static bool is_loose(char c)
{
	return cvd_pieces_is_space(c) || c == ',' || c == '*';
}

/* Ends the piece [from, to), if there is one; `joint` follows it. A stronger separator that follows at
 * once wins. */
static void end_piece(struct cutter *cutter, size_t from, size_t to, enum cvd_joint joint)
{
	struct cvd_str text = cutter->block->text;

	while (from < to && is_loose(text.ptr[from]))
		from++;
	while (to > from && is_loose(text.ptr[to - 1]))
		to--;
	if (cvd_pieces_has_word(cvd_str_sub(text, from, to))) {
		add_piece(cutter, from, to, cvd_reader_line_at(cutter->block, from));
		cutter->joint = joint;
	} else if (joint < cutter->joint) {
		cutter->joint = joint;
	}
}

/* A joint or a label that nothing follows is a piece itself. */
static void keep_words(struct cutter *cutter)
{
	struct cvd_str words[] = {cutter->label, cutter->joint_word};

	cutter->label = cutter->joint_word = (struct cvd_str){0};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		size_t from = words[i].len ? (size_t)(words[i].ptr - cutter->block->text.ptr) : 0;

		if (words[i].len)
			end_piece(cutter, from, from + words[i].len, CVD_JOINT_MARK);
	}
}

/* --- dates -------------------------------------------------------------------------------------- */

/* Nothing but spaces lies between the byte and a separator, a border or the end on that side. */
static bool is_clear_before(const struct cutter *cutter, size_t from, size_t at)
{
	static const char *const marks[] = {",",  "(",  "（", "[",  "|", "·",  "•", ":",
					    "：", ";",  "、", "，", "–", "—",  "-", "/",
					    "⋅",  "。", "｜", "@",  ")", "）", "]"};
	struct cvd_str text = cutter->block->text;

	if (is_marked_at(cutter, at, MARK_BORDER))
		return true;
	while (at > from && cvd_pieces_is_space(text.ptr[at - 1]))
		at--;
	return at == from || is_marked_at(cutter, at, MARK_BORDER) ||
	       CVD_MARK_OF(text, cvd_pieces_previous(text, at), marks);
}

static bool is_clear_behind(const struct cutter *cutter, size_t at, size_t to)
{
	static const char *const marks[] = {",",  ")", "）", "]",  "|",  "·", "•",  ":",
					    "：", ";", ".",  "、", "，", "–", "—",  "-",
					    "/",  "⋅", "｜", "(",  "（", "[", "【", "<"};
	struct cvd_str text = cutter->block->text;

	if (is_marked_at(cutter, at, MARK_BORDER))
		return true;
	while (at < to && cvd_pieces_is_space(text.ptr[at]))
		at++;
	return at == to || is_marked_at(cutter, at, MARK_BORDER) || CVD_MARK_OF(text, at, marks);
}

/* `Nordlys GmbH 2008` */
static bool follows_legal_form(struct cvd_str text, size_t from, size_t at)
{
	size_t end = at, begin;

	while (end > from && cvd_pieces_is_space(text.ptr[end - 1]))
		end--;
	for (begin = end; begin > from && !cvd_pieces_is_space(text.ptr[begin - 1]);)
		begin--;
	return end < at && begin > from && begin < end &&
	       cvd_lexicon_legal_form(cvd_str_sub(text, begin, at)) >= end - begin - 1;
}

static bool is_year(const struct cvd_date_span *span)
{
	return span->range.single && span->range.start.norm.len <= 4 && !span->range.start.rest.len;
}

/* `2018年`: the unit says that it is a year. */
static bool tells_year(const struct cvd_date_span *span)
{
	return cvd_str_ends_with(span->range.start.text, CVD_STR("年")) ||
	       cvd_str_ends_with(span->range.start.text, CVD_STR("년"));
}

/* `蒼海大学 2021.9 ~ 2024.6 情報工学`: ideographs need no spaces, so these part fields, but not those of a
 * sentence. */
static bool is_between_ideographs(struct cvd_str text, const struct cvd_date_span *span,
				  size_t from, size_t to)
{
	static const char *const stops[] = {"，", "。", "；", "、"};
	size_t before = span->from, behind = span->to;

	while (before > from && cvd_pieces_is_space(text.ptr[before - 1]))
		before--;
	while (behind < to && cvd_pieces_is_space(text.ptr[behind]))
		behind++;
	if (before == from || before == span->from || behind == to || behind == span->to ||
	    !cvd_pieces_is_ideographic(text, cvd_pieces_previous(text, before)) ||
	    !cvd_pieces_is_ideographic(text, behind))
		return false;
	for (size_t i = 0; i < sizeof stops / sizeof *stops; i++)
		if (cvd_str_find(cvd_str_sub(text, 0, to), cvd_str_from(stops[i]), from) != SIZE_MAX)
			return false;
	return true;
}

/* A range is a date wherever one side of it is free, and anywhere in a heading; a bare year only where
 * both are: it may be part of a name. */
static bool is_date_here(const struct cutter *cutter, const struct cvd_date_span *span, size_t from,
			 size_t to)
{
	bool before = is_clear_before(cutter, from, span->from);
	bool behind =
		is_clear_behind(cutter, span->to, to) ||
		/* `2018 Sailing Cup`, but `### 2048 Sails` */
		(span->from == from && cvd_pieces_is_space(cutter->block->text.ptr[span->to]) &&
		 (cutter->block->kind == CVD_BLOCK_PARAGRAPH ||
		  cvd_str_compare(span->range.start.norm, CVD_STR(NO_YEAR)) < 0));

	if (is_year(span) && !tells_year(span))
		return (before || follows_legal_form(cutter->block->text, from, span->from)) &&
		       behind;
	return before || behind ||
	       (!span->range.single && (cutter->block->kind != CVD_BLOCK_PARAGRAPH ||
					is_between_ideographs(cutter->block->text, span, from, to)));
}

/* The next date of the line at or behind `at`; false if there is none. */
static bool next_date(struct cutter *cutter, size_t from, size_t at, size_t to,
		      struct cvd_date_span *span)
{
	struct cvd_str line = cvd_str_sub(cutter->block->text, 0, to);

	while (at < to && cvd_dates_find(&cutter->reader->doc->arena, line, at,
					 cutter->reader->date_order, span)) {
		if (is_date_here(cutter, span, from, to))
			return true;
		at = span->to;
	}
	return false;
}

static void add_date(struct cutter *cutter, const struct cvd_date_span *span)
{
	size_t before = cutter->len;

	end_piece(cutter, span->from, span->to, CVD_JOINT_COMMA);
	if (cutter->len == before)
		return;
	cutter->items[before].dated = true;
	cutter->items[before].range = span->range;
}

/* --- one line ----------------------------------------------------------------------------------- */

/* Labels that name a field of an entry. */
static bool names_field(enum cvd_label label)
{
	switch (label) {
	case CVD_LABEL_TITLE:
	case CVD_LABEL_NAME:
	case CVD_LABEL_ORGANIZATION:
	case CVD_LABEL_TEAM:
	case CVD_LABEL_LOCATION:
	case CVD_LABEL_ADDRESS:
	case CVD_LABEL_DATES:
	case CVD_LABEL_START:
	case CVD_LABEL_END:
	case CVD_LABEL_URL:
	case CVD_LABEL_DETAIL:
		return true;
	default:
		return false;
	}
}

/* The colon at the byte ends a label: it then names what follows on the line. */
static bool take_label(struct cutter *cutter, size_t from, size_t at)
{
	struct cvd_str text = cvd_str_trim(cvd_str_sub(cutter->block->text, from, at));
	enum cvd_label label =
		text.len ? cvd_lexicon_label(cutter->reader->scratch, text) : CVD_LABEL_NONE;

	if (!names_field(label))
		return false;
	keep_words(cutter);
	cutter->named = label;
	cutter->label = text;
	return true;
}

/* `Nordlys(2019 – 2021)` */
static bool opens_date(struct cvd_str text, size_t at, const struct cvd_date_span *date)
{
	static const char *const marks[] = {"(", "（"};
	size_t len = CVD_MARK_OF(text, at, marks);

	return len && date->from >= at + len && date->from <= at + len + 1;
}

static void close_parenthesis(struct cutter *cutter, size_t first, size_t behind)
{
	if (cutter->len > first) {
		cutter->items[first].outer_from = cutter->paren;
		cutter->items[cutter->len - 1].outer_to = behind;
	}
	cutter->paren = SIZE_MAX;
}

/* A link begins behind the word that ends at the byte: `Trainee in [Nordlys](…)`. */
static bool leads_to_name(const struct cutter *cutter, size_t at, size_t to)
{
	const struct cvd_block *block = cutter->block;

	for (uint32_t i = 0; at + 1 < to && i < block->span_count; i++)
		if (block->spans[i].start == at + 1 && (block->spans[i].style & CVD_SPAN_LINK))
			return cvd_pieces_is_space(block->text.ptr[at]);
	return false;
}

/* No mark, quote or bracket begins with a letter, a digit or a space, which nearly all bytes are. */
static bool may_be_mark(char c)
{
	return c != ' ' && !cvd_reader_is_plain(c);
}

/* What is cut at the byte: the bytes to leave out, and the joint; 0 if nothing is. */
static size_t joint_at(struct cutter *cutter, size_t from, size_t start, size_t at, size_t to,
		       enum cvd_joint *joint, struct cvd_str *word)
{
	struct cvd_str text = cutter->block->text;
	size_t len;
	bool mark;

	*joint = CVD_JOINT_MARK;
	if (is_marked_at(cutter, at, MARK_CODE))
		return 0;
	if (may_be_mark(text.ptr[at])) {
		if ((len = cvd_pieces_colon_at(text, at, to))) {
			*joint = take_label(cutter, start, at) ? CVD_JOINT_LINE : CVD_JOINT_COLON;
			return len;
		}
		if ((len = cvd_pieces_strong_at(text, at, from, to)))
			return len;
		*joint = text.ptr[at] == '/' ? CVD_JOINT_SLASH : CVD_JOINT_COMMA;
		if ((len = cvd_pieces_comma_at(text, at, cutter->date_from)))
			return len;
	}
	if (at == from && at == start &&
	    (len = cvd_lexicon_joint(cvd_str_sub(text, 0, to), at, &mark)) &&
	    !cvd_lexicon_joint_is_weak(cvd_str_sub(text, 0, to), at) && at + len < to) {
		cutter->named = CVD_LABEL_ORGANIZATION;
		cutter->label = cvd_str_sub(text, at, at + len);
		*joint = CVD_JOINT_LINE;
		return len;
	}
	if (at == start || (!cvd_pieces_is_space(text.ptr[at - 1]) && text.ptr[at] != '@'))
		return 0;
	len = cvd_lexicon_joint(cvd_str_sub(text, 0, to), at, &mark);
	if (len) {
		*joint = cvd_lexicon_joint_is_weak(cvd_str_sub(text, 0, to), at) &&
					 !leads_to_name(cutter, at + len, to)
				 ? CVD_JOINT_MAYBE
				 : CVD_JOINT_WORD;
		if (*joint == CVD_JOINT_MAYBE &&
		    !(cvd_lexicon_words(cutter->reader->scratch, cvd_str_sub(text, start, at)).any &
		      CVD_WORD_TITLE))
			return 0;
		if (!mark)
			*word = cvd_str_sub(text, at, at + len);
		return len;
	}
	return 0;
}

/* A space that parts fields: between ideographs, and behind a Korean school (`새벽대학교 수학과`). */
static bool is_ideographic_space(struct cvd_str text, size_t at, size_t start, size_t to)
{
	static const char *const schools[] = {"학교", "대학", "대학원"};
	struct cvd_str name = cvd_str_sub(text, start, at);

	if (at == start || at + 1 >= to || text.ptr[at] != ' ' ||
	    (unsigned char)text.ptr[at - 1] < 0x80)
		return false;
	for (size_t i = 0; i < sizeof schools / sizeof *schools; i++)
		if (cvd_str_ends_with(name, cvd_str_from(schools[i])))
			return true;
	return cvd_pieces_is_ideographic(text, cvd_pieces_previous(text, at)) &&
	       cvd_pieces_is_ideographic(text, at + 1);
}

/* [from, to) is HEADER_BYTES long at most. */
static void cut_line(struct cutter *cutter, size_t from, size_t to)
{
	struct cvd_str text = cutter->block->text;
	struct cvd_date_span date = {0};
	size_t start = from, at = from, len, first_inner = 0;
	uint8_t marks[HEADER_BYTES + 1];
	bool has_date;

	mark_line(cutter, marks, from, to);
	has_date = next_date(cutter, from, from, to, &date);
	cutter->joint = CVD_JOINT_LINE;
	cutter->segment = cutter->atom = 0;
	cutter->named = CVD_LABEL_NONE;
	cutter->label = (struct cvd_str){0};
	cutter->paren = SIZE_MAX;
	while (at < to) {
		struct cvd_str word = {0};
		enum cvd_joint joint;

		if (has_date && at >= date.from) {
			end_piece(cutter, start, date.from, CVD_JOINT_COMMA);
			add_date(cutter, &date);
			at = start = date.to;
			has_date = next_date(cutter, from, at, to, &date);
			continue;
		}
		if (at > from && cvd_reader_is_plain(text.ptr[at]) &&
		    !cvd_pieces_is_space(text.ptr[at - 1]) &&
		    !is_marked_at(cutter, at, MARK_BORDER)) {
			at++;
			continue;
		}
		if (may_be_mark(text.ptr[at])) {
			len = cvd_pieces_quoted_at(text, at, to);
			if (len && !(has_date && date.from < at + len)) {
				at += len;
				continue;
			}
			if (cutter->paren == SIZE_MAX &&
			    (cvd_pieces_opens(text, start, at, to, &len) ||
			     (len && has_date && opens_date(text, at, &date)))) {
				end_piece(cutter, start, at, CVD_JOINT_PAREN);
				cutter->paren = at;
				cutter->nested = 0;
				first_inner = cutter->len;
				at = start = at + len;
				continue;
			}
			if (cutter->paren != SIZE_MAX && text.ptr[at] == '(') {
				cutter->nested++;
				at++;
				continue;
			}
			if (cutter->paren != SIZE_MAX && cutter->nested && text.ptr[at] == ')') {
				cutter->nested--;
				at++;
				continue;
			}
			if (cutter->paren != SIZE_MAX && cvd_pieces_closes(text, at, &len)) {
				end_piece(cutter, start, at, CVD_JOINT_COMMA);
				close_parenthesis(cutter, first_inner, at + len);
				at = start = at + len;
				continue;
			}
		}
		cutter->date_from = has_date ? date.from : to;
		len = joint_at(cutter, from, start, at, to, &joint, &word);
		if (len) {
			if (joint == CVD_JOINT_LINE) { /* the label is no piece */
				cutter->joint = joint;
			} else {
				end_piece(cutter, start, at, joint);
				keep_words(cutter);
				cutter->joint_word = word;
				if (joint <= CVD_JOINT_COLON)
					cutter->named = CVD_LABEL_NONE;
			}
			at = start = at + len;
			continue;
		}
		if (at > start && is_marked_at(cutter, at, MARK_BORDER) &&
		    !is_marked_at(cutter, at, MARK_INSIDE) && is_between_words(text, at)) {
			end_piece(cutter, start, at, CVD_JOINT_BORDER);
			start = at;
		} else if (is_ideographic_space(text, at, start, to)) {
			end_piece(cutter, start, at, CVD_JOINT_SPACE);
			start = at + 1;
		}
		at++;
	}
	end_piece(cutter, start, to, CVD_JOINT_LINE);
	keep_words(cutter);
	if (cutter->paren != SIZE_MAX)
		close_parenthesis(cutter, first_inner, to);
	cutter->marks = NULL;
}

/* --- a block ------------------------------------------------------------------------------------ */

static bool is_marked(const struct cvd_piece *piece)
{
	return piece->style & MARKUP;
}

/* `https://nordlys.example`, `[website](…)` */
static bool is_address(struct cutter *cutter, const struct cvd_piece *piece)
{
	static const char *const schemes[] = {"https://", "http://", "www."};

	if (cvd_reader_count_words(piece->text) == 1 && CVD_ROW_AT(piece->text, 0, schemes))
		return true;
	return (piece->style & CVD_SPAN_LINK) &&
	       cvd_lexicon_names_link(cutter->reader->scratch, piece->text);
}

#define SHORT_NAME_BYTES 12
#define SHORT_NAME_LETTERS 3
#define FULL_NAME_WORDS 3

#define SHORT_NAME_CAPITALS 2

/* The short name is one word with several capitals, begins as the full one does and is made of its
 * letters in their order: `NORDAK` of `Nordische Akademie Kiel`. (`Kiel` is a place.) */
static bool is_short_name_of(struct cutter *cutter, struct cvd_str name, struct cvd_str full)
{
	size_t at = 0, letters = 0, capitals = 0;

	if (name.len > SHORT_NAME_BYTES || cvd_str_find_char(name, ' ', 0) != SIZE_MAX ||
	    cvd_reader_count_words(full) < FULL_NAME_WORDS)
		return false;
	for (size_t i = 0; i < name.len; i++)
		capitals += name.ptr[i] >= 'A' && name.ptr[i] <= 'Z';
	if (capitals < SHORT_NAME_CAPITALS)
		return false;
	name = cvd_text_fold(cutter->reader->scratch, name);
	full = cvd_text_fold(cutter->reader->scratch, full);
	if (full.ptr[0] != name.ptr[0])
		return false;
	for (size_t i = 0; i < full.len && at < name.len; i++)
		at += full.ptr[i] == name.ptr[at];
	for (size_t i = 0; i < name.len; i++)
		letters += name.ptr[i] >= 'a' && name.ptr[i] <= 'z';
	return at == name.len && letters == name.len && letters >= SHORT_NAME_LETTERS;
}

/* A name and its short form are one, whichever comes first: `NORDAK – Nordische Akademie Kiel`. */
static size_t join_short_names(struct cutter *cutter, size_t count)
{
	struct cvd_piece *items = cutter->items;
	size_t kept = 0;

	for (size_t i = 0; i < count; i++) {
		struct cvd_piece *last = &items[kept ? kept - 1 : 0];

		if (kept && items[i].joint == CVD_JOINT_MARK && !last->dated && !items[i].dated &&
		    !last->inner && !items[i].inner && last->row == items[i].row &&
		    cvd_pieces_dash_between(items[i].block->text, last->outer_to,
					    items[i].outer_from) &&
		    (is_short_name_of(cutter, last->text, items[i].text) ||
		     is_short_name_of(cutter, items[i].text, last->text))) {
			last->to = items[i].to;
			last->outer_to = items[i].outer_to;
			last->style &= items[i].style;
			last->text = cvd_str_sub(last->block->text, last->from, last->to);
			continue;
		}
		items[kept++] = items[i];
	}
	return kept;
}

static struct cvd_cut finish(struct cutter *cutter, size_t all, size_t end, size_t rows)
{
	size_t count = join_short_names(cutter, all);
	struct cvd_cut cut = {.count = count, .end = end, .rows = rows, .only_dated = count > 0};

	cut.pieces = CVD_NEW_ARRAY(cutter->reader->scratch, struct cvd_piece, count);
	for (size_t i = 0; i < count; i++) {
		struct cvd_piece *piece = &cut.pieces[i];

		*piece = cutter->items[i];
		cut.dated |= piece->dated;
		cut.ranged |= piece->dated && (!piece->range.single || piece->range.end.present);
		cut.only_dated &= piece->dated;
		cut.labelled |= piece->label.len > 0;
		if (piece->dated)
			continue;
		piece->address = is_address(cutter, piece);
		piece->words = cvd_lexicon_words(cutter->reader->scratch, piece->text);
		if (piece->label.len) /* `GPA: very good` */
			piece->words.any |=
				cvd_lexicon_words(cutter->reader->scratch, piece->label).any &
				CVD_WORD_GRADE;
		cut.classes |= piece->words.any;
	}
	cut.marked = count && is_marked(&cut.pieces[0]);
	return cut;
}

static struct cvd_cut whole_piece(struct cutter *cutter, size_t from, size_t to)
{
	cutter->len = 0;
	cutter->joint = CVD_JOINT_LINE;
	cutter->named = CVD_LABEL_NONE;
	cutter->paren = SIZE_MAX;
	end_piece(cutter, from, to, CVD_JOINT_LINE);
	return finish(cutter, cutter->len, to, 1);
}

/* End of the line that begins at `from`: a break outside markup. */
static size_t line_end(const struct cvd_block *block, size_t from, size_t to)
{
	size_t at = from;

	while (at < to &&
	       !(cvd_reader_is_break(block->text.ptr[at]) && !cvd_pieces_goes_on(block->text, at) &&
		 !is_inside(block, at, CVD_SPAN_LINK | CVD_SPAN_CODE)))
		at++;
	return at;
}

struct cvd_cut cvd_pieces_of(struct cvd_reader *reader, const struct cvd_block *block, size_t from,
			     size_t to, bool wrapped)
{
	struct cvd_piece items[PIECES];
	struct cutter cutter = {.reader = reader, .block = block, .items = items};
	size_t at = from;

	if (to - from > HEADER_BYTES || block->span_count > PIECES)
		return whole_piece(&cutter, from, to);
	while (at < to) {
		size_t end = wrapped ? to : line_end(block, at, to);

		cut_line(&cutter, at, end);
		cutter.row++;
		at = end + 1;
	}
	if (cutter.full)
		return whole_piece(&cutter, from, to);
	return finish(&cutter, cutter.len, to, cutter.row);
}

struct cvd_cut cvd_pieces_of_prose(struct cvd_reader *reader, const struct cvd_block *block)
{
	struct cvd_str text = block->text;
	struct cvd_date_span date;
	size_t end;

	if (!cvd_dates_find(&reader->doc->arena, cvd_str_sub(text, 0, HEADER_BYTES), 0,
			    reader->date_order, &date))
		return (struct cvd_cut){0};
	end = date.to;
	if (!date.from && !date.range.single && end < text.len && text.ptr[end] == ':') {
		size_t line = cvd_str_find_char(text, CVD_BREAK_HARD, end);

		end = cvd_pieces_clause_end(text, end, line == SIZE_MAX ? text.len : line, ".;");
	} else if (end < text.len && text.ptr[end] == ')')
		end++;
	else if (text.ptr[end - 1] == '.') /* `to present.` */
		end--;
	if (end < text.len && text.ptr[end] != CVD_BREAK_HARD && !strchr(".:;", text.ptr[end]))
		return (struct cvd_cut){0};
	if (cvd_reader_count_words(cvd_str_sub(text, 0, end)) > CVD_HEADER_LINE_WORDS)
		return (struct cvd_cut){0};
	return cvd_pieces_of(reader, block, 0, end, true);
}

/* `Engineer, 2019 – 2021.`: the stop behind a range ends no sentence. The line has been marked. */
static bool stops_behind_range(struct cutter *cutter, size_t from, size_t end)
{
	struct cvd_str text = cutter->block->text;
	struct cvd_date_span date = {0}, last = {0};

	while (end > from && cvd_pieces_is_space(text.ptr[end - 1]))
		end--;
	if (end == from || text.ptr[--end] != '.' ||
	    cvd_reader_count_words(cvd_str_sub(text, from, end)) > CVD_HEADER_LINE_WORDS)
		return false;
	for (size_t at = from; next_date(cutter, from, at, end, &date); at = date.to)
		last = date;
	return last.to && !last.range.single &&
	       (last.to == end || (last.to + 1 == end && text.ptr[last.to] == ')'));
}

/* The end of the dates that stand right behind the name that the line begins with, and in front of what is
 * said of it: `**Harbour Lights** (2019 – 2020) — a game …`; `from` if none do. The line has been marked. */
static size_t dated_name_end(struct cutter *cutter, size_t from, size_t end)
{
	static const char *const open[] = {"(", "（", "[", ",", "-", "–", "—", "|", ":"};
	static const char *const behind[] = {"-", "–", "—", ":", "：", "|", ".", ";"};
	struct cvd_str text = cutter->block->text;
	struct cvd_date_span date = {0};
	size_t name = from, at;

	for (uint32_t i = 0; i < cutter->block->span_count; i++)
		if (cutter->block->spans[i].start == from &&
		    (cutter->block->spans[i].style & (MARKUP | CVD_SPAN_LINK)) &&
		    from + cutter->block->spans[i].len > name)
			name = from + cutter->block->spans[i].len;
	if (name == from || name >= end || !next_date(cutter, from, name, end, &date))
		return from;
	for (at = name;
	     at < date.from && (cvd_pieces_is_space(text.ptr[at]) || CVD_MARK_OF(text, at, open));)
		at += cvd_pieces_is_space(text.ptr[at]) ? 1 : CVD_MARK_OF(text, at, open);
	if (at != date.from)
		return from;
	at = date.to;
	while (at < end && strchr(")]", text.ptr[at]))
		at++;
	name = at;
	while (at < end && cvd_pieces_is_space(text.ptr[at]))
		at++;
	return at < end && CVD_MARK_OF(text, at, behind) &&
			       cvd_reader_count_words(cvd_str_sub(text, from, name)) <=
				       CVD_HEADER_LINE_WORDS
		       ? name
		       : from;
}

/* Of a line of prose that begins with its dates, or with a name below them, the first clause is header:
 * `*2019 – 2021*`, `**Nordlys** Engineer; I built …`. Returns its end, `from` if there is none. */
static size_t lead_end(struct cutter *cutter, size_t from, size_t end)
{
	struct cvd_str text = cutter->block->text;
	struct cvd_date_span date = {0};
	size_t name = from, to;
	bool below_dates = cutter->len > 0;

	for (size_t i = 0; i < cutter->len; i++)
		below_dates &= cutter->items[i].dated;
	for (uint32_t i = 0; below_dates && i < cutter->block->span_count; i++)
		if (cutter->block->spans[i].start == from &&
		    (cutter->block->spans[i].style & CVD_SPAN_STRONG))
			name = from + cutter->block->spans[i].len;
	if (!from && next_date(cutter, from, from, end, &date) && date.from == from &&
	    !date.range.single)
		name = date.to;
	if (name == from)
		return from ? from : dated_name_end(cutter, from, end);
	to = cvd_pieces_clause_end(text, name, end, ".;");
	if (cvd_reader_count_words(cvd_str_sub(text, from, to)) <= CVD_HEADER_LINE_WORDS)
		return to;
	to = cvd_pieces_clause_end(text, name, end, ",");
	if (below_dates && cvd_reader_count_words(cvd_str_sub(text, name, to)) > CVD_SENTENCE_WORDS)
		return name;
	return below_dates ? to : from;
}

static const char *const parting_marks[] = {"|", "·", "•", "∙", "｜", " – ", " — ", " - "};

static bool has_range(const struct cutter *cutter, size_t from)
{
	for (size_t i = from; i < cutter->len; i++)
		if (cutter->items[i].dated && !cutter->items[i].range.single)
			return true;
	return false;
}

static bool has_date(const struct cutter *cutter, size_t from)
{
	for (size_t i = from; i < cutter->len; i++)
		if (cutter->items[i].dated)
			return true;
	return false;
}

/* A joint at the front of the line names it, no label: `at Nordlys`. */
static bool by_joint(const struct cutter *cutter, size_t piece)
{
	struct cvd_str text = cutter->block->text;
	bool mark;

	return cvd_lexicon_joint(text, (size_t)(cutter->items[piece].label.ptr - text.ptr), &mark);
}

/* A year alone on its line, or between a comma and what begins anew: `Skerry, 2018 Baked bread`. */
static bool stands_apart(struct cvd_str flow, size_t from, const struct cvd_date_span *date)
{
	size_t before = date->from, behind = date->to;
	bool begins, ends;

	while (before > from && flow.ptr[before - 1] == ' ')
		before--;
	while (behind < flow.len && flow.ptr[behind] == ' ')
		behind++;
	begins = before == from || cvd_reader_is_break(flow.ptr[before - 1]);
	if (begins && behind < flow.len && cvd_reader_is_break(flow.ptr[behind]))
		return true;
	if (behind < flow.len && cvd_reader_is_break(flow.ptr[behind]))
		behind++;
	if (before > from && cvd_reader_is_break(flow.ptr[before - 1]))
		before--;
	ends = behind > date->to && behind < flow.len &&
	       ((unsigned char)flow.ptr[behind] >= 0x80 ||
		(flow.ptr[behind] >= 'A' && flow.ptr[behind] <= 'Z'));
	return ends && before > from && flow.ptr[before - 1] == ',';
}

/*
 * What stands from here to the next hard break is one sentence, and nothing in it speaks for a header: no
 * markup at its front, no range, no month, no year that stands apart, no mark that parts fields for sure.
 * How such prose is wrapped says nothing.
 */
static bool is_wrapped_prose(struct cutter *cutter, size_t from)
{
	const struct cvd_block *block = cutter->block;
	size_t to = cvd_str_find_char(block->text, CVD_BREAK_HARD, from), at = from;
	struct cvd_str flow;
	struct cvd_date_span date;

	to = to == SIZE_MAX ? block->text.len : to;
	to = to - from > HEADER_BYTES ? from + HEADER_BYTES : to;
	flow = cvd_str_sub(block->text, 0, to);
	if (covering_style(block, from, from + 1) & MARKUP ||
	    !cvd_pieces_is_sentence(cvd_str_trim(cvd_str_sub(flow, from, to))))
		return false;
	for (size_t i = from; i < to; i++)
		if (cvd_pieces_colon_at(flow, i, to) || CVD_MARK_OF(flow, i, parting_marks))
			return false;
	while (cvd_dates_find(&cutter->reader->doc->arena, flow, at, cutter->reader->date_order,
			      &date)) {
		if (!date.range.single || date.range.start.norm.len > 4 ||
		    stands_apart(flow, from, &date))
			return false;
		at = date.to;
	}
	return true;
}

/*
 * Lines are header from the top as long as each is short and holds a date or a labelled field, or begins
 * with marked text; a plain line between such lines belongs to them (a degree between school and date),
 * but none at the end, unless the date stands alone above it.
 */
static struct cvd_cut cut_paragraph(struct cutter *cutter)
{
	uint8_t marks[HEADER_BYTES + 1];
	const struct cvd_block *block = cutter->block;
	size_t from = 0, good_end = 0, good = 0, rows = 0, own = 0, plain = 0;
	struct cvd_cut cut;
	bool only_date = false; /* the first line is nothing else */

	while (from < block->text.len) {
		size_t end = line_end(block, from, block->text.len), before = cutter->len;
		bool dated, stop, fresh; /* no plain line of the same flow stands above */

		if (end - from > HEADER_BYTES)
			break;
		fresh = plain == 0;
		plain += cvd_pieces_count_words(cvd_str_sub(block->text, from, end));
		mark_line(cutter, marks, from, end);
		stop = stops_behind_range(cutter, from, end);
		if (!stop &&
		    (cvd_pieces_is_sentence(cvd_str_trim(cvd_str_sub(block->text, from, end))) ||
		     (fresh && !(only_date && cutter->row == 1) && is_wrapped_prose(cutter, from)))) {
			size_t lead = lead_end(cutter, from, end);

			if (lead > from) {
				cut_line(cutter, from, lead);
				good_end = lead;
				good = cutter->len;
				rows = ++cutter->row;
			}
			break;
		}
		if (plain > CVD_HEADER_LINE_WORDS)
			break;
		cut_line(cutter, from, end - stop);
		if (cutter->full)
			break;
		dated = has_date(cutter, before);
		cutter->row++;
		if (dated || (only_date && cutter->row == 2) ||
		    (cutter->len > before &&
		     (is_marked(&cutter->items[before]) ||
		      (cutter->items[before].label.len && (fresh || !by_joint(cutter, before)))))) {
			plain = 0;
			good_end = end;
			good = cutter->len;
			rows = cutter->row;
			own += dated && cutter->len > before + 1 &&
			       (is_marked(&cutter->items[before]) ||
				(!cutter->items[before].dated && has_range(cutter, before)));
		}
		only_date |= cutter->row == 1 && cutter->len == 1 && dated;
		if (end < block->text.len && block->text.ptr[end] == CVD_BREAK_HARD)
			plain = 0;
		from = end + 1;
	}
	cutter->full = false;
	cutter->marks = NULL;
	cut = finish(cutter, good, good_end, rows);
	cut.several = own > 1 && own == rows;
	return cut;
}

/* Without markup, a number, a colon or a line that begins with a joint, no line of the paragraph is one
 * of a header: most paragraphs need not be cut to tell. */
static bool may_be_header(const struct cvd_block *block)
{
	struct cvd_str text = block->text;
	bool mark;

	for (uint32_t i = 0; i < block->span_count; i++)
		if (block->spans[i].style & MARKUP)
			return true;
	if (cvd_dates_may_hold(text) || cvd_str_find_char(text, ':', 0) != SIZE_MAX ||
	    cvd_str_find(text, CVD_STR("："), 0) != SIZE_MAX)
		return true;
	for (size_t at = 0; at < text.len; at++)
		if ((!at || cvd_reader_is_break(text.ptr[at - 1])) &&
		    cvd_lexicon_joint(text, at, &mark))
			return true;
	return false;
}

const struct cvd_cut *cvd_pieces_cut(struct cvd_reader *reader, struct cvd_block *block)
{
	struct cvd_piece items[PIECES];
	struct cutter cutter = {.reader = reader, .block = block, .items = items};

	if (block->cut)
		return block->cut;
	block->cut = CVD_NEW(reader->scratch, struct cvd_cut);
	if (block->kind != CVD_BLOCK_PARAGRAPH)
		*block->cut = cvd_pieces_of(reader, block, 0, block->text.len, false);
	else if (block->span_count <= PIECES && may_be_header(block))
		*block->cut = cut_paragraph(&cutter);
	return block->cut;
}
