"""Renders a résumé as Markdown in one of several dialects.

A dialect is a row of choices: how sections, entries, groups, skills, the header and dates are written.
Layout is what changes in a formatting-only edit: line ends, wrapping, markers, levels.
"""

import dataclasses
import textwrap

from model import PRESENT


@dataclasses.dataclass(frozen=True)
class Dialect:
    name: str
    entry: str       # one of ENTRY_FORMS
    section: str     # "atx" or "setext"
    level: int       # of a section's heading
    group: str       # "heading", "bold" or "bullet"
    skills: str      # one of SKILL_FORMS
    header: str      # "lines", "bullets" or "one line"
    joint: str       # between fields
    marker: str = "-"


DIALECTS = {dialect.name: dialect for dialect in (
    Dialect("heading-lines", "lines", "atx", 2, "heading", "bold lines", "pipes", " — "),
    Dialect("heading-date-line", "date line", "atx", 2, "bold", "headings", "bullets", ", ", "*"),
    Dialect("one-heading", "one heading", "setext", 2, "heading", "bold bullets", "labels", ", "),
    Dialect("date-first", "date first", "atx", 2, "bullet", "definitions", "quote", " | ", "+"),
    Dialect("bold-paragraph", "bold paragraph", "setext", 2, "bold", "emphasised lines", "lines", ", "),
    Dialect("definitions", "definition", "setext", 2, "bold", "definitions", "pipes", ", ", "*"),
    Dialect("stacked", "stacked", "atx", 1, "bold", "bold lines", "pipes", ", "),
    Dialect("nested-bullets", "nested", "atx", 2, "bullet", "nested", "bullets", ", ", "*"),
    Dialect("table", "table", "atx", 2, "heading", "table", "lines", ", "),
    Dialect("positions", "positions", "atx", 2, "bold", "bold bullets", "pipes", ", "),
    Dialect("labels", "labels", "atx", 3, "bold", "bold lines", "labels", ", "),
)}


@dataclasses.dataclass(frozen=True)
class Layout:
    """How the same dialect may be typed; never what it says."""

    marker: str = ""         # bullet character; empty: the dialect's
    wrap: int = 0            # width of the lines of statements; 0: not wrapped
    level: int = 0           # added to every heading's level
    setext: bool = False     # underlined headings where Markdown has them
    closed: bool = False     # `## Skills ##`
    underscore: bool = False  # `_` for `*`
    crlf: bool = False
    rules: bool = False      # rules between sections
    loose: bool = False      # blank lines between bullets
    date: int = 0            # which spelling of dates


def date_text(language, date, spelling):
    if date == PRESENT:
        return language.PRESENT
    year, month = date
    if month is None:
        return language.YEAR.format(y=year)
    name = language.MONTHS[month - 1]
    return language.DATES[spelling % len(language.DATES)].format(
        y=year, m=month, month=name, mon=language.SHORT_MONTHS[month - 1])


def dates_text(language, fields, spelling):
    dates = [date_text(language, fields[key], spelling) for key in ("start", "end") if fields.get(key)]
    return " – ".join(dates)


class Renderer:
    def __init__(self, language, dialect, layout):
        self.language, self.dialect, self.layout = language, dialect, layout
        self.lines = []

    # --- pieces -------------------------------------------------------------------------------------

    def out(self, *lines):
        self.lines += lines

    def gap(self):
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def strong(self, text):
        return f"__{text}__" if self.layout.underscore else f"**{text}**"

    def weak(self, text):
        return f"_{text}_" if self.layout.underscore else f"*{text}*"

    def heading(self, level, text, setext=False):
        level = min(6, level + self.layout.level)
        if (setext or self.layout.setext) and level <= 2:
            self.out(text, ("=" if level == 1 else "-") * max(3, len(text)))
        else:
            self.out("#" * level + " " + text + (" " + "#" * level if self.layout.closed else ""))

    def statement(self, node):
        text = node.text
        if node.emphasis:
            text = text.replace(node.emphasis, f"**{node.emphasis}**", 1)
        if node.target:
            shown = node.text.rstrip(".。").split(" ")[-1] if self.language.SPACED else node.text[-6:-1]
            text = f"[{shown}]({node.target})".join(text.rsplit(shown, 1))
        return text

    def fill(self, text, first, rest):
        if not self.layout.wrap or not self.language.SPACED:
            return [first + text]
        return textwrap.wrap(text, self.layout.wrap, initial_indent=first, subsequent_indent=rest,
                             break_long_words=False, break_on_hyphens=False)

    def bullets(self, nodes, indent=""):
        marker = self.layout.marker or self.dialect.marker
        for i, node in enumerate(nodes):
            if i and self.layout.loose:
                self.gap()
            self.out(*self.fill(self.statement(node), f"{indent}{marker} ",
                                indent + " " * (len(marker) + 1)))

    def dates(self, fields):
        return dates_text(self.language, fields, self.layout.date)

    # --- entries ------------------------------------------------------------------------------------

    def body(self, node, indent=""):
        """Paragraphs, then bullets, then groups."""
        for paragraph in node.of_kind("paragraph"):
            self.out(*self.fill(self.statement(paragraph), indent, indent))
            self.out("")
        self.bullets(node.of_kind("bullet"), indent)
        marker = self.layout.marker or self.dialect.marker
        for group in node.of_kind("group"):
            title = group.fields["title"]
            form = self.dialect.group
            if form == "bullet":
                self.out(f"{indent}{marker} {self.strong(title)}")
                self.bullets(group.children, indent + "    ")
                continue
            self.gap()
            if form == "heading":
                self.heading(self.dialect.level + 2, title)
            else:
                self.out(indent + self.strong(title))
            self.out("")
            self.bullets(group.children, indent)

    def entry_lines(self, node):
        fields = node.fields
        self.heading(self.dialect.level + 1, fields["title"] + "  ")
        if fields.get("organization"):
            self.out(f"{self.strong(fields['organization'])}{self.dialect.joint}"
                     f"{self.weak(fields['location'])}  ")
        self.out(self.weak(self.dates(fields)))
        self.out("")
        self.body(node)

    def entry_date_line(self, node):
        fields = node.fields
        self.heading(self.dialect.level + 1, self.joined(fields, "title", "organization"))
        self.out("")
        place = f" | {fields['location']}" if fields.get("location") else ""
        self.out(self.weak(self.dates(fields)) + place, "")
        self.body(node)

    def joined(self, fields, *names):
        return self.dialect.joint.join(fields[name] for name in names if fields.get(name))

    def entry_one_heading(self, node):
        fields = node.fields
        text = fields["title"]
        if fields.get("organization"):
            text += self.language.AT + self.joined(fields, "organization", "location")
        self.heading(self.dialect.level + 1, f"{text} ({self.dates(fields)})")
        self.out("")
        self.body(node)

    def entry_date_first(self, node):
        fields = node.fields
        self.heading(self.dialect.level + 1, self.dates(fields) + self.dialect.joint +
                     self.joined(fields, "organization", "title", "location"))
        self.out("")
        self.body(node)

    def entry_bold_paragraph(self, node):
        fields = node.fields
        rest = self.joined(fields, "organization", "location")
        self.out(self.strong(fields["title"]) + (f", {rest}" if rest else "") +
                 f" ({self.dates(fields)})", "")
        self.body(node)

    def entry_definition(self, node):
        fields = node.fields
        rest = f", {fields['organization']} ({fields['location']})" if fields.get("organization") else ""
        self.out(self.dates(fields), f":   {self.strong(fields['title'])}{rest}", "")
        self.body(node, "    ")

    def entry_stacked(self, node):
        fields = node.fields
        level = self.dialect.level + 1
        if fields.get("organization"):
            self.heading(level, fields["organization"])
            self.heading(level + 1, fields["title"])
            self.heading(level + 2, f"{self.dates(fields)}, {fields['location']}")
        else:
            self.heading(level, fields["title"])
            self.heading(level + 1, self.dates(fields))
        self.out("")
        self.body(node)

    def entry_nested(self, node):
        fields = node.fields
        marker = self.layout.marker or self.dialect.marker
        parts = [self.strong(fields["title"])]
        if fields.get("organization"):
            parts += [self.weak(fields["organization"]), fields["location"]]
        self.out(f"{marker} " + ", ".join(parts + [self.dates(fields)]))
        if node.of_kind("paragraph"):
            self.out("")
        self.body(node, "    ")

    def entry_table(self, node):
        fields = node.fields
        if "organization" not in fields:
            self.entry_bold_paragraph(node)
            return
        self.out(f"| {self.strong(fields['title'])} | {self.dates(fields)} |", "| :--- | ---: |",
                 f"| {fields['organization']} | {fields['location']} |", "")
        self.body(node)

    def entry_labels(self, node):
        fields, labels = node.fields, self.language.LABELS
        self.heading(self.dialect.level + 1, fields["title"])
        self.out("")
        if fields.get("organization"):
            school = node.kind == "education"
            self.out(f"{self.strong(labels['school' if school else 'organization'] + ':')}"
                     f" {fields['organization']}  ")
            self.out(f"{self.strong(labels['location'] + ':')} {fields['location']}  ")
        self.out(f"{self.strong(labels['dates'] + ':')} {self.dates(fields)}", "")
        self.body(node)

    def entry_positions(self, node, previous):
        fields = node.fields
        level = self.dialect.level + 1
        if not fields.get("organization"):
            self.heading(level, fields["title"])
        else:
            if not inherits(self.dialect, previous, node):
                self.heading(level, self.joined(fields, "organization", "location"))
                self.out("")
            self.heading(level + 1, fields["title"])
        self.out(self.weak(self.dates(fields)), "")
        self.body(node)

    def entries(self, nodes):
        previous = None
        for node in nodes:
            if self.dialect.entry != "nested":
                self.gap()
            form = getattr(self, "entry_" + self.dialect.entry.replace(" ", "_"))
            if node.hidden:
                self.out("<!--")
            if self.dialect.entry == "positions":
                form(node, previous)
            else:
                form(node)
            if node.hidden:
                self.out("-->")
            else:
                previous = node

    # --- sections -----------------------------------------------------------------------------------

    def skills(self, groups):
        marker = self.layout.marker or self.dialect.marker
        form = self.dialect.skills
        if form == "table":
            self.out("| | |", "| --- | --- |")
        for i, group in enumerate(groups):
            title, words = group.fields["title"], [skill.text for skill in group.children]
            listed = self.language.LIST.join(words)
            if form == "bold lines":
                last = i == len(groups) - 1
                self.out(f"{self.strong(title + ':')} {listed}" + ("" if last else "  "))
            elif form == "emphasised lines":
                self.out(f"{self.weak(title + ':')} {listed}", "")
            elif form == "bold bullets":
                self.out(f"{marker} {self.strong(title)}: {listed}")
            elif form == "definitions":
                self.out(title, f": {listed}", "")
            elif form == "headings":
                self.gap()
                self.heading(self.dialect.level + 1, title)
                self.out("", *(f"{marker} {word}" for word in words))
            elif form == "nested":
                self.out(f"{marker} {title}", *(f"    {marker} {word}" for word in words))
            elif form == "table":
                self.out(f"| {title} | {listed} |")

    def section(self, node):
        self.gap()
        if self.layout.rules:
            self.out("---", "")
        self.heading(self.dialect.level, node.fields["title"], self.dialect.section == "setext")
        self.out("")
        entries = [child for child in node.children if child.is_entry]
        groups = node.of_kind("group")
        if node.type == "skills":
            self.skills(groups)
        elif node.type == "languages":
            self.bullets(node.children)
        else:
            for child in node.of_kind("summary"):
                self.out(*self.fill(self.statement(child), "", ""))
            if node.of_kind("bullet") or groups:
                self.body(node)
            self.entries(entries)

    def header(self, nodes):
        name, headline = ([n for n in nodes if n.kind == kind] for kind in ("name", "headline"))
        contacts = [self.contact(n) for n in nodes if n.kind == "contact"]
        self.heading(1, name[0].text, self.dialect.section == "setext")
        self.out("")
        if headline:
            self.out(self.strong(headline[0].text), "")
        form = self.dialect.header
        if form == "bullets":
            self.out(*(f"- {text}" for text in contacts))
        elif form == "lines":
            self.out(*(text + "  " for text in contacts[:-1]), contacts[-1])
        elif form == "quote":
            self.out("> " + " · ".join(contacts))
        else:
            self.out(" | ".join(contacts))

    def contact(self, node):
        return f"[{node.text}]({node.target})" if node.target else node.text

    def resume(self, root):
        self.header([n for n in root.children if n.kind != "section"])
        for node in root.of_kind("section"):
            self.section(node)
        while not self.lines[-1]:
            self.lines.pop()
        return ("\r\n" if self.layout.crlf else "\n").join(self.lines + [""])


def inherits(dialect, previous, node):
    """Whether an entry stands under the organization of the one in front of it."""
    return (dialect.entry == "positions" and previous is not None and
            "organization" in node.fields and
            all(previous.fields.get(key) == node.fields.get(key) for key in ("organization", "location")))


def render(root, language, dialect, layout):
    return Renderer(language, dialect, layout).resume(root)
