/*
 * The model as a JSON Resume document. The schema is a set of flat lists, the model a tree: in a first
 * pass each node that begins an item of a list is marked with the list (`places`); the other nodes
 * belong to the item, section or document around them. Lists are then written one after the other, each
 * item with what belongs to it, and what no list takes goes into `x-cvdiff`.
 *
 * Invariant: each node is written with exactly one owner, a group's bullets with the group and with its
 * item. What the lists and their members are called is data. Groups are written flat, with the group
 * around them named in `within`, so that nothing recurses. A number of passes over the nodes that does
 * not depend on them: linear. JSON Resume schema 1.0.0, https://jsonresume.org/schema.
 */
#include "resume/json_resume.h"

#include "base/json_writer.h"
#include "contact.h"

#include <string.h>

#define SCHEMA "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"

/* --- the lists ---------------------------------------------------------------------------------- */

enum list {
	LIST_WORK,
	LIST_VOLUNTEER,
	LIST_EDUCATION,
	LIST_AWARDS,
	LIST_CERTIFICATES,
	LIST_PUBLICATIONS,
	LIST_SKILLS,
	LIST_LANGUAGES,
	LIST_INTERESTS,
	LIST_REFERENCES,
	LIST_PROJECTS,
	LIST_OTHER, /* entries and groups, in x-cvdiff and in items */
	LIST_COUNT
};

/* Of the marks in `places`, beside the lists. */
enum { PLACE_OWNED = LIST_COUNT, PLACE_CONTINUED };

static const struct list_row {
	const char *key;
	enum cvd_section_type type;
	enum cvd_kind entry, keyword; /* kinds that are items; CVD_RESUME: none */
	bool bullets;     /* bullets right in the section are items; their text is the title */
	bool groups;      /* and so are groups there */
	bool one_date;    /* the member of END is the date, whichever the résumé has */
	const char *names[CVD_FIELD_COUNT];
	const char *summary;
} lists[LIST_COUNT] = {
#define MEMBERS(title, organization, start, end, detail)                                           \
	{title, organization, "team", "location", start, end, "url", detail}
	[LIST_WORK] = {"work", CVD_SECTION_WORK, CVD_ROLE, CVD_RESUME, false, false, false,
		       MEMBERS("position", "name", "startDate", "endDate", "detail"), "summary"},
	[LIST_VOLUNTEER] = {"volunteer", CVD_SECTION_VOLUNTEER, CVD_VOLUNTEER, CVD_RESUME, false,
			    false, false,
			    MEMBERS("position", "organization", "startDate", "endDate", "detail"),
			    "summary"},
	[LIST_EDUCATION] = {"education", CVD_SECTION_EDUCATION, CVD_EDUCATION, CVD_RESUME, false,
			    false, false,
			    MEMBERS("studyType", "institution", "startDate", "endDate", "detail"),
			    "summary"},
	[LIST_AWARDS] = {"awards", CVD_SECTION_AWARDS, CVD_AWARD, CVD_RESUME, true, false, true,
			 MEMBERS("title", "awarder", "startDate", "date", "detail"), "summary"},
	[LIST_CERTIFICATES] = {"certificates", CVD_SECTION_CERTIFICATES, CVD_CERTIFICATE, CVD_RESUME,
			       true, false, true,
			       MEMBERS("name", "issuer", "startDate", "date", "detail"), "summary"},
	[LIST_PUBLICATIONS] = {"publications", CVD_SECTION_PUBLICATIONS, CVD_PUBLICATION, CVD_RESUME,
			       true, false, true,
			       MEMBERS("name", "publisher", "startDate", "releaseDate", "detail"),
			       "summary"},
	[LIST_SKILLS] = {"skills", CVD_SECTION_SKILLS, CVD_RESUME, CVD_SKILL, true, true, false,
			 MEMBERS("name", "organization", "startDate", "endDate", "detail"),
			 "summary"},
	[LIST_LANGUAGES] = {"languages", CVD_SECTION_LANGUAGES, CVD_RESUME, CVD_LANGUAGE, true, false,
			    false,
			    MEMBERS("language", "organization", "startDate", "endDate", "fluency"),
			    "summary"},
	[LIST_INTERESTS] = {"interests", CVD_SECTION_INTERESTS, CVD_RESUME, CVD_INTEREST, true, true,
			    false,
			    MEMBERS("name", "organization", "startDate", "endDate", "detail"),
			    "summary"},
	[LIST_REFERENCES] = {"references", CVD_SECTION_REFERENCES, CVD_REFERENCE, CVD_RESUME, true,
			     false, false,
			     MEMBERS("name", "organization", "startDate", "endDate", "detail"),
			     "reference"},
	[LIST_PROJECTS] = {"projects", CVD_SECTION_PROJECTS, CVD_PROJECT, CVD_RESUME, false, false,
			   false, MEMBERS("name", "entity", "startDate", "endDate", "detail"),
			   "description"},
	[LIST_OTHER] = {"entries", CVD_SECTION_OTHER, CVD_ENTRY, CVD_RESUME, false, false, false,
			MEMBERS("title", "organization", "startDate", "endDate", "detail"),
			"summary"},
#undef MEMBERS
};

struct writer {
	struct cvd_json json;
	struct cvd_arena arena;
	const struct cvd_document *doc;
	uint8_t *places;      /* by id: the list that the node begins an item of, or PLACE_… */
	uint32_t *depths;     /* by id: bullets above the node */
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
	for (uint8_t i = 0; i < LIST_OTHER; i++) {
		const struct list_row *list = &lists[i];

		if (cvd_kind_is_keyword(node->kind) && node->kind == list->keyword)
			return node->kind == CVD_SKILL && follows_keyword(w, node) ? PLACE_CONTINUED
										     : i;
		if (type == list->type && ((list->bullets && node->kind == CVD_BULLET) ||
					   (list->groups && node->kind == CVD_GROUP)))
			return i;
	}
	return PLACE_OWNED;
}

static uint8_t list_of_entry(enum cvd_kind kind)
{
	uint8_t i = 0;

	while (lists[i].entry != kind)
		i++;
	return i;
}

static void mark_places(struct writer *w)
{
	enum cvd_section_type type = CVD_SECTION_OTHER;
	uint32_t section_end = 0, item_end = 0;

	w->places = CVD_NEW_ARRAY(&w->arena, uint8_t, w->doc->node_count);
	w->depths = CVD_NEW_ARRAY(&w->arena, uint32_t, w->doc->node_count);
	w->places[0] = PLACE_OWNED;
	for (uint32_t id = 1; id < w->doc->node_count; id++) {
		const struct cvd_node *node = w->doc->nodes[id];

		w->depths[id] = w->depths[node->parent->id] + (node->parent->kind == CVD_BULLET);
		w->places[id] = PLACE_OWNED;
		if (id >= section_end)
			type = CVD_SECTION_OTHER;
		if (node->kind == CVD_SECTION) {
			type = node->section_type;
			section_end = node->end;
			w->sections[type]++;
		} else if (cvd_kind_is_entry(node->kind)) {
			w->places[id] = list_of_entry(node->kind);
		} else if (id >= item_end) {
			w->places[id] = place_of(w, node, type);
		}
		if (w->places[id] < LIST_COUNT && item_end < node->end)
			item_end = node->end;
	}
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

static void member(struct writer *w, const char *key, struct cvd_str text)
{
	cvd_json_key(&w->json, key);
	cvd_json_string(&w->json, text);
}

static void member_if(struct writer *w, const char *key, struct cvd_str text)
{
	if (text.len)
		member(w, key, text);
}

/* Opens the list before its first value; the end closes it if it is open. */
static void begin_list(struct writer *w, const char *key, bool *open)
{
	if (*open)
		return;
	cvd_json_key(&w->json, key);
	cvd_json_open(&w->json, '[');
	*open = true;
}

static void end_list(struct writer *w, bool open)
{
	if (open)
		cvd_json_close(&w->json, ']');
}

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
		begin_list(w, key, &open);
		cvd_json_string(&w->json, full_text(w, node));
	}
	end_list(w, open);
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
	member_if(w, key, cvd_buf_str(&text));
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
		begin_list(w, "highlightLevels", &open);
		cvd_json_uint(&w->json, w->depths[node->id] - base);
	}
	end_list(w, open);
}

static void write_link(struct writer *w, struct cvd_str text, struct cvd_str target, bool *open)
{
	begin_list(w, "links", open);
	cvd_json_open(&w->json, '{');
	member_if(w, "text", text);
	member(w, "url", target);
	cvd_json_close(&w->json, '}');
}

static void write_links_of(struct writer *w, const struct cvd_node *node, bool *open)
{
	for (uint32_t i = 0; i < node->link_count; i++)
		write_link(w, cvd_str_sub(node->text, node->links[i].start,
					  node->links[i].start + node->links[i].len),
			   node->links[i].target, open);
}

/* The links in all texts of the item, and its url where the schema's member cannot hold it. */
static void write_links(struct writer *w, const struct cvd_node *top, bool deep)
{
	const struct cvd_value *url = cvd_node_get(top, CVD_URL);
	const struct cvd_node *node = top;
	bool open = false;

	if (url && (url->text.len || !cvd_contact_uri(&w->arena, url->norm).len))
		write_link(w, url->text, url->norm.len ? url->norm : url->text, &open);
	write_links_of(w, top, &open);
	while ((node = next_owned(w, top, node, deep)))
		if (part_of(w, node) != PART_NONE)
			write_links_of(w, node, &open);
	end_list(w, open);
}

/* --- fields ------------------------------------------------------------------------------------- */

/* The schema knows the years 1000 to 2999. */
static bool is_schema_date(const struct cvd_value *value)
{
	return value && value->norm.len >= 4 && strchr("12", value->norm.ptr[0]) != NULL;
}

static void write_dates(struct writer *w, const struct cvd_node *node, const struct list_row *list)
{
	const struct cvd_value *start = cvd_node_get(node, CVD_START);
	const struct cvd_value *end = cvd_node_get(node, CVD_END);
	bool current = end && cvd_str_equal(end->norm, CVD_STR("present"));
	const char *start_key = list->names[CVD_START];

	if (list->one_date && !is_schema_date(end))
		start_key = list->names[CVD_END];
	if (is_schema_date(start))
		member(w, start_key, start->norm);
	if (is_schema_date(end))
		member(w, list->names[CVD_END], end->norm);
	if (current) {
		cvd_json_key(&w->json, "current");
		cvd_json_bool(&w->json, true);
	}
	if (start && (start->rest.len || !is_schema_date(start)))
		member(w, "startText", start->text);
	if (end && (end->rest.len || (!current && !is_schema_date(end))))
		member(w, "endText", end->text);
}

static void write_fields(struct writer *w, const struct cvd_node *node, const struct list_row *list)
{
	const struct cvd_value *url = cvd_node_get(node, CVD_URL);

	if (node->text.len)
		member(w, list->names[CVD_TITLE], node->text);
	for (enum cvd_field field = 0; field < CVD_FIELD_COUNT; field++) {
		const struct cvd_value *value = cvd_node_get(node, field);

		if (value && field != CVD_START && field != CVD_END && field != CVD_URL &&
		    !(field == CVD_TITLE && node->text.len))
			member_if(w, list->names[field], value->text);
	}
	write_dates(w, node, list);
	if (url)
		member_if(w, "url",
			  cvd_contact_uri(&w->arena, url->norm.len ? url->norm : url->text));
}

/* What is around the node, where that is neither a section nor the document. */
static void write_within(struct writer *w, const struct cvd_node *node)
{
	if (node->parent && node->parent->parent && node->parent->kind != CVD_SECTION)
		member_if(w, "within", cvd_node_heading(&w->arena, node->parent));
}

/* The title of the section, where the list does not tell it. */
static void write_section(struct writer *w, const struct cvd_node *node,
			  const struct list_row *list)
{
	const struct cvd_node *up = node;
	const struct cvd_value *title;

	while (up && up->kind != CVD_SECTION)
		up = up->parent;
	if (!up || up->section_type == CVD_SECTION_OTHER ||
	    (up->section_type == list->type && w->sections[list->type] == 1))
		return;
	title = cvd_node_get(up, CVD_TITLE);
	member_if(w, "section", title ? title->text : up->text);
}

/* --- items -------------------------------------------------------------------------------------- */

static void write_group(struct writer *w, const struct cvd_node *group, bool skills)
{
	const struct list_row *list = &lists[skills ? LIST_SKILLS : LIST_OTHER];

	cvd_json_open(&w->json, '{');
	write_fields(w, group, &lists[LIST_SKILLS]);
	if (group->parent->kind == CVD_GROUP)
		write_within(w, group);
	write_summary(w, group, list->summary, (struct cvd_str){0});
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

static void write_groups(struct writer *w, const struct cvd_node *top, bool skills)
{
	const struct cvd_node *node = top;
	bool open = false;

	if (skills && top->kind != CVD_GROUP && has_part(w, top, PART_KEYWORD)) {
		begin_list(w, "skills", &open);
		cvd_json_open(&w->json, '{');
		write_texts(w, top, PART_KEYWORD, "keywords", false);
		cvd_json_close(&w->json, '}');
	}
	while ((node = next_part(w, top, node, PART_GROUP, true))) {
		if (is_skill_list(w, node) != skills)
			continue;
		begin_list(w, skills ? "skills" : "groups", &open);
		write_group(w, node, skills);
	}
	end_list(w, open);
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
	write_links(w, top, true);
}

/* Skills that stand side by side without a group. */
static void write_skill_run(struct writer *w, const struct cvd_node *first)
{
	bool open = false;

	cvd_json_key(&w->json, "keywords");
	cvd_json_open(&w->json, '[');
	for (const struct cvd_node *node = first; node && node->kind == first->kind;
	     node = node->next)
		cvd_json_string(&w->json, full_text(w, node));
	cvd_json_close(&w->json, ']');
	for (const struct cvd_node *node = first; node && node->kind == first->kind;
	     node = node->next)
		write_links_of(w, node, &open);
	end_list(w, open);
}

static void write_item(struct writer *w, const struct cvd_node *node, const struct list_row *list)
{
	bool reference = list == &lists[LIST_REFERENCES] && node->kind == CVD_BULLET;

	cvd_json_open(&w->json, '{');
	if (node->kind == CVD_SKILL) {
		write_skill_run(w, node);
	} else {
		if (!reference)
			write_fields(w, node, list);
		write_content(w, node, list->summary,
			      reference ? node->text : (struct cvd_str){0}, true);
	}
	write_within(w, node);
	write_section(w, node, list);
	cvd_json_close(&w->json, '}');
}

/* The items of the list among the nodes [from, to). */
static void write_list(struct writer *w, enum list list, uint32_t from, uint32_t to)
{
	bool open = false;

	for (uint32_t id = from; id < to; id++) {
		if (w->places[id] != list)
			continue;
		begin_list(w, lists[list].key, &open);
		write_item(w, w->doc->nodes[id], &lists[list]);
	}
	end_list(w, open);
}

/* --- basics ------------------------------------------------------------------------------------- */

/* Nodes of one kind joined to one text; nothing if there is none. */
static void write_joined(struct writer *w, const char *key, enum cvd_kind kind, const char *between)
{
	struct cvd_buf text = {0};

	for (uint32_t id = 0; id < w->doc->node_count; id++) {
		if (w->doc->nodes[id]->kind != kind)
			continue;
		if (text.len)
			cvd_buf_add(&text, cvd_str_from(between));
		cvd_buf_add(&text, w->doc->nodes[id]->text);
	}
	member_if(w, key, cvd_buf_str(&text));
	cvd_buf_free(&text);
}

struct contacts {
	struct contact_item {
		const struct cvd_node *node;
		struct cvd_contact contact;
		bool taken; /* basics has its value */
	} *items;
	size_t len, cap;
};

static struct contacts read_contacts(struct writer *w)
{
	struct contacts contacts = {0};

	for (uint32_t id = 0; id < w->doc->node_count; id++)
		if (w->doc->nodes[id]->kind == CVD_CONTACT)
			CVD_PUSH(&w->arena, &contacts,
				 (struct contact_item){
					 w->doc->nodes[id],
					 cvd_contact_read(&w->arena, w->doc->nodes[id]), false});
	return contacts;
}

/* The first contact of the kind, which is then taken, or NULL. */
static const struct cvd_contact *take_contact(struct contacts *contacts, enum cvd_contact_kind kind)
{
	for (size_t i = 0; i < contacts->len; i++) {
		struct contact_item *item = &contacts->items[i];

		if (item->contact.kind != kind || item->taken)
			continue;
		item->taken = true;
		return &item->contact;
	}
	return NULL;
}

static void write_first(struct writer *w, const char *key, struct contacts *contacts,
			enum cvd_contact_kind kind)
{
	const struct cvd_contact *contact = take_contact(contacts, kind);

	if (contact)
		member(w, key, contact->value);
}

/* `Leeds, UK` is a city and a region; what has digits is an address. */
static void write_place(struct writer *w, struct contacts *contacts)
{
	const struct cvd_contact *contact = take_contact(contacts, CVD_CONTACT_PLACE);
	struct cvd_str place;
	size_t comma;

	if (!contact)
		return;
	place = contact->value;
	comma = cvd_str_find_char(place, ',', 0);
	cvd_json_key(&w->json, "location");
	cvd_json_open(&w->json, '{');
	for (size_t i = 0; i < place.len; i++)
		if (place.ptr[i] >= '0' && place.ptr[i] <= '9') {
			member(w, "address", place);
			place.len = 0;
		}
	member_if(w, "city", cvd_str_trim(cvd_str_sub(place, 0, comma)));
	if (comma < place.len)
		member_if(w, "region", cvd_str_trim(cvd_str_sub(place, comma + 1, place.len)));
	cvd_json_close(&w->json, '}');
}

static void write_profiles(struct writer *w, struct contacts *contacts)
{
	bool open = false;

	for (size_t i = 0; i < contacts->len; i++) {
		struct contact_item *item = &contacts->items[i];

		if (item->contact.kind != CVD_CONTACT_PROFILE &&
		    (item->contact.kind != CVD_CONTACT_PAGE || item->taken))
			continue;
		item->taken = true;
		begin_list(w, "profiles", &open);
		cvd_json_open(&w->json, '{');
		member_if(w, "network", item->contact.network);
		member_if(w, "username", item->contact.user);
		member_if(w, "url", item->contact.value);
		cvd_json_close(&w->json, '}');
	}
	end_list(w, open);
}

static void write_basics(struct writer *w, struct contacts *contacts)
{
	bool open = false;

	cvd_json_key(&w->json, "basics");
	cvd_json_open(&w->json, '{');
	write_joined(w, "name", CVD_NAME, " ");
	write_joined(w, "label", CVD_HEADLINE, ", ");
	write_first(w, "email", contacts, CVD_CONTACT_EMAIL);
	write_first(w, "phone", contacts, CVD_CONTACT_PHONE);
	write_first(w, "url", contacts, CVD_CONTACT_PAGE);
	write_joined(w, "summary", CVD_SUMMARY, "\n\n");
	write_place(w, contacts);
	write_profiles(w, contacts);
	for (uint32_t id = 0; id < w->doc->node_count; id++) {
		enum cvd_kind kind = w->doc->nodes[id]->kind;

		if (kind == CVD_NAME || kind == CVD_HEADLINE || kind == CVD_SUMMARY)
			write_links_of(w, w->doc->nodes[id], &open);
	}
	end_list(w, open);
	cvd_json_close(&w->json, '}');
}

/* --- what the schema has no place for ----------------------------------------------------------- */

/* The contacts that say more than basics holds, as they are written. */
static void write_contacts(struct writer *w, const struct contacts *contacts)
{
	bool open = false, links = false;

	for (size_t i = 0; i < contacts->len; i++) {
		const struct contact_item *item = &contacts->items[i];

		if (item->taken && item->contact.whole)
			continue;
		begin_list(w, "contacts", &open);
		cvd_json_string(&w->json, item->node->text);
	}
	end_list(w, open);
	for (size_t i = 0; i < contacts->len; i++)
		write_links_of(w, contacts->items[i].node, &links);
	end_list(w, links);
}

static void write_section_rest(struct writer *w, const struct cvd_node *section)
{
	cvd_json_open(&w->json, '{');
	member(w, "type", cvd_str_from(cvd_section_type_name(section->section_type)));
	write_fields(w, section, &lists[LIST_OTHER]);
	write_within(w, section);
	write_content(w, section, "summary", (struct cvd_str){0}, false);
	if (section->section_type == CVD_SECTION_OTHER)
		write_list(w, LIST_OTHER, section->id, section->end);
	cvd_json_close(&w->json, '}');
}

static void write_rest(struct writer *w, const struct contacts *contacts)
{
	bool open = false;

	cvd_json_key(&w->json, "x-cvdiff");
	cvd_json_open(&w->json, '{');
	write_contacts(w, contacts);
	for (uint32_t id = 0; id < w->doc->node_count; id++) {
		if (w->doc->nodes[id]->kind != CVD_SECTION)
			continue;
		begin_list(w, "sections", &open);
		write_section_rest(w, w->doc->nodes[id]);
	}
	end_list(w, open);
	cvd_json_close(&w->json, '}');
}

void cvd_json_resume_write(struct cvd_buf *out, const struct cvd_document *doc)
{
	struct writer w = {.json = {.out = out, .indent = 2}, .doc = doc};
	struct contacts contacts;

	mark_places(&w);
	contacts = read_contacts(&w);
	cvd_json_open(&w.json, '{');
	member(&w, "$schema", CVD_STR(SCHEMA));
	write_basics(&w, &contacts);
	for (enum list list = 0; list < LIST_OTHER; list++)
		write_list(&w, list, 0, doc->node_count);
	write_rest(&w, &contacts);
	cvd_json_close(&w.json, '}');
	cvd_buf_put(out, '\n');
	cvd_arena_free(&w.arena);
}
