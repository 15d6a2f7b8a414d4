/*
 * Tokens, written with a mark behind each: `·` punctuation, `#` number, nothing a word; white space
 * is an underscore.
 */
#include "unit.h"

#include "base/hash.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

static struct cvd_arena arena;

static struct cvd_str token_text(struct cvd_str text, struct cvd_token token)
{
	return cvd_str_sub(text, token.start, token.start + token.len);
}

static void check_cut(const char *input, const char *want)
{
	static const char *const marks[] = {"", "·", "", "#"};
	struct cvd_str text = cvd_str_from(input);
	struct cvd_tokens tokens = cvd_text_tokens(&arena, text);
	struct cvd_buf shown = {0};

	for (size_t i = 0; i < tokens.len; i++) {
		bool space = tokens.items[i].kind == CVD_TOKEN_SPACE;

		cvd_buf_put(&shown, '[');
		cvd_buf_add(&shown, space ? CVD_STR("_") : token_text(text, tokens.items[i]));
		cvd_buf_add(&shown, cvd_str_from(marks[tokens.items[i].kind]));
		cvd_buf_put(&shown, ']');
	}
	assert_text(cvd_buf_str(&shown), want);
	cvd_buf_free(&shown);
	cvd_arena_free(&arena);
}

START_TEST(words_of_ascii)
{
	check_cut("", "");
	check_cut("Led a team.", "[Led][_][a][_][team][.·]");
	check_cut(" \t\r\n x ", "[_][x][_]");
	check_cut("node.js, e.g. v1.2.", "[node.js][,·][_][e.g][.·][_][v1.2][.·]");
	check_cut("1,000.50; a,b a:b 1:2", "[1,000.50#][;·][_][a][,·][b][_][a:b][_][1#][:·][2#]");
	check_cut("O'Neil's 'x' don''t", "[O'Neil's][_]['·][x]['·][_][don]['·]['·][t]");
	check_cut("end-to-end", "[end][-·][to][-·][end]");
	check_cut("snake_case __init__ __ _5", "[snake_case][_][__init__][_][_·][_·][_][_5]");
	check_cut("a.5 5.a 1st", "[a][.·][5#][_][5#][.·][a][_][1st#]");
	check_cut("(x)!?", "[(·][x][)·][!·][?·]");
	check_cut("\x1B[0m", "[\x1B·][[·][0m#]");
}
END_TEST

START_TEST(words_of_all_scripts)
{
	check_cut("café don’t", "[café][_][don’t]");
	check_cut("re\xCC\x81sume\xCC\x81", "[re\xCC\x81sume\xCC\x81]");
	check_cut("co\xC2\xADop a\xE2\x80\x8D"
		  "b",
		  "[co\xC2\xADop][_][a\xE2\x80\x8D"
		  "b]");
	check_cut("a\xC2\xA0"
		  "b\xE3\x80\x80"
		  "c",
		  "[a][_][b][_][c]");
	check_cut("日本語 カタカナ", "[日][本][語][_][カタカナ]");
	check_cut("½ ٣ Ⅳ", "[½#][_][٣#][_][Ⅳ#]");
	check_cut("👩‍👩‍👧👍🏽🇩🇪",
		  "[👩‍👩‍👧·][👍🏽·][🇩🇪·]");
	check_cut("“x” – …", "[“·][x][”·][_][–·][_][…·]");
	check_cut("é__ ‿‿", "[é__][_][‿·][‿·]");
	check_cut(" \xCC\x81x", "[_][\xCC\x81·][x]");
	check_cut("\xC2\xADx", "[\xC2\xAD·][x]");
}
END_TEST

START_TEST(amounts_are_glued)
{
	check_cut("$2m €300 £1,000", "[$2m#][_][€300#][_][£1,000#]");
	check_cut("US$2m US$ 2", "[US][$2m#][_][US][$·][_][2#]");
	check_cut("50% 5‰ 3x 3× 3×4", "[50%#][_][5‰#][_][3x#][_][3×#][_][3#][×·][4#]");
	check_cut("100k+ 10+, 99.9%+", "[100k+#][_][10+#][,·][_][99.9%+#]");
	check_cut("1+1 a+b %", "[1#][+·][1#][_][a][+·][b][_][%·]");
	check_cut("-5% (-5%) “−5” +1", "[-5%#][_][(·][-5%#][)·][_][“·][−5#][”·][_][+1#]");
	check_cut("-$5 ±3", "[-$5#][_][±3#]");
	check_cut("2018-2020 x-5 - 5 --5",
		  "[2018#][-·][2020#][_][x][-·][5#][_][-·][_][5#][_][-·][-·][5#]");
	check_cut("30%-50%", "[30%#][-·][50%#]");
	check_cut("$ $x $", "[$·][_][$·][x][_][$·]");
}
END_TEST

START_TEST(names_are_glued)
{
	check_cut("C++/C#, F#.", "[C++][/·][C#][,·][_][F#][.·]");
	check_cut("C++17 A+ é+", "[C++][17#][_][A+][_][é+]");
	check_cut("a#b # #1", "[a][#·][b][_][#·][_][#·][1#]");
	check_cut("C+++", "[C+++]");
	check_cut("C++++", "[C+++][+·]");
}
END_TEST

/* --- keys ------------------------------------------------------------------------------------- */

static struct cvd_token only_token(const char *text)
{
	struct cvd_tokens tokens = cvd_text_tokens(&arena, cvd_str_from(text));

	ck_assert_uint_eq(tokens.len, 1);
	return tokens.items[0];
}

START_TEST(keys_ignore_case_and_normalization)
{
	static const char *const same[][2] = {{"Senior", "SENIOR"},
					      {"Straße", "STRASSE"},
					      {"caf\xC3\xA9", "Cafe\xCC\x81"},
					      {"C#", "c#"}};
	static const char *const other[][2] = {{"a", "b"},  {"cafe", "café"}, {"50%", "60%"},
					       {" ", "\t"}, {"-", "–"},       {"‘", "'"}};

	for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
		struct cvd_token a = only_token(same[i][0]), b = only_token(same[i][1]);

		ck_assert_uint_eq(a.key, b.key);
		ck_assert_uint_ne(a.exact, b.exact);
	}
	for (size_t i = 0; i < sizeof other / sizeof *other; i++) {
		struct cvd_token a = only_token(other[i][0]), b = only_token(other[i][1]);

		ck_assert_uint_ne(a.key, b.key);
		ck_assert_uint_ne(a.exact, b.exact);
	}
	cvd_arena_free(&arena);
}
END_TEST

/* --- laws ------------------------------------------------------------------------------------- */

static uint64_t next_random(uint64_t *state)
{
	*state = *state * UINT64_C(6364136223846793005) + 1442695040888963407;
	return *state >> 33;
}

/* One message in the end: an assertion that holds costs a system call. */
static const char *broken_law(struct cvd_str text, struct cvd_tokens tokens)
{
	size_t pos = 0;

	for (size_t i = 0; i < tokens.len; i++) {
		struct cvd_str token = token_text(text, tokens.items[i]);
		bool space = tokens.items[i].kind == CVD_TOKEN_SPACE;

		if (tokens.items[i].start != pos || !token.len)
			return "tokens touch each other and are not empty";
		if (cvd_utf8_check(token) != token.len)
			return "tokens end where characters end";
		if ((cvd_text_squeeze(&arena, token).len == 0) != space)
			return "white space, and it alone, is a SPACE token";
		if (i && space && tokens.items[i - 1].kind == CVD_TOKEN_SPACE)
			return "a run of white space is one token";
		if (tokens.items[i].exact != cvd_hash64(token) ||
		    tokens.items[i].key != cvd_hash64(cvd_text_fold(&arena, token)))
			return "keys are hashes of the token and of its folded form";
		pos += token.len;
	}
	return pos == text.len ? NULL : "tokens cover the text";
}

START_TEST(tokens_cover_the_text)
{
	static const char *const pieces[] = {
		"a",
		"Z9",
		"5",
		"_",
		".",
		"'",
		":",
		",",
		"+",
		"++",
		"#",
		"$",
		"%",
		"-",
		"(",
		" ",
		"\n",
		"é",
		"É",
		"€",
		"‰",
		"×",
		"−",
		"’",
		"\xCC\x81",
		"\xC2\xAD",
		"\xE2\x80\x8D",
		"\xC2\xA0",
		"日",
		"カ",
		"🇩",
		"👩",
		"🏽",
		"\xEF\xB8\x8F",
		"ß",
		"ﬁ",
		"א",
		"\"",
		"‿",
		"\x1B",
	};
	uint64_t random = 7;

	for (int round = 0; round < 20000; round++) {
		struct cvd_buf text = {0};
		struct cvd_str exact;
		const char *law;

		for (int i = 0; i < round % 15; i++)
			cvd_buf_add(&text, cvd_str_from(pieces[next_random(&random) %
							       (sizeof pieces / sizeof *pieces)]));
		exact = cvd_arena_copy(&arena, cvd_buf_str(&text));
		law = broken_law(exact, cvd_text_tokens(&arena, exact));
		if (law)
			ck_abort_msg("'%.*s': %s", CVD_STR_ARG(exact), law);
		cvd_buf_free(&text);
		cvd_arena_free(&arena);
	}
}
END_TEST

/* A mark outside ASCII sends the same text through libunistring: the cuts must not differ. */
START_TEST(ascii_is_cut_as_unicode_is)
{
	static const char alphabet[] = "abZ059_.':,;-+#$%\"(/@\x1B";
	uint64_t random = 3;

	for (int round = 0; round < 100000; round++) {
		struct cvd_buf buf = {0};
		struct cvd_tokens plain, full;
		struct cvd_str text;

		for (int i = 0; i < 1 + round % 9; i++)
			cvd_buf_put(&buf, alphabet[next_random(&random) % (sizeof alphabet - 1)]);
		plain = cvd_text_tokens(&arena, cvd_buf_str(&buf));
		cvd_buf_add(&buf, CVD_STR("…"));
		text = cvd_buf_str(&buf);
		full = cvd_text_tokens(&arena, text);
		if (full.len != plain.len + 1)
			ck_abort_msg("'%.*s': %zu tokens", CVD_STR_ARG(text), full.len);
		for (size_t i = 0; i < plain.len; i++)
			if (plain.items[i].start != full.items[i].start ||
			    plain.items[i].kind != full.items[i].kind)
				ck_abort_msg("'%.*s', token %zu", CVD_STR_ARG(text), i);
		cvd_buf_free(&buf);
		cvd_arena_free(&arena);
	}
}
END_TEST

START_TEST(bytes_that_are_not_utf8_do_no_harm)
{
	uint64_t random = 11;

	for (int round = 0; round < 20000; round++) {
		size_t len = (size_t)(round % 24), pos = 0;
		char *bytes = malloc(len + 1);
		struct cvd_tokens tokens;

		ck_assert_ptr_nonnull(bytes);
		for (size_t i = 0; i < len; i++)
			bytes[i] = (char)next_random(&random);
		bytes = realloc(bytes, len ? len : 1);
		tokens = cvd_text_tokens(&arena, (struct cvd_str){bytes, len});
		for (size_t i = 0; i < tokens.len && tokens.items[i].start == pos; i++)
			pos += tokens.items[i].len;
		ck_assert_uint_eq(pos, len);
		free(bytes);
		cvd_arena_free(&arena);
	}
}
END_TEST

START_TEST(long_lines_take_linear_time)
{
	static const char *const units[] = {
		"a", "é", "é.", "a.", "中", "\xCC\x81", "\xCC\x81\xCC\xA3", "🇩🇪", "👩‍",
		"_", "‿", "+",  "$",  "(-", "1%",       "\xC2\xAD",         " ",  "\xFF"};

	for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
		struct cvd_buf text = {0};
		struct cvd_tokens tokens;

		while (text.len < (size_t)1 << 20)
			cvd_buf_add(&text, cvd_str_from(units[i]));
		tokens = cvd_text_tokens(&arena, cvd_buf_str(&text));
		ck_assert_uint_eq(tokens.items[tokens.len - 1].start +
					  tokens.items[tokens.len - 1].len,
				  text.len);
		cvd_buf_free(&text);
		cvd_arena_free(&arena);
	}
}
END_TEST

UNIT_MAIN("tokens", words_of_ascii, words_of_all_scripts, amounts_are_glued, names_are_glued,
	  keys_ignore_case_and_normalization, tokens_cover_the_text, ascii_is_cut_as_unicode_is,
	  bytes_that_are_not_utf8_do_no_harm, long_lines_take_linear_time)
