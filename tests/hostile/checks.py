"""What each kind of output may consist of. Each check returns a list of faults, empty if there are none."""

import collections
import html.parser
import json
import re
import subprocess

from payloads import INVISIBLE

# --- terminals ----------------------------------------------------------------------------------------

COLOURED = re.compile(r"\x1b\[\d+(?:;\d+)*m([^\x1b\n]+)\x1b\[m")
LINKED = re.compile(r"\x1b\]8;id=cvdiff-\d+;file://[\w.~/%-]+(?:#\d+)?\x1b\\([^\x1b\n]+)\x1b\]8;;\x1b\\", re.ASCII)


def without_colour(text):
    return COLOURED.sub(r"\1", text)


def terminal(raw, colour=False, links=False):
    """Bytes for a terminal: text in UTF-8, and if asked for, colours and links that end in their line."""
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        return [str(error)]
    if colour:
        text = without_colour(text)
    if links:
        text = LINKED.sub(r"\1", text)
    if not INVISIBLE.search(text.replace("\n", "")):
        return []
    return [f"obeyed: {line!r}" for line in text.split("\n") if INVISIBLE.search(line)]


# --- JSON ---------------------------------------------------------------------------------------------


def json_lines(raw, whole=False):
    """(documents, faults). As bytes it is safe to print."""
    faults = terminal(raw)
    try:
        text = raw.decode()
        return [json.loads(part) for part in ([text] if whole else text.splitlines())], faults
    except ValueError as error:
        return [], [*faults, str(error)]


# --- workflow commands --------------------------------------------------------------------------------

VALUE = "(?:[^%:,\r\n]|%25|%0D|%0A|%3A|%2C)*"
COMMAND = re.compile(f"::(?:warning|notice) file={VALUE}(?:,line=[0-9]+,endLine=[0-9]+)?,title={VALUE}"
                     "::(?:[^%\r\n]|%25|%0D|%0A)*")


def workflow(raw):
    return terminal(raw) + [f"no command: {line!r}" for line in raw.decode().split("\n")[:-1]
                            if not COMMAND.fullmatch(line)]


# --- Markdown -----------------------------------------------------------------------------------------

# Of what GitHub and GitLab recognise in the text between tags, after the Markdown is read.
RECOGNISED = re.compile(r"""
    (?<![\w`])@[\w-]                                # mention
  | [\#!$%~&]["\w]                                  # reference
  | \b\w+-\d+\b(?<=[A-Za-z]-\d)                     # issue of a tracker
  | \b[Gg][Hh]-\d
  | \b[0-9a-fA-F]{7,}\b
  | [a-z]+://[\w.] | \bwww\.\w                      # link
  | [\w.+-]+@[\w-]
  | :[a-z0-9+_-]+:                                  # emoji
  | \[\[ | \[\w+:\d | \{\+ | \[- | \{- | \[\+ | \$\S
""", re.VERBOSE | re.IGNORECASE)

COMMENT = frozenset({"p", "ul", "li", "strong", "del", "span", "details", "summary", "h3"})
CHANGELOG = frozenset({"p", "ul", "li", "strong", "del", "span", "h2", "h3", "h4"})


class Rendering(html.parser.HTMLParser):
    """What the HTML of a text consists of."""

    def __init__(self, text, allowed=COMMENT):
        super().__init__(convert_charrefs=True)
        self.allowed = allowed
        self.tags, self.open, self.nodes, self.faults = collections.Counter(), [], [], []
        self.feed(text)
        self.close()
        if self.open:
            self.faults.append(f"not closed: {self.open}")

    def handle_starttag(self, tag, attrs):
        self.tags[tag] += 1
        self.open.append(tag)
        self.nodes.append("")
        if tag not in self.allowed or attrs:
            self.faults.append(f"<{tag} {attrs}>")

    def handle_endtag(self, tag):
        self.nodes.append("")
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}>")

    def handle_data(self, data):
        if self.nodes:
            self.nodes[-1] += data

    def handle_comment(self, data):
        self.faults.append(f"comment {data}")

    def handle_decl(self, decl):
        self.faults.append(f"declaration {decl}")

    def handle_pi(self, data):
        self.faults.append(f"instruction {data}")

    @property
    def text(self):
        return "".join(self.nodes)


def rendered(text, allowed=COMMENT):
    """By GitHub's own parser."""
    extensions = [word for name in ("autolink", "footnotes", "strikethrough", "table", "tasklist")
                  for word in ("-e", name)]
    done = subprocess.run(["cmark-gfm", "--unsafe", *extensions], input=text.encode(),
                          capture_output=True, check=True)
    return Rendering(done.stdout.decode(), allowed)


def markdown(raw, allowed=COMMENT):
    faults = terminal(raw)
    page = rendered(raw.decode("utf-8", "replace"), allowed)
    return faults + page.faults + [f"recognised: {match[0]!r} in {node!r}"
                                   for node in page.nodes if (match := RECOGNISED.search(node))]


# --- HTML ---------------------------------------------------------------------------------------------

# The elements that a page may have, and their attributes beside those of all elements.
EVERYWHERE = {"class", "id", "lang", "dir", "title", "role", "tabindex", "hidden", "translate"}
ELEMENTS = {
    **dict.fromkeys(("html", "head", "title", "body", "main", "header", "footer", "nav", "section", "article", "aside",
                     "div", "p", "span", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "dl", "dt", "dd", "strong", "em",
                     "b", "i", "s", "u", "mark", "code", "pre", "kbd", "small", "sub", "sup", "summary", "br", "hr",
                     "wbr", "bdi", "thead", "tbody", "tfoot", "tr", "caption", "table", "figure", "figcaption",
                     "fieldset", "legend", "noscript", "abbr", "blockquote", "script", "style"), set()),
    "meta": {"charset", "http-equiv", "content", "name"},
    "a": {"href", "rel", "target", "referrerpolicy"},
    "ol": {"start"},
    "li": {"value"},
    "del": {"datetime"},
    "ins": {"datetime"},
    "time": {"datetime"},
    "details": {"open", "name"},
    "th": {"scope", "colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
    "button": {"type", "disabled", "value"},
    "input": {"type", "checked", "value", "name", "placeholder", "autocomplete", "spellcheck"},
    "label": {"for"},
    "output": {"for", "name"},
    "form": {"method"},
    "select": {"name"},
    "option": {"value", "selected"},
    "template": set(),
    "svg": {"viewbox", "width", "height", "focusable", "fill", "stroke", "stroke-width"},
    "g": set(),
    "path": {"d", "fill", "stroke", "stroke-width"},
    "rect": {"x", "y", "width", "height", "rx"},
    "text": {"x", "y"},
    "dialog": set(),
}
VOID = {"meta", "br", "hr", "wbr", "input", "link", "img", "path", "rect"}
HREF = re.compile(r"#\S*|(?:https?://|mailto:|tel:)[^\s\x00-\x1f][^\x00-\x08\x0a-\x1f\x7f-\x9f]*", re.IGNORECASE)


class Page(html.parser.HTMLParser):
    """What a page of --format=html consists of. `code` is what stands in its scripts and styles."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.faults, self.code, self.open, self.head = [], [], [], []
        self.feed(text)
        self.close()
        self.faults += [f"not closed: {self.open}"] if self.open else []
        first = next((attrs for attrs in self.head if attrs.keys() != {"charset"}), {})
        if (first.get("http-equiv") or "").lower() != "content-security-policy":
            self.faults.append(f"no policy at the beginning of the head: {self.head[:2]}")

    def handle_starttag(self, tag, attrs):
        if self.open[-1:] == ["head"]:
            self.head.append(dict(attrs))
        if tag not in VOID:
            self.open.append(tag)
        if tag in ("script", "style"):
            self.code.append("")
        if tag not in ELEMENTS:
            self.faults.append(f"<{tag} {attrs}>")
        names = [name for name, _ in attrs]
        for name, value in attrs:
            known = name in EVERYWHERE or name in ELEMENTS.get(tag, ()) or re.fullmatch("(data|aria)-[a-z-]+", name)
            if not known or INVISIBLE.search(re.sub("[\n\t]", "", value or "")) or names.count(name) > 1:
                self.faults.append(f"<{tag} {name}={value!r}>")
            if name == "method" and value != "dialog":
                self.faults.append(f"a form that sends: {value!r}")
            if name == "href":
                self.check_link(value or "", dict(attrs))

    def check_link(self, href, attrs):
        if not HREF.fullmatch(href):
            self.faults.append(f"link to {href!r}")
        if not href.startswith("#") and "noopener" not in (attrs.get("rel") or "").split():
            self.faults.append(f"no noopener: {href!r}")

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}>")

    def handle_data(self, data):
        if self.open[-1:] in (["script"], ["style"]):
            self.code[-1] += data
        elif INVISIBLE.search(re.sub("[\n\t]", "", data)):
            self.faults.append(f"obeyed: {data!r}")

    def handle_comment(self, data):
        self.faults.append(f"comment {data!r}")

    def handle_decl(self, decl):
        if decl.lower() != "doctype html" or self.open:
            self.faults.append(f"declaration {decl!r}")

    def unknown_decl(self, data):
        self.faults.append(f"declaration {data!r}")

    def handle_pi(self, data):
        self.faults.append(f"instruction {data!r}")


def page(raw, plain):
    """`plain` is a page without differences, whose scripts and styles are all there may be."""
    try:
        text, other = raw.decode(), plain.decode()
    except UnicodeDecodeError as error:
        return [str(error)]
    found = Page(text)
    return found.faults + ([] if found.code == Page(other).code else ["other scripts or styles than without payloads"])
