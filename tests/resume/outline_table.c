/* Tables of pipes and of dashes, and what is none. */
#include "unit.h"

#include "blocks.h"

#include "base/buf.h"

START_TEST(pipe_tables)
{
	blocks_check(CVD_STR("| Year | Prize |\n"
			     "| ---- | :---: |\n"
			     "| 2019 | Gold |\n"
			     "| 2021 | Tin |\n"),
		     "table 1-4\n"
		     "  row1 1-1\n"
		     "    cell 1-1 Year\n"
		     "    cell 1-1 Prize\n"
		     "  row 3-3\n"
		     "    cell 3-3 2019\n"
		     "    cell 3-3 Gold\n"
		     "  row 4-4\n"
		     "    cell 4-4 2021\n"
		     "    cell 4-4 Tin\n");
	/* without outer pipes */
	blocks_check(CVD_STR("Year | Prize\n"
			     "--- | ---\n"
			     "2019 | Gold\n"),
		     "table 1-3\n"
		     "  row1 1-1\n"
		     "    cell 1-1 Year\n"
		     "    cell 1-1 Prize\n"
		     "  row 3-3\n"
		     "    cell 3-3 2019\n"
		     "    cell 3-3 Gold\n");
	/* one column */
	blocks_check(CVD_STR("| a |\n"
			     "|---|\n"
			     "| b |\n"),
		     "table 1-3\n"
		     "  row1 1-1\n"
		     "    cell 1-1 a\n"
		     "  row 3-3\n"
		     "    cell 3-3 b\n");
	/* text above stays a paragraph */
	blocks_check(CVD_STR("text before\n"
			     "| a | b |\n"
			     "|---|---|\n"
			     "| c | d |\n"),
		     "p 1-1 text before\n"
		     "table 2-4\n"
		     "  row1 2-2\n"
		     "    cell 2-2 a\n"
		     "    cell 2-2 b\n"
		     "  row 4-4\n"
		     "    cell 4-4 c\n"
		     "    cell 4-4 d\n");
	/* fewer and more cells */
	blocks_check(CVD_STR("| a | b |\n"
			     "|---|---|\n"
			     "| c |\n"
			     "| d | e | f |\n"
			     "g\n"),
		     "table 1-5\n"
		     "  row1 1-1\n"
		     "    cell 1-1 a\n"
		     "    cell 1-1 b\n"
		     "  row 3-3\n"
		     "    cell 3-3 c\n"
		     "  row 4-4\n"
		     "    cell 4-4 d\n"
		     "    cell 4-4 e\n"
		     "    cell 4-4 f\n"
		     "  row 5-5\n"
		     "    cell 5-5 g\n");
	/* an empty head is no row */
	blocks_check(CVD_STR("| | |\n"
			     "|---|---|\n"
			     "| a | b |\n"),
		     "table 1-3\n"
		     "  row 3-3\n"
		     "    cell 3-3 a\n"
		     "    cell 3-3 b\n");
	/* nor is one of white space */
	blocks_check(CVD_STR("| &nbsp; | |\n"
			     "|---|---|\n"
			     "| a | |\n"),
		     "table 1-3\n"
		     "  row 3-3\n"
		     "    cell 3-3 a\n"
		     "    cell 3-3\n");
	/* a head alone */
	blocks_check(CVD_STR("| a | b |\n"
			     "|---|---|\n"),
		     "table 1-2\n"
		     "  row1 1-1\n"
		     "    cell 1-1 a\n"
		     "    cell 1-1 b\n");
	/* the rule below is no underline */
	blocks_check(CVD_STR("| a | b |\n"
			     "|---|---|\n"
			     "| c | d |\n"
			     "---\n"),
		     "table 1-3\n"
		     "  row1 1-1\n"
		     "    cell 1-1 a\n"
		     "    cell 1-1 b\n"
		     "  row 3-3\n"
		     "    cell 3-3 c\n"
		     "    cell 3-3 d\n");
	/* nor is it a row before an empty line, or before another heading */
	blocks_check(CVD_STR("| a | b |\n"
			     "|---|---|\n"
			     "| c | d |\n"
			     "---\n\n\n"
			     "e\n"),
		     "table 1-3\n"
		     "  row1 1-1\n"
		     "    cell 1-1 a\n"
		     "    cell 1-1 b\n"
		     "  row 3-3\n"
		     "    cell 3-3 c\n"
		     "    cell 3-3 d\n"
		     "p 7-7 e\n");
	blocks_check(CVD_STR("| a | b |\n"
			     "|---|---|\n"
			     "| c | d |\n"
			     "---\n"
			     "e |\n"
			     "---\n"),
		     "table 1-3\n"
		     "  row1 1-1\n"
		     "    cell 1-1 a\n"
		     "    cell 1-1 b\n"
		     "  row 3-3\n"
		     "    cell 3-3 c\n"
		     "    cell 3-3 d\n"
		     "h2 5-6 e |\n");
}
END_TEST

START_TEST(cells_hold_markup)
{
	blocks_check(CVD_STR("| **a** | [b *c*](d) | `e` |\n"
			     "|--|--|--|\n"
			     "| f<br>g | a \\| b | `x\\|y` |\n"),
		     "table 1-3\n"
		     "  row1 1-1\n"
		     "    cell 1-1 a **<a>\n"
		     "    cell 1-1 b c @<b c>d *<c>\n"
		     "    cell 1-1 e `<e>\n"
		     "  row 3-3\n"
		     "    cell 3-3 f//g\n"
		     "    cell 3-3 a | b\n"
		     "    cell 3-3 x|y `<x|y>\n");
	/* a span does not leave its cell */
	blocks_check(CVD_STR("| *a | b* |\n"
			     "|---|---|\n"),
		     "table 1-2\n"
		     "  row1 1-1\n"
		     "    cell 1-1 *a\n"
		     "    cell 1-1 b*\n");
	/* links by reference */
	blocks_check(CVD_STR("| [a] | [b][c] |\n"
			     "|---|---|\n"
			     "\n"
			     "[a]: x\n"
			     "[c]: y\n"),
		     "table 1-2\n"
		     "  row1 1-1\n"
		     "    cell 1-1 a @<a>x\n"
		     "    cell 1-1 b @<b>y\n");
	/* nothing but a line begins in a cell */
	blocks_check(CVD_STR("| - a | # b | 1. c # |\n"
			     "|---|---|---|\n"),
		     "table 1-2\n"
		     "  row1 1-1\n"
		     "    cell 1-1 - a\n"
		     "    cell 1-1 # b\n"
		     "    cell 1-1 1. c #\n");
	blocks_check(CVD_STR("| a <!-- why --> | {{ x }} b |\n"
			     "|---|---|\n"),
		     "table 1-2\n"
		     "  row1 1-1\n"
		     "    cell 1-1 a\n"
		     "    cell 1-1 b\n");
}
END_TEST

START_TEST(tables_in_containers)
{
	blocks_check(CVD_STR("- item\n"
			     "\n"
			     "  | a | b |\n"
			     "  |---|---|\n"
			     "  | c | d |\n"),
		     "list 1-5\n"
		     "  item 1-5\n"
		     "    p 1-1 item\n"
		     "    table 3-5\n"
		     "      row1 3-3\n"
		     "        cell 3-3 a\n"
		     "        cell 3-3 b\n"
		     "      row 5-5\n"
		     "        cell 5-5 c\n"
		     "        cell 5-5 d\n");
	blocks_check(CVD_STR("- | a | b |\n"
			     "  |---|---|\n"
			     "  | c | d |\n"),
		     "list 1-3\n"
		     "  item 1-3\n"
		     "    table 1-3\n"
		     "      row1 1-1\n"
		     "        cell 1-1 a\n"
		     "        cell 1-1 b\n"
		     "      row 3-3\n"
		     "        cell 3-3 c\n"
		     "        cell 3-3 d\n");
	blocks_check(CVD_STR("> | a | b |\n"
			     "> |---|---|\n"
			     "> | c | d |\n"),
		     "quote 1-3\n"
		     "  table 1-3\n"
		     "    row1 1-1\n"
		     "      cell 1-1 a\n"
		     "      cell 1-1 b\n"
		     "    row 3-3\n"
		     "      cell 3-3 c\n"
		     "      cell 3-3 d\n");
	blocks_check(CVD_STR("1. > | a |\n"
			     "   > |---|\n"
			     "   > | b |\n"),
		     "list 1-3\n"
		     "  item 1-3\n"
		     "    quote 1-3\n"
		     "      table 1-3\n"
		     "        row1 1-1\n"
		     "          cell 1-1 a\n"
		     "        row 3-3\n"
		     "          cell 3-3 b\n");
}
END_TEST

START_TEST(pipes_alone_are_no_table)
{
	blocks_check(CVD_STR("| a | b |\n"
			     "| c | d |\n"),
		     "p 1-2 | a | b |/| c | d |\n");
	blocks_check(CVD_STR("a | b\n"
			     "---\n"),
		     "h2 1-2 a | b\n");
	blocks_check(CVD_STR("a\n"
			     "|---|\n"),
		     "p 1-2 a/|---|\n");
	blocks_check(CVD_STR("```\n"
			     "| a |\n"
			     "|---|\n"
			     "```\n"),
		     "code 1-4 | a |/|---|\n");
	blocks_check(CVD_STR("    | a |\n"
			     "    |---|\n"),
		     "code 1-2 | a |/|---|\n");
	blocks_check(CVD_STR("|---|---|\n"), "p 1-1 |---|---|\n");
}
END_TEST

START_TEST(simple_tables)
{
	blocks_check(CVD_STR("Name   Years\n"
			     "----   -----\n"
			     "Go     5\n"
			     "C      10\n"
			     "\n"
			     "Text\n"),
		     "table 1-4\n"
		     "  row1 1-1\n"
		     "    cell 1-1 Name\n"
		     "    cell 1-1 Years\n"
		     "  row 3-3\n"
		     "    cell 3-3 Go\n"
		     "    cell 3-3 5\n"
		     "  row 4-4\n"
		     "    cell 4-4 C\n"
		     "    cell 4-4 10\n"
		     "p 6-6 Text\n");
	/* cells lie where their dashes begin */
	blocks_check(CVD_STR("  Right     Left\n"
			     "-------     ------\n"
			     "     12     12\n"
			     "   text\n"),
		     "table 1-4\n"
		     "  row1 1-1\n"
		     "    cell 1-1 Right\n"
		     "    cell 1-1 Left\n"
		     "  row 3-3\n"
		     "    cell 3-3 12\n"
		     "    cell 3-3 12\n"
		     "  row 4-4\n"
		     "    cell 4-4 text\n"
		     "    cell 4-4\n");
	/* taken for code */
	blocks_check(CVD_STR("    Name   Years\n"
			     "    ----   -----\n"
			     "    Go     5\n"),
		     "table 1-3\n"
		     "  row1 1-1\n"
		     "    cell 1-1 Name\n"
		     "    cell 1-1 Years\n"
		     "  row 3-3\n"
		     "    cell 3-3 Go\n"
		     "    cell 3-3 5\n");
	/* without a head */
	blocks_check(CVD_STR("----   -----\n"
			     "Go     5\n"
			     "C      7\n"
			     "----   -----\n"),
		     "table 1-4\n"
		     "  row 2-2\n"
		     "    cell 2-2 Go\n"
		     "    cell 2-2 5\n"
		     "  row 3-3\n"
		     "    cell 3-3 C\n"
		     "    cell 3-3 7\n");
	blocks_check(CVD_STR("Above\n"
			     "Name   Years\n"
			     "----   -----\n"
			     "Go     5\n"),
		     "p 1-1 Above\n"
		     "table 2-4\n"
		     "  row1 2-2\n"
		     "    cell 2-2 Name\n"
		     "    cell 2-2 Years\n"
		     "  row 4-4\n"
		     "    cell 4-4 Go\n"
		     "    cell 4-4 5\n");
	/* wide characters take two columns */
	blocks_check(CVD_STR("Sprache       Jahre\n"
			     "-------       -----\n"
			     "Französisch   zwei\n"
			     "日本語        drei\n"),
		     "table 1-4\n"
		     "  row1 1-1\n"
		     "    cell 1-1 Sprache\n"
		     "    cell 1-1 Jahre\n"
		     "  row 3-3\n"
		     "    cell 3-3 Französisch\n"
		     "    cell 3-3 zwei\n"
		     "  row 4-4\n"
		     "    cell 4-4 日本語\n"
		     "    cell 4-4 drei\n");
	/* a word over the border stays whole */
	blocks_check(CVD_STR("Name   Years\n"
			     "----   -----\n"
			     "An overlong name   5\n"),
		     "table 1-3\n"
		     "  row1 1-1\n"
		     "    cell 1-1 Name\n"
		     "    cell 1-1 Years\n"
		     "  row 3-3\n"
		     "    cell 3-3 An overlong\n"
		     "    cell 3-3 name 5\n");
}
END_TEST

START_TEST(dashes_alone_are_no_table)
{
	blocks_check(CVD_STR("a\n"
			     "\n"
			     "---- ----\n"
			     "\n"
			     "b\n"),
		     "p 1-1 a\n"
		     "p 5-5 b\n");
	blocks_check(CVD_STR("- - -\n"
			     "text\n"),
		     "p 2-2 text\n");
	blocks_check(CVD_STR("Text\n"
			     "-- --\n"
			     "more text\n"),
		     "table 1-3\n"
		     "  row1 1-1\n"
		     "    cell 1-1 Text\n"
		     "    cell 1-1\n"
		     "  row 3-3\n"
		     "    cell 3-3 more\n"
		     "    cell 3-3 text\n");
	blocks_check(CVD_STR("a  b\n"
			     "-----\n"
			     "c  d\n"),
		     "h2 1-2 a b\n"
		     "p 3-3 c d\n");
}
END_TEST

/* Many of everything, and of nothing closed, in time that is linear. */
START_TEST(long_tables_take_linear_time)
{
	static const struct {
		const char *head, *unit;
		unsigned count;
	} rows[] = {{"| a | b |\n|---|---|\n", "| 1 | [x] |\n", 100000},
		    {"|a|\n|-|\n", "| a ", 300000},
		    {"", "| a | b |\n", 100000},
		    {"", "| a |\n|---|\n\n[x]: y\n\n", 20000},
		    {"", "a  b\n-- --\n1  2\n\n", 20000},
		    {"a  b\n", "-- --\n", 100000}};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct cvd_buf source = {0};

		cvd_buf_add(&source, cvd_str_from(rows[i].head));
		for (unsigned count = 0; count < rows[i].count; count++)
			cvd_buf_add(&source, cvd_str_from(rows[i].unit));
		ck_assert_ptr_nonnull(blocks_read(cvd_buf_str(&source)).root->first_child);
		blocks_free();
		cvd_buf_free(&source);
	}
}
END_TEST

UNIT_MAIN("outline_table", pipe_tables, cells_hold_markup, tables_in_containers,
	  pipes_alone_are_no_table, simple_tables, dashes_alone_are_no_table,
	  long_tables_take_linear_time)
