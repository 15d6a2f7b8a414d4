/*
 * The lists of JSON Resume and what their members are called there, schema 1.0.0. A member that the
 * schema does not have (`team`, the `location` of a school) keeps cvdiff's own word: additional
 * properties are allowed in every item.
 */
#include "json_resume_parts.h"

#define NAMES(title, organization) RANGE(title, organization, "endDate", "detail")
#define RANGE(title, organization, end, detail)                                                    \
	{                                                                                          \
		[CVD_TITLE] = (title), [CVD_ORGANIZATION] = (organization), [CVD_TEAM] = "team",   \
		[CVD_LOCATION] = "location", [CVD_START] = "startDate", [CVD_END] = (end),         \
		[CVD_URL] = "url", [CVD_DETAIL] = (detail)                                         \
	}

const struct cvd_resume_list cvd_json_resume_lists[CVD_LIST_COUNT] = {
	[CVD_LIST_WORK] = {.key = "work",
			   .type = CVD_SECTION_WORK,
			   .entry = CVD_ROLE,
			   .names = NAMES("position", "name"),
			   .summary = "summary"},
	[CVD_LIST_VOLUNTEER] = {.key = "volunteer",
				.type = CVD_SECTION_VOLUNTEER,
				.entry = CVD_VOLUNTEER,
				.names = NAMES("position", "organization"),
				.summary = "summary"},
	[CVD_LIST_EDUCATION] = {.key = "education",
				.type = CVD_SECTION_EDUCATION,
				.entry = CVD_EDUCATION,
				.names = NAMES("studyType", "institution"),
				.summary = "summary"},
	[CVD_LIST_AWARDS] = {.key = "awards",
			     .type = CVD_SECTION_AWARDS,
			     .entry = CVD_AWARD,
			     .bullets = true,
			     .one_date = true,
			     .names = RANGE("title", "awarder", "date", "detail"),
			     .summary = "summary"},
	[CVD_LIST_CERTIFICATES] = {.key = "certificates",
				   .type = CVD_SECTION_CERTIFICATES,
				   .entry = CVD_CERTIFICATE,
				   .bullets = true,
				   .one_date = true,
				   .names = RANGE("name", "issuer", "date", "detail"),
				   .summary = "summary"},
	[CVD_LIST_PUBLICATIONS] = {.key = "publications",
				   .type = CVD_SECTION_PUBLICATIONS,
				   .entry = CVD_PUBLICATION,
				   .bullets = true,
				   .one_date = true,
				   .names = RANGE("name", "publisher", "releaseDate", "detail"),
				   .summary = "summary"},
	[CVD_LIST_SKILLS] = {.key = "skills",
			     .type = CVD_SECTION_SKILLS,
			     .keyword = CVD_SKILL,
			     .bullets = true,
			     .groups = true,
			     .names = NAMES("name", "organization"),
			     .summary = "summary"},
	[CVD_LIST_LANGUAGES] = {.key = "languages",
				.type = CVD_SECTION_LANGUAGES,
				.keyword = CVD_LANGUAGE,
				.bullets = true,
				.names = RANGE("language", "organization", "endDate", "fluency"),
				.summary = "summary"},
	[CVD_LIST_INTERESTS] = {.key = "interests",
				.type = CVD_SECTION_INTERESTS,
				.keyword = CVD_INTEREST,
				.bullets = true,
				.groups = true,
				.names = NAMES("name", "organization"),
				.summary = "summary"},
	[CVD_LIST_REFERENCES] = {.key = "references",
				 .type = CVD_SECTION_REFERENCES,
				 .entry = CVD_REFERENCE,
				 .bullets = true,
				 .names = NAMES("name", "organization"),
				 .summary = "reference"},
	[CVD_LIST_PROJECTS] = {.key = "projects",
			       .type = CVD_SECTION_PROJECTS,
			       .entry = CVD_PROJECT,
			       .names = NAMES("name", "entity"),
			       .summary = "description"},
	[CVD_LIST_OTHER] = {.key = "entries",
			    .type = CVD_SECTION_OTHER,
			    .entry = CVD_ENTRY,
			    .names = NAMES("title", "organization"),
			    .summary = "summary"},
};
