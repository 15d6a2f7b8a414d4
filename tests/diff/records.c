/*
 * What a person is told. A report is shown one record a line: id, severity, then each side that there
 * is with `-` or `+` in front, its text in quotes, `=` the value, the content in braces; then the parts:
 *
 *     role-end-changed fact -'Present'=present +'May 2024'=2024-05
 *     bullet-split content -'Built and sold.' |'Built.' |'Sold.'
 */
#include "unit.h"

#include "base/buf.h"
#include "diff/diff.h"

#include <string.h>

struct reports {
	struct cvd_document *old, *new;
	struct cvd_report *report;
};

static struct cvd_document *read_markdown(const char *source)
{
	struct cvd_document *doc = NULL;
	struct cvd_error error = {0};

	ck_assert_int_eq(cvd_markdown_read(cvd_str_from(source), &doc, &error), CVD_OK);
	return doc;
}

static struct reports compare(const char *old, const char *new)
{
	struct reports reports = {read_markdown(old), read_markdown(new), NULL};

	reports.report = cvd_diff(reports.old, reports.new);
	return reports;
}

static void free_reports(struct reports *reports)
{
	cvd_report_free(reports->report);
	cvd_document_free(reports->old);
	cvd_document_free(reports->new);
}

static void show_side(struct cvd_buf *out, char mark, const struct cvd_side *side)
{
	if (!side)
		return;
	cvd_buf_printf(out, " %c'%.*s'", mark, CVD_STR_ARG(side->text));
	if (side->has_value)
		cvd_buf_printf(out, "=%.*s", CVD_STR_ARG(side->value));
	for (size_t i = 0; i < side->content.len; i++)
		cvd_buf_printf(out, "%s%.*s%s", i ? "; " : "{",
			       CVD_STR_ARG(side->content.items[i].text),
			       i + 1 == side->content.len ? "}" : "");
}

static void show_report(struct cvd_buf *out, const struct cvd_report *report)
{
	for (size_t i = 0; i < report->change_count; i++) {
		const struct cvd_change *change = &report->changes[i];

		cvd_buf_printf(out, "%.*s %s", CVD_STR_ARG(change->id),
			       cvd_severity_name(change->severity));
		show_side(out, '-', change->old);
		show_side(out, '+', change->new);
		for (size_t k = 0; k < change->part_count; k++)
			show_side(out, '|', &change->parts[k]);
		cvd_buf_put(out, '\n');
	}
}

static void check_counts(const struct cvd_report *report)
{
	size_t severities[CVD_SEVERITY_COUNT] = {0}, ops[CVD_OP_COUNT] = {0};

	for (size_t i = 0; i < report->change_count; i++) {
		severities[report->changes[i].severity]++;
		ops[report->changes[i].op]++;
	}
	for (size_t i = 0; i < CVD_SEVERITY_COUNT; i++)
		ck_assert_uint_eq(severities[i], report->severities[i]);
	for (size_t i = 0; i < CVD_OP_COUNT; i++)
		ck_assert_uint_eq(ops[i], report->ops[i]);
}

/* One side's texts joined by a space: of what was split or merged, the parts'. */
static void add_texts(struct cvd_buf *out, const struct cvd_change *change,
		      const struct cvd_side *side)
{
	if (side)
		cvd_buf_add(out, side->text);
	for (size_t i = 0; !side && i < change->part_count; i++) {
		if (i > 0)
			cvd_buf_put(out, ' ');
		cvd_buf_add(out, change->parts[i].text);
	}
}

static void check_side_words(const struct cvd_change *change, const struct cvd_side *side, char op)
{
	struct cvd_buf want = {0}, got = {0};

	add_texts(&want, change, side);
	for (size_t i = 0; i < change->words.len; i++)
		if (change->words.items[i].op == '=' || change->words.items[i].op == op)
			cvd_buf_add(&got, change->words.items[i].text);
	assert_str(cvd_buf_str(&got), cvd_buf_str(&want));
	cvd_buf_free(&want);
	cvd_buf_free(&got);
}

/* `=` and `-` joined are the old text, `=` and `+` the new one; what holds content has no words. */
static void check_words(const struct cvd_report *report)
{
	for (size_t i = 0; i < report->change_count; i++) {
		const struct cvd_change *change = &report->changes[i];

		if (change->rewritten)
			ck_assert_uint_eq(change->words.len, 0);
		if (!change->words.len)
			continue;
		check_side_words(change, change->old, '-');
		check_side_words(change, change->new, '+');
	}
}

static void check_told(const char *old, const char *new, const char *want)
{
	struct reports reports = compare(old, new);
	struct cvd_buf shown = {0};

	show_report(&shown, reports.report);
	assert_text(cvd_buf_str(&shown), want);
	check_counts(reports.report);
	check_words(reports.report);
	cvd_buf_free(&shown);
	free_reports(&reports);
}

struct row {
	const char *old, *new, *want;
};

static void check_rows(const struct row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++)
		check_told(rows[i].old, rows[i].new, rows[i].want);
}

#define CHECK_ROWS(rows) check_rows((rows), sizeof(rows) / sizeof *(rows))

#define NAME "# Ines Falk\n\n"
#define WORK NAME "## Work\n\n"
#define ROLE                                                                                       \
	"### Engineer | Pumps\n**Nordlys** — *Oslo*\n*May 2019 – Present*\n\n- Built pumps of brass.\n"
#define FITTER "### Fitter | Valves\n**Skerry** — *Turku*\n*2015 – 2017*\n\n- Mended every valve.\n"

/* --- facts -------------------------------------------------------------------------------------- */

START_TEST(entries_are_facts)
{
	static const struct row rows[] = {
		{WORK ROLE, WORK ROLE "\n" FITTER,
		 "role-added fact +'Fitter, Skerry, Valves, Turku, 2015, 2017'{Mended every valve.}\n"},
		{WORK ROLE "\n" FITTER, WORK ROLE,
		 "role-removed fact -'Fitter, Skerry, Valves, Turku, 2015, 2017'{Mended every valve.}\n"},
		{NAME "## Education\n",
		 NAME "## Education\n\n### Physics | University of Oslo | 2015\n",
		 "education-added fact +'Physics, University of Oslo, 2015'\n"},
		{NAME "## Projects\n", NAME "## Projects\n\n### Tide clock\n\n- Of brass.\n",
		 "project-added fact +'Tide clock'{Of brass.}\n"},
		{NAME "## Volunteering\n", NAME "## Volunteering\n\n### Lifeboat\n",
		 "volunteer-added fact +'Lifeboat'\n"},
		{NAME "## Publications\n", NAME "## Publications\n\n### On tides\n",
		 "publication-added fact +'On tides'\n"},
		{NAME "## Awards\n", NAME "## Awards\n\n### Golden Buoy\n",
		 "award-added fact +'Golden Buoy'\n"},
		{NAME "## Certificates\n", NAME "## Certificates\n\n### Skipper\n",
		 "certificate-added fact +'Skipper'\n"},
		{NAME "## References\n", NAME "## References\n\n### Olav Berg\n",
		 "reference-added fact +'Olav Berg'\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(fields_of_entries_are_facts)
{
	static const struct row rows[] = {
		{WORK ROLE,
		 WORK
		 "### Staff Engineer | Buoys\n**Fjordline** — *Bergen*\n*June 2019 – May 2024*\n\n"
		 "- Built pumps of brass.\n",
		 "role-title-changed fact -'Engineer' +'Staff Engineer'\n"
		 "role-organization-changed fact -'Nordlys' +'Fjordline'\n"
		 "role-team-changed fact -'Pumps' +'Buoys'\n"
		 "role-location-changed fact -'Oslo' +'Bergen'\n"
		 "role-start-changed fact -'May 2019'=2019-05 +'June 2019'=2019-06\n"
		 "role-end-changed fact -'Present'=present +'May 2024'=2024-05\n"},
		{WORK "### Engineer\n*2019 – 2021*\n\n- Built pumps.\n",
		 WORK "### Engineer\n*2019*\n\n- Built pumps.\n",
		 "role-end-changed fact -'2021'=2021\n"},
		{WORK "### [Engineer](https://x.example)\n*2019*\n",
		 WORK "### [Engineer](https://y.example)\n*2019*\n",
		 "role-url-changed fact -''=https://x.example +''=https://y.example\n"},
		{WORK "### Engineer\n*2019*\n", WORK "### Engineer\n*Summer 2019*\n",
		 "role-start-changed fact -'2019'=2019 +'Summer 2019'=2019\n"},
		{NAME "## Education\n\n### Physics *(with honours)*\n*2015*\n",
		 NAME "## Education\n\n### Physics *(with distinction)*\n*2015*\n",
		 "education-detail-changed content -'with honours' +'with distinction'\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(name_contact_links_and_numbers_are_facts)
{
	static const struct row rows[] = {
		{"# Ines Falk\n", "# Ines Berg\n", "name-changed fact -'Ines Falk' +'Ines Berg'\n"},
		{NAME "i@falk.example\n", NAME "i@berg.example\n",
		 "contact-changed fact -'i@falk.example' +'i@berg.example'\n"},
		{NAME "i@falk.example\n", NAME "i@falk.example | +47 555 01 234\n",
		 "contact-added fact +'+47 555 01 234'\n"},
		{WORK "- See [the plan](https://x.example) of it\n",
		 WORK "- See [the plan](https://y.example) of it\n",
		 "bullet-url-changed fact -'the plan'=https://x.example +'the plan'=https://y.example\n"},
		{WORK "- See [the plan](https://x.example) of it\n", WORK "- See the plan of it\n",
		 "bullet-url-changed fact -''=https://x.example\n"},
		{WORK "- Grew sales to $2m a year\n", WORK "- Grew sales to $3m a year\n",
		 "bullet-changed fact -'Grew sales to $2m a year' +'Grew sales to $3m a year'\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

/* --- content ------------------------------------------------------------------------------------ */

START_TEST(what_is_said_is_content)
{
	static const struct row rows[] = {
		{WORK ROLE, WORK ROLE "- Led 5 people.\n",
		 "bullet-added content +'Led 5 people.'\n"},
		{WORK ROLE "- Led 5 people.\n", WORK ROLE,
		 "bullet-removed content -'Led 5 people.'\n"},
		{WORK "- Built pumps of brass\n", WORK "- Built pumps of steel\n",
		 "bullet-changed content -'Built pumps of brass' +'Built pumps of steel'\n"},
		{WORK, WORK "Built pumps.\n", "paragraph-added content +'Built pumps.'\n"},
		{NAME "Engineer\n", NAME "Fitter\n",
		 "headline-changed content -'Engineer' +'Fitter'\n"},
		{NAME "I build pumps.\n", NAME "I build boats.\n",
		 "summary-changed content -'I build pumps.' +'I build boats.'\n"},
		{NAME, NAME "## Zeal\n\n- Tides.\n", "section-added content +'Zeal'{Tides.}\n"},
		{WORK ROLE, NAME "## Career\n\n" ROLE,
		 "section-title-changed content -'Work' +'Career'\n"},
		{WORK "### A\n\n#### B\n\n- Built pumps of brass.\n",
		 WORK "### A\n\n#### C\n\n- Built pumps of brass.\n",
		 "group-title-changed content -'B' +'C'\n"},
		{NAME "## Skills\n\nGo, C\n", NAME "## Skills\n\nGo, Rust\n",
		 "skill-removed content -'C'\nskill-added content +'Rust'\n"},
		{NAME "## Languages\n\nNorwegian\n", NAME "## Languages\n\nNorwegian, English\n",
		 "language-added content +'English'\n"},
		{NAME "## Interests\n\nsailing, chess\n", NAME "## Interests\n\nsailing\n",
		 "interest-removed content -'chess'\n"},
		{WORK "```\na\n```\n", WORK, "block-removed content -'a'\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

/* --- style -------------------------------------------------------------------------------------- */

START_TEST(how_it_is_said_is_style)
{
	static const struct row rows[] = {
		{WORK "- Built pumps\n", WORK "- Built pumps.\n",
		 "bullet-changed style -'Built pumps' +'Built pumps.'\n"},
		{WORK "- Built pumps\n", WORK "- built Pumps\n",
		 "bullet-changed style -'Built pumps' +'built Pumps'\n"},
		{WORK "- a “quote” of it\n", WORK "- a \"quote\" of it\n",
		 "bullet-changed style -'a “quote” of it' +'a \"quote\" of it'\n"},
		{WORK "- Cut it by 50%\n", WORK "- Cut it by 50 percent\n",
		 "bullet-changed style -'Cut it by 50%' +'Cut it by 50 percent'\n"},
		{WORK "- Grew to $2m\n", WORK "- Grew to $2,000,000\n",
		 "bullet-changed style -'Grew to $2m' +'Grew to $2,000,000'\n"},
		{WORK "- Recieved pumps, or recieved none\n",
		 WORK "- Recieved pumps, or received none\n",
		 "bullet-changed style -'Recieved pumps, or recieved none'"
		 " +'Recieved pumps, or received none'\n"},
		{WORK "### A\n*Aug 2019*\n", WORK "### A\n*08/2019*\n",
		 "role-start-changed style -'Aug 2019'=2019-08 +'08/2019'=2019-08\n"},
		{NAME "## Skills\n\nTools: git, make\n", NAME "## Skills\n\nAids: git, make\n",
		 "group-title-changed style -'Tools' +'Aids'\n"},
		{NAME "## Skills\n\nGo, C, Rust\n", NAME "## Skills\n\nRust, Go, C\n",
		 "skill-reordered style -'Rust' +'Rust'\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(moves_and_reorders_are_style)
{
	static const struct row rows[] = {
		{WORK ROLE "- Led the team of welders.\n- Hired all of them.\n",
		 WORK ROLE "- Hired all of them.\n- Led the team of welders.\n",
		 "bullet-reordered style -'Hired all of them.' +'Hired all of them.'\n"},
		{WORK ROLE "\n" FITTER, WORK FITTER "\n" ROLE, NULL},
		{WORK ROLE "- Hired all of the welders from Bergen.\n\n" FITTER,
		 WORK ROLE "\n" FITTER "- Hired all of the welders from Bergen.\n",
		 "bullet-moved style -'Hired all of the welders from Bergen.' +'Hired all of the welders from Bergen.'\n"},
		{WORK ROLE "- Hired all of the welders from Bergen.\n\n" FITTER,
		 WORK ROLE "\n" FITTER "- Hired most of the welders from Bergen.\n",
		 "bullet-moved style -'Hired all of the welders from Bergen.' +'Hired most of the welders from Bergen.'\n"
		 "bullet-changed content -'Hired all of the welders from Bergen.' +'Hired most of the welders from Bergen.'\n"},
	};
	struct reports reports = compare(rows[1].old, rows[1].new);

	ck_assert_uint_eq(reports.report->change_count, 1);
	assert_text(reports.report->changes[0].id, "role-reordered");
	free_reports(&reports);
	check_rows(rows, 1);
	check_rows(rows + 2, 2);
}
END_TEST

START_TEST(formatting_is_style)
{
	static const struct row rows[] = {
		{WORK "- Built *brass* pumps\n", WORK "- Built **brass** pumps\n",
		 "bullet-formatting-changed style -'Built brass pumps' +'Built brass pumps'\n"},
		{"# Ines Falk\n", "Ines Falk\n=========\n",
		 "name-formatting-changed style -'Ines Falk' +'Ines Falk'\n"},
		{WORK "- a\n", WORK "\n- a\n", "resume-formatting-changed style -'' +''\n"},
		{WORK "- Built\n  pumps\n",
		 "# Ines Falk\r\n\r\n## Work\r\n\r\n- Built\r\n  pumps\r\n",
		 "resume-formatting-changed style -'' +''\n"},
	};
	struct reports reports = compare(rows[0].old, rows[0].new);
	const struct cvd_change *change = &reports.report->changes[0];

	ck_assert(change->formatting && change->old->has_source && change->new->has_source);
	assert_text(change->old->source, "- Built *brass* pumps");
	assert_text(change->new->source, "- Built **brass** pumps");
	ck_assert_uint_eq(change->words.len, 0);
	free_reports(&reports);
	CHECK_ROWS(rows);
}
END_TEST

/* --- the whole ---------------------------------------------------------------------------------- */

START_TEST(the_same_bytes_are_identical)
{
	struct reports reports = compare(WORK ROLE, WORK ROLE);

	ck_assert(reports.report->identical && reports.report->same_content);
	ck_assert_uint_eq(reports.report->change_count, 0);
	ck_assert_ptr_null(reports.report->limited);
	ck_assert(cvd_hash_equal(reports.report->old.root, reports.report->new.root));
	free_reports(&reports);
	reports = compare(WORK "- *a*\n", WORK "- **a**\n");
	ck_assert(!reports.report->identical && reports.report->same_content);
	free_reports(&reports);
	reports = compare(WORK "- a\n", WORK "- b\n");
	ck_assert(!reports.report->identical && !reports.report->same_content);
	free_reports(&reports);
}
END_TEST

/* Bytes before decoding decide, not what they mean. */
START_TEST(other_bytes_are_not_identical)
{
	struct reports reports = {read_markdown(WORK), read_markdown(WORK), NULL};

	reports.old->bytes = CVD_STR("\xEF\xBB\xBF" WORK);
	reports.new->bytes = CVD_STR(WORK);
	reports.report = cvd_diff(reports.old, reports.new);
	ck_assert(!reports.report->identical && reports.report->same_content);
	ck_assert_uint_eq(reports.report->change_count, 1);
	assert_text(reports.report->changes[0].id, "resume-formatting-changed");
	free_reports(&reports);
}
END_TEST

/* A subtree is one record, less what moved into it or out of it. */
START_TEST(subtrees_are_told_at_their_top)
{
	static const struct row rows[] = {
		{NAME, WORK ROLE "  - Of steel, too.\n",
		 "section-added content +'Work'{Engineer, Nordlys, Pumps, Oslo, May 2019, Present; "
		 "Built pumps of brass.; Of steel, too.}\n"},
		{WORK "- Built pumps of brass for ferries\n",
		 WORK "- What I did\n  - Built pumps of brass for ferries\n  - Led five people\n",
		 "bullet-added content +'What I did'{Led five people}\n"
		 "bullet-moved style -'Built pumps of brass for ferries'"
		 " +'Built pumps of brass for ferries'\n"},
		{WORK "- What I did\n  - Built pumps of brass for ferries\n  - Led five people\n",
		 WORK "- Built pumps of brass for ferries\n", NULL},
	};
	struct reports reports = compare(rows[2].old, rows[2].new);

	ck_assert_uint_eq(reports.report->change_count, 2);
	ck_assert_uint_eq(reports.report->ops[CVD_OP_REMOVED], 1);
	ck_assert_uint_eq(reports.report->ops[CVD_OP_MOVED], 1);
	free_reports(&reports);
	check_rows(rows, 2);
}
END_TEST

START_TEST(records_stand_in_document_order)
{
	check_told(NAME "Engineer\n\n## Work\n\n" ROLE "\n" FITTER "\n## Skills\n\nGo, C\n",
		   NAME "Staff engineer\n\n## Work\n\n### Captain\n**Fjordline**\n*2024*\n\n"
			"### Engineer | Pumps\n**Nordlys** — *Oslo*\n*May 2019 – May 2023*\n\n"
			"- Built pumps of steel.\n\n## Skills\n\nGo, Rust\n",
		   "headline-changed content -'Engineer' +'Staff engineer'\n"
		   "role-added fact +'Captain, Fjordline, 2024'\n"
		   "role-end-changed fact -'Present'=present +'May 2023'=2023-05\n"
		   "bullet-changed content -'Built pumps of brass.' +'Built pumps of steel.'\n"
		   "role-removed fact -'Fitter, Skerry, Valves, Turku, 2015, 2017'"
		   "{Mended every valve.}\n"
		   "skill-removed content -'C'\n"
		   "skill-added content +'Rust'\n");
}
END_TEST

static void check_path(const struct cvd_crumbs *path, const char *want)
{
	struct cvd_buf shown = {0};

	for (size_t i = 0; i < path->len; i++)
		cvd_buf_printf(&shown, "%s%.*s", i ? " > " : "", CVD_STR_ARG(path->items[i].title));
	assert_text(cvd_buf_str(&shown), want);
	cvd_buf_free(&shown);
}

START_TEST(sides_say_where_they_stand)
{
	struct reports reports =
		compare(WORK ROLE "- Hired all of the welders from Bergen.\n\n" FITTER,
			WORK "### Engineer | Pumps\n**Nordlys** — *Oslo*\n"
			     "*May 2019 – May 2023*\n\n- Built pumps of brass.\n\n" FITTER
			     "- Hired all of the welders from Bergen.\n");
	const struct cvd_report *report = reports.report;

	ck_assert_uint_eq(report->change_count, 2);
	check_path(&report->changes[0].path, "Work > Engineer, Nordlys");
	check_path(&report->changes[0].new->path, "Work");
	ck_assert_uint_eq(report->changes[0].new->line, 7);
	check_path(&report->changes[1].path, "Work > Fitter, Skerry");
	check_path(&report->changes[1].old->path, "Work > Engineer, Nordlys");
	check_path(&report->changes[1].new->path, "Work > Fitter, Skerry");
	ck_assert_uint_eq(report->changes[1].old->index, 1);
	ck_assert_uint_eq(report->changes[1].new->index, 1);
	ck_assert_uint_eq(report->changes[1].old->line, 10);
	ck_assert_uint_eq(report->changes[1].new->line, 16);
	ck_assert_uint_eq(report->changes[1].new->end_line, 16);
	ck_assert_int_eq(report->changes[1].section, CVD_SECTION_WORK);
	free_reports(&reports);
}
END_TEST

/* A renderer groups by keys: the same node has one key in all paths, two twins have two. */
START_TEST(crumbs_are_known_by_keys)
{
	struct reports reports =
		compare(WORK "### A\n\n- Built pumps\n\n### A\n\n- Sailed boats\n",
			WORK "### A\n\n- Built pumps\n- Led\n\n### A\n\n- Sailed boats\n"
			     "- Hired\n- Taught\n");
	const struct cvd_report *report = reports.report;

	ck_assert_uint_eq(report->change_count, 3);
	ck_assert(report->changes[0].path.items[1].key != report->changes[1].path.items[1].key);
	ck_assert(report->changes[1].path.items[1].key == report->changes[2].path.items[1].key);
	ck_assert(report->changes[0].path.items[0].key == report->changes[2].path.items[0].key);
	free_reports(&reports);
}
END_TEST

START_TEST(numbers_and_words_are_told)
{
	struct reports reports = compare(WORK "- Grew sales to $2m in 40 towns\n",
					 WORK "- Grew sales to $3m in 50 towns\n");
	const struct cvd_change *change = &reports.report->changes[0];

	ck_assert_uint_eq(reports.report->change_count, 1);
	ck_assert_uint_eq(change->metric_count, 2);
	assert_text(change->metrics[0].old, "$2m");
	assert_text(change->metrics[0].new, "$3m");
	assert_text(change->metrics[1].old, "40");
	assert_text(change->metrics[1].new, "50");
	ck_assert_uint_gt(change->words.len, 1);
	ck_assert_double_gt(change->similarity, 0.3);
	ck_assert_double_lt(change->similarity, 1);
	free_reports(&reports);
}
END_TEST

START_TEST(layout_words_are_told_aside)
{
	struct reports reports =
		compare(WORK "### A\n*2019 to 2020*\n", WORK "### A\n*2019 – 2020*\n");

	ck_assert_uint_eq(reports.report->old_layout.len, 1);
	assert_text(reports.report->old_layout.items[0], "to");
	ck_assert_uint_eq(reports.report->new_layout.len, 0);
	ck_assert_uint_eq(reports.report->severities[CVD_FACT], 0);
	ck_assert_uint_eq(reports.report->severities[CVD_CONTENT], 0);
	free_reports(&reports);
}
END_TEST

START_TEST(a_kind_that_changed_is_told)
{
	struct reports reports = compare(
		WORK "### Tide clock\n*2019*\n\n- Built of brass and of glass for the harbour.\n\n"
		     "## Projects\n",
		WORK "## Projects\n\n### Tide clock\n*2019*\n\n"
		     "- Built of brass and of glass for the harbour.\n");
	const struct cvd_change *change = &reports.report->changes[0];

	ck_assert_uint_eq(reports.report->ops[CVD_OP_MOVED], 1);
	ck_assert_int_eq(change->node, CVD_PROJECT);
	ck_assert_int_eq(change->old_node, CVD_ROLE);
	assert_text(change->id, "project-moved");
	free_reports(&reports);
}
END_TEST

/* --- split and merged --------------------------------------------------------------------------- */

#define TEAM                                                                                       \
	"### Engineer | Pumps\n**Nordlys** — *Oslo*\n*May 2019 – Present*\n\n- Led five people.\n"
#define PLAN "Rebuilt the planning run for ferries"
#define TEACH "taught [sailing](https://sail.example) to forty apprentices"
#define TAUGHT "Taught sailing to forty apprentices"

START_TEST(parts_are_told_with_their_whole)
{
	static const struct row rows[] = {
		{WORK TEAM "- " PLAN " and taught sailing to forty apprentices.\n",
		 WORK TEAM "- " PLAN ".\n- " TAUGHT ".\n",
		 "bullet-split content -'" PLAN " and taught sailing to forty apprentices.' |'" PLAN
		 ".' |'" TAUGHT ".'\n"},
		{WORK TEAM "- " PLAN ".\n- " TAUGHT ".\n",
		 WORK TEAM "- " PLAN " and taught sailing to forty apprentices.\n",
		 "bullet-merged content +'" PLAN
		 " and taught sailing to forty apprentices.' |'" PLAN ".' |'" TAUGHT ".'\n"},
		/* a number that changes on the way is a fact */
		{WORK TEAM "- " PLAN " and taught sailing to 40 apprentices.\n",
		 WORK TEAM "- " PLAN ".\n- Taught sailing to 50 apprentices.\n",
		 "bullet-split fact -'" PLAN " and taught sailing to 40 apprentices.' |'" PLAN
		 ".' |'Taught sailing to 50 apprentices.'\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

/* A link that both have is not told, another target is told once, at the whole. */
START_TEST(links_of_parts_are_told_once)
{
	static const struct row rows[] = {
		{WORK TEAM "- " PLAN " and " TEACH ".\n",
		 WORK TEAM "- " PLAN
			   ".\n- Taught [sailing](https://sail.example) to forty apprentices.\n",
		 "bullet-split content -'" PLAN " and taught sailing to forty apprentices.' |'" PLAN
		 ".' |'" TAUGHT ".'\n"},
		{WORK TEAM "- " PLAN " and " TEACH ".\n",
		 WORK TEAM "- " PLAN
			   ".\n- Taught [sailing](https://boat.example) to forty apprentices.\n",
		 "bullet-split content -'" PLAN " and taught sailing to forty apprentices.' |'" PLAN
		 ".' |'" TAUGHT ".'\n"
		 "bullet-url-changed fact -'sailing'=https://sail.example"
		 " +'sailing'=https://boat.example\n"},
		{WORK TEAM "- " PLAN
			   ".\n- Taught [sailing](https://boat.example) to forty apprentices.\n",
		 WORK TEAM "- " PLAN " and taught sailing to forty apprentices.\n",
		 "bullet-merged content +'" PLAN
		 " and taught sailing to forty apprentices.' |'" PLAN ".' |'" TAUGHT ".'\n"
		 "bullet-url-changed fact -''=https://boat.example\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

#define AT_NORDLYS(title, dates) "### " title "\n**Nordlys**\n*" dates "*\n\n"
#define FERRIES "- Built the pumps of thirty ferries.\n- Led five people.\n"
#define HARBOUR "- Mended every valve of the harbour.\n- Sold old engines to fishermen.\n"

/* Children that follow into a part did not move; those that go or come with the joint are told. */
START_TEST(children_of_parts)
{
	static const struct row rows[] = {
		{WORK AT_NORDLYS("Engineer", "2015 – 2021") FERRIES HARBOUR,
		 WORK AT_NORDLYS("Engineer", "2018 – 2021") FERRIES
		 "\n" AT_NORDLYS("Fitter", "2015 – 2018") HARBOUR,
		 "role-split fact -'Engineer, Nordlys, 2015, 2021'"
		 " |'Engineer, Nordlys, 2018, 2021' |'Fitter, Nordlys, 2015, 2018'\n"},
		{WORK AT_NORDLYS("Engineer", "2015 – 2021") FERRIES HARBOUR,
		 WORK AT_NORDLYS("Engineer", "2018 – 2021") FERRIES
		 "\n" AT_NORDLYS("Fitter", "2015 – 2018") HARBOUR "- Welded hulls in Bergen.\n",
		 "role-split fact -'Engineer, Nordlys, 2015, 2021'"
		 " |'Engineer, Nordlys, 2018, 2021' |'Fitter, Nordlys, 2015, 2018'\n"
		 "bullet-added content +'Welded hulls in Bergen.'\n"},
		{WORK AT_NORDLYS("Engineer", "2018 – 2021") FERRIES
		 "\n" AT_NORDLYS("Fitter", "2015 – 2018") HARBOUR "- Welded hulls in Bergen.\n",
		 WORK AT_NORDLYS("Engineer", "2015 – 2021") FERRIES HARBOUR,
		 "role-merged fact +'Engineer, Nordlys, 2015, 2021'"
		 " |'Engineer, Nordlys, 2018, 2021' |'Fitter, Nordlys, 2015, 2018'\n"
		 "bullet-removed content -'Welded hulls in Bergen.'\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

/* --- rewritten ---------------------------------------------------------------------------------- */

#define OLD_FIVE                                                                                   \
	"- Built pumps of brass.\n- Led five welders.\n- Mended every valve.\n"                    \
	"- Sailed around the cape.\n- Taught apprentices geometry.\n"
#define NEW_FIVE                                                                                   \
	"- Answers for the budget.\n- Chairs weekly reviews.\n- Negotiates with suppliers.\n"      \
	"- Hired thirty graduates.\n- Opened an office abroad.\n"
#define OLD_FIVE_FOLDED                                                                             \
	"{Built pumps of brass.; Led five welders.; Mended every valve.; Sailed around the cape.; " \
	"Taught apprentices geometry.}"
#define NEW_FIVE_FOLDED                                                                            \
	"{Answers for the budget.; Chairs weekly reviews.; Negotiates with suppliers.; "           \
	"Hired thirty graduates.; Opened an office abroad.}"
#define TWO_KEPT "- Keeps the lighthouse.\n- Writes its logbook.\n"

START_TEST(a_rewrite_is_one_record)
{
	static const struct row rows[] = {
		/* the role's, inside a section that did not change */
		{WORK AT_NORDLYS("Engineer", "2019") OLD_FIVE "\n" FITTER,
		 WORK AT_NORDLYS("Engineer", "2019") NEW_FIVE "\n" FITTER,
		 "role-rewritten content -''" OLD_FIVE_FOLDED " +''" NEW_FIVE_FOLDED "\n"},
		/* of a section without entries */
		{NAME "## Highlights\n\n" OLD_FIVE, NAME "## Highlights\n\n" NEW_FIVE,
		 "section-rewritten content -''" OLD_FIVE_FOLDED " +''" NEW_FIVE_FOLDED "\n"},
		/* an entry's fields are told beside it */
		{WORK AT_NORDLYS("Engineer", "2019") OLD_FIVE,
		 WORK AT_NORDLYS("Staff Engineer", "2019") NEW_FIVE,
		 "role-title-changed fact -'Engineer' +'Staff Engineer'\n"
		 "role-rewritten content -''" OLD_FIVE_FOLDED " +''" NEW_FIVE_FOLDED "\n"},
		/* one of six stays where it is */
		{WORK AT_NORDLYS("Engineer", "2019") "- Keeps the lighthouse.\n" OLD_FIVE,
		 WORK AT_NORDLYS("Engineer", "2019") "- Keeps the lighthouse.\n" NEW_FIVE,
		 "role-rewritten content -''" OLD_FIVE_FOLDED " +''" NEW_FIVE_FOLDED "\n"},
	};
	struct reports reports = compare(rows[3].old, rows[3].new);

	ck_assert_uint_eq(reports.report->changes[0].statement_count, 6);
	ck_assert_uint_eq(reports.report->changes[0].gone_count, 5);
	free_reports(&reports);
	CHECK_ROWS(rows);
}
END_TEST

static size_t count_rewritten(const char *old, const char *new)
{
	struct reports reports = compare(old, new);
	size_t count = 0;

	for (size_t i = 0; i < reports.report->change_count; i++)
		count += reports.report->changes[i].rewritten;
	free_reports(&reports);
	return count;
}

START_TEST(what_is_no_rewrite)
{
	static const char *const rows[][2] = {
		/* three of ten survive */
		{WORK AT_NORDLYS("Engineer", "2019") TWO_KEPT
		 "- Rings the fog bell.\n" OLD_FIVE "- Painted nine buoys.\n- Sold old engines.\n",
		 WORK AT_NORDLYS("Engineer", "2019") TWO_KEPT
		 "- Rings the fog bell.\n" NEW_FIVE
		 "- Signed contracts.\n- Spoke before parliament.\n"},
		/* two of seven do */
		{WORK AT_NORDLYS("Engineer", "2019") TWO_KEPT OLD_FIVE,
		 WORK AT_NORDLYS("Engineer", "2019") TWO_KEPT NEW_FIVE},
		/* too few to fold */
		{WORK AT_NORDLYS("Engineer", "2019") "- Built pumps.\n- Led five.\n- Sailed far.\n",
		 WORK AT_NORDLYS("Engineer",
				 "2019") "- Answers mail.\n- Chairs boards.\n- Hired graduates.\n"},
		/* nothing new in place of the old */
		{WORK AT_NORDLYS("Engineer", "2019") OLD_FIVE, WORK AT_NORDLYS("Engineer", "2019")},
		{WORK AT_NORDLYS("Engineer", "2019"), WORK AT_NORDLYS("Engineer", "2019") NEW_FIVE},
		/* another role */
		{WORK AT_NORDLYS("Engineer", "2011 – 2012") OLD_FIVE,
		 WORK "### Teacher\n**Harbour School**\n*2020 – 2021*\n\n" NEW_FIVE},
		/* the old ones went into comments */
		{WORK AT_NORDLYS("Engineer", "2019") OLD_FIVE,
		 WORK AT_NORDLYS("Engineer", "2019") "<!--\n" OLD_FIVE "-->\n\n" NEW_FIVE},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		ck_assert_msg(count_rewritten(rows[i][0], rows[i][1]) == 0, "row %zu", i);
}
END_TEST

/* --- formatting on one line --------------------------------------------------------------------- */

START_TEST(lines_are_shared)
{
	static const struct row rows[] = {
		/* one of the contacts of a line changed: the others are not written otherwise */
		{NAME "[i@falk.example](mailto:i@falk.example) | +47 555 01 234 | Oslo\n",
		 NAME "[i@falk.example](mailto:i@falk.example) | +47 555 01 999 | Oslo\n",
		 "contact-changed fact -'+47 555 01 234' +'+47 555 01 999'\n"},
		{NAME "## Skills\n\nGo, **C**, Rust\n", NAME "## Skills\n\nGo, C, Zig\n",
		 "skill-removed content -'Rust'\nskill-added content +'Zig'\n"},
		/* nothing else changed on the line */
		{NAME "## Skills\n\nGo, **C**, Rust\n", NAME "## Skills\n\nGo, C, Rust\n", NULL},
	};
	struct reports reports = compare(rows[2].old, rows[2].new);

	ck_assert_uint_gt(reports.report->change_count, 0);
	for (size_t i = 0; i < reports.report->change_count; i++)
		ck_assert(reports.report->changes[i].formatting);
	free_reports(&reports);
	check_rows(rows, 2);
}
END_TEST

UNIT_MAIN("records", entries_are_facts, fields_of_entries_are_facts,
	  name_contact_links_and_numbers_are_facts, what_is_said_is_content, how_it_is_said_is_style,
	  moves_and_reorders_are_style, formatting_is_style, the_same_bytes_are_identical,
	  other_bytes_are_not_identical, subtrees_are_told_at_their_top,
	  records_stand_in_document_order, sides_say_where_they_stand, crumbs_are_known_by_keys,
	  numbers_and_words_are_told, layout_words_are_told_aside, a_kind_that_changed_is_told,
	  parts_are_told_with_their_whole, links_of_parts_are_told_once, children_of_parts,
	  a_rewrite_is_one_record, what_is_no_rewrite, lines_are_shared)
