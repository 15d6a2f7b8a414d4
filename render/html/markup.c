/*
 * Escaping happens here and nowhere else: every text of a résumé, a path or a revision that reaches a page
 * goes through html_text, and every target through html_link_begin. Attributes are always quoted.
 */
#include "markup.h"

#include "base/text.h"

#include <string.h>

/* --- text --------------------------------------------------------------------------------------- */

static struct cvd_str entity(char c)
{
	switch (c) {
	case '&':
		return CVD_STR("&amp;");
	case '<':
		return CVD_STR("&lt;");
	case '>':
		return CVD_STR("&gt;");
	case '"':
		return CVD_STR("&quot;");
	case '\'':
		return CVD_STR("&#39;");
	default:
		return (struct cvd_str){0};
	}
}

static void escape(struct cvd_buf *out, struct cvd_str text)
{
	size_t kept = 0;

	for (size_t i = 0; i < text.len; i++) {
		struct cvd_str escaped = entity(text.ptr[i]);

		if (!escaped.ptr)
			continue;
		cvd_buf_add(out, cvd_str_sub(text, kept, i));
		cvd_buf_add(out, escaped);
		kept = i + 1;
	}
	cvd_buf_add(out, cvd_str_sub(text, kept, text.len));
}

static bool stays(char c)
{
	return c == '\n' || c == '\t';
}

void html_text(struct cvd_buf *out, struct cvd_str text)
{
	struct cvd_buf visible = {0};

	for (size_t at = 0; at < text.len;) {
		size_t end = at;

		while (end < text.len && !stays(text.ptr[end]))
			end++;
		visible.len = 0;
		cvd_text_visible(&visible, cvd_str_sub(text, at, end));
		escape(out, cvd_buf_str(&visible));
		if (end < text.len)
			cvd_buf_put(out, text.ptr[end]);
		at = end + 1;
	}
	cvd_buf_free(&visible);
}

void html_tagged(struct cvd_buf *out, const char *tag, struct cvd_str text)
{
	cvd_buf_printf(out, "<%s>", tag);
	html_text(out, text);
	cvd_buf_printf(out, "</%s>", tag);
}

void html_isolated(struct cvd_buf *out, struct cvd_str text)
{
	html_tagged(out, "bdi", text);
}

/* Points from old to new in either direction of writing. */
static void add_arrow(struct cvd_buf *out)
{
	cvd_buf_add(out, CVD_STR(" <span class=\"arrow\">→</span> "));
}

void html_change(struct cvd_buf *out, struct cvd_str old, struct cvd_str new)
{
	if (old.len)
		html_tagged(out, "del", old);
	if (old.len && new.len)
		add_arrow(out);
	if (new.len)
		html_tagged(out, "ins", new);
}

/* A note is English whatever it stands beside: it is kept together where it comes in pieces, and the space in
 * front of it belongs to what it stands beside. */
void html_phrase(struct cvd_buf *out, const struct cvd_phrase *phrase)
{
	static const struct {
		const char *open, *close;
	} tags[CVD_TONE_COUNT] = {
		[CVD_TONE_PLAIN] = {"", ""},
		[CVD_TONE_OLD] = {"<del>", "</del>"},
		[CVD_TONE_NEW] = {"<ins>", "</ins>"},
		[CVD_TONE_NOTE] = {"<span class=\"note\" dir=\"auto\">", "</span>"},
		[CVD_TONE_DELETED] = {"<del>", "</del>"},
		[CVD_TONE_INSERTED] = {"<ins>", "</ins>"},
	};

	for (size_t i = 0; i < phrase->len; i++) {
		enum cvd_tone tone = phrase->items[i].tone;
		struct cvd_str text = phrase->items[i].text;
		bool note = tone == CVD_TONE_NOTE;

		if (tone == CVD_TONE_PLAIN && cvd_str_equal(text, CVD_STR(" → "))) {
			add_arrow(out);
			continue;
		}
		if (!note || !i || phrase->items[i - 1].tone != tone) {
			if (note && text.len && text.ptr[0] == ' ') {
				cvd_buf_put(out, ' ');
				text = cvd_str_sub(text, 1, text.len);
			}
			cvd_buf_add(out, cvd_str_from(tags[tone].open));
		}
		html_text(out, text);
		if (!note || i + 1 == phrase->len || phrase->items[i + 1].tone != tone)
			cvd_buf_add(out, cvd_str_from(tags[tone].close));
	}
}

/* --- links -------------------------------------------------------------------------------------- */

bool html_may_link(struct cvd_str target)
{
	static const char *const schemes[] = {"http://", "https://", "mailto:", "tel:"};

	for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++) {
		struct cvd_str scheme = cvd_str_from(schemes[i]);

		if (target.len > scheme.len &&
		    cvd_str_equal_ascii_nocase(cvd_str_sub(target, 0, scheme.len), scheme))
			return true;
	}
	return false;
}

/* The target as it is, but for what no address has: that is percent-encoded (RFC 3986, 2.1), so that the link
 * leads where the résumé says and is no more than an address. */
static void add_address(struct cvd_buf *out, struct cvd_str target)
{
	static const char refused[] = "\"<>\\^`{|}";

	for (size_t pos = 0; pos < target.len;) {
		size_t from = pos;
		uint32_t code_point = cvd_utf8_next(target, &pos);

		if (code_point > ' ' && (code_point > 0x7F || !strchr(refused, (int)code_point)) &&
		    !cvd_text_is_unsafe(code_point)) {
			escape(out, cvd_str_sub(target, from, pos));
			continue;
		}
		for (; from < pos; from++)
			cvd_buf_printf(out, "%%%02X", (unsigned)(unsigned char)target.ptr[from]);
	}
}

bool html_link_begin(struct cvd_buf *out, struct cvd_str target)
{
	if (!html_may_link(target))
		return false;
	cvd_buf_add(out, CVD_STR("<a rel=\"noopener noreferrer nofollow\" href=\""));
	add_address(out, target);
	cvd_buf_add(out, CVD_STR("\">"));
	return true;
}

void html_link_end(struct cvd_buf *out, bool linked)
{
	if (linked)
		cvd_buf_add(out, CVD_STR("</a>"));
}

/* --- languages ---------------------------------------------------------------------------------- */

enum script { HAN, KANA, HANGUL, OTHERS };

/* A script and the language that is mostly written in it. Kana tell Japanese from Chinese, however few. */
static const struct {
	uint32_t first, last;
	int script;
	const char *language;
} ranges[] = {
	{0x0370, 0x03FF, OTHERS, "el"},     {0x0400, 0x052F, OTHERS + 1, "ru"},
	{0x0590, 0x05FF, OTHERS + 2, "he"}, {0x0600, 0x06FF, OTHERS + 3, "ar"},
	{0x0900, 0x097F, OTHERS + 4, "hi"}, {0x0E00, 0x0E7F, OTHERS + 5, "th"},
	{0x1100, 0x11FF, HANGUL, "ko"},     {0x3040, 0x30FF, KANA, "ja"},
	{0x3400, 0x9FFF, HAN, "zh"},        {0xAC00, 0xD7AF, HANGUL, "ko"},
	{0xF900, 0xFAFF, HAN, "zh"},        {0x20000, 0x3FFFF, HAN, "zh"},
};
#define RANGES (sizeof ranges / sizeof *ranges)
#define LATIN (OTHERS + 6)

void html_scripts_count(struct html_scripts *scripts, struct cvd_str text)
{
	for (size_t pos = 0; pos < text.len;) {
		uint32_t code_point = cvd_utf8_next(text, &pos);

		if (code_point < 0x0370) {
			scripts->letters[LATIN] += (code_point | 0x20) - 'a' < 26;
			continue;
		}
		for (size_t i = 0; i < RANGES; i++)
			if (code_point >= ranges[i].first && code_point <= ranges[i].last)
				scripts->letters[ranges[i].script]++;
	}
}

const char *html_language_direction(const char *language)
{
	struct cvd_str code = cvd_str_from(language);
	bool leftwards = cvd_str_equal(code, CVD_STR("ar")) || cvd_str_equal(code, CVD_STR("he"));

	return leftwards ? "rtl" : "ltr";
}

const char *html_scripts_language(const struct html_scripts *scripts)
{
	size_t best = LATIN, letters[LATIN + 1];

	for (size_t i = 0; i <= LATIN; i++)
		letters[i] = scripts->letters[i];
	letters[LATIN] /= 4; /* names and terms; an ideograph says more than a letter */
	if (letters[KANA]) {
		letters[KANA] += letters[HAN];
		letters[HAN] = 0;
	}
	for (size_t i = 0; i < LATIN; i++)
		if (letters[i] > letters[best])
			best = i;
	for (size_t i = 0; i < RANGES; i++)
		if ((size_t)ranges[i].script == best)
			return ranges[i].language;
	return "und";
}
