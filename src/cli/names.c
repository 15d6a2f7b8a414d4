/*
 * The name is brought to one spelling (case folded, é composed, separators made one sign, `JaneCV` cut
 * between the cases) and searched for the words of a table. In scripts with spaces between words, a
 * word must not touch another letter: `resumed.md` is no résumé.
 */
#include "names.h"

#include "base/text.h"

/* Words for résumé, case folded and composed (NFC); `-` stands for any separator. */
static const struct cvd_str words[] = {
	CVD_STR("resume"),
	CVD_STR("résumé"),
	CVD_STR("resumé"),
	CVD_STR("cv"),
	CVD_STR("curriculum-vitae"),
	CVD_STR("curriculumvitae"),
	CVD_STR("curriculum"),
	CVD_STR("currículum"),
	CVD_STR("currículo"),
	CVD_STR("vita"),
	CVD_STR("lebenslauf"),
	CVD_STR("levensloop"),
	CVD_STR("cvitae"),
	CVD_STR("życiorys"),
	CVD_STR("životopis"),
	CVD_STR("özgeçmiş"),
	CVD_STR("резюме"),
	CVD_STR("履歴書"),
	CVD_STR("職務経歴書"),
	CVD_STR("简历"),
	CVD_STR("簡歷"),
	CVD_STR("履历"),
	CVD_STR("履歷"),
	CVD_STR("职位"),
	CVD_STR("이력서"),
};

/* Words for what tells of a résumé and is none. */
static const struct cvd_str changelogs[] = {
	CVD_STR("changelog"),
	CVD_STR("change-log"),
	CVD_STR("changes"),
	CVD_STR("release-notes"),
};

static const struct cvd_str extensions[] = {CVD_STR(".md"), CVD_STR(".markdown")};

static struct cvd_str file_name(struct cvd_str path)
{
	size_t at = path.len;

	while (at && path.ptr[at - 1] != '/')
		at--;
	return cvd_str_sub(path, at, path.len);
}

/* The file's name without its extension; empty where that is not Markdown's. */
static struct cvd_str stem(struct cvd_str path)
{
	struct cvd_str name = file_name(path);

	for (size_t i = 0; i < sizeof extensions / sizeof *extensions; i++) {
		size_t len = extensions[i].len;
		size_t rest = name.len > len ? name.len - len : 0;

		if (rest &&
		    cvd_str_equal_ascii_nocase(cvd_str_sub(name, rest, name.len), extensions[i]))
			return cvd_str_sub(name, 0, rest);
	}
	return (struct cvd_str){0};
}

bool cvd_name_is_markdown(struct cvd_str path)
{
	return stem(path).len > 0;
}

static bool is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool is_lower(char c)
{
	return c >= 'a' && c <= 'z';
}

static struct cvd_str normal(struct cvd_arena *arena, struct cvd_str name)
{
	struct cvd_buf cut = {0};
	struct cvd_str folded;

	for (size_t i = 0; i < name.len; i++) {
		char c = name.ptr[i];

		if (i && is_upper(c) && is_lower(name.ptr[i - 1]))
			cvd_buf_put(&cut, '-');
		cvd_buf_put(&cut, c == '_' || c == ' ' || c == '.' ? '-' : c);
	}
	folded = cvd_text_fold(arena, cvd_arena_copy(arena, cvd_buf_str(&cut)));
	cvd_buf_free(&cut);
	return folded;
}

/* Ideographs and Hangul syllables: U+2E80 and up, whose words stand without spaces. */
static bool is_unspaced(struct cvd_str word)
{
	size_t at = 0;

	return cvd_utf8_next(word, &at) >= 0x2E80;
}

/* Whether the byte is part of a letter; all bytes above ASCII count as that. */
static bool is_letter(char c)
{
	return is_lower(c) || (unsigned char)c >= 0x80;
}

static bool holds(struct cvd_str name, struct cvd_str word)
{
	size_t at = cvd_str_find(name, word, 0);

	for (; at != SIZE_MAX; at = cvd_str_find(name, word, at + 1)) {
		size_t end = at + word.len;

		if (is_unspaced(word) || ((!at || !is_letter(name.ptr[at - 1])) &&
					  (end == name.len || !is_letter(name.ptr[end]))))
			return true;
	}
	return false;
}

static bool holds_any(struct cvd_str name, const struct cvd_str *table, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (holds(name, table[i]))
			return true;
	return false;
}

bool cvd_name_is_changelog(struct cvd_arena *arena, struct cvd_str path)
{
	struct cvd_str name = stem(path);

	return name.len &&
	       holds_any(normal(arena, name), changelogs, sizeof changelogs / sizeof *changelogs);
}

bool cvd_name_is_resume(struct cvd_arena *arena, struct cvd_str path)
{
	struct cvd_str name = stem(path);

	return name.len && !cvd_name_is_changelog(arena, path) &&
	       holds_any(normal(arena, name), words, sizeof words / sizeof *words);
}

/* --- as patterns -------------------------------------------------------------------------------- */

#define DISTINCT 8 /* bytes from which on a word is hardly a part of another */

/* Letters of ASCII in either case, from `at` on. */
static void add_either_case(struct cvd_buf *out, struct cvd_str word, size_t at)
{
	for (; at < word.len; at++) {
		char c = word.ptr[at];

		if (is_lower(c))
			cvd_buf_printf(out, "[%c%c]", c - 'a' + 'A', c);
		else if (c == '-')
			cvd_buf_put(out, '?');
		else
			cvd_buf_put(out, c);
	}
}

/* The word between two borders, with each extension. */
static void add_pattern(struct cvd_arena *arena, struct cvd_git_paths *patterns, const char *before,
			struct cvd_str word, size_t at, const char *after)
{
	for (size_t i = 0; i < sizeof extensions / sizeof *extensions; i++) {
		struct cvd_buf pattern = {0};

		cvd_buf_add(&pattern, cvd_str_from(before));
		add_either_case(&pattern, word, at);
		cvd_buf_printf(&pattern, "%s%.*s", after, CVD_STR_ARG(extensions[i]));
		CVD_PUSH(arena, patterns, cvd_arena_copy(arena, cvd_buf_str(&pattern)));
		cvd_buf_free(&pattern);
	}
}

/* Patterns know no case but that of ASCII: a first letter outside of it is left to the star. */
static void add_distinct(struct cvd_arena *arena, struct cvd_git_paths *patterns,
			 struct cvd_str word)
{
	size_t at = 0;

	if (!is_unspaced(word) && (unsigned char)word.ptr[0] >= 0x80)
		cvd_utf8_next(word, &at);
	add_pattern(arena, patterns, "*", word, at, "*");
}

static void add_short(struct cvd_arena *arena, struct cvd_git_paths *patterns, struct cvd_str word)
{
	static const char *const befores[] = {"", "*[!a-zA-Z]"}, *const afters[] = {"", "[!a-z]*"};
	const char *camel = cvd_arena_format(arena, "*[a-z]%c", word.ptr[0] - 'a' + 'A').ptr;

	for (int a = 0; a < 2; a++) {
		for (int b = 0; b < 2; b++)
			add_pattern(arena, patterns, befores[b], word, 0, afters[a]);
		add_pattern(arena, patterns, camel, word, 1, afters[a]);
	}
}

void cvd_name_patterns(struct cvd_arena *arena, struct cvd_git_paths *patterns)
{
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		if (is_unspaced(words[i]) || words[i].len >= DISTINCT)
			add_distinct(arena, patterns, words[i]);
		else
			add_short(arena, patterns, words[i]);
	}
}
