/* What points into the file: annotations for GitHub Actions and reviewdog's diagnostics. */
#include "unit.h"

#include "records.h"
#include "render/render.h"

#include <stdlib.h>

#define SIDE(...) (&(const struct record_side){__VA_ARGS__})
#define COUNT(array) (sizeof(array) / sizeof *(array))
#define ROLE "section:Experience|role:Engineer, Acme"

static const struct record records[] = {
	{.id = "role-title-changed",
	 .op = CVD_OP_CHANGED,
	 .node = CVD_ROLE,
	 .path = ROLE,
	 .has_field = true,
	 .field = CVD_TITLE,
	 .old = SIDE(.text = "Engineer"),
	 .new = SIDE(.text = "100% CTO,\n::error::x", .index = 4)},
	{.id = "bullet-removed",
	 .op = CVD_OP_REMOVED,
	 .node = CVD_BULLET,
	 .severity = CVD_CONTENT,
	 .path = ROLE,
	 .old = SIDE(.text = "Ran it.")},
	{.id = "award-removed",
	 .op = CVD_OP_REMOVED,
	 .node = CVD_AWARD,
	 .path = "section:Awards",
	 .old = SIDE(.text = "x", .fields = {[CVD_TITLE] = "Prize"})},
	{.id = "bullet-split",
	 .op = CVD_OP_SPLIT,
	 .node = CVD_BULLET,
	 .severity = CVD_CONTENT,
	 .old = SIDE(.text = "p q"),
	 .parts = (const struct record_side[]){{.text = "p", .index = 6}, {.text = "q", .index = 8}},
	 .part_count = 2},
	{.id = "bullet-reordered",
	 .op = CVD_OP_REORDERED,
	 .node = CVD_BULLET,
	 .severity = CVD_STYLE,
	 .old = SIDE(.text = "s"),
	 .new = SIDE(.text = "s")},
};

static struct cvd_report *make_report(void)
{
	return record_report(records, COUNT(records));
}

static void free_report(struct cvd_report *report)
{
	cvd_arena_free(&report->arena);
	free(report);
}

START_TEST(annotations_are_lines_that_nothing_breaks)
{
	struct cvd_report *report = make_report();
	struct cvd_buf out = {0};

	report->new.path = CVD_STR("a,b:c.md");
	cvd_render_github(&out, report, false);
	assert_text(
		cvd_buf_str(&out),
		"::warning file=a%2Cb%3Ac.md,line=5,endLine=5,title=Promoted::"
		"Engineer → 100%25 CTO, ::error::x%0AExperience › Engineer, Acme\n"
		"::notice file=a%2Cb%3Ac.md,line=5,endLine=5,title=Removed bullet::"
		"Ran it.%0AExperience › Engineer, Acme\n"
		"::warning file=a%2Cb%3Ac.md,title=Removed award::Prize%0AAwards\n"
		"::notice file=a%2Cb%3Ac.md,line=7,endLine=9,title=Bullet split in 2::p q → p + q\n");
	cvd_buf_free(&out);
	free_report(report);
}
END_TEST

START_TEST(style_is_annotated_where_asked_for)
{
	struct cvd_report *report = record_report(&records[4], 1);
	struct cvd_buf out = {0};

	cvd_render_github(&out, report, false);
	ck_assert_uint_eq(out.len, 0);
	cvd_render_github(&out, report, true);
	assert_text(cvd_buf_str(&out),
		    "::notice file=resume.md,line=1,endLine=1,title=Reordered::s\n");
	cvd_buf_free(&out);
	free_report(report);
}
END_TEST

START_TEST(a_deleted_file_has_no_lines)
{
	struct cvd_report *report = record_report(&records[2], 1);
	struct cvd_buf out = {0};

	report->new.absent = true;
	report->old.path = CVD_STR("old.md");
	cvd_render_github(&out, report, false);
	assert_text(cvd_buf_str(&out),
		    "::warning file=old.md,title=Removed award::Prize%0AAwards\n");
	cvd_buf_free(&out);
	free_report(report);
}
END_TEST

START_TEST(reports_share_one_document_of_diagnostics)
{
	struct cvd_report *one = record_report(&records[1], 2),
			  *other = record_report(&records[3], 2);
	struct cvd_buf out = {0};
	struct cvd_json json = {.out = &out};

	cvd_render_rdjson_begin(&json);
	cvd_render_rdjson_add(&json, one, false);
	cvd_render_rdjson_add(&json, other, false);
	cvd_render_rdjson_end(&json);
	assert_text(
		cvd_buf_str(&out),
		"{\"source\":{\"name\":\"cvdiff\"},\"diagnostics\":["
		"{\"message\":\"Removed bullet: Ran it.\",\"location\":{\"path\":\"resume.md\"},"
		"\"severity\":\"INFO\",\"code\":{\"value\":\"bullet-removed\"}},"
		"{\"message\":\"Removed award: Prize\",\"location\":{\"path\":\"resume.md\"},"
		"\"severity\":\"WARNING\",\"code\":{\"value\":\"award-removed\"}},"
		"{\"message\":\"Bullet split in 2: p q → p + q\",\"location\":{\"path\":\"resume.md\","
		"\"range\":{\"start\":{\"line\":7},\"end\":{\"line\":9}}},"
		"\"severity\":\"INFO\",\"code\":{\"value\":\"bullet-split\"}}]}\n");
	cvd_buf_free(&out);
	free_report(one);
	free_report(other);
}
END_TEST

UNIT_MAIN("annotations", annotations_are_lines_that_nothing_breaks,
	  style_is_annotated_where_asked_for, a_deleted_file_has_no_lines,
	  reports_share_one_document_of_diagnostics)
