/*
 * Keywords in a text: `Go, Rust · C++`, one group per labelled line (`Languages: Go, Rust`). Cut at
 * separators outside parentheses, at hard breaks, and between code spans or links with nothing but
 * white space between. A soft break is a space, because rewrapping must not change what is read,
 * except before a label: a strong one (`**Tools:** git`) begins a group wherever it stands, a plain one
 * where every line of the text begins with one. Prose is told from a list by the length of its parts
 * and by how it ends.
 *
 * A label whose list is a level names a keyword instead (`Swedish: native`, levels.c).
 *
 * A few passes over the text, and a bounded look ahead at the start of each line: linear.
 */
#include "keywords.h"

#include "levels.h"
#include "lexicon.h"

#include <string.h>

/* A list's parts have at most that many words on average, and any of them at most that many. */
#define KEYWORD_WORDS 4
#define LONGEST_KEYWORD_WORDS 10
/* Between marks (`·`) that many on average. */
#define MARKED_WORDS 6
/* Text of a single part is a keyword up to this many words, behind a label up to that many. */
#define SINGLE_WORDS 4
#define LABELLED_WORDS 6
/* An item of a list in a section of keywords is one, if it is no sentence, up to that many. */
#define PHRASE_WORDS 12
/* Behind a comma so many words, all begun small, go on with a phrase. */
#define FURTHER_WORDS 3
/* So many words in front of the first comma begin a phrase. */
#define LEADING_WORDS 5
/* Behind a label that says nothing of skills, so many make a list where none is expected. */
#define LISTED_KEYWORDS 4
/* With a full stop at its end a list has at most that many words a part. */
#define STOPPED_WORDS 2
/* A sign behind a keyword. */
#define SIGN_BYTES 4
/* A label is at most that long. */
#define LABEL_WORDS 5
#define LABEL_BYTES 120
/* Bytes of a word of a script without spaces, about. */
#define WIDE_WORD_CHARACTERS 5

/* --- characters --------------------------------------------------------------------------------- */

static size_t mark_at(struct cvd_str text, size_t at, const char *const *marks, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (at < text.len && text.ptr[at] == marks[i][0] &&
		    cvd_str_starts_with(cvd_str_sub(text, at, text.len), cvd_str_from(marks[i])))
			return strlen(marks[i]);
	return 0;
}

#define MARK_AT(text, at, marks) mark_at((text), (at), (marks), sizeof(marks) / sizeof *(marks))

static bool is_digit_at(struct cvd_str text, size_t at)
{
	return at < text.len && text.ptr[at] >= '0' && text.ptr[at] <= '9';
}

static bool is_space_at(struct cvd_str text, size_t at)
{
	return at < text.len && cvd_reader_is_space(text.ptr[at]);
}

static bool opens_at(struct cvd_str text, size_t at)
{
	static const char *const wide[] = {"（"};

	return text.ptr[at] == '(' || MARK_AT(text, at, wide);
}

static bool closes_at(struct cvd_str text, size_t at)
{
	static const char *const wide[] = {"）"};

	return text.ptr[at] == ')' || MARK_AT(text, at, wide);
}

size_t cvd_keywords_weigh(struct cvd_str text)
{
	size_t wide = 0;

	for (size_t i = 0; i < text.len; i++)
		wide += (unsigned char)text.ptr[i] >= 0xe3 && (unsigned char)text.ptr[i] <= 0xe9;
	return cvd_reader_count_words(text) + wide / WIDE_WORD_CHARACTERS;
}

/* Length of what separates two keywords at the byte. */
static size_t separator_at(struct cvd_str text, size_t at)
{
	static const char *const wide[] = {"、", "，", "；", "／", "⋅", "▪", "■",
					   "◆",  "◦",  "‣",  "➢",  "✓", "✔", "•"};
	char c = text.ptr[at];
	size_t len;

	if (c == CVD_BREAK_HARD)
		return 1;
	if (c == ',')
		return !(is_digit_at(text, at + 1) && at > 0 && is_digit_at(text, at - 1));
	if (c == ';')
		return 1;
	if (c == '/' && at > 0)
		return is_space_at(text, at - 1) && is_space_at(text, at + 1);
	if ((unsigned char)c >= 0xe2 && (len = MARK_AT(text, at, wide))) /* their first bytes */
		return len;
	return cvd_reader_mark_at(text, at);
}

/* --- labels ------------------------------------------------------------------------------------- */

struct cutter {
	struct cvd_reader *reader;
	struct cvd_keywords *keywords;
	struct cvd_str text; /* of the block */
	size_t from, to;
	const uint8_t *styles;
	bool lines;   /* each line begins with a label */
	bool bare;    /* the first label is strong and has no colon: so may the others */
	bool phrases; /* commas may stand in a keyword */
	size_t depth;
	const uint8_t *closed; /* by byte: a parenthesis opens that is closed on its line */
};

/* `label` [from, to) and what stands behind it, from `next`. */
struct label {
	size_t from, to, next;
};

static size_t skip_space(const struct cutter *c, size_t at)
{
	while (at < c->to && cvd_reader_is_space(c->text.ptr[at]))
		at++;
	return at;
}

/* Length of a dash between spaces. */
static size_t dash_at(const struct cutter *c, size_t at)
{
	static const char *const dashes[] = {"-", "–", "—"};
	size_t len = at < c->to ? MARK_AT(c->text, at, dashes) : 0;

	return len && at > c->from && is_space_at(c->text, at - 1) && is_space_at(c->text, at + len)
		       ? len
		       : 0;
}

static bool begins_marked(const struct cutter *c, size_t at)
{
	uint8_t bits = c->styles[at] & (CVD_SPAN_STRONG | CVD_SPAN_EMPHASIS);

	return bits && (at == c->from || !(c->styles[at - 1] & bits));
}

/* The colon ends a label, that of a time does not. */
static size_t label_colon_at(const struct cutter *c, size_t at)
{
	size_t len = cvd_level_colon_at(c->text, at);

	return len == 1 && is_digit_at(c->text, at + 1) ? 0 : len;
}

static bool fits_label(const struct cutter *c, size_t from, size_t to)
{
	return from < to && to - from <= LABEL_BYTES &&
	       cvd_reader_count_words(cvd_str_sub(c->text, from, to)) <= LABEL_WORDS;
}

/* The end of the part that begins at the byte: its line's, or the next separator. */
static size_t part_end(const struct cutter *c, size_t at)
{
	size_t depth = 0, end = at;

	for (; end < c->to && end - at <= CVD_LEXICON_MAX_TEXT; end++) {
		char ch = c->text.ptr[end];

		depth += ch == '(';
		depth -= depth && ch == ')';
		if (ch == CVD_BREAK_HARD || (ch == CVD_BREAK_SOFT && c->lines) ||
		    (!depth && separator_at(c->text, end)) || (end > at && begins_marked(c, end)))
			break;
	}
	return end;
}

/* A separator ends the part, and not the line. */
static bool begins_list(const struct cutter *c, size_t at)
{
	size_t end = part_end(c, at);

	return end > at && end < c->to && !cvd_reader_is_break(c->text.ptr[end]) &&
	       separator_at(c->text, end);
}

/* `**Tools:** git`, `**Tools**: git`; at the start of a line also `**Tools** – git`, `**Tools** git`. */
static bool read_marked_label(const struct cutter *c, size_t at, bool starts, struct label *label)
{
	uint8_t bits = c->styles[at] & (CVD_SPAN_STRONG | CVD_SPAN_EMPHASIS);
	static const char *const colons[] = {":", "："};
	size_t end = at, next, colon, last;

	while (end < c->to && (c->styles[end] & bits) == bits && end - at <= LABEL_BYTES)
		end++;
	next = skip_space(c, end);
	*label = (struct label){.from = at, .to = end, .next = next};
	if (!fits_label(c, at, end))
		return false;
	for (last = end; last > at && cvd_reader_is_space(c->text.ptr[last - 1]);)
		last--;
	for (size_t i = 0; i < sizeof colons / sizeof *colons; i++) {
		size_t len = strlen(colons[i]);

		if (last > at + len &&
		    cvd_str_ends_with(cvd_str_sub(c->text, at, last), cvd_str_from(colons[i])) &&
		    cvd_level_colon_at(c->text, last - len)) {
			label->to = last - len;
			return next < c->to;
		}
	}
	colon = next < c->to ? cvd_level_colon_at(c->text, next) : 0;
	if (!colon && starts)
		colon = dash_at(c, next);
	label->next = next + colon;
	if (colon)
		return skip_space(c, label->next) < c->to;
	return starts && (bits & CVD_SPAN_STRONG) && next > end && next < c->to &&
	       !c->styles[next] && c->text.ptr[next] != '(' && begins_list(c, next);
}

static bool read_plain_label(const struct cutter *c, size_t at, struct label *label)
{
	size_t depth = 0;

	for (size_t end = at; end < c->to && end - at <= LABEL_BYTES; end++) {
		size_t colon = depth ? 0 : label_colon_at(c, end);

		depth += c->text.ptr[end] == '(';
		depth -= depth && c->text.ptr[end] == ')';
		if (colon) {
			*label = (struct label){.from = at, .to = end, .next = end + colon};
			return fits_label(c, at, end) && skip_space(c, label->next) < c->to;
		}
		if (!depth && separator_at(c->text, end))
			return false;
	}
	return false;
}

/* The label that begins at the byte, which begins a line (`starts`) or something strong. */
static bool read_label(const struct cutter *c, size_t at, bool starts, struct label *label)
{
	if (begins_marked(c, at) && read_marked_label(c, at, starts, label))
		return true;
	return starts && read_plain_label(c, at, label);
}

/* `Swedish: native` is a keyword with its level, and no label. */
static bool names_keyword(const struct cutter *c, const struct label *label)
{
	struct cvd_arena *scratch = c->reader->scratch;
	enum cvd_kind kind = c->keywords->kind;
	struct cvd_str name = cvd_str_trim(cvd_str_sub(c->text, label->from, label->to)), first;
	size_t next = skip_space(c, label->next), end = part_end(c, next), joint = 0;

	if (kind == CVD_LANGUAGE &&
	    (cvd_lexicon_is_language(scratch, name) || cvd_level_joined(scratch, name, &joint)))
		return true;
	first = cvd_str_trim(cvd_str_sub(c->text, next, end));
	return (kind == CVD_LANGUAGE || end == c->to || cvd_reader_is_break(c->text.ptr[end])) &&
	       cvd_lexicon_is_level(scratch, first) && !cvd_lexicon_is_level(scratch, name);
}

/* --- cutting ------------------------------------------------------------------------------------ */

static void add_part(struct cutter *c, size_t from, size_t to, bool label, bool line)
{
	while (from < to && cvd_reader_is_space(c->text.ptr[from]))
		from++;
	while (to > from && cvd_reader_is_space(c->text.ptr[to - 1]))
		to--;
	if (from < to)
		CVD_PUSH(c->reader->scratch, c->keywords,
			 (struct cvd_keyword){.from = from, .to = to, .label = label, .line = line});
}

/* Each line begins with a label, and there are two at least. */
static bool lines_are_labelled(const struct cutter *c)
{
	struct label label;
	size_t lines = 0, at = c->from;

	while (at < c->to) {
		size_t line = skip_space(c, at);

		if (!read_label(c, line, true, &label))
			return false;
		lines++;
		for (at = label.next; at < c->to && !cvd_reader_is_break(c->text.ptr[at]);)
			at++;
	}
	return lines > 1;
}

/* By byte: 1 where a parenthesis opens that is closed before the next hard break. */
static const uint8_t *find_closed(const struct cutter *c)
{
	uint8_t *closed = CVD_NEW_ARRAY(c->reader->scratch, uint8_t, c->text.len + 1);
	size_t closing = 0;

	for (size_t at = c->to; at-- > c->from;) {
		if (c->text.ptr[at] == CVD_BREAK_HARD)
			closing = 0;
		closing += closes_at(c->text, at);
		if (opens_at(c->text, at) && closing) {
			closing--;
			closed[at] = 1;
		}
	}
	return closed;
}

/* Marks that separate more than a comma does: `·`, `|`. */
static size_t count_marks(const struct cutter *c)
{
	size_t count = 0;

	for (size_t at = c->from; at < c->to; at++)
		count += cvd_reader_mark_at(c->text, at) > 0;
	return count;
}

/* `Roles, team structures and routines`: a phrase begins with a capital, goes on small behind each comma
 * and ends in several words. `start`: of the part that the comma at `at` would end. */
static bool runs_on(const struct cutter *c, size_t start, size_t at)
{
	size_t from = skip_space(c, start), piece = at + 1, end = at;

	if (from >= at || c->text.ptr[from] < 'A' || c->text.ptr[from] > 'Z')
		return false;
	for (; end <= c->to && end - at <= CVD_LEXICON_MAX_TEXT; end++) {
		bool ends = end == c->to || (c->text.ptr[end] != ',' && separator_at(c->text, end));
		size_t first = skip_space(c, piece);

		if (!ends && (end == at || c->text.ptr[end] != ','))
			continue;
		if (first >= end || c->text.ptr[first] < 'a' || c->text.ptr[first] > 'z')
			return false;
		if (ends)
			return cvd_reader_count_words(cvd_str_sub(c->text, piece, end)) >=
			       FURTHER_WORDS;
		piece = end + 1;
	}
	return false;
}

/* White space between two code spans, links or images; a sign may stand behind the first (`Go†`). */
static bool lies_between_spans(const struct cutter *c, size_t at)
{
	static const int bits = CVD_SPAN_CODE | CVD_SPAN_LINK | CVD_SPAN_IMAGE;
	size_t end = at;

	if (at == c->from || at + 1 >= c->to || !cvd_reader_is_space(c->text.ptr[at]))
		return false;
	while (end > c->from && at - end < SIGN_BYTES &&
	       (unsigned char)c->text.ptr[end - 1] >= 0x80 && !(c->styles[end - 1] & bits))
		end--;
	return end > c->from && (c->styles[end - 1] & ~c->styles[at] & c->styles[at + 1] & bits);
}

/* A line may begin behind the byte in front of `at`. */
static bool begins_line(const struct cutter *c, size_t at)
{
	return at == c->from || c->text.ptr[at - 1] == CVD_BREAK_HARD ||
	       (c->lines && c->text.ptr[at - 1] == CVD_BREAK_SOFT);
}

static bool may_label(const struct cutter *c, size_t at)
{
	if (cvd_reader_is_space(c->text.ptr[at]))
		return false;
	return begins_line(c, at) ||
	       (begins_marked(c, at) && cvd_reader_is_space(c->text.ptr[at - 1]));
}

/* Behind a separator a strong word without a colon is a keyword. */
static bool may_be_bare(const struct cutter *c, size_t at, size_t part)
{
	return begins_line(c, at) || (c->bare && part < at);
}

static void cut(struct cutter *c)
{
	struct label label;
	size_t start = c->from;
	bool line = true;

	for (size_t at = c->from; at < c->to;) {
		size_t len;

		if (!c->depth && may_label(c, at) &&
		    read_label(c, at, may_be_bare(c, at, start), &label)) {
			add_part(c, start, at, false, line);
			line = true;
			start = at;
			at = label.next > at ? label.next : at + 1;
			if (names_keyword(c, &label))
				continue;
			c->bare |= label.next == skip_space(c, label.to);
			add_part(c, label.from, label.to, true, true);
			start = at;
			line = false;
			continue;
		}
		c->depth += c->closed[at];
		c->depth -= c->depth && closes_at(c->text, at);
		if (c->text.ptr[at] == CVD_BREAK_HARD)
			c->depth = 0;
		len = c->depth ? 0 : separator_at(c->text, at);
		if (len && c->phrases && c->text.ptr[at] == ',' && runs_on(c, start, at))
			len = 0;
		if (!len && !c->depth && lies_between_spans(c, at))
			len = 1;
		if (len) {
			add_part(c, start, at, false, line);
			line = c->text.ptr[at] == CVD_BREAK_HARD;
			start = at + len;
		}
		at += len ? len : 1;
	}
	add_part(c, start, c->to, false, line);
}

/* The two words that the text joins: the first ends at `end`, the second begins at the result, or 0. */
static size_t find_last(struct cvd_str text, size_t *end)
{
	static const char *const rest[] = {"more",   "others",  "similar", "mehr",
					   "andere", "weitere", "otros",   "outros",
					   "autres", "другие",  "др."};
	size_t space = cvd_str_find_char(text, ' ', 0), next;

	if (space == SIZE_MAX || !cvd_level_joint_at(text, space + 1))
		return 0;
	next = space + 1 + cvd_level_joint_at(text, space + 1);
	*end = space;
	if (MARK_AT(text, next, rest))
		return 0;
	return cvd_str_find_char(text, ' ', next) == SIZE_MAX ? next : 0;
}

/* Cuts what ends a list: `Go, Rust and C`. */
static void cut_ends(struct cutter *c)
{
	struct cvd_keywords *keywords = c->keywords, old = *keywords;

	*keywords = (struct cvd_keywords){.marks = old.marks,
					  .block = old.block,
					  .kind = old.kind,
					  .from = old.from,
					  .to = old.to};
	for (size_t i = 0; i < old.len; i++) {
		struct cvd_keyword item = old.items[i];
		struct cvd_str text = cvd_str_sub(c->text, item.from, item.to);
		size_t end = 0, next = 0;

		if (i > 0 && !item.label && !item.line && !old.items[i - 1].label &&
		    (i + 1 == old.len || old.items[i + 1].label || old.items[i + 1].line))
			next = find_last(text, &end);
		if (next) {
			add_part(c, item.from, item.from + end, false, false);
			item.joint = cvd_str_trim(cvd_str_sub(text, end, next));
			item.from += next;
		}
		CVD_PUSH(c->reader->scratch, keywords, item);
	}
}

static struct cvd_keywords cut_part(struct cvd_reader *reader, enum cvd_kind kind,
				    const struct cvd_block *block, size_t from, size_t to,
				    bool phrases)
{
	struct cvd_keywords keywords = {.block = block, .kind = kind, .from = from, .to = to};
	struct cutter c = {.reader = reader,
			   .keywords = &keywords,
			   .text = cvd_str_sub(block->text, 0, to),
			   .from = from,
			   .to = to,
			   .styles = cvd_reader_styles(reader, block)};

	c.from = skip_space(&c, from);
	c.closed = find_closed(&c);
	c.lines = lines_are_labelled(&c);
	keywords.marks = count_marks(&c) > 1;
	c.phrases = phrases || keywords.marks;
	cut(&c);
	cut_ends(&c);
	return keywords;
}

struct cvd_keywords cvd_keywords_cut(struct cvd_reader *reader, enum cvd_kind kind,
				     const struct cvd_block *block, size_t from, size_t to)
{
	return cut_part(reader, kind, block, from, to, false);
}

/* --- list or prose ------------------------------------------------------------------------------ */

/* The sentence's stop at the end; `etc.` has none. */
static bool stops(struct cvd_str text)
{
	static const char *const marks[] = {".", "!", "?", "。"};

	text = cvd_str_trim(text);
	if (cvd_str_ends_with(text, CVD_STR("etc.")) || cvd_str_ends_with(text, CVD_STR("..")))
		return false;
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (cvd_str_ends_with(text, cvd_str_from(marks[i])))
			return true;
	return false;
}

/* A sentence ends in the text, and another begins. */
static bool holds_stop(struct cvd_str text)
{
	if (cvd_str_find(text, CVD_STR("。"), 0) != SIZE_MAX)
		return true;
	for (size_t at = 2; at + 2 < text.len; at++)
		if (text.ptr[at] == '.' && cvd_reader_is_space(text.ptr[at + 1]) &&
		    text.ptr[at + 1] != CVD_BREAK_HARD && text.ptr[at - 1] >= 'a' &&
		    text.ptr[at - 1] <= 'z' && text.ptr[at - 2] >= 'a' && text.ptr[at - 2] <= 'z' &&
		    text.ptr[at + 2] >= 'A' && text.ptr[at + 2] <= 'Z')
			return true;
	return false;
}

/* Somebody speaks. */
static bool begins_with_pronoun(struct cvd_str text)
{
	static const char *const words[] = {"I ",  "I'",  "I’", "My ", "We ", "Ich ",
					    "Je ", "J'",  "J’", "Yo ", "Eu ", "Io ",
					    "Mi ", "Ik ", "Я ", "私は"};

	return MARK_AT(text, 0, words) > 0;
}

/* Words outside of parentheses; those inside only say more. */
static size_t weigh_outside(struct cvd_str text)
{
	size_t words = 0, depth = 0, from = 0;

	for (size_t at = 0; at < text.len; at++) {
		if (opens_at(text, at) && !depth++)
			words += cvd_keywords_weigh(cvd_str_sub(text, from, at));
		if (closes_at(text, at) && depth && !--depth)
			from = at + 1;
	}
	words += cvd_keywords_weigh(cvd_str_sub(text, from, text.len));
	return depth || cvd_keywords_weigh(text) > words + LONGEST_KEYWORD_WORDS
		       ? cvd_keywords_weigh(text)
		       : words;
}

/* Words of the part; a level counts as one. */
static size_t weigh(struct cvd_reader *reader, const struct cvd_keywords *keywords,
		    const struct cvd_keyword *item)
{
	struct cvd_str text = cvd_str_sub(keywords->block->text, item->from, item->to);
	size_t words = weigh_outside(text);
	struct cvd_leveled parts;

	if (words > LONGEST_KEYWORD_WORDS ||
	    !cvd_level_split(reader->scratch, keywords->kind, text, &parts))
		return words;
	return weigh_outside(cvd_str_sub(text, parts.name, parts.name_end)) + 1;
}

bool cvd_keywords_are_list(struct cvd_reader *reader, const struct cvd_keywords *keywords,
			   bool named)
{
	size_t words = 0, parts = 0;
	struct cvd_str text =
		cvd_str_trim(cvd_str_sub(keywords->block->text, keywords->from, keywords->to));

	for (size_t i = 0; i < keywords->len; i++) {
		const struct cvd_keyword *item = &keywords->items[i];
		size_t weight = item->label ? 0 : weigh(reader, keywords, item);

		named |= item->label;
		if (item->label)
			continue;
		if (weight > LONGEST_KEYWORD_WORDS)
			return false;
		parts++;
		words += weight;
	}
	if (!parts || holds_stop(text) || begins_with_pronoun(text))
		return false;
	if (stops(text) && words > parts * STOPPED_WORDS)
		return false;
	if (parts == 1)
		return words <= (named ? LABELLED_WORDS : SINGLE_WORDS);
	return words <= parts * (keywords->marks ? MARKED_WORDS : KEYWORD_WORDS);
}

/* --- building ----------------------------------------------------------------------------------- */

struct cvd_node *cvd_keywords_add_group(struct cvd_reader *reader, struct cvd_node *parent,
					const struct cvd_block *block, const uint8_t *styles,
					size_t from, size_t to, uint32_t line)
{
	struct cvd_node *group = cvd_node_add(reader->doc, parent, CVD_GROUP);
	struct cvd_value *title = cvd_node_field(reader->doc, group, CVD_TITLE);

	group->source = cvd_reader_markup(reader, block, styles, from, to);
	group->line = group->end_line = line;
	title->present = true;
	title->text = cvd_str_trim(cvd_reader_flatten(cvd_str_sub(block->text, from, to)));
	return group;
}

static void set_level(struct cvd_reader *reader, struct cvd_node *node, struct cvd_str text)
{
	struct cvd_value *detail = cvd_node_field(reader->doc, node, CVD_DETAIL);

	detail->present = true;
	detail->text = cvd_reader_flatten(text);
}

/* `English, fluent`: the part is the level of the language in front of it, or more of it. */
static bool continues_level(struct cvd_reader *reader, const struct cvd_keywords *keywords,
			    struct cvd_node *node, const struct cvd_keyword *item,
			    const uint8_t *styles)
{
	struct cvd_str text = keywords->block->text;
	const struct cvd_value *level = node ? cvd_node_get(node, CVD_DETAIL) : NULL;
	size_t from = level ? (size_t)(level->text.ptr - text.ptr) : item->from;

	if (!node || keywords->kind != CVD_LANGUAGE || item->line ||
	    !cvd_lexicon_is_level(reader->scratch, cvd_str_sub(text, item->from, item->to)))
		return false;
	set_level(reader, node, cvd_str_sub(text, from, item->to));
	node->source = cvd_reader_markup(reader, keywords->block, styles,
					 (size_t)(node->text.ptr - text.ptr), item->to);
	return true;
}

/* Not the first keyword, and the last on its line. */
static bool ends_line(const struct cvd_keywords *keywords, const struct cvd_keyword *item)
{
	const struct cvd_keyword *next = item + 1;

	return item > keywords->items &&
	       (next == keywords->items + keywords->len || next->label || next->line);
}

static void lay_out(struct cvd_reader *reader, struct cvd_node *node, struct cvd_str words)
{
	CVD_PUSH(&reader->doc->arena, &reader->doc->layout,
		 (struct cvd_layout_word){cvd_reader_flatten(words), node});
}

static struct cvd_node *add_keyword(struct cvd_reader *reader, struct cvd_node *parent,
				    const struct cvd_keywords *keywords,
				    const struct cvd_keyword *item, const uint8_t *styles,
				    uint32_t line)
{
	const struct cvd_block *block = keywords->block;
	struct cvd_str text = cvd_str_sub(block->text, item->from, item->to);
	struct cvd_node *node = cvd_node_add(reader->doc, parent, keywords->kind);
	struct cvd_leveled parts;
	size_t joined = 0, end = 0;

	node->line = node->end_line = line;
	node->source = cvd_reader_markup(reader, block, styles, item->from, item->to);
	if (cvd_level_split(reader->scratch, keywords->kind, text, &parts))
		set_level(reader, node, cvd_str_sub(text, parts.level, parts.level_end));
	else if (ends_line(keywords, item) && text.ptr[text.len - 1] == '.' && stops(text))
		parts.name_end--;
	if (keywords->kind == CVD_LANGUAGE)
		joined = cvd_level_joined(reader->scratch,
					  cvd_str_sub(text, parts.name, parts.name_end), &end);
	if (joined) {
		/* `German and Spanish: basic`: the level is of both, its words are the first one's */
		struct cvd_str name = cvd_str_sub(text, parts.name, parts.name_end);
		struct cvd_node *first = node;

		cvd_reader_set_text(reader, first, block, item->from + parts.name,
				    item->from + parts.name + end);
		node = cvd_node_add(reader->doc, parent, keywords->kind);
		node->line = node->end_line = line;
		if (parts.level < parts.level_end) {
			set_level(reader, node, cvd_str_sub(text, parts.level, parts.level_end));
			cvd_node_field(reader->doc, node, CVD_DETAIL)->inherited = true;
		}
		lay_out(reader, node, cvd_str_trim(cvd_str_sub(name, end, joined)));
		first->source = first->text;
		parts.name += joined;
	}
	cvd_reader_set_text(reader, node, block, item->from + parts.name,
			    item->from + parts.name_end);
	if (joined)
		node->source = node->text;
	return node;
}

/* --- languages among skills, and skills among languages ------------------------------------------- */

static bool is_language_name(struct cvd_reader *reader, struct cvd_str text)
{
	struct cvd_leveled parts;
	size_t end = 0;
	struct cvd_str name;

	cvd_level_split(reader->scratch, CVD_LANGUAGE, text, &parts);
	name = cvd_str_sub(text, parts.name, parts.name_end);
	return cvd_lexicon_is_language(reader->scratch, name) ||
	       cvd_level_joined(reader->scratch, name, &end);
}

/* What the keywords behind items[first], a label, are, or those that begin there: human languages in a list
 * of skills, or no languages at all in a list of languages. */
static enum cvd_kind kind_of_run(struct cvd_reader *reader, const struct cvd_keywords *keywords,
				 size_t first)
{
	struct cvd_str text = keywords->block->text, label = {0};
	const struct cvd_keyword *item = &keywords->items[first];
	struct cvd_leveled parts;
	size_t count = 0;

	if (keywords->kind != CVD_SKILL && keywords->kind != CVD_LANGUAGE)
		return keywords->kind;
	if (item->label) {
		label = cvd_str_sub(text, item->from, item->to);
		item++;
	}
	for (; item < keywords->items + keywords->len && !item->label && (!count || !item->line);
	     item++, count++) {
		struct cvd_str part = cvd_str_sub(text, item->from, item->to);
		bool language = is_language_name(reader, part);
		bool level = cvd_level_split(reader->scratch, keywords->kind, part, &parts) ||
			     cvd_lexicon_is_level(reader->scratch, part);

		if (keywords->kind == CVD_SKILL && !language && !(count && level))
			return CVD_SKILL;
		if (keywords->kind == CVD_LANGUAGE &&
		    (language || level || (!label.len && cvd_reader_count_words(part) == 1)))
			return CVD_LANGUAGE;
	}
	if (!count || (keywords->kind == CVD_LANGUAGE && label.len &&
		       cvd_lexicon_label(reader->scratch, label) == CVD_LABEL_LANGUAGES))
		return keywords->kind;
	return keywords->kind == CVD_SKILL ? CVD_LANGUAGE : CVD_SKILL;
}

void cvd_keywords_add(struct cvd_reader *reader, struct cvd_node *parent,
		      const struct cvd_keywords *keywords, uint32_t first_line)
{
	const struct cvd_block *block = keywords->block;
	const uint8_t *styles = cvd_reader_styles(reader, block);
	struct cvd_node *group = parent, *last = NULL;
	struct cvd_keywords run = *keywords;
	const struct cvd_keyword *label = NULL;
	uint32_t line = first_line;
	size_t counted = keywords->from;

	for (size_t i = 0; i < keywords->len; i++) {
		const struct cvd_keyword *item = &keywords->items[i];

		for (; counted < item->from; counted++)
			if (cvd_reader_is_break(block->text.ptr[counted]) && line < block->end_line)
				line++;
		if (item->label || item->line || i == 0) {
			group = parent;
			run.kind = kind_of_run(reader, keywords, i);
		}
		if (item->label && keywords->kind == CVD_SKILL && run.kind == CVD_LANGUAGE &&
		    cvd_lexicon_label(reader->scratch,
				      cvd_str_sub(block->text, item->from, item->to)) ==
			    CVD_LABEL_LANGUAGES) {
			label = item; /* says no more than what they are */
			last = NULL;
		} else if (item->label) {
			group = cvd_keywords_add_group(reader, parent, block, styles, item->from,
						       item->to, line);
			last = NULL;
		} else if (!continues_level(reader, &run, last, item, styles)) {
			last = add_keyword(reader, group, &run, item, styles, line);
			if (item->joint.len)
				lay_out(reader, last, item->joint);
			if (label)
				lay_out(reader, last,
					cvd_str_sub(block->text, label->from, label->to));
			label = NULL;
		}
	}
}

/* `English – reads papers, and writes to customers every day`: one language, however much is said of it. */
static bool is_one_language(struct cvd_reader *reader, struct cvd_keywords *keywords)
{
	struct cvd_str text = cvd_str_sub(keywords->block->text, keywords->from, keywords->to);
	struct cvd_leveled parts;

	if (keywords->kind != CVD_LANGUAGE || !keywords->len || holds_stop(text) ||
	    !cvd_level_split(reader->scratch, CVD_LANGUAGE, text, &parts) ||
	    !cvd_lexicon_is_language(reader->scratch, cvd_str_sub(text, parts.name, parts.name_end)))
		return false;
	for (size_t i = 0; i < text.len; i++)
		if (cvd_reader_is_break(text.ptr[i]))
			return false;
	keywords->items[0] = (struct cvd_keyword){.from = keywords->from, .to = keywords->to};
	keywords->len = 1;
	return true;
}

bool cvd_skills_add_part(struct cvd_reader *reader, struct cvd_node *parent, enum cvd_kind kind,
			 const struct cvd_block *block, size_t from, size_t to, uint32_t line)
{
	struct cvd_keywords keywords = cvd_keywords_cut(reader, kind, block, from, to);

	if (!cvd_keywords_are_list(reader, &keywords, from > 0) &&
	    !is_one_language(reader, &keywords))
		return false;
	cvd_keywords_add(reader, parent, &keywords, line);
	return true;
}

/* --- items of lists ----------------------------------------------------------------------------- */

/* A phrase without a label that is no sentence: `Proficient in Go and its tools`. What begins with several
 * words is one with what follows them: `Experience with cloud providers like AWS, GCP and others`. */
static bool is_phrase(struct cvd_reader *reader, struct cvd_keywords *keywords)
{
	struct cvd_str text = keywords->block->text;
	struct cvd_keyword *first = keywords->items, whole = {.to = text.len, .line = true};

	if (!keywords->len || first->label || keywords->marks || holds_stop(text) || stops(text) ||
	    begins_with_pronoun(text) || weigh(reader, keywords, &whole) > PHRASE_WORDS)
		return false;
	if (keywords->len > 1 &&
	    weigh_outside(cvd_str_sub(text, first->from, first->to)) < LEADING_WORDS)
		return false;
	for (size_t i = 1; i < keywords->len; i++)
		if (keywords->items[i].label || keywords->items[i].line)
			return false;
	first->to = text.len;
	keywords->len = 1;
	return true;
}

/* The items are phrases rather than lists: more of them hold several words without a comma than hold
 * short keywords between commas. */
static bool has_phrases(struct cvd_reader *reader, struct cvd_block *list)
{
	size_t phrases = 0, lists = 0;

	if (list->phrases)
		return list->phrases > 1;
	for (const struct cvd_block *item = list->first_child; item; item = item->next) {
		const struct cvd_block *text = item->first_child;
		struct cvd_keywords keywords;

		if (!text || text->kind != CVD_BLOCK_PARAGRAPH)
			continue;
		keywords = cut_part(reader, CVD_SKILL, text, 0, text->text.len, true);
		if (keywords.len == 1)
			phrases += cvd_keywords_weigh(text->text) >= FURTHER_WORDS;
		else if (keywords.len && !keywords.items[0].label)
			lists++;
	}
	list->phrases = 1 + (phrases > lists);
	return phrases > lists;
}

bool cvd_skills_add_item(struct cvd_reader *reader, struct cvd_node *parent, enum cvd_kind kind,
			 const struct cvd_block *text, uint32_t first_line)
{
	struct cvd_keywords keywords =
		cut_part(reader, kind, text, 0, text->text.len,
			 kind == CVD_SKILL && has_phrases(reader, text->parent->parent));

	if (!(kind == CVD_SKILL && is_phrase(reader, &keywords)) &&
	    !cvd_keywords_are_list(reader, &keywords, false) && !is_one_language(reader, &keywords))
		return false;
	cvd_keywords_add(reader, parent, &keywords, first_line);
	return true;
}

bool cvd_skills_add(struct cvd_reader *reader, struct cvd_node *parent, enum cvd_kind kind,
		    const struct cvd_block *block, uint32_t first_line)
{
	return cvd_skills_add_part(reader, parent, kind, block, 0, block->text.len, first_line);
}

bool cvd_skills_add_labelled(struct cvd_reader *reader, struct cvd_node *parent,
			     const struct cvd_block *block, uint32_t first_line)
{
	struct cvd_keywords keywords = cut_part(reader, CVD_SKILL, block, 0, block->text.len, false);
	size_t labels = 0, known = 0;

	for (size_t i = 0; i < keywords.len; i++) {
		const struct cvd_keyword *item = &keywords.items[i];
		enum cvd_label label;

		if (!item->label && (i == 0 || item->line))
			return false;
		if (!item->label)
			continue;
		label = cvd_lexicon_label(reader->scratch,
					  cvd_str_sub(block->text, item->from, item->to));
		known += label == CVD_LABEL_SKILLS || label == CVD_LABEL_LANGUAGES;
		labels++;
	}
	if (!labels || (known < labels && keywords.len < labels * (LISTED_KEYWORDS + 1)) ||
	    !cvd_keywords_are_list(reader, &keywords, true))
		return false;
	cvd_keywords_add(reader, parent, &keywords, first_line);
	return true;
}
