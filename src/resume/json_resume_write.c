/*
 * The model as a JSON Resume document. The schema is a set of flat lists, the model a tree: in a first
 * pass each node that begins an item of a list is marked with the list (`places`); the other nodes
 * belong to the item, section or document around them. Lists are then written one after the other, each
 * item with what belongs to it, and what no list takes goes into `meta`.
 *
 * Invariant: each node of the tree is written with exactly one owner, a group's bullets with the group
 * and with its item; of what is hidden, the entries are items like the others. What the lists and their
 * members are called is data (json_resume_lists.c). Groups are written flat, with the group around them
 * named in `within`, so that nothing recurses; what only stands above lists of skills is named there
 * alone. A number of passes over the nodes that does not depend on them: linear. JSON Resume schema 1.0.0, https://jsonresume.org/schema.
 */
#include "resume/json_resume.h"

#include "base/json_writer.h"
#include "base/text.h"
#include "contact.h"
#include "json_resume_parts.h"
#include "lexicon.h"

#include <string.h>

#define SCHEMA "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"
#define NAMED_BYTES 200 /* of a title that only says where something stands, about */

/* Of the marks in `places`, beside the lists. */
enum { PLACE_OWNED = CVD_LIST_COUNT, PLACE_CONTINUED, PLACE_BASICS };

struct writer {
	struct cvd_json json;
	struct cvd_arena arena;
	const struct cvd_document *doc;
	const bool *summary; /* by id: it says a part of the summary */
	uint8_t *places;     /* by id: the list that the node begins an item of, or PLACE_… */
	uint32_t *depths;    /* by id: bullets above the node */
	const struct cvd_node **around;            /* by id: the section, or NULL */
	uint32_t sections[CVD_SECTION_TYPE_COUNT]; /* how many there are of each type */
};

/* --- the first pass ----------------------------------------------------------------------------- */

static bool follows_keyword(const struct writer *w, const struct cvd_node *node)
{
	const struct cvd_node *before = w->doc->nodes[node->id - 1];

	return node->index > 0 && before->parent == node->parent && before->kind == node->kind;
}

/* The list for a node that stands in a section of that type and in no item. */
static uint8_t place_of(const struct writer *w, const struct cvd_node *node,
			enum cvd_section_type type)
{
	if (node->kind != CVD_SUMMARY && w->summary[node->id])
		return PLACE_BASICS;
	for (enum cvd_resume_list_id i = 0; i < CVD_LIST_OTHER; i++) {
		const struct cvd_resume_list *list = &cvd_json_resume_lists[i];

		if (cvd_kind_is_keyword(node->kind) && node->kind == list->keyword)
			return node->kind == CVD_SKILL && follows_keyword(w, node) ? PLACE_CONTINUED
										   : i;
		if (i == CVD_LIST_SKILLS && node->kind == CVD_GROUP && node->first_child &&
		    node->first_child->kind == CVD_SKILL)
			return i;
		if (type == list->type && ((list->bullets && node->kind == CVD_BULLET) ||
					   (list->groups && node->kind == CVD_GROUP)))
			return i;
	}
	return PLACE_OWNED;
}

/* Its title only stands above other groups, or keywords of another list. */
static bool only_titles(const struct cvd_node *group)
{
	for (const struct cvd_node *node = group->first_child; node; node = node->next)
		if (node->kind != CVD_GROUP &&
		    (node->kind == CVD_SKILL || !cvd_kind_is_keyword(node->kind)))
			return false;
	return group->first_child;
}

/* A group of skills in another: a list of its own. */
static bool is_inner_list(const struct writer *w, const struct cvd_node *node)
{
	return node->kind == CVD_GROUP && node->parent->kind == CVD_GROUP &&
	       w->places[node->parent->id] == CVD_LIST_SKILLS;
}

static uint8_t list_of_entry(enum cvd_kind kind)
{
	uint8_t i = 0;

	while (cvd_json_resume_lists[i].entry != kind)
		i++;
	return i;
}

/* Its parent has a smaller id, and so is marked. */
static void mark_hidden(struct writer *w, const struct cvd_node *node)
{
	const struct cvd_node *parent = node->parent;

	w->depths[node->id] = w->depths[parent->id] + (parent->kind == CVD_BULLET);
	w->around[node->id] = parent->kind == CVD_SECTION ? parent : w->around[parent->id];
	w->places[node->id] =
		cvd_kind_is_entry(node->kind) ? list_of_entry(node->kind) : PLACE_OWNED;
}

static void mark_places(struct writer *w)
{
	const struct cvd_node *section = NULL;
	uint32_t item_end = 0;

	uint32_t count = w->doc->node_count + w->doc->hidden_count;

	w->places = CVD_NEW_ARRAY(&w->arena, uint8_t, count);
	w->depths = CVD_NEW_ARRAY(&w->arena, uint32_t, count);
	w->around = CVD_NEW_ARRAY(&w->arena, const struct cvd_node *, count);
	w->places[0] = PLACE_OWNED;
	for (uint32_t id = 1; id < w->doc->node_count; id++) {
		const struct cvd_node *node = w->doc->nodes[id];

		w->depths[id] = w->depths[node->parent->id] + (node->parent->kind == CVD_BULLET);
		w->places[id] = PLACE_OWNED;
		if (section && id >= section->end)
			section = NULL;
		w->around[id] = section;
		if (node->kind == CVD_SECTION) {
			section = node;
			w->sections[node->section_type]++;
		} else if (cvd_kind_is_entry(node->kind)) {
			w->places[id] = list_of_entry(node->kind);
		} else if (id >= item_end) {
			w->places[id] = place_of(
				w, node, section ? section->section_type : CVD_SECTION_OTHER);
			if (w->places[id] == CVD_LIST_SKILLS && node->kind == CVD_GROUP &&
			    only_titles(node))
				w->places[id] = PLACE_OWNED;
		} else if (is_inner_list(w, node)) {
			w->places[id] = CVD_LIST_SKILLS;
		}
		if (w->places[id] < CVD_LIST_COUNT && item_end < node->end)
			item_end = node->end;
	}
	for (uint32_t id = w->doc->node_count; id < count; id++)
		mark_hidden(w, w->doc->nodes[id]);
}

/* --- what belongs to a node --------------------------------------------------------------------- */

enum part { PART_SUMMARY, PART_HIGHLIGHT, PART_KEYWORD, PART_BLOCK, PART_GROUP, PART_NONE };

static enum part part_of(const struct writer *w, const struct cvd_node *node)
{
	if (node->kind == CVD_BULLET || (node->kind == CVD_PARAGRAPH && w->depths[node->id]))
		return PART_HIGHLIGHT;
	if (cvd_kind_is_keyword(node->kind))
		return PART_KEYWORD;
	switch (node->kind) {
	case CVD_PARAGRAPH:
		return PART_SUMMARY;
	case CVD_BLOCK:
		return PART_BLOCK;
	case CVD_GROUP:
		return PART_GROUP;
	default:
		return PART_NONE;
	}
}

/* The next node after `at` that belongs to `top`: to no item or section below it and, unless `deep`,
 * to no group. NULL at the end. Begin with top itself. */
static const struct cvd_node *next_owned(const struct writer *w, const struct cvd_node *top,
					 const struct cvd_node *at, bool deep)
{
	bool skip = at != top && !deep && at->kind == CVD_GROUP;
	uint32_t id = skip ? at->end : at->id + 1;

	while (id < top->end &&
	       (w->places[id] != PLACE_OWNED || w->doc->nodes[id]->kind == CVD_SECTION))
		id = w->doc->nodes[id]->end;
	return id < top->end ? w->doc->nodes[id] : NULL;
}

/* The next of them that is such a part. */
static const struct cvd_node *next_part(const struct writer *w, const struct cvd_node *top,
					const struct cvd_node *at, enum part part, bool deep)
{
	do {
		at = next_owned(w, top, at, deep);
	} while (at && part_of(w, at) != part);
	return at;
}

static bool has_part(const struct writer *w, const struct cvd_node *top, enum part part)
{
	return next_part(w, top, top, part, false) != NULL;
}

/* --- values ------------------------------------------------------------------------------------- */

/* `text (detail)` of a keyword, the text of any other node. */
static struct cvd_str full_text(struct writer *w, const struct cvd_node *node)
{
	const struct cvd_value *detail = cvd_node_get(node, CVD_DETAIL);

	if (!cvd_kind_is_keyword(node->kind) || !detail || !detail->text.len)
		return node->text;
	return cvd_arena_format(&w->arena, "%.*s (%.*s)", CVD_STR_ARG(node->text),
				CVD_STR_ARG(detail->text));
}

static void write_texts(struct writer *w, const struct cvd_node *top, enum part part,
			const char *key, bool deep)
{
	const struct cvd_node *node = top;
	bool open = false;

	while ((node = next_part(w, top, node, part, deep))) {
		cvd_json_begin_list(&w->json, key, &open);
		cvd_json_string(&w->json, full_text(w, node));
	}
	cvd_json_end_list(&w->json, open);
}

/* The paragraphs as one text, with empty lines between. */
static void write_summary(struct writer *w, const struct cvd_node *top, const char *key,
			  struct cvd_str first)
{
	const struct cvd_node *node = top;
	struct cvd_buf text = {0};

	cvd_buf_add(&text, first);
	while ((node = next_part(w, top, node, PART_SUMMARY, false))) {
		if (text.len)
			cvd_buf_add(&text, CVD_STR("\n\n"));
		cvd_buf_add(&text, node->text);
	}
	cvd_json_member_if(&w->json, key, cvd_buf_str(&text));
	cvd_buf_free(&text);
}

/* How deep each of the highlights lies, if any lies in another. */
static void write_levels(struct writer *w, const struct cvd_node *top, bool deep)
{
	uint32_t base = w->depths[top->id] + (top->kind == CVD_BULLET);
	const struct cvd_node *node = top;
	bool open = false, nested = false;

	while (!nested && (node = next_part(w, top, node, PART_HIGHLIGHT, deep)))
		nested = w->depths[node->id] > base;
	if (!nested)
		return;
	for (node = top; (node = next_part(w, top, node, PART_HIGHLIGHT, deep));) {
		cvd_json_begin_list(&w->json, "highlightLevels", &open);
		cvd_json_uint(&w->json, w->depths[node->id] - base);
	}
	cvd_json_end_list(&w->json, open);
}

/* The links of an entry stand in one value, with spaces between: the first from the byte on. */
static struct cvd_str target_at(const struct cvd_value *url, size_t from)
{
	struct cvd_str targets = url->norm.len ? url->norm : url->text;
	size_t end = cvd_str_find(targets, CVD_STR(" http"), from);

	return cvd_str_sub(targets, from, end);
}

static struct cvd_str uri_of(struct writer *w, const struct cvd_value *url)
{
	return cvd_contact_uri(&w->arena, target_at(url, 0));
}

/* The links in all texts of the item, and its url where the schema's member cannot hold it. */
static void write_links(struct writer *w, const struct cvd_node *top)
{
	const struct cvd_value *url = cvd_node_get(top, CVD_URL);
	const struct cvd_node *node = top;
	struct cvd_str uri = url ? uri_of(w, url) : (struct cvd_str){0};
	bool open = false;

	if (url && (!uri.len ||
		    (url->text.len && !cvd_str_equal(cvd_contact_uri(&w->arena, url->text), uri))))
		cvd_json_resume_link(&w->json, url->text, target_at(url, 0), &open);
	for (size_t at = url ? target_at(url, 0).len : 0; url && at < url->norm.len;) {
		struct cvd_str target = target_at(url, at + 1);

		cvd_json_resume_link(&w->json, (struct cvd_str){0}, target, &open);
		at += 1 + target.len;
	}
	cvd_json_resume_links(&w->json, top, &open);
	while ((node = next_owned(w, top, node, true)))
		if (part_of(w, node) != PART_NONE)
			cvd_json_resume_links(&w->json, node, &open);
	cvd_json_end_list(&w->json, open);
}

/* --- fields ------------------------------------------------------------------------------------- */

/* The schema knows the years 1000 to 2999. */
static bool is_schema_date(const struct cvd_value *value)
{
	return value && value->norm.len >= 4 && strchr("12", value->norm.ptr[0]) != NULL;
}

/* The schema asks a day of some dates. */
static const char *date_key(const struct cvd_resume_list *list, const char *key,
			    const struct cvd_value *date)
{
	return list->full_date && date->norm.len < sizeof "2019-01-31" - 1 ? "endDate" : key;
}

static void write_dates(struct writer *w, const struct cvd_node *node,
			const struct cvd_resume_list *list)
{
	const struct cvd_value *start = cvd_node_get(node, CVD_START);
	const struct cvd_value *end = cvd_node_get(node, CVD_END);
	bool current = end && cvd_str_equal(end->norm, CVD_STR("present"));
	const char *start_key = list->names[CVD_START];

	if (list->one_date && !is_schema_date(end))
		start_key = list->names[CVD_END];
	if (is_schema_date(start))
		cvd_json_member(&w->json, date_key(list, start_key, start), start->norm);
	if (is_schema_date(end))
		cvd_json_member(&w->json, date_key(list, list->names[CVD_END], end), end->norm);
	if (current) {
		cvd_json_key(&w->json, "current");
		cvd_json_bool(&w->json, true);
	}
	if (start && (start->rest.len || !is_schema_date(start)))
		cvd_json_member(&w->json, "startText", start->text);
	if (end && (end->rest.len || (!current && !is_schema_date(end))))
		cvd_json_member(&w->json, "endText", end->text);
}

static void write_fields(struct writer *w, const struct cvd_node *node,
			 const struct cvd_resume_list *list)
{
	const struct cvd_value *url = cvd_node_get(node, CVD_URL);

	if (node->text.len)
		cvd_json_member(&w->json, list->names[CVD_TITLE], node->text);
	for (enum cvd_field field = 0; field < CVD_FIELD_COUNT; field++) {
		const struct cvd_value *value = cvd_node_get(node, field);

		if (value && field != CVD_START && field != CVD_END && field != CVD_URL &&
		    !(field == CVD_TITLE && node->text.len))
			cvd_json_member_if(&w->json, list->names[field], value->text);
	}
	write_dates(w, node, list);
	if (url)
		cvd_json_member_if(&w->json, "url", uri_of(w, url));
}

/* A title that is written in full elsewhere, and may be named by any number of items. */
static void name_title(struct writer *w, const char *key, struct cvd_str title)
{
	size_t end = 0;

	while (end < title.len && end < NAMED_BYTES)
		cvd_utf8_next(title, &end);
	if (end < title.len)
		title = cvd_arena_format(&w->arena, "%.*s…", (int)end, title.ptr);
	cvd_json_member_if(&w->json, key, title);
}

/* What is around the node, where that is neither a section nor the document. */
static void write_within(struct writer *w, const struct cvd_node *node)
{
	if (node->parent && node->parent->parent && node->parent->kind != CVD_SECTION)
		name_title(w, "within", cvd_node_heading(&w->arena, node->parent));
}

/* The title of the section, where the list does not tell it. */
static void write_section(struct writer *w, const struct cvd_node *node,
			  const struct cvd_resume_list *list)
{
	const struct cvd_node *section = w->around[node->id];

	if (section && (section->section_type != list->type || list->type == CVD_SECTION_OTHER ||
			w->sections[list->type] > 1))
		name_title(w, "section", cvd_node_heading(&w->arena, section));
}

/* --- items -------------------------------------------------------------------------------------- */

static void write_group(struct writer *w, const struct cvd_node *group)
{
	cvd_json_open(&w->json, '{');
	write_fields(w, group, &cvd_json_resume_lists[CVD_LIST_SKILLS]);
	if (group->parent->kind == CVD_GROUP)
		write_within(w, group);
	write_summary(w, group, "summary", (struct cvd_str){0});
	write_texts(w, group, PART_HIGHLIGHT, "highlights", false);
	write_levels(w, group, false);
	write_texts(w, group, PART_KEYWORD, "keywords", false);
	write_texts(w, group, PART_BLOCK, "blocks", false);
	cvd_json_close(&w->json, '}');
}

/* Groups that hold nothing but keywords are lists of skills. */
static bool is_skill_list(const struct writer *w, const struct cvd_node *group)
{
	return has_part(w, group, PART_KEYWORD) && !has_part(w, group, PART_HIGHLIGHT) &&
	       !has_part(w, group, PART_SUMMARY) && !has_part(w, group, PART_BLOCK);
}

/* Lists of skills name it as what they stand within. */
static bool is_above_lists(const struct writer *w, const struct cvd_node *group)
{
	for (const struct cvd_node *node = group->first_child; node; node = node->next)
		if (node->kind != CVD_GROUP || !is_skill_list(w, node))
			return false;
	return group->first_child;
}

static void write_groups(struct writer *w, const struct cvd_node *top, bool skills)
{
	const struct cvd_node *node = top;
	bool open = false;

	if (skills && top->kind != CVD_GROUP && has_part(w, top, PART_KEYWORD)) {
		cvd_json_begin_list(&w->json, "skills", &open);
		cvd_json_open(&w->json, '{');
		write_texts(w, top, PART_KEYWORD, "keywords", false);
		cvd_json_close(&w->json, '}');
	}
	while ((node = next_part(w, top, node, PART_GROUP, true))) {
		if (is_skill_list(w, node) != skills || (!skills && is_above_lists(w, node)))
			continue;
		cvd_json_begin_list(&w->json, skills ? "skills" : "groups", &open);
		write_group(w, node);
	}
	cvd_json_end_list(&w->json, open);
}

/* All that belongs to the node, beside its fields. */
static void write_content(struct writer *w, const struct cvd_node *top, const char *summary,
			  struct cvd_str first, bool deep)
{
	write_summary(w, top, summary, first);
	write_texts(w, top, PART_HIGHLIGHT, "highlights", deep);
	write_levels(w, top, deep);
	if (top->kind == CVD_GROUP)
		write_texts(w, top, PART_KEYWORD, "keywords", false);
	write_groups(w, top, true);
	write_groups(w, top, false);
	write_texts(w, top, PART_BLOCK, "blocks", false);
	write_links(w, top);
}

static const struct cvd_node *next_in_run(const struct writer *w, const struct cvd_node *skill)
{
	const struct cvd_node *next = skill->next;

	return next && w->places[next->id] == PLACE_CONTINUED ? next : NULL;
}

/* Skills that stand side by side without a group. */
static void write_skill_run(struct writer *w, const struct cvd_node *first)
{
	bool open = false;

	cvd_json_key(&w->json, "keywords");
	cvd_json_open(&w->json, '[');
	for (const struct cvd_node *node = first; node; node = next_in_run(w, node))
		cvd_json_string(&w->json, full_text(w, node));
	cvd_json_close(&w->json, ']');
	for (const struct cvd_node *node = first; node; node = next_in_run(w, node))
		cvd_json_resume_links(&w->json, node, &open);
	cvd_json_end_list(&w->json, open);
}

/* `Proficient` in `Languages`: how well its skills are known. */
static bool is_level_of(struct writer *w, const struct cvd_node *node)
{
	const struct cvd_value *title = cvd_node_get(node, CVD_TITLE);

	return node->kind == CVD_GROUP && node->parent->kind == CVD_GROUP && title &&
	       cvd_lexicon_is_level(&w->arena, title->text);
}

static void write_level(struct writer *w, const struct cvd_node *node)
{
	name_title(w, "name", cvd_node_heading(&w->arena, node->parent));
	cvd_json_member(&w->json, "level", cvd_node_get(node, CVD_TITLE)->text);
}

static void write_item(struct writer *w, const struct cvd_node *node,
		       const struct cvd_resume_list *list)
{
	bool reference =
		list == &cvd_json_resume_lists[CVD_LIST_REFERENCES] && node->kind == CVD_BULLET;

	cvd_json_open(&w->json, '{');
	if (node->kind == CVD_SKILL) {
		write_skill_run(w, node);
	} else {
		if (is_level_of(w, node))
			write_level(w, node);
		else if (!reference)
			write_fields(w, node, list);
		write_content(w, node, list->summary, reference ? node->text : (struct cvd_str){0},
			      true);
	}
	write_within(w, node);
	write_section(w, node, list);
	if (node->hidden) {
		cvd_json_key(&w->json, "hidden");
		cvd_json_bool(&w->json, true);
	}
	cvd_json_close(&w->json, '}');
}

static void write_list(struct writer *w, enum cvd_resume_list_id list)
{
	uint32_t count = w->doc->node_count + w->doc->hidden_count;
	bool open = false;

	for (uint32_t id = 0; id < count; id++) {
		if (w->places[id] != list)
			continue;
		cvd_json_begin_list(&w->json, cvd_json_resume_lists[list].key, &open);
		write_item(w, w->doc->nodes[id], &cvd_json_resume_lists[list]);
	}
	cvd_json_end_list(&w->json, open);
}

/* --- what the schema has no place for ----------------------------------------------------------- */

static void write_section_rest(struct writer *w, const struct cvd_node *section)
{
	cvd_json_open(&w->json, '{');
	cvd_json_member(&w->json, "type",
			cvd_str_from(cvd_section_type_name(section->section_type)));
	write_fields(w, section, &cvd_json_resume_lists[CVD_LIST_OTHER]);
	write_within(w, section);
	write_content(w, section, "summary", (struct cvd_str){0}, false);
	cvd_json_close(&w->json, '}');
}

static void write_rest(struct writer *w, const struct cvd_contacts *contacts)
{
	bool open = false;

	cvd_json_key(&w->json, "meta"); /* the one place for additions to the document */
	cvd_json_open(&w->json, '{');
	cvd_json_key(&w->json, "x-cvdiff");
	cvd_json_open(&w->json, '{');
	cvd_json_resume_contacts(&w->json, contacts);
	write_content(w, w->doc->root, "summary", (struct cvd_str){0}, false);
	for (uint32_t id = 0; id < w->doc->node_count; id++) {
		if (w->doc->nodes[id]->kind != CVD_SECTION)
			continue;
		cvd_json_begin_list(&w->json, "sections", &open);
		write_section_rest(w, w->doc->nodes[id]);
	}
	cvd_json_end_list(&w->json, open);
	write_list(w, CVD_LIST_OTHER);
	cvd_json_close(&w->json, '}');
	cvd_json_close(&w->json, '}');
}

void cvd_json_resume_write(struct cvd_buf *out, const struct cvd_document *doc)
{
	struct writer w = {.json = {.out = out, .indent = 2}, .doc = doc};
	struct cvd_contacts contacts;

	w.summary = cvd_json_resume_summary(&w.arena, doc);
	mark_places(&w);
	contacts = cvd_contacts_read(&w.arena, doc);
	cvd_json_open(&w.json, '{');
	cvd_json_member(&w.json, "$schema", CVD_STR(SCHEMA));
	cvd_json_resume_basics(&w.json, doc, &contacts, w.summary);
	for (enum cvd_resume_list_id list = 0; list < CVD_LIST_OTHER; list++)
		write_list(&w, list);
	write_rest(&w, &contacts);
	cvd_json_close(&w.json, '}');
	cvd_buf_put(out, '\n');
	cvd_arena_free(&w.arena);
}
