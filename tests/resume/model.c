/* Building a document by hand, numbering it and citing its nodes. */
#include "unit.h"

#include "base/buf.h"
#include "resume/model.h"

#include <string.h>

static struct cvd_arena arena;

static struct cvd_node *add_text(struct cvd_document *doc, struct cvd_node *parent,
				 enum cvd_kind kind, const char *text)
{
	struct cvd_node *node = cvd_node_add(doc, parent, kind);

	node->text = cvd_str_from(text);
	return node;
}

static void set_field(struct cvd_document *doc, struct cvd_node *node, enum cvd_field field,
		      const char *text)
{
	struct cvd_value *value = cvd_node_field(doc, node, field);

	value->present = true;
	value->text = cvd_str_from(text);
}

START_TEST(an_empty_document_has_its_root)
{
	struct cvd_document *doc = cvd_document_new(CVD_FORMAT_JSON_RESUME);

	cvd_document_finish(doc);
	ck_assert_int_eq(doc->format, CVD_FORMAT_JSON_RESUME);
	ck_assert_uint_eq(doc->node_count, 1);
	ck_assert_ptr_eq(doc->nodes[0], doc->root);
	ck_assert_int_eq(doc->root->kind, CVD_RESUME);
	ck_assert_uint_eq(doc->root->id, 0);
	ck_assert_uint_eq(doc->root->end, 1);
	cvd_document_free(doc);
	cvd_document_free(NULL);
}
END_TEST

START_TEST(nodes_are_numbered_in_document_order)
{
	struct cvd_document *doc = cvd_document_new(CVD_FORMAT_MARKDOWN);
	struct cvd_node *name = cvd_node_add(doc, doc->root, CVD_NAME);
	struct cvd_node *work = cvd_node_add(doc, doc->root, CVD_SECTION);
	struct cvd_node *skills = cvd_node_add(doc, doc->root, CVD_SECTION);
	struct cvd_node *first = cvd_node_add(doc, work, CVD_ROLE);
	struct cvd_node *go = cvd_node_add(doc, skills, CVD_SKILL);
	struct cvd_node *second = cvd_node_add(doc, work, CVD_ROLE); /* out of order */
	struct cvd_node *bullet = cvd_node_add(doc, first, CVD_BULLET);
	struct cvd_node *const order[] = {doc->root, name, work, first, bullet, second, skills, go};
	const uint32_t ends[] = {8, 2, 6, 5, 5, 6, 8, 8}, indices[] = {0, 0, 1, 0, 0, 1, 2, 0};
	const uint32_t counts[] = {3, 0, 2, 1, 0, 0, 1, 0};

	cvd_document_finish(doc);
	ck_assert_uint_eq(doc->node_count, 8);
	for (uint32_t id = 0; id < 8; id++) {
		ck_assert_ptr_eq(doc->nodes[id], order[id]);
		ck_assert_uint_eq(order[id]->id, id);
		ck_assert_uint_eq(order[id]->end, ends[id]);
		ck_assert_uint_eq(order[id]->index, indices[id]);
		ck_assert_uint_eq(order[id]->child_count, counts[id]);
	}
	cvd_document_free(doc);
}
END_TEST

START_TEST(lines_cover_the_subtree)
{
	struct cvd_document *doc = cvd_document_new(CVD_FORMAT_MARKDOWN);
	struct cvd_node *section = cvd_node_add(doc, doc->root, CVD_SECTION);
	struct cvd_node *bullet =
		cvd_node_add(doc, cvd_node_add(doc, section, CVD_ROLE), CVD_BULLET);

	section->line = section->end_line = 3;
	bullet->line = 5;
	bullet->end_line = 7;
	cvd_document_finish(doc);
	ck_assert_uint_eq(bullet->parent->end_line, 7);
	ck_assert_uint_eq(section->end_line, 7);
	ck_assert_uint_eq(section->line, 3);
	cvd_document_free(doc);
}
END_TEST

START_TEST(depth_is_bounded_by_memory_alone)
{
	enum { DEPTH = 300000 };
	struct cvd_document *doc = cvd_document_new(CVD_FORMAT_MARKDOWN);
	struct cvd_node *node = doc->root;

	for (int i = 0; i < DEPTH; i++)
		node = cvd_node_add(doc, node, CVD_BULLET);
	cvd_document_finish(doc);
	ck_assert_uint_eq(doc->node_count, DEPTH + 1);
	ck_assert_uint_eq(node->id, DEPTH);
	ck_assert_uint_eq(doc->nodes[1]->end, DEPTH + 1);
	cvd_document_free(doc);
}
END_TEST

/* Kinds as letters, the children in brackets. */
static void show_tree(struct cvd_buf *out, const struct cvd_node *node)
{
	cvd_buf_put(out, cvd_kind_name(node->kind)[0]);
	if (!node->first_child)
		return;
	cvd_buf_put(out, '[');
	for (const struct cvd_node *child = node->first_child; child; child = child->next)
		show_tree(out, child);
	cvd_buf_put(out, ']');
}

static void check_hidden(struct cvd_document *doc, const char *tree, const char *hidden)
{
	struct cvd_buf shown = {0};

	cvd_document_finish(doc);
	show_tree(&shown, doc->root);
	assert_text(cvd_buf_str(&shown), tree);
	shown.len = 0;
	for (size_t i = 0; i < doc->hidden.len; i++)
		show_tree(&shown, doc->hidden.items[i]);
	assert_text(cvd_buf_str(&shown), hidden);
	for (uint32_t id = 0; id < doc->node_count + doc->hidden_count; id++) {
		const struct cvd_node *node = doc->nodes[id];
		uint32_t count = 0;

		ck_assert_uint_eq(node->id, id);
		ck_assert(node->hidden == (id >= doc->node_count));
		for (const struct cvd_node *child = node->first_child; child; child = child->next) {
			ck_assert_uint_eq(child->index, count++);
			ck_assert_ptr_eq(child->parent, node);
			ck_assert_uint_le(child->end, node->end);
			ck_assert(child->next ? child->next->previous == child
					      : node->last_child == child);
		}
		ck_assert_uint_eq(node->child_count, count);
	}
	cvd_buf_free(&shown);
}

START_TEST(hidden_subtrees_are_not_in_the_tree)
{
	struct cvd_document *doc = cvd_document_new(CVD_FORMAT_MARKDOWN);
	struct cvd_node *section = cvd_node_add(doc, doc->root, CVD_SECTION);
	struct cvd_node *role = cvd_node_add(doc, section, CVD_ROLE);
	struct cvd_node *first = cvd_node_add(doc, role, CVD_BULLET);
	struct cvd_node *middle = cvd_node_add(doc, role, CVD_PARAGRAPH);
	struct cvd_node *last = cvd_node_add(doc, role, CVD_BULLET);

	check_hidden(doc, "r[s[r[bpb]]]", "");
	cvd_node_hide(doc, middle);
	ck_assert_ptr_eq(middle->parent, role);
	check_hidden(doc, "r[s[r[bb]]]", "p");
	cvd_node_hide(doc, last);
	cvd_node_hide(doc, last);
	check_hidden(doc, "r[s[r[b]]]", "pb");
	cvd_node_hide(doc, first);
	check_hidden(doc, "r[s[r]]", "pbb");
	cvd_node_add(doc, role, CVD_PARAGRAPH);
	check_hidden(doc, "r[s[r[p]]]", "pbb");
	cvd_document_free(doc);
}
END_TEST

START_TEST(what_stands_in_a_hidden_node_is_hidden_with_it)
{
	struct cvd_document *doc = cvd_document_new(CVD_FORMAT_MARKDOWN);
	struct cvd_node *section = cvd_node_add(doc, doc->root, CVD_SECTION);
	struct cvd_node *role = cvd_node_add(doc, section, CVD_ROLE);
	struct cvd_node *bullet = cvd_node_add(doc, role, CVD_BULLET);

	cvd_node_add(doc, section, CVD_PARAGRAPH);
	cvd_node_hide(doc, role);
	cvd_node_hide(doc, bullet);
	cvd_node_hide(doc, cvd_node_add(doc, role, CVD_GROUP));
	check_hidden(doc, "r[s[p]]", "r[bg]");
	ck_assert_uint_eq(role->end - role->id, 3);
	ck_assert_uint_eq(bullet->id, role->id + 1);
	cvd_document_free(doc);
}
END_TEST

START_TEST(hiding_takes_constant_time)
{
	enum { COUNT = 200000 };
	struct cvd_document *doc = cvd_document_new(CVD_FORMAT_MARKDOWN);
	struct cvd_node *node;

	for (int i = 0; i < COUNT; i++) {
		cvd_node_add(doc, doc->root, CVD_PARAGRAPH);
		cvd_node_hide(doc, cvd_node_add(doc, doc->root, CVD_BULLET));
	}
	node = cvd_node_add(doc, doc->root, CVD_BULLET);
	cvd_node_hide(doc, node);
	for (int i = 0; i < COUNT; i++) {
		node = cvd_node_add(doc, node, CVD_BULLET);
		cvd_node_hide(doc, node);
	}
	cvd_document_finish(doc);
	ck_assert_uint_eq(doc->node_count, COUNT + 1);
	ck_assert_uint_eq(doc->hidden.len, COUNT + 1);
	ck_assert_uint_eq(doc->hidden_count, 2 * COUNT + 1);
	cvd_document_free(doc);
}
END_TEST

START_TEST(absent_fields_are_absent)
{
	struct cvd_document *doc = cvd_document_new(CVD_FORMAT_MARKDOWN);
	struct cvd_node *role = cvd_node_add(doc, doc->root, CVD_ROLE);

	for (enum cvd_field field = 0; field < CVD_FIELD_COUNT; field++)
		ck_assert_ptr_null(cvd_node_get(role, field));
	set_field(doc, role, CVD_TEAM, "Pumps");
	ck_assert_ptr_nonnull(cvd_node_get(role, CVD_TEAM));
	ck_assert_ptr_eq(cvd_node_get(role, CVD_TEAM), cvd_node_field(doc, role, CVD_TEAM));
	ck_assert_ptr_null(cvd_node_get(role, CVD_TITLE));
	cvd_document_free(doc);
}
END_TEST

START_TEST(an_entry_is_cited_by_its_own_fields)
{
	struct cvd_document *doc = cvd_document_new(CVD_FORMAT_MARKDOWN);
	struct cvd_node *role = cvd_node_add(doc, doc->root, CVD_ROLE);
	struct cvd_value *url;

	assert_text(cvd_node_text(&arena, role), "");
	assert_text(cvd_node_heading(&arena, role), "");
	set_field(doc, role, CVD_END, "Present");
	set_field(doc, role, CVD_START, "May 2021");
	cvd_node_field(doc, role, CVD_START)->norm = CVD_STR("2021-05");
	assert_text(cvd_node_text(&arena, role), "May 2021, Present");
	set_field(doc, role, CVD_TITLE, "Engineer");
	url = cvd_node_field(doc, role, CVD_URL);
	*url = (struct cvd_value){.present = true, .norm = CVD_STR("https://pumps.example")};
	assert_text(cvd_node_text(&arena, role), "Engineer, May 2021, Present");
	assert_text(cvd_node_heading(&arena, role), "Engineer");
	set_field(doc, role, CVD_ORGANIZATION, "Nordlys");
	cvd_node_field(doc, role, CVD_ORGANIZATION)->inherited = true;
	assert_text(cvd_node_text(&arena, role), "Engineer, May 2021, Present");
	assert_text(cvd_node_heading(&arena, role), "Engineer, Nordlys");
	cvd_node_field(doc, role, CVD_TITLE)->present = false;
	assert_text(cvd_node_heading(&arena, role), "Nordlys");
	cvd_document_free(doc);
	cvd_arena_free(&arena);
}
END_TEST

START_TEST(sections_are_cited_by_their_titles)
{
	struct cvd_document *doc = cvd_document_new(CVD_FORMAT_MARKDOWN);
	struct cvd_node *section = cvd_node_add(doc, doc->root, CVD_SECTION);
	struct cvd_node *skill = add_text(doc, section, CVD_SKILL, "Go");

	set_field(doc, section, CVD_TITLE, "Skills");
	assert_text(cvd_node_text(&arena, section), "Skills");
	assert_text(cvd_node_heading(&arena, section), "Skills");
	assert_text(cvd_node_text(&arena, skill), "Go");
	set_field(doc, skill, CVD_DETAIL, "fluent");
	assert_text(cvd_node_text(&arena, skill), "Go, fluent");
	cvd_document_free(doc);
	cvd_arena_free(&arena);
}
END_TEST

START_TEST(a_statement_is_headed_by_its_first_words)
{
	static const char *const rows[][2] = {
		{"", ""},
		{"Built pumps.", "Built pumps."},
		{"one two three four five six", "one two three four five six"},
		{"one two three four five six seven", "one two three four five six"},
		{"Hydrodynamically optimised impellers for electromechanical/hydraulic pumps",
		 "Hydrodynamically optimised impellers for"},
	};
	struct cvd_document *doc = cvd_document_new(CVD_FORMAT_MARKDOWN);

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct cvd_node *bullet = add_text(doc, doc->root, CVD_BULLET, rows[i][0]);

		assert_text(cvd_node_text(&arena, bullet), rows[i][0]);
		assert_text(cvd_node_heading(&arena, bullet), rows[i][1]);
	}
	cvd_document_free(doc);
	cvd_arena_free(&arena);
}
END_TEST

/* Words without spaces are cut between characters. */
START_TEST(a_heading_never_cuts_a_character)
{
	struct cvd_document *doc = cvd_document_new(CVD_FORMAT_MARKDOWN);
	struct cvd_buf text = {0};
	struct cvd_str heading;
	struct cvd_node *bullet;

	for (int i = 0; i < 100; i++)
		cvd_buf_add(&text, CVD_STR("潮"));
	bullet = cvd_node_add(doc, doc->root, CVD_BULLET);
	bullet->text = cvd_buf_str(&text);
	heading = cvd_node_heading(&arena, bullet);
	ck_assert_uint_gt(heading.len, 0);
	ck_assert_uint_lt(heading.len, text.len);
	ck_assert_uint_eq(heading.len % strlen("潮"), 0);
	cvd_buf_free(&text);
	cvd_document_free(doc);
	cvd_arena_free(&arena);
}
END_TEST

UNIT_MAIN("model", an_empty_document_has_its_root, nodes_are_numbered_in_document_order,
	  lines_cover_the_subtree, depth_is_bounded_by_memory_alone,
	  hidden_subtrees_are_not_in_the_tree, what_stands_in_a_hidden_node_is_hidden_with_it,
	  hiding_takes_constant_time, absent_fields_are_absent, an_entry_is_cited_by_its_own_fields,
	  sections_are_cited_by_their_titles, a_statement_is_headed_by_its_first_words,
	  a_heading_never_cuts_a_character)
