/*
 * JSON Resume's `basics`: the header of the résumé, with each contact in the member that fits what it
 * is. A contact that basics does not hold word for word (a label before it, a second number, the text
 * of a link) is written beside it as it stands, so that none is lost. Linear.
 */
#include "json_resume_parts.h"
#include "lexicon.h"

void cvd_json_resume_link(struct cvd_json *json, struct cvd_str text, struct cvd_str target,
			  bool *open)
{
	cvd_json_begin_list(json, "links", open);
	cvd_json_open(json, '{');
	cvd_json_member_if(json, "text", text);
	cvd_json_member(json, "url", target);
	cvd_json_close(json, '}');
}

void cvd_json_resume_links(struct cvd_json *json, const struct cvd_node *node, bool *open)
{
	for (uint32_t i = 0; i < node->link_count; i++) {
		const struct cvd_link *link = &node->links[i];

		cvd_json_resume_link(json,
				     cvd_str_sub(node->text, link->start, link->start + link->len),
				     link->target, open);
	}
}

bool *cvd_json_resume_summary(struct cvd_arena *arena, const struct cvd_document *doc)
{
	bool *says = CVD_NEW_ARRAY(arena, bool, doc->node_count);
	uint32_t end = 0, entry_end = 0; /* of a section that is a summary, of an entry in it */

	for (uint32_t id = 0; id < doc->node_count; id++) {
		const struct cvd_node *node = doc->nodes[id];
		const struct cvd_value *title =
			node->kind == CVD_SECTION ? cvd_node_get(node, CVD_TITLE) : NULL;

		if (title && node->section_type == CVD_SECTION_OTHER &&
		    cvd_lexicon_section(arena, title->text).summary)
			end = node->end;
		if (cvd_kind_is_entry(node->kind))
			entry_end = node->end;
		says[id] = node->kind == CVD_SUMMARY ||
			   (node->kind == CVD_BULLET && id < end && id >= entry_end) ||
			   (node->text.len && node->parent->kind == CVD_BULLET &&
			    says[node->parent->id]);
	}
	return says;
}

/* Nodes of one kind, or those that `says` marks, joined to one text; nothing if there is none. */
static void write_joined(struct cvd_json *json, const struct cvd_document *doc, const char *key,
			 enum cvd_kind kind, const bool *says, const char *between)
{
	struct cvd_buf text = {0};

	for (uint32_t id = 0; id < doc->node_count; id++) {
		if (says ? !says[id] : doc->nodes[id]->kind != kind)
			continue;
		if (text.len)
			cvd_buf_add(&text, cvd_str_from(between));
		cvd_buf_add(&text, doc->nodes[id]->text);
	}
	cvd_json_member_if(json, key, cvd_buf_str(&text));
	cvd_buf_free(&text);
}

struct cvd_contacts cvd_contacts_read(struct cvd_arena *arena, const struct cvd_document *doc)
{
	struct cvd_contacts contacts = {0};

	for (uint32_t id = 0; id < doc->node_count; id++)
		if (doc->nodes[id]->kind == CVD_CONTACT)
			CVD_PUSH(arena, &contacts,
				 (struct cvd_contact_item){
					 .node = doc->nodes[id],
					 .contact = cvd_contact_read(arena, doc->nodes[id])});
	return contacts;
}

/* The first contact of the kind, which is then taken, or NULL. */
static const struct cvd_contact *take_contact(struct cvd_contacts *contacts,
					      enum cvd_contact_kind kind)
{
	for (size_t i = 0; i < contacts->len; i++) {
		struct cvd_contact_item *item = &contacts->items[i];

		if (item->contact.kind != kind || item->taken)
			continue;
		item->taken = true;
		return &item->contact;
	}
	return NULL;
}

static void write_first(struct cvd_json *json, const char *key, struct cvd_contacts *contacts,
			enum cvd_contact_kind kind)
{
	const struct cvd_contact *contact = take_contact(contacts, kind);

	if (contact)
		cvd_json_member(json, key, contact->value);
}

/* `Leeds, UK` is a city and a region; what has digits is an address. */
static void write_place(struct cvd_json *json, struct cvd_contacts *contacts)
{
	const struct cvd_contact *contact = take_contact(contacts, CVD_CONTACT_PLACE);
	struct cvd_str place;
	size_t comma;

	if (!contact)
		return;
	place = contact->value;
	comma = cvd_str_find_char(place, ',', 0);
	cvd_json_key(json, "location");
	cvd_json_open(json, '{');
	for (size_t i = 0; i < place.len; i++)
		if (place.ptr[i] >= '0' && place.ptr[i] <= '9') {
			cvd_json_member(json, "address", place);
			place.len = 0;
		}
	cvd_json_member_if(json, "city", cvd_str_trim(cvd_str_sub(place, 0, comma)));
	if (comma < place.len)
		cvd_json_member_if(json, "region",
				   cvd_str_trim(cvd_str_sub(place, comma + 1, place.len)));
	cvd_json_close(json, '}');
}

static void write_profiles(struct cvd_json *json, struct cvd_contacts *contacts)
{
	bool open = false;

	for (size_t i = 0; i < contacts->len; i++) {
		struct cvd_contact_item *item = &contacts->items[i];

		if (item->contact.kind != CVD_CONTACT_PROFILE &&
		    (item->contact.kind != CVD_CONTACT_PAGE || item->taken))
			continue;
		item->taken = true;
		cvd_json_begin_list(json, "profiles", &open);
		cvd_json_open(json, '{');
		cvd_json_member_if(json, "network", item->contact.network);
		cvd_json_member_if(json, "username", item->contact.user);
		cvd_json_member_if(json, "url", item->contact.value);
		cvd_json_close(json, '}');
	}
	cvd_json_end_list(json, open);
}

void cvd_json_resume_basics(struct cvd_json *json, const struct cvd_document *doc,
			    struct cvd_contacts *contacts, const bool *summary)
{
	bool open = false;

	cvd_json_key(json, "basics");
	cvd_json_open(json, '{');
	write_joined(json, doc, "name", CVD_NAME, NULL, " ");
	write_joined(json, doc, "label", CVD_HEADLINE, NULL, ", ");
	write_first(json, "email", contacts, CVD_CONTACT_EMAIL);
	write_first(json, "phone", contacts, CVD_CONTACT_PHONE);
	write_first(json, "url", contacts, CVD_CONTACT_PAGE);
	write_joined(json, doc, "summary", CVD_SUMMARY, summary, "\n\n");
	write_place(json, contacts);
	write_profiles(json, contacts);
	for (uint32_t id = 0; id < doc->node_count; id++) {
		enum cvd_kind kind = doc->nodes[id]->kind;

		if (kind == CVD_NAME || kind == CVD_HEADLINE || summary[id])
			cvd_json_resume_links(json, doc->nodes[id], &open);
	}
	cvd_json_end_list(json, open);
	cvd_json_close(json, '}');
}

void cvd_json_resume_contacts(struct cvd_json *json, const struct cvd_contacts *contacts)
{
	bool open = false;

	for (size_t i = 0; i < contacts->len; i++) {
		const struct cvd_contact_item *item = &contacts->items[i];
		bool links = false;

		if (item->taken && item->contact.whole)
			continue;
		cvd_json_begin_list(json, "contacts", &open);
		cvd_json_open(json, '{');
		cvd_json_member(json, "text", item->node->text);
		cvd_json_resume_links(json, item->node, &links);
		cvd_json_end_list(json, links);
		cvd_json_close(json, '}');
	}
	cvd_json_end_list(json, open);
}
