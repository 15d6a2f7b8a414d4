/*
 * Cuts text into keywords and labels: at separators outside parentheses, at hard breaks, and between code
 * spans or links with nothing but white space between. A soft break is a space, because rewrapping must not
 * change what is read, except before a label: a strong one (`**Tools:** git`) begins a group wherever it
 * stands, a plain one where every line of the text begins with one.
 *
 * A few passes over the text, and a bounded look ahead at the start of each line: linear.
 */
#include "keywords_parts.h"

#include "levels.h"
#include "lexicon.h"

/* Behind a comma so many words, all begun small, go on with a phrase. */
#define FURTHER_WORDS 3
/* A sign behind a keyword. */
#define SIGN_BYTES 4

static void add_part(struct cvd_cutter *c, size_t from, size_t to, bool label, bool line)
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
static bool lines_are_labelled(const struct cvd_cutter *c)
{
	struct cvd_label_part label;
	size_t lines = 0, at = c->from;

	while (at < c->to) {
		size_t line = cvd_keywords_skip_space(c, at);

		if (!cvd_keywords_read_label(c, line, true, &label))
			return false;
		lines++;
		for (at = label.next; at < c->to && !cvd_reader_is_break(c->text.ptr[at]);)
			at++;
	}
	return lines > 1;
}

/* By byte: 1 where a parenthesis opens that is closed before the next hard break; NULL if none is. */
static const uint8_t *find_closed(const struct cvd_cutter *c)
{
	uint8_t *closed;
	size_t closing = 0;

	if (cvd_str_find_char(c->text, ')', c->from) == SIZE_MAX &&
	    cvd_str_find_char(c->text, "）"[0], c -> from) == SIZE_MAX)
		return NULL;
	closed = CVD_NEW_ARRAY(c->reader->scratch, uint8_t, c->text.len + 1);
	for (size_t at = c->to; at-- > c->from;) {
		if (cvd_reader_is_plain(c->text.ptr[at]))
			continue;
		if (c->text.ptr[at] == CVD_BREAK_HARD)
			closing = 0;
		closing += cvd_keywords_closes_at(c->text, at);
		if (cvd_keywords_opens_at(c->text, at) && closing) {
			closing--;
			closed[at] = 1;
		}
	}
	return closed;
}

/* Marks that separate more than a comma does: `·`, `|`. */
static size_t count_marks(const struct cvd_cutter *c)
{
	size_t count = 0;

	for (size_t at = c->from; at < c->to; at++)
		count += !cvd_reader_is_plain(c->text.ptr[at]) && cvd_reader_mark_at(c->text, at);
	return count;
}

/* `Roles, team structures and routines`: a phrase begins with a capital, goes on small behind each comma
 * and ends in several words. `start`: of the part that the comma at `at` would end. */
static bool runs_on(const struct cvd_cutter *c, size_t start, size_t at)
{
	size_t from = cvd_keywords_skip_space(c, start), piece = at + 1, end = at;

	if (from >= at || c->text.ptr[from] < 'A' || c->text.ptr[from] > 'Z')
		return false;
	for (; end <= c->to && end - at <= CVD_LEXICON_MAX_TEXT; end++) {
		bool ends = end == c->to ||
			    (c->text.ptr[end] != ',' && cvd_keywords_separator_at(c->text, end));
		size_t first = cvd_keywords_skip_space(c, piece);

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
static bool lies_between_spans(const struct cvd_cutter *c, size_t at)
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
static bool begins_line(const struct cvd_cutter *c, size_t at)
{
	return at == c->from || c->text.ptr[at - 1] == CVD_BREAK_HARD ||
	       (c->lines && c->text.ptr[at - 1] == CVD_BREAK_SOFT);
}

static bool may_label(const struct cvd_cutter *c, size_t at)
{
	if (cvd_reader_is_space(c->text.ptr[at]))
		return false;
	return begins_line(c, at) ||
	       (cvd_keywords_begins_marked(c, at) && cvd_reader_is_space(c->text.ptr[at - 1]));
}

/* Behind a separator a strong word without a colon is a keyword. */
static bool may_be_bare(const struct cvd_cutter *c, size_t at, size_t part)
{
	return begins_line(c, at) || (c->bare && part < at);
}

static void cut(struct cvd_cutter *c)
{
	struct cvd_label_part label;
	size_t start = c->from;
	bool line = true;

	for (size_t at = c->from; at < c->to;) {
		size_t len;

		/* in a word */
		if (at > c->from && cvd_reader_is_plain(c->text.ptr[at]) &&
		    !cvd_reader_is_space(c->text.ptr[at - 1])) {
			at++;
			continue;
		}
		if (!c->depth && may_label(c, at) &&
		    cvd_keywords_read_label(c, at, may_be_bare(c, at, start), &label)) {
			add_part(c, start, at, false, line);
			line = true;
			start = at;
			at = label.next > at ? label.next : at + 1;
			if (cvd_keywords_names_keyword(c, &label))
				continue;
			c->bare |= label.next == cvd_keywords_skip_space(c, label.to);
			add_part(c, label.from, label.to, true, true);
			start = at;
			line = false;
			continue;
		}
		c->depth += c->closed && c->closed[at];
		c->depth -= c->depth && cvd_keywords_closes_at(c->text, at);
		if (c->text.ptr[at] == CVD_BREAK_HARD)
			c->depth = 0;
		len = c->depth ? 0 : cvd_keywords_separator_at(c->text, at);
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

#define JOINED_WORDS 3

/* `Node JS e Progress 4GL`, `Rust (basic) and C (basic)`: a name, each of them. English and German write
 * phrases with capitals, too. */
static bool are_names(struct cvd_str first, struct cvd_str second, struct cvd_str joint)
{
	static const char *const capitalized[] = {"and", "und", "&"};
	bool alike =
		cvd_str_ends_with(first, CVD_STR(")")) && cvd_str_ends_with(second, CVD_STR(")"));

	for (size_t i = 0; !alike && i < sizeof capitalized / sizeof *capitalized; i++)
		if (cvd_str_starts_with(joint, cvd_str_from(capitalized[i])))
			return false;
	return first.ptr[0] >= 'A' && first.ptr[0] <= 'Z' && second.ptr[0] >= 'A' &&
	       second.ptr[0] <= 'Z' && cvd_reader_count_words(first) <= JOINED_WORDS &&
	       cvd_reader_count_words(second) <= JOINED_WORDS;
}

/* What the text joins, a word each or a name: the first ends at `end`, the second begins at the result, or
 * 0. */
static size_t find_last(struct cvd_str text, size_t *end)
{
	static const char *const rest[] = {"more",   "others",  "similar", "mehr",
					   "andere", "weitere", "otros",   "outros",
					   "autres", "другие",  "др."};
	size_t space = 0, next = 0;
	struct cvd_str first, second;

	for (size_t at = 0; !next && at < text.len; at++) {
		size_t len = text.ptr[at] == ' ' ? cvd_level_joint_at(text, at + 1) : 0;

		space = at;
		next = len ? at + 1 + len : 0;
	}
	if (!next || CVD_KEYWORDS_MARK_AT(text, next, rest))
		return 0;
	*end = space;
	first = cvd_str_trim(cvd_str_sub(text, 0, space));
	second = cvd_str_trim(cvd_str_sub(text, next, text.len));
	if (cvd_str_find_char(first, ' ', 0) == SIZE_MAX &&
	    cvd_str_find_char(second, ' ', 0) == SIZE_MAX)
		return next;
	return first.len && second.len &&
			       are_names(first, second, cvd_str_sub(text, space + 1, next))
		       ? next
		       : 0;
}

/* Cuts what ends a list: `Go, Rust and C`. */
static void cut_ends(struct cvd_cutter *c)
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

struct cvd_keywords cvd_keywords_cut_phrases(struct cvd_reader *reader, enum cvd_kind kind,
					     const struct cvd_block *block, size_t from, size_t to,
					     bool phrases)
{
	struct cvd_keywords keywords = {.block = block, .kind = kind, .from = from, .to = to};
	struct cvd_cutter c = {.reader = reader,
			       .keywords = &keywords,
			       .text = cvd_str_sub(block->text, 0, to),
			       .from = from,
			       .to = to,
			       .styles = cvd_reader_styles(reader, block)};

	c.from = cvd_keywords_skip_space(&c, from);
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
	return cvd_keywords_cut_phrases(reader, kind, block, from, to, false);
}
