"""Résumés that ask for more work than they are worth, of any size and the same on every machine.

A shape writes its words as `w0`, `w1`, …, each of which a reader would see, and once the word it is
given, so that two texts of a shape can differ in one word. What is hidden (comments, front matter) is
written in other words. The size that stands with a shape is where quadratic work takes minutes.
"""

import re
from typing import Callable, NamedTuple

WORD = re.compile(r"\bw\d+\b")
OLD, NEW = "harbour", "lantern"
TOP = "# Ilse Tamborine\n\n## Experience\n\n"
SKILLS = "# Ilse Tamborine\n\n## Skills\n\n"


class Shape(NamedTuple):
    name: str
    size: int
    build: Callable[[int, str], str]
    outside: bool = False  # its words are outside of the law of conservation


def each(pattern, top=TOP, joint="", tail="\n\n{}\n"):
    """The pattern once for each number, and then the word; `{0}`, `{1}` and so on are words."""
    parts = len(set(re.findall(r"\{(\d)\}", pattern)))

    def build(size, word):
        items = (pattern.format(*(f"w{i * parts + k}" for k in range(parts))) for i in range(size))
        return top + joint.join(items) + tail.format(word)
    return build


def run(text, top=TOP, tail=" {}\n"):
    return lambda size, word: top + text * size + tail.format(word)


def deeper(mark, indent):
    """Line after line one level deeper: n lines, n² bytes."""
    return lambda size, word: TOP + "".join(
        indent * i + f"{mark}w{i}\n" for i in range(size)) + f"\n{word}\n"


def wide_table(size, word):
    row = "".join(f" w{i} |" for i in range(size))
    return TOP + f"|{row}\n|{' - |' * size}\n|{row}\n\n{word}\n"


def long_table(size, word):
    return TOP + "| a | b |\n|---|---|\n" + "".join(
        f"| w{2 * i} | w{2 * i + 1} |\n" for i in range(size)) + f"\n{word}\n"


def table_of_entries(size, word):
    return TOP + "| Period | Title | Company |\n|---|---|---|\n" + "".join(
        f"| 2010 – 2012 | w{2 * i} | w{2 * i + 1} |\n" for i in range(size)) + f"\n{word}\n"


def front_matter(size, word):
    return "---\n" + "".join(f"k{i}: v{i}\n" for i in range(size)) + f"---\n{TOP}{word}\n"


def deep_yaml(size, word):
    return "---\n" + "".join(f"{' ' * i}k{i}:\n" for i in range(size)) + f"---\n{TOP}{word}\n"


def flow_yaml(size, word):
    return f"---\nname: {'[' * size}{'{' * size}\n---\n{TOP}{word}\n"


def alias_bomb(size, word):
    return "---\nk0: &k0 [v, v, v, v, v, v, v, v, v]\n" + "".join(
        f"k{i}: &k{i} [{', '.join([f'*k{i - 1}'] * 9)}]\n" for i in range(1, size)) + \
        f"name: *k{size - 1}\n---\n{TOP}{word}\n"


def nested_divs(size, word):
    return TOP + "<div>\n\n" * size + f"w0 {word}\n\n" + "</div>\n\n" * size


def fenced_divs(size, word):
    return TOP + "::: {.column}\n\n" * size + f"w0 {word}\n\n" + ":::\n\n" * size


def stacked_headings(size, word):
    return TOP + "".join(f"{'#' * (3 + i % 4)} w{i}\n" for i in range(size)) + f"\n{word}\n"


def one_heading(joint, tail="\n\n- {}\n"):
    return each("{0}", TOP + "### ", joint, tail)


SHAPES = [
    Shape("nested lists", 1_000, deeper("- ", "  ")),
    Shape("nested ordered lists", 1_000, deeper("1. ", "   ")),
    Shape("lists on one line", 100_000, run("- ")),
    Shape("nested quotes", 1_000, deeper("> ", "> ")),
    Shape("quotes on one line", 500_000, run(">")),
    Shape("a long heading", 150_000, each("{0}", "# ", " ")),
    Shape("a long line", 150_000, each("{0}", TOP, " ")),
    Shape("a long bullet", 150_000, each("{0}", TOP + "- ", " ")),
    Shape("table rows", 100_000, long_table),
    Shape("table rows of entries", 50_000, table_of_entries),
    Shape("table cells in a row", 100_000, wide_table),
    Shape("cells without a table", 100_000, each("| {0} ")),
    Shape("sections", 50_000, each("## {0}\n\n{1}\n\n", "# Ilse Tamborine\n\n")),
    Shape("setext sections", 50_000, each("{0}\n---\n\n{1}\n\n", "# Ilse Tamborine\n\n")),
    Shape("known sections", 50_000, each("## Experience\n\n{0}\n\n", "# Ilse Tamborine\n\n")),
    Shape("definitions", 50_000, each("{0}\n: {1}\n\n")),
    Shape("definitions of one term", 50_000, each("\n: {0}\n", TOP + "w0")),
    Shape("dated definitions", 50_000, each("2010 – 2012\n: {0}, {1}\n\n")),
    Shape("lines of dates", 100_000, run("May 2019 – June 2020\n")),
    Shape("paragraphs of dates", 100_000, run("2010 - 2015\n\n")),
    Shape("headings of dates", 50_000, run("### 2010 - 2015\n\n")),
    Shape("dates in a heading", 50_000, run(" 2010 -", TOP + "###", "\n\n- {}\n")),
    Shape("months in a heading", 50_000, run(" May", TOP + "###", "\n\n- {}\n")),
    Shape("years in parentheses", 50_000, run(" (2010)", TOP + "###", "\n\n- {}\n")),
    Shape("lines of |", 100_000, run("|\n")),
    Shape("lines of ·", 100_000, run("·\n")),
    Shape("lines of ,", 100_000, run(",\n")),
    Shape("lines of -", 100_000, run("-\n")),
    Shape("lines of (", 100_000, run("(\n")),
    Shape("lines of =", 100_000, run("=\n")),
    Shape("rules", 100_000, run("---\n\n")),
    Shape("| in a line", 500_000, run("| ")),
    Shape(", in a heading", 500_000, run(", ", TOP + "### ", "\n\n- {}\n")),
    Shape("*", 1_000_000, run("*")),
    Shape("_", 1_000_000, run("_")),
    Shape("* a", 300_000, run("*a ")),
    Shape("** a", 300_000, run("**a ")),
    Shape("* and _", 300_000, run("*a_ ")),
    Shape("[", 1_000_000, run("[")),
    Shape("![", 500_000, run("![")),
    Shape("[a](", 250_000, run("[a](")),
    Shape("<", 1_000_000, run("<")),
    Shape("< a", 300_000, run("<a ")),
    Shape("`", 1_000_000, run("`", TOP + "a ")),
    Shape("` of growing length", 1_000, lambda size, word: TOP + " ".join(
        "`" * i for i in range(size)) + f" {word}\n"),
    Shape(":", 1_000_000, run(":")),
    Shape("lines of :", 200_000, run(":\n")),
    Shape("&", 1_000_000, run("&")),
    Shape("\\", 1_000_000, run("\\")),
    Shape("#", 1_000_000, run("#")),
    Shape("~", 1_000_000, run("~", TOP + "a ")),
    Shape("{", 1_000_000, run("{")),
    Shape("{%", 500_000, run("{%")),
    Shape("blank lines", 1_000_000, run("\n")),
    Shape("spaces", 1_000_000, run(" ")),
    Shape("tabs", 1_000_000, run("\t")),
    Shape("hard breaks", 100_000, each("{0}  \n")),
    Shape("unclosed parentheses", 100_000, each("({0} ", TOP)),
    Shape("unclosed in a heading", 100_000, each("({0} ", TOP + "### ", "", "\n\n- {}\n")),
    Shape("( in a heading", 500_000, run("(", TOP + "### ", "\n\n- {}\n")),
    Shape("() in a heading", 500_000, run("()", TOP + "### ", "\n\n- {}\n")),
    Shape("comments", 20_000, each("<!-- hidden -->\n\n{0}\n\n")),
    Shape("comments in a line", 50_000, each("{0} <!-- hidden --> ")),
    Shape("an unclosed comment", 150_000, lambda size, word:
          f"{TOP}{word}\n\n<!-- " + "hidden " * size),
    Shape("unclosed comments", 100_000, run("<!-- ", TOP + "a ", "\n\n{}\n")),
    Shape("front matter", 75_000, front_matter),
    Shape("front matter without end", 75_000, each("{0}: {1}\n", "---\n")),
    Shape("deep yaml", 1_000, deep_yaml),
    Shape("deep flow yaml", 100_000, flow_yaml),
    Shape("an alias bomb", 1_000, alias_bomb),
    Shape("nested divs", 10_000, nested_divs),
    Shape("fenced divs", 10_000, fenced_divs),
    Shape("html without end", 100_000, each("<div>{0}\n")),
    Shape("spans without end", 100_000, each("<span>{0} ")),
    Shape("an unclosed tag", 100_000, run("<a b='c' ", TOP + "a ", "\n\n{}\n")),
    Shape("breaks", 100_000, each("{0}<br>")),
    Shape("bold paragraphs", 100_000, each("**{0}**\n\n")),
    Shape("dated bold paragraphs", 50_000, each("**{0}**, {1} (2010 – 2012)\n\n")),
    Shape("emphasised paragraphs", 100_000, each("*{0}*\n\n")),
    Shape("bold lines", 100_000, each("**{0}**  \n")),
    Shape("stacked headings", 50_000, stacked_headings),
    Shape("headings of one level", 50_000, each("### {0}\n\n")),
    Shape("entries", 20_000, each("### {0}\n\n*2010 – 2012*\n\n- {1}\n\n")),
    Shape("positions of one organization", 20_000, each("#### {0}\n*2010 – 2012*\n\n- {1}\n\n",
                                                       TOP + "### Lantern Freight\n\n")),
    Shape("a header of parts with |", 10_000, one_heading(" | ")),
    Shape("a header of parts with ,", 10_000, one_heading(", ")),
    Shape("a header of parts with –", 10_000, one_heading(" – ")),
    Shape("a header of parts with at", 10_000, one_heading(" at ")),
    Shape("a header of parts in ()", 10_000, each("({0}) ", TOP + "### ", "", "\n\n- {}\n")),
    Shape("a header of many lines", 10_000, each("{0}  \n", TOP + "### w0\n", "", "\n- {}\n")),
    Shape("a header of code", 10_000, each("`{0}` ", TOP + "### ", "", "\n\n- {}\n")),
    Shape("a header of links", 10_000, each("[{0}](https://{0}.example) ", TOP + "### ", "",
                                           "\n\n- {}\n")),
    Shape("skills on a labelled line", 100_000, each("{0}", SKILLS + "**Tools:** ", ", ", ", {}\n")),
    Shape("labelled lines", 50_000, each("**{0}:** {1}  \n", SKILLS)),
    Shape("labels in a line", 50_000, each("{0}: ", SKILLS)),
    Shape("skill bullets", 100_000, each("- {0}\n", SKILLS)),
    Shape("skills in parentheses", 100_000, each("{0} (", SKILLS + "Tools: ", ", ", ", {}\n")),
    Shape("dated bullets", 50_000, each("- {0} (2010 – 2012)\n")),
    Shape("bullets in bullets", 50_000, each("- {0}\n  - {1}\n")),
    Shape("contacts", 50_000, each("{0}@tamborine.example | ", "# Ilse Tamborine\n\n")),
    Shape("contact lines", 50_000, each("{0}@tamborine.example  \n", "# Ilse Tamborine\n\n")),
    Shape("links", 50_000, each("[{0}](https://{0}.example) ")),
    Shape("bare addresses", 50_000, each("https://{0}.example ")),
    Shape("reference links", 20_000, lambda size, word: TOP + "".join(
        f"[w{i}][r{i}] " for i in range(size)) + f"\n\n{word}\n\n" + "".join(
            f"[r{i}]: https://a.example/{i}\n" for i in range(size))),
    Shape("images", 50_000, each("![{0}](a.png) ")),
    Shape("code blocks", 50_000, each("```\n{0}\n```\n\n")),
    Shape("a code block", 150_000, each("{0}\n", TOP + "```\n", "", "```\n\n{}\n")),
    Shape("a fence without end", 150_000, each("{0}\n", TOP + "```\n", "", "\n{}\n")),
    Shape("attributes", 100_000, each("{0}\n{{: .a}}\n\n")),
    Shape("attributes on a heading", 50_000, each("### {0} {{#a .b}}\n\n")),
    Shape("footnotes", 50_000, each("{0}[^1]\n\n[^1]: {1} {2}\n\n")),
    Shape("text without spaces", 300_000, run("经", TOP, " {}\n")),
    Shape("a heading without spaces", 300_000, run("经", TOP + "### ", "\n\n- {}\n")),
    Shape("combining marks", 300_000, run("\u0301", TOP + "a", " {}\n")),
    Shape("capital lines", 50_000, each("{0}\n\nEXPERIENCE\n\n")),
    Shape("rows of growing length", 1_000, lambda size, word: TOP + "| a |\n|---|\n" + "".join(
        "| x " * i + f"| w{i} |\n" for i in range(size)) + f"\n{word}\n"),
    Shape("tables", 20_000, each("| {0} | {1} |\n|---|---|\n| {2} | {3} |\n\n")),
    Shape("labels without values", 50_000, each("**{0}:**\n\n")),
    Shape("dated lines", 50_000, each("2010 – 2012: {0}  \n")),
    Shape("dates among words", 100_000, each("{0} 2010 – ")),
    Shape("dates in 年月", 50_000, each("2010年4月〜2012年3月 {0} ")),
    Shape("wide parentheses", 50_000, each("（2010）【{0}】", TOP + "### ", "", "\n\n- {}\n")),
    Shape("numbered entries", 50_000, each("1. **{0}**, {1} (2010 – 2012)\n")),
    Shape("entries as bullets", 20_000, each("- **{0}** (2010)\n  - {1}\n    - {2}\n")),
    Shape("quoted entries", 20_000, each("> **{0}**\n> 2010 – 2012\n>\n> {1}\n\n")),
    Shape("details", 20_000, each("<details><summary>{0}</summary>\n\n{1}\n\n</details>\n\n")),
    Shape("a table in html", 50_000, each("<tr><td>{0}</td><td>2010</td></tr>\n",
                                          TOP + "<table>\n", "", "</table>\n\n{}\n")),
    Shape("a list in html", 50_000, each("<dt>{0}<dd>{1}\n", TOP + "<dl>\n", "",
                                         "</dl>\n\n{}\n")),
    Shape("paragraphs in html", 50_000, each('<p align="center">{0}</p>\n\n')),
    Shape("indented code", 50_000, each("    {0}\n\n")),
    Shape("metadata in the middle", 50_000, each("---\n{0}: {1}\n---\n\n"), outside=True),
    Shape("lists in front matter", 75_000, lambda size, word:
          "---\nk:\n" + "- v\n" * size + f"---\n{TOP}{word}\n"),
    Shape("unclosed titles", 100_000, run('[a](b "c ')),
    Shape("autolinks", 50_000, each("<https://{0}.example> ")),
    Shape("entities", 200_000, run("&nbsp;")),
    Shape("emoji", 100_000, each("🔹 {0} ")),
    Shape("a long word", 1_000_000, run("a", TOP, " {}\n")),
    Shape("a long number", 1_000_000, run("1", TOP + "### ", "\n\n- {}\n")),
    Shape("a long address", 500_000, run("a.", "# Ilse Tamborine\n\na@", " | {}\n")),
    Shape("/ in a heading", 500_000, run("1/", TOP + "### ", "\n\n- {}\n")),
    Shape("years in a word", 250_000, run("2010", TOP + "### ", "\n\n- {}\n")),
    Shape("– in a heading", 300_000, run("–", TOP + "### ", "\n\n- {}\n")),
    Shape("@", 1_000_000, run("@", "# Ilse Tamborine\n\n")),
    Shape("+", 1_000_000, run("+1", "# Ilse Tamborine\n\na ")),
    Shape("https://", 125_000, run("https://", "# Ilse Tamborine\n\n")),
    Shape("quotation marks", 500_000, run("“", TOP + "### ", "\n\n- {}\n")),
    Shape("'", 1_000_000, run("'", TOP + "### ", "\n\n- {}\n")),
]
