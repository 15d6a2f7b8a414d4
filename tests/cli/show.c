/*
 * The outline of `cvdiff show` for documents built by hand: what is in comments, why parts were
 * recognised, and notes. Where the document comes from and how wide the terminal is stands here.
 */
#include "unit.h"

#include "single.h"
#include "terminal.h"

#include <stdio.h>

static struct cvd_document *doc;

struct cvd_document *cvd_single_read(struct cvd_cli *cli, struct cvd_arena *arena,
				     struct cvd_revision *revision, struct cvd_str *link)
{
	(void)cli;
	(void)arena;
	*revision = (struct cvd_revision){.label = CVD_STR("cv.md"), .path = CVD_STR("cv.md")};
	*link = CVD_STR("");
	return doc;
}

size_t cvd_terminal_width(const struct cvd_cli *cli)
{
	(void)cli;
	return 60;
}

bool cvd_terminal_color(struct cvd_cli *cli)
{
	return cli->options.color == CVD_WHEN_ALWAYS;
}

static struct cvd_node *add(struct cvd_node *parent, enum cvd_kind kind, const char *text,
			    uint32_t line)
{
	struct cvd_node *node = cvd_node_add(doc, parent, kind);

	node->line = node->end_line = line;
	if (!cvd_kind_has_fields(kind)) {
		node->text = cvd_str_from(text);
		return node;
	}
	*cvd_node_field(doc, node, CVD_TITLE) =
		(struct cvd_value){.present = true, .text = cvd_str_from(text)};
	return node;
}

static void add_note(uint32_t line, const char *text)
{
	CVD_PUSH(&doc->arena, &doc->notes, (struct cvd_note){line, cvd_str_from(text)});
}

/* Frees the document. */
static void check_shown(struct cvd_options options, const char *want)
{
	struct cvd_cli cli = {.options = options};

	cvd_document_finish(doc);
	cvd_run_show(&cli);
	assert_text(cvd_buf_str(&cli.out), want);
	cvd_buf_free(&cli.out);
}

/* A role with a bullet, and in comments: a bullet, a role, a section with a role. */
static void build(void)
{
	struct cvd_node *section, *role;

	doc = cvd_document_new(CVD_FORMAT_MARKDOWN);
	section = add(doc->root, CVD_SECTION, "Work", 3);
	section->section_type = CVD_SECTION_WORK;
	section->reason = "heading; title by its words";
	role = add(section, CVD_ROLE, "Engineer", 5);
	role->reason = "heading with a date line of its own below it; title by its words";
	add(role, CVD_BULLET, "Built pumps.", 7);
	cvd_node_hide(doc, add(role, CVD_BULLET, "Mended valves.", 8));
	role = add(section, CVD_ROLE, "Fitter", 99);
	role->reason = "bold line";
	cvd_node_hide(doc, role);
	add(role, CVD_BULLET, "Fitted.", 100);
	section = add(doc->root, CVD_SECTION, "Past", 101);
	cvd_node_hide(doc, section);
	add(section, CVD_ENTRY, "Cook", 102);
}

START_TEST(comments_stand_behind_the_rest)
{
	build();
	check_shown((struct cvd_options){0}, "cv.md\n\n"
					     "  3  section  Work  work\n"
					     "  5    role  Engineer\n"
					     "  7      bullet  Built pumps.\n"
					     "\n"
					     "Hidden (in comments)\n"
					     "  8  bullet  Mended valves.\n"
					     " 99  role  Fitter\n"
					     "100    bullet  Fitted.\n"
					     "101  section  Past  other\n"
					     "102    entry  Cook\n");
}
END_TEST

START_TEST(reasons_are_shown_on_request)
{
	build();
	check_shown((struct cvd_options){.explain = 1},
		    "cv.md\n\n"
		    "  3  section  Work  work\n"
		    "              recognised by  heading; title by its words\n"
		    "  5    role  Engineer\n"
		    "             recognised by  heading with a date line of its\n"
		    "                            own below it; title by its words\n"
		    "  7      bullet  Built pumps.\n"
		    "\n"
		    "Hidden (in comments)\n"
		    "  8  bullet  Mended valves.\n"
		    " 99  role  Fitter\n"
		    "           recognised by  bold line\n"
		    "100    bullet  Fitted.\n"
		    "101  section  Past  other\n"
		    "102    entry  Cook\n");
}
END_TEST

START_TEST(notes_stand_at_the_end)
{
	doc = cvd_document_new(CVD_FORMAT_MARKDOWN);
	add(doc->root, CVD_NAME, "Ines Falk", 1);
	add_note(14, "01/02/2020 is read as 1 February 2020 (day first)");
	add_note(0, "what is \x1b[31m raw is made visible, and long notes are wrapped");
	check_shown((struct cvd_options){0},
		    "cv.md\n\n"
		    "1  name  Ines Falk\n"
		    "\n"
		    "line 14: 01/02/2020 is read as 1 February 2020 (day first)\n"
		    "what is <U+001B>[31m raw is made visible, and long notes are\n"
		    "  wrapped\n");
}
END_TEST

START_TEST(an_empty_document_may_have_comments)
{
	doc = cvd_document_new(CVD_FORMAT_MARKDOWN);
	check_shown((struct cvd_options){0}, "cv.md\n\nThere is nothing in it.\n");
	doc = cvd_document_new(CVD_FORMAT_MARKDOWN);
	cvd_node_hide(doc, add(doc->root, CVD_PARAGRAPH, "Later.", 1));
	check_shown((struct cvd_options){0}, "cv.md\n\nThere is nothing in it.\n"
					     "\n"
					     "Hidden (in comments)\n"
					     "1  paragraph  Later.\n");
}
END_TEST

START_TEST(dates_are_shown_as_they_are_written)
{
	static const struct {
		const char *source, *start, *end, *want;
	} rows[] = {
		{"*May 2019 – June 2021*", "May 2019", "June 2021", "May 2019 – June 2021"},
		{"*May 2019 to Present*", "May 2019", "Present", "May 2019 – Present"},
		{"*Since May 2019*", "May 2019", "Since", "Since May 2019"},
		{"Desde\n2019", "2019", "Desde", "Desde 2019"},
		{"**Vision 2019**, since 2019", "2019", "since", "since 2019"},
		{"2019 to date", "2019", "to date", "2019 to date"},
		{"2019年4月から", "2019年4月", "から", "2019年4月から"},
		{"2019-", "2019", "", "2019 –"},
		{"", "2019", "Since", "2019 – Since"},
		{"20192019", "2019", "Since", "2019 – Since"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct cvd_node *role;
		char want[200];

		doc = cvd_document_new(CVD_FORMAT_MARKDOWN);
		role = add(doc->root, CVD_ROLE, "Engineer", 1);
		role->source = cvd_str_from(rows[i].source);
		*cvd_node_field(doc, role, CVD_START) = (struct cvd_value){
			.present = true, .text = cvd_str_from(rows[i].start), .norm = CVD_STR("N")};
		*cvd_node_field(doc, role, CVD_END) = (struct cvd_value){
			.present = true, .text = cvd_str_from(rows[i].end), .norm = CVD_STR("M")};
		snprintf(want, sizeof want,
			 "cv.md\n\n1  role  Engineer\n         dates         %s  N – M\n",
			 rows[i].want);
		check_shown((struct cvd_options){0}, want);
	}
}
END_TEST

START_TEST(what_the_reader_says_is_quiet)
{
	doc = cvd_document_new(CVD_FORMAT_MARKDOWN);
	add(doc->root, CVD_ROLE, "Cook", 1)->reason = "bold line";
	add_note(2, "odd");
	check_shown((struct cvd_options){.explain = 1, .color = CVD_WHEN_ALWAYS},
		    "\x1b[1mcv.md\x1b[m\n\n"
		    "\x1b[2m1\x1b[m  \x1b[36mrole\x1b[m  Cook\n"
		    "         \x1b[2mrecognised by  bold line\x1b[m\n"
		    "\n"
		    "\x1b[2mline 2: odd\x1b[m\n");
}
END_TEST

UNIT_MAIN("show", comments_stand_behind_the_rest, reasons_are_shown_on_request,
	  notes_stand_at_the_end, an_empty_document_may_have_comments,
	  dates_are_shown_as_they_are_written, what_the_reader_says_is_quiet)
