/* What the files that write JSON Resume share. Private. */
#ifndef CVD_RESUME_JSON_RESUME_PARTS_H
#define CVD_RESUME_JSON_RESUME_PARTS_H

#include "base/json_writer.h"
#include "contact.h"

enum cvd_resume_list_id {
	CVD_LIST_WORK,
	CVD_LIST_VOLUNTEER,
	CVD_LIST_EDUCATION,
	CVD_LIST_AWARDS,
	CVD_LIST_CERTIFICATES,
	CVD_LIST_PUBLICATIONS,
	CVD_LIST_SKILLS,
	CVD_LIST_LANGUAGES,
	CVD_LIST_INTERESTS,
	CVD_LIST_REFERENCES,
	CVD_LIST_PROJECTS,
	CVD_LIST_OTHER, /* entries that no list of the schema takes: in `meta` */
	CVD_LIST_COUNT
};

/* --- json_resume_lists.c ------------------------------------------------------------------------ */

struct cvd_resume_list {
	const char *key;
	enum cvd_section_type type;
	enum cvd_kind entry, keyword; /* kinds that are items; CVD_RESUME: none */
	bool bullets;   /* bullets right in the section are items, and their text the title */
	bool groups;    /* so are groups there */
	bool one_date;  /* the member of END is the date, whichever the résumé has */
	bool full_date; /* its date has a day; one without goes to `endDate` */
	const char *names[CVD_FIELD_COUNT];
	const char *summary; /* what paragraphs are */
};

extern const struct cvd_resume_list cvd_json_resume_lists[CVD_LIST_COUNT];

/* --- json_resume_basics.c ----------------------------------------------------------------------- */

struct cvd_contact_item {
	const struct cvd_node *node;
	struct cvd_contact contact;
	bool taken; /* basics has its value */
};

struct cvd_contacts {
	struct cvd_contact_item *items;
	size_t len, cap;
};

struct cvd_contacts cvd_contacts_read(struct cvd_arena *arena, const struct cvd_document *doc);

/* By id: whether the node says a part of the summary, as the bullets of a section that is one do. */
bool *cvd_json_resume_summary(struct cvd_arena *arena, const struct cvd_document *doc);

/* Writes the member `basics` and marks the contacts that it takes. */
void cvd_json_resume_basics(struct cvd_json *json, const struct cvd_document *doc,
			    struct cvd_contacts *contacts, const bool *summary);
/* Writes the member `contacts`: those that say more than basics holds. */
void cvd_json_resume_contacts(struct cvd_json *json, const struct cvd_contacts *contacts);

/* Adds to the member `links`, which is opened before the first; cvd_json_end_list ends it. */
void cvd_json_resume_link(struct cvd_json *json, struct cvd_str text, struct cvd_str target,
			  bool *open);
void cvd_json_resume_links(struct cvd_json *json, const struct cvd_node *node, bool *open);

#endif
