/* Hashes of documents, read and built by hand. */
#include "unit.h"

#include "base/buf.h"
#include "diff/merkle.h"

#include <stdlib.h>

static struct cvd_arena arena;

struct hashes {
	struct cvd_hash content, source;
};

static struct hashes hash_markdown(const char *source)
{
	struct cvd_document *doc = NULL;
	struct cvd_error error = {0};
	struct cvd_merkle tree;
	struct hashes hashes;

	ck_assert_int_eq(cvd_markdown_read(cvd_str_from(source), &doc, &error), CVD_OK);
	tree = cvd_merkle_build(&arena, doc);
	hashes = (struct hashes){tree.content[0], tree.source[0]};
	cvd_document_free(doc);
	cvd_arena_free(&arena);
	return hashes;
}

static void check_markdown(const char *old, const char *new, bool same_content, bool same_source)
{
	struct hashes a = hash_markdown(old), b = hash_markdown(new);

	ck_assert_msg(cvd_hash_equal(a.content, b.content) == same_content, "content of '%s', '%s'",
		      old, new);
	ck_assert_msg(cvd_hash_equal(a.source, b.source) == same_source, "source of '%s', '%s'",
		      old, new);
}

#define WORK "# A\n\n## Work\n\n"
#define ROLE WORK "### Engineer\n*"

START_TEST(what_a_reader_reads_is_content)
{
	check_markdown("# A\n", "# A\n", true, true);
	check_markdown("", "", true, true);
	check_markdown("# A\n", "# B\n", false, false);
	check_markdown("- a *b*\n", "* a _b_\n", true, false);
	check_markdown("- a\n", "- a.\n", false, false);
	check_markdown("- a\n- b\n", "- b\n- a\n", false, false);
	check_markdown("- a\n- b\n", "- a\n  - b\n", false, false);
	check_markdown(WORK "- [a](x)\n", WORK "- [a](y)\n", false, false);
	check_markdown(WORK "- [a](x)\n", WORK "- a\n", false, false);
	check_markdown(WORK "- [x.example](https://x.example/)\n", WORK "- x.example\n", true,
		       false);
	check_markdown("# A\n\n## Work\n", "# A\n\n---\n\n\nWork\n---\n", true, false);
}
END_TEST

START_TEST(dates_count_by_their_normal_form)
{
	check_markdown(ROLE "Aug 2023 – Present*\n", ROLE "08/2023 -- now*\n", true, false);
	check_markdown(ROLE "Aug 2023 – Present*\n", ROLE "Aug 2023 – June 2024*\n", false, false);
	check_markdown(ROLE "Aug 2023*\n", ROLE "Sep 2023*\n", false, false);
	check_markdown(ROLE "2023*\n", ROLE "Summer 2023*\n", false, false);
	check_markdown(ROLE "2023*\n", ROLE "expected 2023*\n", false, false);
	check_markdown(ROLE "May – August 2016*\n", ROLE "May 2016 – August 2016*\n", true, false);
}
END_TEST

START_TEST(carriage_returns_belong_to_the_file)
{
	check_markdown("- a\n  b\n- c\n", "- a\r\n  b\r\n- c\r\n", true, true);
}
END_TEST

/* --- encodings ---------------------------------------------------------------------------------- */

static int by_hash(const void *a, const void *b)
{
	return cvd_hash_compare(*(const struct cvd_hash *)a, *(const struct cvd_hash *)b);
}

#define NODES 4
static const char *const texts[] = {"", "a", "aa"};
static const enum cvd_kind kinds[] = {CVD_BULLET, CVD_PARAGRAPH};

struct collection {
	struct cvd_hash *items;
	size_t len, cap;
};

static struct cvd_hash finish(struct cvd_document *doc)
{
	struct cvd_hash hash;

	cvd_document_finish(doc);
	hash = cvd_merkle_build(&doc->arena, doc).content[0];
	cvd_document_free(doc);
	return hash;
}

/* Every ordered tree of `count` nodes in document order: each node hangs at the way to the last. */
static void add_trees(struct collection *all, const size_t *depths, size_t count)
{
	size_t variants = 1;

	for (size_t i = 0; i < count; i++)
		variants *= 6;
	for (size_t variant = 0; variant < variants; variant++) {
		struct cvd_document *doc = cvd_document_new(CVD_FORMAT_MARKDOWN);
		struct cvd_node *way[NODES + 1] = {doc->root};
		size_t rest = variant;

		for (size_t i = 0; i < count; i++, rest /= 6) {
			way[depths[i] + 1] = cvd_node_add(doc, way[depths[i]], kinds[rest % 2]);
			way[depths[i] + 1]->text = cvd_str_from(texts[rest / 2 % 3]);
		}
		CVD_PUSH(&arena, all, finish(doc));
	}
}

static void add_shapes(struct collection *all, size_t *depths, size_t count)
{
	add_trees(all, depths, count);
	if (count == NODES)
		return;
	for (depths[count] = 0; depths[count] <= (count ? depths[count - 1] + 1 : 0);
	     depths[count]++)
		add_shapes(all, depths, count + 1);
}

START_TEST(no_two_trees_share_a_hash)
{
	struct collection all = {0};
	size_t depths[NODES];

	add_shapes(&all, depths, 0);
	ck_assert_uint_eq(all.len, 1 + 6 + 2 * 36 + 5 * 216 + 14 * 1296);
	qsort(all.items, all.len, sizeof *all.items, by_hash);
	for (size_t i = 1; i < all.len; i++)
		ck_assert(!cvd_hash_equal(all.items[i - 1], all.items[i]));
	cvd_arena_free(&arena);
}
END_TEST

/* Each field alone and each pair of fields, with texts that would run into each other. */
START_TEST(no_two_entries_share_a_hash)
{
	struct collection all = {0};

	for (int a = 0; a < CVD_FIELD_COUNT; a++)
		for (int b = a; b < CVD_FIELD_COUNT; b++)
			for (int text = 0; text < 9; text++) {
				struct cvd_document *doc = cvd_document_new(CVD_FORMAT_MARKDOWN);
				struct cvd_node *role = cvd_node_add(doc, doc->root, CVD_ROLE);

				if (a == b && text % 3 != text / 3) {
					cvd_document_free(doc);
					continue;
				}
				*cvd_node_field(doc, role, (enum cvd_field)a) = (struct cvd_value){
					.present = true, .text = cvd_str_from(texts[text / 3])};
				*cvd_node_field(doc, role, (enum cvd_field)b) = (struct cvd_value){
					.present = true, .text = cvd_str_from(texts[text % 3])};
				CVD_PUSH(&arena, &all, finish(doc));
			}
	qsort(all.items, all.len, sizeof *all.items, by_hash);
	for (size_t i = 1; i < all.len; i++)
		ck_assert(!cvd_hash_equal(all.items[i - 1], all.items[i]));
	cvd_arena_free(&arena);
}
END_TEST

static struct cvd_hash hash_value(struct cvd_value value, enum cvd_field field)
{
	struct cvd_document *doc = cvd_document_new(CVD_FORMAT_MARKDOWN);

	*cvd_node_field(doc, cvd_node_add(doc, doc->root, CVD_ROLE), field) = value;
	return finish(doc);
}

START_TEST(inherited_fields_do_not_count)
{
	struct cvd_value value = {.present = true, .inherited = true, .text = CVD_STR("Nordlys")};
	struct cvd_hash absent = hash_value((struct cvd_value){0}, CVD_ORGANIZATION);

	ck_assert(cvd_hash_equal(hash_value(value, CVD_ORGANIZATION), absent));
	value.inherited = false;
	ck_assert(!cvd_hash_equal(hash_value(value, CVD_ORGANIZATION), absent));
}
END_TEST

START_TEST(weights_and_own_hashes)
{
	struct cvd_document *doc = cvd_document_new(CVD_FORMAT_MARKDOWN);
	struct cvd_node *section = cvd_node_add(doc, doc->root, CVD_SECTION);
	struct cvd_node *twins[2];
	struct cvd_merkle tree;

	for (int i = 0; i < 2; i++) {
		twins[i] = cvd_node_add(doc, section, CVD_BULLET);
		twins[i]->text = CVD_STR("pumps");
	}
	cvd_node_add(doc, twins[1], CVD_BULLET);
	cvd_document_finish(doc);
	tree = cvd_merkle_build(&arena, doc);
	ck_assert_uint_ge(tree.weight[twins[0]->id], 5);
	ck_assert_uint_gt(tree.weight[twins[1]->id], tree.weight[twins[0]->id]);
	ck_assert_uint_gt(tree.weight[section->id],
			  tree.weight[twins[0]->id] + tree.weight[twins[1]->id]);
	ck_assert_uint_gt(tree.weight[0], tree.weight[section->id]);
	ck_assert_uint_ge(tree.weight[twins[1]->id + 1], 1);
	ck_assert(cvd_hash_equal(tree.own[twins[0]->id], tree.own[twins[1]->id]));
	ck_assert(!cvd_hash_equal(tree.content[twins[0]->id], tree.content[twins[1]->id]));
	cvd_document_free(doc);
	cvd_arena_free(&arena);
}
END_TEST

UNIT_MAIN("merkle", what_a_reader_reads_is_content, dates_count_by_their_normal_form,
	  carriage_returns_belong_to_the_file, no_two_trees_share_a_hash,
	  no_two_entries_share_a_hash, inherited_fields_do_not_count, weights_and_own_hashes)
