"""Edits of the header and of links, and edits of nothing but the formatting."""

import dataclasses
import functools

from pairs import edit


def header(pair, kind):
    return [node for node in pair.new.children if node.kind == kind]


def retext(pair, node, text):
    if node is None or text == node.text:
        return None
    before, node.text = node.text, text
    pair.claim(node)
    return f"{before!r} became {text!r}"


@edit("name-changed", "header")
def name_changed(pair):
    node = pair.pick(header(pair, "name"))
    if node is None:
        return None
    old = next(name for name in pair.language.LAST_NAMES if name in node.text)
    new = pair.rng.choice([name for name in pair.language.LAST_NAMES if name != old])
    return retext(pair, node, node.text.replace(old, new))


@edit("headline-changed", "header")
def headline_changed(pair):
    node = pair.pick(header(pair, "headline"))
    return retext(pair, node, pair.rng.choice(pair.writer.draw("ladder")))


@edit("summary-reworded", "header")
def summary_reworded(pair):
    node = pair.pick(child for section in pair.sections("summary") for child in section.children)
    if node is None:
        return None
    # the second sentence is another one
    return retext(pair, node, pair.writer.summary_text(keep=node.text))


@edit("email-changed", "header")
def email_changed(pair):
    node = pair.pick(n for n in header(pair, "contact") if "@" in n.text)
    return node and retext(pair, node, node.text.replace(
        "mail.example", pair.rng.choice(["post.example", "inbox.example"])))


@edit("phone-changed", "header")
def phone_changed(pair):
    node = pair.pick(n for n in header(pair, "contact") if n.text.startswith("+"))
    return node and retext(pair, node, f"+44 20 555 {pair.rng.randint(1000, 9999)}")


@edit("place-changed", "header")
def place_changed(pair):
    node = pair.pick(n for n in header(pair, "contact") if n.text in pair.language.PLACES)
    return retext(pair, node, pair.writer.draw("place"))


@edit("contact-added", "header")
def contact_added(pair):
    contacts = header(pair, "contact")
    node = pair.writer.node("contact", f"{pair.writer.draw('host')}.example")
    pair.claim(node)
    last = pair.new.children.index(contacts[-1])
    pair.new.children.insert(last + 1, node)
    return node.text


@edit("contact-removed", "header")
def contact_removed(pair):
    node = pair.pick(n for n in header(pair, "contact") if n.text.startswith("+"))
    if node is None:
        return None
    pair.claim(node)
    pair.new.children.remove(node)
    return node.text


@edit("contact-link-changed", "header")
def contact_link_changed(pair):
    return retarget(pair, pair.pick(n for n in header(pair, "contact") if n.target))


@edit("bullet-link-changed", "header")
def bullet_link_changed(pair):
    return retarget(pair, pair.pick(n for n in pair.bullets() if n.target))


@edit("bullet-link-added", "header")
def bullet_link_added(pair):
    return retarget(pair, pair.pick(n for n in pair.bullets() if not n.target))


def retarget(pair, node):
    if node is None:
        return None
    before, node.target = node.target, pair.writer.address()
    pair.claim(node)
    return f"{before} became {node.target}"


# --- formatting -------------------------------------------------------------------------------------


def laid_out(pair, choose):
    """`choose` gives what is typed otherwise."""
    choice = choose(pair)
    if choice is None or any(getattr(pair.new_layout, name) != getattr(pair.old_layout, name)
                             for name in choice):
        return None
    pair.new_layout = dataclasses.replace(pair.new_layout, **choice)
    return str(choice)


def wrapped(pair):
    return {"wrap": pair.rng.choice([60, 72, 80])}


def marker(pair):
    used = pair.old_layout.marker or pair.dialect.marker
    return {"marker": pair.rng.choice([m for m in "-*+" if m != used])}


def levels(pair):
    return {"level": 1} if pair.dialect.section == "atx" else None


def underlined(pair):
    return {"setext": True} if pair.dialect.section == "atx" else None


def other_dates(pair):
    return {"date": pair.old_layout.date + pair.rng.randint(1, len(pair.language.DATES) - 1)}


for name, choice_of, is_mixed in (
        ("rewrapped", wrapped, True), ("bullet-characters-changed", marker, True),
        ("heading-levels-changed", levels, True), ("headings-underlined", underlined, True),
        ("headings-closed", lambda pair: {"closed": True}, True),
        ("emphasis-marks-changed", lambda pair: {"underscore": True}, True),
        ("line-ends-changed", lambda pair: {"crlf": True}, True),
        ("rules-added", lambda pair: {"rules": True}, True),
        ("lists-made-loose", lambda pair: {"loose": True}, True),
        ("dates-respelled", other_dates, False)):
    edit(name, "formatting", silent=True, mixed=is_mixed)(
        functools.partial(laid_out, choose=choice_of))


@edit("word-emphasised", "formatting", silent=True)
def emphasised(pair):
    bullet = pair.pick(n for n in pair.bullets() if not n.emphasis and n.sentences and not n.target)
    if bullet is None:
        return None
    pair.claim(bullet)
    slots = bullet.sentences[0].slots
    bullet.emphasis = slots["object"].slots["domain"]
    return bullet.emphasis


# --- the whole --------------------------------------------------------------------------------------


@edit("statements-rewritten", "rewritten", mixed=False)
def all_rewritten(pair):
    """Every statement says something else; the career is the same."""
    for bullet in [node for node in pair.new.walk() if node.kind in ("bullet", "paragraph")]:
        other = pair.new_bullet()
        bullet.text, bullet.target = pair.writer.join(other.sentences, bullet.kind), None
        bullet.sentences = other.sentences
    pair.rewritten = True
    return "every bullet"


@edit("translated", "rewritten", mixed=False)
def translated(pair):
    """Statements and the titles of posts and sections are in another language."""
    writer = pair.writer.in_another_language(pair.languages)
    if writer is None:
        return None
    language = writer.language
    for node in pair.new.walk():
        if node.kind == "section":
            node.fields["title"] = language.SECTIONS[node.type][0]
        elif node.kind in ("bullet", "paragraph"):
            other = writer.bullet(max(1, len(node.sentences)))
            node.text, node.sentences = writer.join(other.sentences, node.kind), other.sentences
            node.target = node.emphasis = None
        elif node.kind == "summary":
            node.text = writer.summary_text()
        elif node.kind == "headline" or node.kind == "role":
            title = writer.rng.choice(writer.draw("ladder"))
            if node.kind == "role":
                node.fields["title"] = title
            else:
                node.text = title
    pair.new_language = language
    pair.rewritten = True
    return f"into {language.CODE}"
