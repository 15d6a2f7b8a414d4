/* The scalars of front matter with their paths and lines. */
#include "unit.h"

#include "blocks.h"

#include "base/buf.h"

static void check_front(const char *source, const char *want)
{
	struct cvd_outline outline = blocks_read(cvd_str_from(source));
	struct cvd_buf shown = {0};

	for (uint32_t i = 0; i < outline.front_count; i++)
		cvd_buf_printf(&shown, "%u %.*s=%.*s\n", (unsigned)outline.front[i].line,
			       CVD_STR_ARG(outline.front[i].key),
			       CVD_STR_ARG(outline.front[i].value));
	assert_text(cvd_buf_str(&shown), want);
	cvd_buf_free(&shown);
	blocks_free();
}

START_TEST(scalars)
{
	static const char *const rows[][2] = {
		{"---\ntitle: Ada Ray\n---\n", "2 title=Ada Ray\n"},
		{"---\ntitle: \"Ada: Ray\" # name\nb: 'it''s'\n...\n",
		 "2 title=Ada: Ray\n3 b=it's\n"},
		{"---\r\ntitle: Ada\r\n---\r\n", "2 title=Ada\n"},
		{"---\nbasics:\n  email: a@b.example\n  location:\n    city: Bergen\nlast: x\n---\n",
		 "3 basics.email=a@b.example\n5 basics.location.city=Bergen\n6 last=x\n"},
		{"---\nskills: [Go, C]\nwork:\n  - name: A\n    end: 2020\n  - name: B\n---\n",
		 "2 skills.0=Go\n2 skills.1=C\n4 work.0.name=A\n5 work.0.end=2020\n"
		 "6 work.1.name=B\n"},
		{"---\nabout: |\n  one\n  two\nempty:\nnone: ~\n---\n",
		 "2 about=one\ntwo\n\n5 empty=\n6 none=~\n"},
		{"---\nm: [[a, b], [c]]\n---\n", "2 m.0.0=a\n2 m.0.1=b\n2 m.1.0=c\n"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		check_front(rows[i][0], rows[i][1]);
}
END_TEST

START_TEST(aliases_are_not_followed)
{
	check_front("---\na: &x Ada\nb: *x\nc: [*x, d]\n---\n", "2 a=Ada\n4 c.1=d\n");
	check_front("---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n---\n", "2 a.0=x\n2 a.1=x\n");
}
END_TEST

START_TEST(broken_front_matter_is_none)
{
	static const char *const rows[] = {
		"---\na: [b\n---\n",
		"---\na: b: c: d\n---\n",
		"---\na: \"b\n---\n",
		"---\nkey: *nowhere\n\tx\n---\n",
		"+++\ntitle = \"Ada\"\n+++\n",
		"---\na: {\n---\n",
		"# A\n",
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		check_front(rows[i], "");
}
END_TEST

START_TEST(metadata_in_mid_file)
{
	check_front("---\na: b\n---\n# A\n\n---\nc: d\n---\n\n---\ne: f\ng:\n  - h\n---\n",
		    "2 a=b\n7 c=d\n11 e=f\n13 g.0=h\n");
	check_front("# A\n\n---\nEmail: x\n---\n", "");
	check_front("<!--\n\n---\na: b\n---\n-->\n", "");
}
END_TEST

START_TEST(depth_and_length_are_bounded)
{
	struct cvd_buf source = {0};

	cvd_buf_add(&source,
		    CVD_STR("---\na: {b: {c: {d: {e: {f: {g: {h: in, i: {j: out}}}}}}}}\n"));
	cvd_buf_fill(&source, 'k', 300);
	cvd_buf_add(&source, CVD_STR(": v\nlast: x\n---\n"));
	cvd_buf_put(&source, '\0');
	check_front(source.ptr, "2 a.b.c.d.e.f.g.h=in\n4 last=x\n");
	cvd_buf_free(&source);
}
END_TEST

START_TEST(long_front_matter_takes_linear_time)
{
	static const char *const units[] = {
		"a: b\n", "a: &x [1, 2]\nb: [*x, *x, *x]\n", "a: [", "? ", "- ", "a: {"};

	for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
		struct cvd_buf source = {0};

		cvd_buf_add(&source, CVD_STR("---\nkey: x\n"));
		for (size_t count = 0; count < 50000; count++)
			cvd_buf_add(&source, cvd_str_from(units[i]));
		cvd_buf_add(&source, CVD_STR("\n---\n"));
		blocks_read(cvd_buf_str(&source));
		blocks_free();
		cvd_buf_free(&source);
	}
}
END_TEST

UNIT_MAIN("front_matter", scalars, aliases_are_not_followed, broken_front_matter_is_none,
	  metadata_in_mid_file, depth_and_length_are_bounded, long_front_matter_takes_linear_time)
