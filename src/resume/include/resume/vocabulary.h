/*
 * The words that every layer shares: kinds of nodes, fields of entries, types of sections. The names
 * are those of the JSON output and, where it has one, of the JSON Resume schema 1.0.0.
 */
#ifndef CVD_RESUME_VOCABULARY_H
#define CVD_RESUME_VOCABULARY_H

#include <stdbool.h>
#include <stdint.h>

enum cvd_kind {
	CVD_RESUME, /* the root */
	CVD_NAME,
	CVD_HEADLINE,
	CVD_CONTACT,
	CVD_SUMMARY,
	CVD_SECTION,
	CVD_ROLE,
	CVD_VOLUNTEER,
	CVD_EDUCATION,
	CVD_PROJECT,
	CVD_PUBLICATION,
	CVD_AWARD,
	CVD_CERTIFICATE,
	CVD_REFERENCE,
	CVD_ENTRY,
	CVD_GROUP,
	CVD_BULLET,
	CVD_PARAGRAPH,
	CVD_SKILL,
	CVD_LANGUAGE,
	CVD_INTEREST,
	CVD_BLOCK,
	CVD_KIND_COUNT
};

/* What a block is to people. */
enum cvd_form {
	CVD_FORM_TEXT,
	CVD_FORM_IMAGE,
	CVD_FORM_ROW, /* of a table */
	CVD_FORM_FOOTNOTE,
	CVD_FORM_COUNT
};

enum cvd_field {
	CVD_TITLE,
	CVD_ORGANIZATION,
	CVD_TEAM,
	CVD_LOCATION,
	CVD_START,
	CVD_END,
	CVD_URL,
	CVD_DETAIL,
	CVD_FIELD_COUNT,
	CVD_FIELD_NONE = CVD_FIELD_COUNT /* "no field": the node itself */
};

enum cvd_section_type {
	CVD_SECTION_OTHER,
	CVD_SECTION_WORK,
	CVD_SECTION_VOLUNTEER,
	CVD_SECTION_EDUCATION,
	CVD_SECTION_PROJECTS,
	CVD_SECTION_PUBLICATIONS,
	CVD_SECTION_AWARDS,
	CVD_SECTION_CERTIFICATES,
	CVD_SECTION_SKILLS,
	CVD_SECTION_LANGUAGES,
	CVD_SECTION_INTERESTS,
	CVD_SECTION_REFERENCES,
	CVD_SECTION_TYPE_COUNT
};

enum cvd_format { CVD_FORMAT_MARKDOWN, CVD_FORMAT_JSON_RESUME, CVD_FORMAT_RENDERCV };

/* Names as in JSON: "role", "organization" (NULL for CVD_FIELD_NONE), "work", "json-resume". */
const char *cvd_kind_name(enum cvd_kind kind);
const char *cvd_field_name(enum cvd_field field);
const char *cvd_section_type_name(enum cvd_section_type type);
const char *cvd_format_name(enum cvd_format format);

/* A dated thing in a section: role … entry. */
bool cvd_kind_is_entry(enum cvd_kind kind);
/* Something said: bullet, paragraph, summary. */
bool cvd_kind_is_statement(enum cvd_kind kind);
/* One keyword: skill, language, interest. */
bool cvd_kind_is_keyword(enum cvd_kind kind);
/* Kinds whose text stands in fields (entries, section, group), not in the node's own text. */
bool cvd_kind_has_fields(enum cvd_kind kind);
/* The kind of an entry in a section of that type. */
enum cvd_kind cvd_section_entry_kind(enum cvd_section_type type);

#endif
