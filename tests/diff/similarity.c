/* How alike texts are. */
#include "unit.h"

#include "similarity.h"

#include "base/buf.h"

static struct cvd_arena arena;

static double alike(const char *a, const char *b)
{
	struct cvd_bag x = cvd_bag_of_text(&arena, cvd_str_from(a), NULL);
	struct cvd_bag y = cvd_bag_of_text(&arena, cvd_str_from(b), NULL);
	double one = cvd_bag_similarity(&x, &y), other = cvd_bag_similarity(&y, &x);

	ck_assert_double_eq(one, other);
	ck_assert_double_ge(one, 0);
	ck_assert_double_le(one, 1);
	return one;
}

START_TEST(the_same_words_are_wholly_alike)
{
	static const char *const rows[][2] = {
		{"", ""},
		{"...", "!"},
		{"Built pumps.", "Built pumps."},
		{"Built pumps.", "built PUMPS"},
		{"Built pumps", "pumps, built!"},
		{"a a b", "b a a"},
		{"潮位予測", "潮位予測"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		ck_assert_msg(alike(rows[i][0], rows[i][1]) > 0.999, "'%s', '%s'", rows[i][0],
			      rows[i][1]);
	cvd_arena_free(&arena);
}
END_TEST

START_TEST(other_words_are_not_alike)
{
	static const char *const rows[][2] = {
		{"Built pumps", "Sailed boats"},
		{"", "pumps"},
		{"...", "pumps"},
		{"潮位", "海図"},
		{"pump", "pumps"}, /* whole words */
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		ck_assert_msg(alike(rows[i][0], rows[i][1]) < 0.001, "'%s', '%s'", rows[i][0],
			      rows[i][1]);
	cvd_arena_free(&arena);
}
END_TEST

START_TEST(more_shared_words_are_more_alike)
{
	const char *text = "Built the pumps of 30 ferries in Bergen";
	static const char *const less_and_less[] = {"Built the pumps of 30 ferries in Bergen",
						    "Built the pumps of 40 ferries in Bergen",
						    "Built the boilers of 40 ferries in Bergen",
						    "Built the boilers of 40 trains in Bergen",
						    "Sold the boilers of 40 trains in Tromsø",
						    "Sold a boiler"};

	for (size_t i = 1; i < sizeof less_and_less / sizeof *less_and_less; i++)
		ck_assert_msg(alike(text, less_and_less[i]) < alike(text, less_and_less[i - 1]),
			      "'%s'", less_and_less[i]);
	cvd_arena_free(&arena);
}
END_TEST

/* Rewording dominates: a pair that a person knows again is above the bar of 0.4, text without spaces
 * too; two statements that share only small words are below it. */
START_TEST(rewording_is_known_again)
{
	static const struct {
		const char *a, *b;
		bool known;
	} rows[] = {
		{"Cut the planning run from 40 minutes to 90 seconds by caching tides",
		 "Reduced the planning run from 45 minutes to one by caching all tides", true},
		{"潮位の予測を毎時作成した。", "潮位の予測を毎日作成しました。", true},
		{"Led a team of 5 to the launch of the ticket shop",
		 "Took part in the design of a set of valves", false},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		ck_assert_msg((alike(rows[i].a, rows[i].b) >= 0.4) == rows[i].known, "'%s' is %g",
			      rows[i].a, alike(rows[i].a, rows[i].b));
	cvd_arena_free(&arena);
}
END_TEST

START_TEST(long_words_count_more_than_short_ones)
{
	ck_assert_double_gt(alike("hydraulics to be", "hydraulics of it"),
			    alike("hydraulics to be", "mechanics to be"));
	ck_assert_double_gt(alike("pumps pumps pumps", "pumps pumps boats"),
			    alike("pumps pumps pumps", "pumps boats boats"));
	cvd_arena_free(&arena);
}
END_TEST

START_TEST(a_bag_of_children_is_the_bag_of_their_texts)
{
	struct cvd_document *doc = NULL;
	struct cvd_error error = {0};
	struct cvd_bag children, text, nothing;

	ck_assert_int_eq(
		cvd_markdown_read(CVD_STR("## Work\n\n### Engineer\n*2019*\n\n- built pumps\n"
					  "  - of steel\n"),
				  &doc, &error),
		CVD_OK);
	children = cvd_bag_of_children(&arena, doc, doc->nodes[1], NULL);
	text = cvd_bag_of_text(&arena, CVD_STR("Engineer 2019 built pumps of steel"), NULL);
	ck_assert_double_gt(cvd_bag_similarity(&children, &text), 0.999);
	nothing = cvd_bag_of_children(&arena, doc, doc->nodes[doc->node_count - 1], NULL);
	ck_assert_uint_eq(nothing.len, 0);
	for (uint32_t i = 1; i < children.len; i++)
		ck_assert(children.words[i - 1].key < children.words[i].key);
	cvd_document_free(doc);
	cvd_arena_free(&arena);
}
END_TEST

/* What follows the first letters of a long word is grammar; of a short word and of a number it is not. */
START_TEST(words_are_known_by_their_beginning)
{
	static const struct {
		const char *a, *b;
		bool same;
	} rows[] = {
		{"managed", "managing", false}, /* `manage`, `managi` */
		{"planned", "planner", true},   /* `planne` */
		{"trained", "training", false}, /* `traine`, `traini` */
		{"developed", "developing", true},   {"développé", "développement", true},
		{"Überwachung", "überwachte", true}, {"plan", "plans", false},
		{"planes", "planets", false},        {"1000001", "1000002", false},
		{"разработал", "разработка", true},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		ck_assert_msg((alike(rows[i].a, rows[i].b) > 0.5) == rows[i].same, "'%s', '%s'",
			      rows[i].a, rows[i].b);
	cvd_arena_free(&arena);
}
END_TEST

static struct cvd_document *read_markdown(const char *source)
{
	struct cvd_document *doc = NULL;
	struct cvd_error error = {0};

	ck_assert_int_eq(cvd_markdown_read(cvd_str_from(source), &doc, &error), CVD_OK);
	return doc;
}

static double alike_among(const struct cvd_rarity *rarity, const char *a, const char *b)
{
	struct cvd_bag x = cvd_bag_of_text(&arena, cvd_str_from(a), rarity);
	struct cvd_bag y = cvd_bag_of_text(&arena, cvd_str_from(b), rarity);

	return cvd_bag_similarity(&x, &y);
}

static double least(const char *a, const char *b)
{
	struct cvd_bag x = cvd_bag_of_text(&arena, cvd_str_from(a), NULL);
	struct cvd_bag y = cvd_bag_of_text(&arena, cvd_str_from(b), NULL);

	return cvd_bag_least_similarity(&x, &y);
}

/* Sharing a word that every statement has says less than sharing a rare one of the same length. */
START_TEST(rare_words_say_more)
{
	struct cvd_document *a = read_markdown(
		"## Work\n\n- Managed ferries\n- Managed buoys\n- Managed valves\n- Managed sails\n");
	struct cvd_document *b = read_markdown(
		"## Work\n\n- Managed ferries\n- Managed boiler\n- Managed valves\n- Managed masts\n");
	struct cvd_vocabulary words_a = cvd_vocabulary_of(&arena, a);
	struct cvd_vocabulary words_b = cvd_vocabulary_of(&arena, b);
	struct cvd_rarity rarity = cvd_rarity_of(&words_a, &words_b);
	struct cvd_rarity turned = cvd_rarity_of(&words_b, &words_a);
	const char *text = "Managed ferries";

	ck_assert_uint_eq(rarity.statements, 8);
	ck_assert_double_gt(alike_among(&rarity, text, "Painted ferries"),
			    alike_among(&rarity, text, "Managed lanterns"));
	ck_assert_double_lt(alike_among(&rarity, text, "Managed lanterns"),
			    alike(text, "Managed lanterns"));
	/* the order of the versions, and words in neither, change nothing */
	ck_assert_double_eq(alike_among(&rarity, text, "Managed buoys"),
			    alike_among(&turned, text, "Managed buoys"));
	ck_assert_double_gt(alike_among(&rarity, "lanterns", "lanterns"), 0.999);
	ck_assert_double_gt(alike_among(&rarity, text, text), 0.999);
	ck_assert_double_ge(alike_among(&rarity, text, "Managed sails"),
			    least(text, "Managed sails"));
	ck_assert_double_ge(alike_among(&rarity, text, "Painted ferries"),
			    least(text, "Painted ferries"));
	cvd_document_free(a);
	cvd_document_free(b);
	cvd_arena_free(&arena);
}
END_TEST

static struct cvd_bag bag_of(const char *text)
{
	return cvd_bag_of_text(&arena, cvd_str_from(text), NULL);
}

/* A union is the bag of both texts; what is shared with it is never less than with one of them. */
START_TEST(bags_add_up)
{
	static const char *const texts[] = {
		"",           "Built pumps", "Built the pumps of 30 ferries", "pumps pumps",
		"潮位の予測", "of of of"};
	size_t count = sizeof texts / sizeof *texts;

	for (size_t i = 0; i < count; i++) {
		for (size_t j = 0; j < count; j++) {
			struct cvd_bag a = bag_of(texts[i]), b = bag_of(texts[j]);
			struct cvd_bag both = cvd_bag_union(&arena, &a, &b), turned;
			struct cvd_buf joined = {0};

			cvd_buf_printf(&joined, "%s / %s", texts[i], texts[j]);
			turned = cvd_bag_of_text(&arena, cvd_buf_str(&joined), NULL);
			ck_assert_uint_eq(both.len, turned.len);
			ck_assert_double_eq_tol(both.weight, turned.weight, 1e-4);
			ck_assert_double_eq_tol(cvd_bag_shared(&both, &a), a.weight, 1e-4);
			ck_assert_double_eq(cvd_bag_shared(&a, &b), cvd_bag_shared(&b, &a));
			ck_assert_double_le(cvd_bag_shared(&a, &b), (double)a.weight + 1e-4);
			for (uint32_t k = 1; k < both.len; k++)
				ck_assert(both.words[k - 1].key < both.words[k].key);
			cvd_buf_free(&joined);
		}
	}
	cvd_arena_free(&arena);
}
END_TEST

UNIT_MAIN("similarity", the_same_words_are_wholly_alike, other_words_are_not_alike,
	  more_shared_words_are_more_alike, rewording_is_known_again,
	  long_words_count_more_than_short_ones, a_bag_of_children_is_the_bag_of_their_texts,
	  words_are_known_by_their_beginning, rare_words_say_more, bags_add_up)
