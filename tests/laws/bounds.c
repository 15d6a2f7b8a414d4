/*
 * Law 8. Each case is a pair of a given size that is hostile to some part of the work: depth, many
 * siblings that are all alike or all reworded, many keywords, one long line, or any mark of an entry
 * again and again. A case must end within a
 * generous limit of processor time, account for every word, never say "identical", tell no more
 * records than the edit made (or say that it was limited), and ask for memory in proportion: twice the
 * size may not cost three times the bytes. Nothing is timed: a slow machine changes no result.
 */
#include "bounds.h"

#include "laws.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define MOST_SECONDS 120              /* of processor time; quadratic work takes far more */
#define SMALL_ARENA ((size_t)4 << 20) /* below it, the size of blocks is all that is seen */

typedef void (*builder)(struct cvd_buf *out, size_t size, bool edited);

/* Of the arenas of a document and of the report. */
struct bytes {
	size_t read, told;
};

static void put(struct cvd_buf *out, const char *text)
{
	cvd_buf_add(out, cvd_str_from(text));
}

static void put_role(struct cvd_buf *out)
{
	put(out, "# Ilse Tamborine\n\n## Experience\n\n### Engineer | Tides\n"
		 "**Lantern Freight** — *Bergen*  \n*May 2019 – Present*\n");
}

static void nested_quotes(struct cvd_buf *out, size_t size, bool edited)
{
	cvd_buf_fill(out, '>', size);
	put(out, edited ? " Kept the tide tables.\n" : " Kept the lights on.\n");
}

static void nested_lists(struct cvd_buf *out, size_t size, bool edited)
{
	put_role(out);
	for (size_t i = 0; i < size; i++)
		put(out, "- ");
	put(out, edited ? "Kept the tide tables.\n" : "Kept the lights on.\n");
}

static void reworded_bullets(struct cvd_buf *out, size_t size, bool edited)
{
	put_role(out);
	for (size_t i = 0; i < size; i++)
		cvd_buf_printf(out,
			       "- %s harbour %zu with pump %zu for %zu ships of the %s fleet.\n",
			       edited ? "Rebuilt" : "Refitted", i, i * 7 + 1, i * 13 + 5,
			       i % 3 ? "northern" : "southern");
}

static void replaced_bullets(struct cvd_buf *out, size_t size, bool edited)
{
	put_role(out);
	for (size_t i = 0; i < size; i++)
		cvd_buf_printf(out, "- %s%zu %s%zu.\n", edited ? "alpha" : "omega", i,
			       edited ? "north" : "south", i * 3);
}

static void reversed_bullets(struct cvd_buf *out, size_t size, bool edited)
{
	put_role(out);
	for (size_t i = 0; i < size; i++)
		cvd_buf_printf(out, "- Charted island %zu.\n", edited ? size - 1 - i : i);
}

static void identical_bullets(struct cvd_buf *out, size_t size, bool edited)
{
	put_role(out);
	for (size_t i = 0; i < size; i++)
		put(out,
		    edited && i == size / 2 ? "- Painted the pier.\n" : "- Kept the lights on.\n");
}

static void identical_roles(struct cvd_buf *out, size_t size, bool edited)
{
	put(out, "# Ilse Tamborine\n\n## Experience\n");
	for (size_t i = 0; i < size; i++)
		cvd_buf_printf(out,
			       "\n### Engineer | Tides\n**Lantern Freight** — *Bergen*  \n"
			       "*May 2019 – June 2020*\n- Charted island %zu%s.\n",
			       i, edited && i == size / 2 ? " twice" : "");
}

static void identical_sections(struct cvd_buf *out, size_t size, bool edited)
{
	put(out, "# Ilse Tamborine\n");
	for (size_t i = 0; i < size; i++)
		cvd_buf_printf(out, "\n## Talks\n\n- Spoke of the %s.\n",
			       edited && i == size / 2 ? "ebb" : "tide");
}

static void many_skills(struct cvd_buf *out, size_t size, bool edited)
{
	put(out, "# Ilse Tamborine\n\n## Skills\n\n");
	for (size_t i = 0; i < size; i++)
		cvd_buf_printf(out, "%s%s%zu", i ? ", " : "",
			       edited && i == size / 2 ? "Tool" : "Skill", i);
	put(out, "\n");
}

static void long_line(struct cvd_buf *out, size_t size, bool edited)
{
	put_role(out);
	put(out, "- ");
	for (size_t i = 0; i < size; i++)
		cvd_buf_printf(out, "%s%zu ", edited && i == size / 2 ? "tide" : "word", i % 5000);
	put(out, "end.\n");
}

static void rewritten_line(struct cvd_buf *out, size_t size, bool edited)
{
	put_role(out);
	put(out, "- ");
	for (size_t i = 0; i < size; i++)
		cvd_buf_printf(out, "%s%zu ", i % 3 == 0 && edited ? "tide" : "word", i % 97);
	put(out, "end.\n");
}

static void open_brackets(struct cvd_buf *out, size_t size, bool edited)
{
	put_role(out);
	put(out, "- ");
	for (size_t i = 0; i < size; i++)
		put(out, i % 2 ? "[a](" : "*b ");
	put(out, edited ? "ebb\n" : "flow\n");
}

/* What is written again and again between a top and a statement that is edited; `@` is the number. */
static void repeat(struct cvd_buf *out, const char *top, const char *pattern, size_t size,
		   bool edited)
{
	put(out, top);
	for (size_t i = 0; i < size; i++) {
		for (const char *at = pattern; *at; at++) {
			if (*at == '@')
				cvd_buf_printf(out, "%zu", i);
			else
				cvd_buf_put(out, *at);
		}
	}
	put(out, edited ? "\n\n- Kept the tide tables.\n" : "\n\n- Kept the lights on.\n");
}

#define TOP "# Ilse Tamborine\n\n## Experience\n\n"
#define SKILLS "# Ilse Tamborine\n\n## Skills\n\n"

static const struct {
	const char *name;
	builder build; /* NULL: the pattern repeated */
	size_t size;
	size_t records; /* at most that many, where the report is not limited; 0: any number */
	bool per_item;  /* times the size */
	const char *top, *pattern;
} cases[] = {
	{"nested quotes", nested_quotes, 10000, 2, false},
	{"nested lists", nested_lists, 10000, 2, false},
	{"reworded bullets", reworded_bullets, 10000, 1, true},
	{"replaced bullets", replaced_bullets, 10000, 2, true},
	{"reversed bullets", reversed_bullets, 20000, 1, true},
	{"identical bullets", identical_bullets, 50000, 2, false},
	{"identical roles", identical_roles, 5000, 2, false},
	{"identical sections", identical_sections, 5000, 2, false},
	{"many skills", many_skills, 100000, 2, false},
	{"long line", long_line, 110000, 2, false},
	{"rewritten line", rewritten_line, 110000, 2, false},
	{"open brackets", open_brackets, 20000, 2, false},
	{"table rows", NULL, 20000, 2, false, TOP "| Years | Post |\n|---|---|\n",
	 "| 2010 – 2012 | Engineer @ |\n"},
	{"cells in a row", NULL, 50000, 2, false, TOP "|", " cell @ |"},
	{"sections", NULL, 20000, 2, false, "# Ilse Tamborine\n\n", "## Part @\n\nIsle @\n\n"},
	{"definitions", NULL, 20000, 2, false, TOP, "Engineer @\n: 2010 – 2012\n\n"},
	{"lines of dates", NULL, 20000, 2, false, TOP, "May 2019 – June 2020\n"},
	{"headings of dates", NULL, 20000, 2, false, TOP, "### May 2019 – June 2020\n\n"},
	{"dates in a heading", NULL, 20000, 2, false, TOP "###", " 2010 –"},
	{"bold paragraphs", NULL, 20000, 2, false, TOP, "**Engineer @**, Tides (2010 – 2012)\n\n"},
	{"stacked headings", NULL, 20000, 2, false, TOP, "### Tides @\n#### Engineer @\n"},
	{"parts of a heading", NULL, 20000, 2, false, TOP "### Engineer", " | Tides @"},
	{"commas of a heading", NULL, 20000, 2, false, TOP "### Engineer", ", Tides @"},
	{"open parentheses", NULL, 50000, 2, false, TOP "### Engineer", " (Tides @"},
	{"labelled skills", NULL, 50000, 2, false, SKILLS "**Tools:** Oars", ", Pump @"},
	{"labelled lines", NULL, 20000, 2, false, SKILLS, "**Kind @:** Pump @  \n"},
	{"comments", NULL, 20000, 2, false, TOP, "<!-- not yet -->\n\nIsle @\n\n"},
	{"nested divs", NULL, 10000, 2, false, TOP, "<div>\n\n"},
	{"open tags", NULL, 20000, 2, false, TOP, "<div>Isle @\n"},
};

static void build(size_t number, struct cvd_buf *out, size_t size, bool edited)
{
	if (cases[number].build)
		cases[number].build(out, size, edited);
	else
		repeat(out, cases[number].top, cases[number].pattern, size, edited);
}

/* Diffs the case at a size; what it asked for of memory. */
static struct bytes run(size_t number, size_t size, struct cvd_buf *why)
{
	struct cvd_buf text[2] = {{0}, {0}};
	struct pair pair;
	const struct cvd_report *report;
	size_t most = cases[number].records * (cases[number].per_item ? size : 1);
	struct bytes bytes;

	build(number, &text[0], size, false);
	build(number, &text[1], size, true);
	pair_open(&pair, cvd_buf_str(&text[0]), cvd_buf_str(&text[1]));
	report = pair.report[0];
	if (report->identical || report->same_content)
		cvd_buf_printf(why, "  told as the same\n");
	if (!report->limited && report->change_count > most)
		cvd_buf_printf(why, "  %zu records, not limited\n", report->change_count);
	law_holds(LAW_CONSERVATION, &pair, why);
	law_holds(LAW_REBUILD, &pair, why);
	law_holds(LAW_REPLAY, &pair, why);
	law_holds(LAW_SYMMETRY, &pair, why);
	bytes = (struct bytes){pair.doc[0]->arena.allocated, report->arena.allocated};
	printf("  %-20s %7zu: %6zu records, %6zu KB read, %6zu KB told%s%s\n", cases[number].name,
	       size, report->change_count, bytes.read >> 10, bytes.told >> 10,
	       report->limited ? ", limited: " : "", report->limited ? report->limited : "");
	pair_close(&pair);
	cvd_buf_free(&text[0]);
	cvd_buf_free(&text[1]);
	return bytes;
}

static void check_growth(const char *what, size_t half, size_t whole, struct cvd_buf *why)
{
	if (whole > SMALL_ARENA && whole > half * 3)
		cvd_buf_printf(why, "  %s: %zu bytes at half the size, %zu at the whole\n", what,
			       half, whole);
}

static bool case_holds(size_t number, size_t size)
{
	struct cvd_buf why = {0};
	struct bytes half = run(number, size / 2, &why), whole = run(number, size, &why);
	bool holds;

	check_growth("document", half.read, whole.read, &why);
	check_growth("report", half.told, whole.told, &why);
	holds = why.len == 0;
	if (!holds)
		printf("bounds broken: %s\n%.*s\n", cases[number].name,
		       (int)(why.len < 3000 ? why.len : 3000), why.ptr);
	cvd_buf_free(&why);
	return holds;
}

/* The case in a process of its own, which is ended when it works without end. */
static bool case_ends_and_holds(size_t number, size_t size)
{
	struct rlimit limit = {MOST_SECONDS, MOST_SECONDS};
	int status = 0;
	pid_t child;

	fflush(stdout);
	child = fork();
	if (child == 0) {
		bool holds;

		setrlimit(RLIMIT_CPU, &limit);
		holds = case_holds(number, size);
		fflush(stdout);
		exit(!holds);
	}
	if (child < 0 || waitpid(child, &status, 0) != child)
		return false;
	if (WIFSIGNALED(status))
		printf("bounds broken: %s at %zu: ended by signal %d\n", cases[number].name, size,
		       WTERMSIG(status));
	return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

bool bounds_hold(size_t share)
{
	bool hold = true;

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		hold &= case_ends_and_holds(i, cases[i].size / share);
	return hold;
}
