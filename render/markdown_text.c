/*
 * Any text as Markdown that shows just that text.
 *
 * Two readers must be kept from finding more in it. The parser of CommonMark honours backslashes and
 * entities. What recognises mentions, issues, commits, links, emoji and mathematics runs later, on the
 * text between tags, where a backslash or an entity is long gone; but it never looks across a tag, and
 * both GitHub and GitLab keep `<span>`. So the character that such a thing cannot do without stands
 * alone in a `<span>`: the reader sees and copies the same text. (GitLab turns `\@` into such a span
 * itself, GitHub recommends one around a dollar sign.) A zero-width space would do as well, but would be
 * copied along.
 *
 * The table says what each character needs, and where; the first row that fits wins. Commit ids have
 * no such character, and are cut into pieces that are too short for one. Linear in the text.
 */
#include "markdown_text.h"

#include "base/text.h"

#define ID_LEAST 7 /* digits of an abbreviated commit id; fewer are not recognised */

/* --- the table -------------------------------------------------------------------------------- */

/* A character at its place in the visible text. */
struct spot {
	struct cvd_str text;
	size_t at;
	bool line; /* the text begins a line */
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_hex(char c)
{
	return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

static bool is_word(char c)
{
	return is_digit(c) || is_letter(c) || c == '_';
}

static char behind(const struct spot *spot)
{
	return spot->at + 1 < spot->text.len ? spot->text.ptr[spot->at + 1] : ' ';
}

static char before(const struct spot *spot)
{
	return spot->at ? spot->text.ptr[spot->at - 1] : ' ';
}

static bool goes_on(const struct spot *spot)
{
	return behind(spot) != ' ';
}

static bool has_word_behind(const struct spot *spot)
{
	return is_word(behind(spot));
}

static bool begins_review(const struct spot *spot)
{
	return behind(spot) == '+' || behind(spot) == '-';
}

/* A number behind a word, or behind digits with a letter among them. */
static bool numbers_key(const struct spot *spot)
{
	size_t at = spot->at;

	if (!is_digit(behind(spot)))
		return false;
	while (at > 0 && is_digit(spot->text.ptr[at - 1]))
		at--;
	return at > 0 && is_word(spot->text.ptr[at - 1]);
}

static bool begins_line(const struct spot *spot)
{
	return spot->line && spot->at == 0;
}

static bool ends_list_number(const struct spot *spot)
{
	if (!spot->line)
		return false;
	for (size_t i = 0; i < spot->at; i++)
		if (!is_digit(spot->text.ptr[i]))
			return false;
	return true;
}

static bool ends_www(const struct spot *spot)
{
	return spot->at >= 3 &&
	       cvd_str_equal_ascii_nocase(cvd_str_sub(spot->text, spot->at - 3, spot->at),
					  CVD_STR("www"));
}

enum guard { IN_SPAN, WRITTEN };

static const struct escape {
	char c;
	enum guard guard;
	const char *written;
	bool (*when)(const struct spot *spot); /* NULL: always */
} escapes[] = {
	/* markup */
	{'\\', WRITTEN, "\\\\", NULL},
	{'`', WRITTEN, "\\`", NULL},
	{'*', WRITTEN, "\\*", NULL},
	{'_', WRITTEN, "\\_", NULL},
	{'|', WRITTEN, "\\|", NULL},
	{'<', WRITTEN, "&lt;", NULL},
	{'>', WRITTEN, "&gt;", NULL},
	/* markup at the beginning of a line: lists, rules, headings */
	{'+', WRITTEN, "\\+", begins_line},
	{'-', WRITTEN, "\\-", begins_line},
	{'=', WRITTEN, "\\=", begins_line},
	{'.', WRITTEN, "\\.", ends_list_number},
	{')', WRITTEN, "\\)", ends_list_number},
	/* @name, @org/team, name@example.org, owner/repo@commit */
	{'@', IN_SPAN, "\\@", NULL},
	/* [text](link), [^footnote], [[page]], [issue:12], [-review-], - [x] */
	{'[', IN_SPAN, "\\[", NULL},
	/* $mathematics$, GitLab's snippet $12 */
	{'$', IN_SPAN, "\\$", NULL},
	/* ~~struck~~, GitLab's ~label */
	{'~', IN_SPAN, "\\~", NULL},
	/* #12, owner/repo#12; a heading */
	{'#', IN_SPAN, "\\#", has_word_behind},
	{'#', WRITTEN, "\\#", NULL},
	/* http://, :emoji:, [vulnerability:12] */
	{':', IN_SPAN, "\\:", goes_on},
	/* www.example.org */
	{'.', IN_SPAN, "\\.", ends_www},
	/* GH-12, the issues of other trackers */
	{'-', IN_SPAN, "\\-", numbers_key},
	/* GitLab's !12, %milestone, &12 and {+review+} */
	{'!', IN_SPAN, "\\!", has_word_behind},
	{'%', IN_SPAN, "\\%", goes_on},
	{'&', IN_SPAN, "&amp;", goes_on},
	{'&', WRITTEN, "&amp;", NULL},
	{'{', IN_SPAN, "\\{", begins_review},
};

static const struct escape *find_escape(const struct spot *spot)
{
	for (size_t i = 0; i < sizeof escapes / sizeof *escapes; i++)
		if (escapes[i].c == spot->text.ptr[spot->at] &&
		    (!escapes[i].when || escapes[i].when(spot)))
			return &escapes[i];
	return NULL;
}

static void put_span(struct cvd_buf *out, struct cvd_str text)
{
	cvd_buf_add(out, CVD_STR("<span>"));
	cvd_buf_add(out, text);
	cvd_buf_add(out, CVD_STR("</span>"));
}

/* --- texts ------------------------------------------------------------------------------------ */

/* The length of what could be a commit's id, or 0. */
static size_t id_length(const struct spot *spot)
{
	size_t end = spot->at;

	if (is_word(before(spot)))
		return 0;
	while (end < spot->text.len && is_hex(spot->text.ptr[end]))
		end++;
	if (end < spot->text.len && is_word(spot->text.ptr[end]))
		return 0;
	return end - spot->at >= ID_LEAST ? end - spot->at : 0;
}

/* Every other piece is a span, so that no text between two tags is long enough. */
static void put_id(struct cvd_buf *out, struct cvd_str id)
{
	for (size_t at = 0; at < id.len; at += ID_LEAST - 1) {
		struct cvd_str piece = cvd_str_sub(id, at, at + ID_LEAST - 1);

		if (at / (ID_LEAST - 1) % 2)
			cvd_buf_add(out, piece);
		else
			put_span(out, piece);
	}
}

static void put_escaped(struct cvd_buf *out, struct cvd_str text, bool line)
{
	struct spot spot = {text, 0, line};

	while (spot.at < text.len) {
		const struct escape *escape = find_escape(&spot);
		size_t id = id_length(&spot);

		if (id)
			put_id(out, cvd_str_sub(text, spot.at, spot.at + id));
		else if (!escape)
			cvd_buf_put(out, text.ptr[spot.at]);
		else if (escape->guard == IN_SPAN)
			put_span(out, cvd_str_from(escape->written));
		else
			cvd_buf_add(out, cvd_str_from(escape->written));
		spot.at += id ? id : 1;
	}
}

/* Line breaks and tabs are white space here, not control characters. */
static void put_visible(struct cvd_buf *out, struct cvd_str text)
{
	struct cvd_buf line = {0};

	for (size_t i = 0; i < text.len; i++) {
		bool space = text.ptr[i] == ' ' || (text.ptr[i] >= '\t' && text.ptr[i] <= '\r');

		if (!space)
			cvd_buf_put(&line, text.ptr[i]);
		else if (!line.len || line.ptr[line.len - 1] != ' ')
			cvd_buf_put(&line, ' ');
	}
	cvd_text_visible(out, cvd_buf_str(&line));
	cvd_buf_free(&line);
}

static void put_text(struct cvd_buf *out, struct cvd_str text, bool line)
{
	struct cvd_buf visible = {0};

	put_visible(&visible, text);
	put_escaped(out, cvd_buf_str(&visible), line);
	cvd_buf_free(&visible);
}

void cvd_markdown_text(struct cvd_buf *out, struct cvd_str text)
{
	put_text(out, cvd_str_trim(text), true);
}

/* --- emphasis --------------------------------------------------------------------------------- */

enum emphasis { PLAIN, STRUCK, STRONG };

static const struct {
	struct cvd_str open, close, html_open, html_close;
} emphases[] = {
	[STRUCK] = {{"~~", 2}, {"~~", 2}, {"<del>", 5}, {"</del>", 6}},
	[STRONG] = {{"**", 2}, {"**", 2}, {"<strong>", 8}, {"</strong>", 9}},
};

/* Whether `**` between the two is read as emphasis: a letter within always is, punctuation within only
 * beside a space or punctuation. Of what is not ASCII nothing is taken for granted. */
static bool holds(char inner, char outer)
{
	if (is_letter(inner) || is_digit(inner))
		return true;
	return inner != ' ' && (unsigned char)inner < 0x80 && (unsigned char)outer < 0x80 &&
	       !is_letter(outer) && !is_digit(outer);
}

/* `left` and `right` are the characters beside it, as written. */
static void put_emphasis(struct cvd_buf *out, enum emphasis emphasis, struct cvd_str text,
			 char left, char right)
{
	bool marks = text.len && holds(text.ptr[0], left) && holds(text.ptr[text.len - 1], right);

	cvd_buf_add(out, marks ? emphases[emphasis].open : emphases[emphasis].html_open);
	cvd_buf_add(out, text);
	cvd_buf_add(out, marks ? emphases[emphasis].close : emphases[emphasis].html_close);
}

void cvd_markdown_strong(struct cvd_buf *out, struct cvd_str text)
{
	struct cvd_buf escaped = {0};

	put_text(&escaped, cvd_str_trim(text), false);
	if (escaped.len)
		put_emphasis(out, STRONG, cvd_buf_str(&escaped), ' ', ' ');
	cvd_buf_free(&escaped);
}

/* --- phrases ---------------------------------------------------------------------------------- */

/* Spans of one emphasis, joined: what neighbouring spans say together must be escaped together. */
struct stretch {
	struct cvd_str text; /* escaped */
	enum emphasis emphasis;
};

static enum emphasis emphasis_of(enum cvd_tone tone)
{
	return tone == CVD_TONE_DELETED ? STRUCK : tone == CVD_TONE_INSERTED ? STRONG : PLAIN;
}

/* Joins the spans from *at on; moves *at behind them. White space alone is not worth a mark. */
static struct stretch join(const struct cvd_phrase *phrase, size_t *at, bool line)
{
	struct stretch stretch = {.emphasis = emphasis_of(phrase->items[*at].tone)};
	struct cvd_buf joined = {0}, escaped = {0};

	line = line && *at == 0;
	for (; *at < phrase->len && emphasis_of(phrase->items[*at].tone) == stretch.emphasis; ++*at)
		cvd_buf_add(&joined, phrase->items[*at].text);
	put_text(&escaped, cvd_buf_str(&joined), line);
	stretch.text = cvd_arena_copy(phrase->arena, cvd_buf_str(&escaped));
	if (cvd_str_equal(stretch.text, CVD_STR(" ")))
		stretch.emphasis = PLAIN;
	cvd_buf_free(&joined);
	cvd_buf_free(&escaped);
	return stretch;
}

/* The character beside a stretch; deleted and inserted words are set apart by a space. */
static char beside(const struct stretch *stretch, const struct stretch *other)
{
	return stretch->emphasis == PLAIN || other->emphasis == PLAIN ? other->text.ptr[0] : ' ';
}

void cvd_markdown_phrase(struct cvd_buf *out, const struct cvd_phrase *phrase, bool line)
{
	CVD_ARRAY(struct stretch) stretches = {0};
	char left = ' ';

	for (size_t at = 0; at < phrase->len;)
		CVD_PUSH(phrase->arena, &stretches, join(phrase, &at, line));
	for (size_t i = 0; i < stretches.len; i++) {
		const struct stretch *this = &stretches.items[i];
		char right = i + 1 < stretches.len ? beside(this, this + 1) : ' ';

		if (this->emphasis == PLAIN) {
			cvd_buf_add(out, this->text);
		} else {
			put_emphasis(out, this->emphasis, this->text, left, right);
			if (i + 1 < stretches.len && this[1].emphasis != PLAIN)
				cvd_buf_put(out, ' ');
		}
		left = out->ptr[out->len - 1];
	}
}
