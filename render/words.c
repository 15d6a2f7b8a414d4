/* The table of what is said beside the names of changes. Linear in what is said. */
#include "render/words.h"

#include "base/buf.h"

static const struct {
	const char *one, *many; /* many NULL: the same */
} table[CVD_SAY_COUNT] = {
	[CVD_SAY_NEW_FILE] = {" (new file)", NULL},
	[CVD_SAY_DELETED_FILE] = {" (deleted file)", NULL},
	[CVD_SAY_RENAMED] = {"Renamed ", NULL},
	[CVD_SAY_RENAMED_ONLY] = {"Renamed, with the same content.", NULL},
	[CVD_SAY_MERGE] = {"  (merge, beside %s)", NULL},
	[CVD_SAY_CONFLICTS] = {"It has merge conflicts.", NULL},
	[CVD_SAY_NOTHING_DIFFERS] = {"No Markdown file differs: ", NULL},
	[CVD_SAY_MORE_RESUMES] = {"… and %n more résumé.", "… and %n more résumés."},

	[CVD_SAY_FACTS] = {"%n fact", "%n facts"},
	[CVD_SAY_CONTENT_CHANGES] = {"%n content change", "%n content changes"},
	[CVD_SAY_STYLE_CHANGES] = {"%n style change", "%n style changes"},
	[CVD_SAY_NO_CHANGES] = {"No changes.", NULL},
	[CVD_SAY_FORMATTING] = {"No content changes; formatting differs", NULL},
	[CVD_SAY_FORMATTING_LINES] = {" on %n line", " on %n lines"},
	[CVD_SAY_SHOWS_WHERE] = {" (--style shows where)", NULL},
	[CVD_SAY_STYLE_SHOWS] = {" (--style shows it)", " (--style shows them)"},
	[CVD_SAY_SOME_HIDDEN] = {" (%n hidden; --style shows it)",
				 " (%n hidden; --style shows them)"},
	[CVD_SAY_NOT_SHOWN] = {" (not shown)", NULL},
	[CVD_SAY_SOME_NOT_SHOWN] = {" (%n not shown)", NULL},
	[CVD_SAY_LIMITED] = {"Too much changed to compare everything closely (limit: %s); what was "
			     "moved or reworded may be shown as removed and added.",
			     NULL},

	[CVD_SAY_MORE] = {"and %n more", NULL},
	[CVD_SAY_MORE_CHANGES] = {"… and %n more change", "… and %n more changes"},
	[CVD_SAY_LINES] = {" (%n line)", " (%n lines)"},

	[CVD_SAY_UNTITLED] = {"(untitled)", NULL},
	[CVD_SAY_NO_TEXT] = {"(no text)", NULL},
	[CVD_SAY_TOP] = {"the top", NULL},
	[CVD_SAY_WHITE_SPACE] = {" (white space)", NULL},
	[CVD_SAY_IN_COMMENTS] = {"in comments", NULL},
	[CVD_SAY_BETWEEN_PARTS] = {"between the parts", NULL},

	[CVD_SAY_NONE_KEPT] = {"its statement is worded anew", "all %n statements are worded anew"},
	[CVD_SAY_SOME_KEPT] = {"%s of %n statements kept some wording", NULL},
	[CVD_SAY_WAS_A] = {", where it was a %s", NULL},
	[CVD_SAY_WAS_AN] = {", where it was an %s", NULL},
	[CVD_SAY_FROM] = {"from ", NULL},
	[CVD_SAY_TO] = {"to ", NULL},
	[CVD_SAY_FIRST] = {"first", NULL},
	[CVD_SAY_LAST] = {"last", NULL},
};

struct cvd_str cvd_words_plain(enum cvd_words words)
{
	return cvd_str_from(table[words].one);
}

struct cvd_str cvd_words(struct cvd_arena *arena, enum cvd_words words, size_t number,
			 struct cvd_str text)
{
	const char *many = table[words].many;
	struct cvd_str template = cvd_str_from(many && number != 1 ? many : table[words].one);
	struct cvd_buf buf = {0};
	struct cvd_str said;

	for (size_t i = 0; i < template.len; i++) {
		bool place = template.ptr[i] == '%';

		if (!place)
			cvd_buf_put(&buf, template.ptr[i]);
		else if (template.ptr[++i] == 'n')
			cvd_buf_printf(&buf, "%zu", number);
		else
			cvd_buf_add(&buf, text);
	}
	said = cvd_arena_copy(arena, cvd_buf_str(&buf));
	cvd_buf_free(&buf);
	return said;
}
