/* Names of the model's words, in the order of their enums. */
#include "resume/vocabulary.h"

#include <stddef.h>

static const char *const kind_names[CVD_KIND_COUNT] = {
	"resume",      "name",      "headline",  "contact", "summary",     "section",
	"role",        "volunteer", "education", "project", "publication", "award",
	"certificate", "reference", "entry",     "group",   "bullet",      "paragraph",
	"skill",       "language",  "interest",  "block"};

static const char *const field_names[CVD_FIELD_COUNT] = {
	"title", "organization", "team", "location", "start", "end", "url", "detail"};

static const char *const section_type_names[CVD_SECTION_TYPE_COUNT] = {
	"other",  "work",         "volunteer", "education", "projects",  "publications",
	"awards", "certificates", "skills",    "languages", "interests", "references"};

static const char *const format_names[] = {"markdown", "json-resume", "rendercv"};

static const enum cvd_kind entry_kinds[CVD_SECTION_TYPE_COUNT] = {
	CVD_ENTRY, CVD_ROLE,        CVD_VOLUNTEER, CVD_EDUCATION, CVD_PROJECT, CVD_PUBLICATION,
	CVD_AWARD, CVD_CERTIFICATE, CVD_ENTRY,     CVD_ENTRY,     CVD_ENTRY,   CVD_REFERENCE};

const char *cvd_kind_name(enum cvd_kind kind)
{
	return kind_names[kind];
}

const char *cvd_field_name(enum cvd_field field)
{
	return field < CVD_FIELD_COUNT ? field_names[field] : NULL;
}

const char *cvd_section_type_name(enum cvd_section_type type)
{
	return section_type_names[type];
}

const char *cvd_format_name(enum cvd_format format)
{
	return format_names[format];
}

bool cvd_kind_is_entry(enum cvd_kind kind)
{
	return kind >= CVD_ROLE && kind <= CVD_ENTRY;
}

bool cvd_kind_is_statement(enum cvd_kind kind)
{
	return kind == CVD_BULLET || kind == CVD_PARAGRAPH || kind == CVD_SUMMARY;
}

bool cvd_kind_is_keyword(enum cvd_kind kind)
{
	return kind >= CVD_SKILL && kind <= CVD_INTEREST;
}

bool cvd_kind_has_fields(enum cvd_kind kind)
{
	return kind == CVD_SECTION || kind == CVD_GROUP || cvd_kind_is_entry(kind);
}

enum cvd_kind cvd_section_entry_kind(enum cvd_section_type type)
{
	return entry_kinds[type];
}
