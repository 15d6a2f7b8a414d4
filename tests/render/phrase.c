/* Phrases: arrows that do not repeat, word diffs that leave out what is far from a change. */
#include "unit.h"

#include "phrase.h"
#include "records.h"

static void check_phrase(struct cvd_phrase *phrase, const char *want)
{
	struct cvd_buf out = {0};

	cvd_phrase_plain(&out, phrase);
	assert_text(cvd_buf_str(&out), want);
	cvd_buf_free(&out);
	cvd_arena_free(phrase->arena);
}

static void check_short_arrow(const char *old, const char *new, const char *want)
{
	struct cvd_arena arena = {0};
	struct cvd_phrase phrase = {.arena = &arena};

	cvd_phrase_short_arrow(&phrase, cvd_str_from(old), cvd_str_from(new));
	check_phrase(&phrase, want);
}

START_TEST(common_last_words_are_said_once)
{
	check_short_arrow("Senior Software Engineer", "Staff Software Engineer",
			  "Senior → Staff Software Engineer");
	check_short_arrow("Software Engineer", "Senior Software Engineer",
			  "Software Engineer → Senior Software Engineer");
	check_short_arrow("Lead Engineer", "Engineer", "Lead Engineer → Engineer");
	check_short_arrow("Engineer", "Manager", "Engineer → Manager");
	check_short_arrow("Backend Engineer", "Bioengineer", "Backend Engineer → Bioengineer");
	check_short_arrow("Same Words", "Same Words", "Same Words → Same Words");
	check_short_arrow("", "Engineer", " → Engineer");
}
END_TEST

static void check_words(const char *words, const char *want)
{
	struct record record = {.words = words};
	struct cvd_arena arena = {0};
	struct cvd_change change = record_make(&arena, &record);
	struct cvd_phrase phrase = {.arena = &arena};

	cvd_phrase_words(&phrase, &change.words);
	check_phrase(&phrase, want);
}

#define LONG                                                                                       \
	"one two three four five six seven eight nine ten eleven twelve thirteen fourteen "        \
	"fifteen sixteen seventeen eighteen nineteen twenty"

START_TEST(long_equal_stretches_are_left_out)
{
	check_words("=Grew to |-$2m|+$3m|= ARR.", "Grew to [-$2m-]{+$3m+} ARR.");
	check_words("=" LONG " |-a|+b", "… eighteen nineteen twenty [-a-]{+b+}");
	check_words("-a|+b|= " LONG, "[-a-]{+b+} one two three four five six …");
	check_words("-a|= " LONG " |+b",
		    "[-a-] one two three four five six … eighteen nineteen twenty {+b+}");
	check_words("=" LONG, LONG);
	check_words("-" LONG, "[-" LONG "-]");
}
END_TEST

START_TEST(white_space_stands_outside_the_marks)
{
	check_words("=a |-b |=c", "a [-b-] c");
	check_words("=a|+ b|= c", "a {+b+} c");
	check_words("=a |-to be |+on |=c", "a [-to be-]{+on+} c");
	check_words("=a|- b|+ d|=.", "a [-b-]{+d+}.");
	check_words("=a|- b|+, d|= c", "a [-b-]{+, d+} c");
	check_words("=a|-\n|+ |=b", "a[-\n-]{+ +}b");
}
END_TEST

#define SHORT_OF(open, close)                                                                      \
	open "one two three four five six seven eight nine ten … sixteen seventeen eighteen nineteen twenty" close

START_TEST(brief_phrases_leave_out_changed_words)
{
	struct record record = {.words = "=a |-" LONG " " LONG "|+b|= c"};
	struct cvd_arena arena = {0};
	struct cvd_change change = record_make(&arena, &record);
	struct cvd_phrase phrase = {.arena = &arena, .brief = true};

	cvd_phrase_words(&phrase, &change.words);
	check_phrase(&phrase, "a [-one two three four five six seven eight nine ten … sixteen "
			      "seventeen eighteen nineteen twenty-]{+b+} c");
	record.words = "-" LONG " |=a |-" LONG " |=b |+" LONG " |=c |-" LONG "|+d|= e|+f";
	change = record_make(&arena, &record);
	phrase = (struct cvd_phrase){.arena = &arena, .brief = true};
	cvd_phrase_words(&phrase, &change.words);
	check_phrase(&phrase, SHORT_OF("[-", "-]") " a " SHORT_OF("[-", "-]") " b " SHORT_OF(
				      "{+", "+}") " … and 2 more changes");
}
END_TEST

static void check_middle(const char *old, const char *new, const char *want)
{
	struct cvd_arena arena = {0};
	struct cvd_phrase phrase = {.arena = &arena};

	cvd_phrase_middle(&phrase, cvd_str_from(old), cvd_str_from(new));
	check_phrase(&phrase, want);
}

START_TEST(the_middle_of_two_texts_is_found)
{
	check_middle("* Built", "- Built", "[-*-]{+-+} Built");
	check_middle("a", "a", "a");
	check_middle("", "a", "{+a+}");
	check_middle("aa", "a", "a[-a-]");
	check_middle("abab", "ab", "ab[-ab-]");
	check_middle("x é y", "x è y", "x [-é-]{+è+} y");
	check_middle("é", "\xc3\xa9\xcc\x81", "é{+\xcc\x81+}");
	check_middle("é", "\xd0\xa9", "[-é-]{+\xd0\xa9+}");
}
END_TEST

static void check_cut(const char *text, size_t columns, const char *want)
{
	struct cvd_arena arena = {0};
	struct cvd_phrase phrase = {.arena = &arena};

	cvd_phrase_cut(&phrase, cvd_str_from(text), columns);
	check_phrase(&phrase, want);
}

START_TEST(texts_are_cut_between_words)
{
	check_cut("Built the platform", 0, "Built the platform");
	check_cut("Built the platform", 18, "Built the platform");
	check_cut("Built the platform", 17, "Built the …");
	check_cut("", 5, "");
}
END_TEST

UNIT_MAIN("phrase", common_last_words_are_said_once, long_equal_stretches_are_left_out,
	  white_space_stands_outside_the_marks, brief_phrases_leave_out_changed_words,
	  the_middle_of_two_texts_is_found, texts_are_cut_between_words)
