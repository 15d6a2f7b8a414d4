"""Edits of entries: careers go on, posts are split and merged, entries come, go and move."""

import functools

from model import PRESENT
from pairs import edit
from writer import earlier


def later(date, months):
    return earlier(date, -months)


def work_sections(pair):
    return pair.sections("work")


def first_post(pair, kind=PRESENT):
    """The topmost role, if it runs until `present`."""
    sections = work_sections(pair)
    top = sections[0].children[0] if sections and sections[0].children else None
    if top is None or not pair.free(top) or top.fields["end"] != kind or not pair.old_node(top):
        return None, None
    return sections[0], top


def ladder_of(pair, title):
    return next((ladder for ladder in pair.language.LADDERS if title in ladder), None)


def step(pair, title, by):
    """The title so many steps up (or down) its ladder, or None."""
    ladder = ladder_of(pair, title)
    at = ladder.index(title) + by if ladder else -1
    return ladder[at] if ladder and 0 <= at < len(ladder) else None


def new_post(pair, title, organization, location):
    """Closes the topmost post and puts another one on top of it."""
    section, top = first_post(pair)
    if top is None:
        return None
    title = title(top)
    if title is None:
        return None
    end = (2025, pair.rng.randint(1, 12))
    top.fields["end"] = end
    role = pair.writer.role(title, organization(top), later(end, 1), PRESENT, location=location(top))
    role.children = [pair.new_bullet() for _ in role.children]
    section.children.insert(0, role)
    pair.claim(top)
    pair.claim_tree(role)
    return f"{title} at {role.fields['organization']}"


def new_organization(pair):
    return lambda top: pair.writer.draw("organization")


def new_place(pair):
    return lambda top: pair.writer.draw("place")


def same(field):
    return lambda top: top.fields[field]


@edit("new-job", "career")
def new_job(pair):
    return new_post(pair, lambda top: pair.rng.choice(pair.writer.draw("ladder")),
                    new_organization(pair), new_place(pair))


@edit("new-job-same-title", "career")
def new_job_same_title(pair):
    return new_post(pair, same("title"), new_organization(pair), new_place(pair))


@edit("new-job-same-organization-and-title", "career")
def new_job_same(pair):
    return new_post(pair, same("title"), same("organization"), same("location"))


@edit("promotion", "career")
def promotion(pair):
    return new_post(pair, lambda top: step(pair, top.fields["title"], 1),
                    same("organization"), same("location"))


def roles_between(pair):
    """Roles that were there before, free as a whole."""
    return [node for node in pair.entries("role") if pair.free_tree(node) and pair.old_node(node)]


def months_between(start, end):
    end = (2025, 12) if end == PRESENT else end
    return (end[0] - start[0]) * 12 + end[1] - start[1]


@edit("post-became-chain", "career")
def chain(pair):
    """The post keeps its bullets and its end; older posts of the same career stand below it."""
    role = pair.pick(node for node in roles_between(pair) if step(pair, node.fields["title"], -1))
    if role is None:
        return None
    steps = 2 if step(pair, role.fields["title"], -2) and pair.rng.random() < 0.4 else 1
    section, start = pair.parent(role), role.fields["start"]
    length = months_between(start, role.fields["end"]) // (steps + 1)
    if length < 4:
        return None
    borders = [later(start, length * (i + 1)) for i in range(steps)]
    at = section.children.index(role)
    for i in range(steps):
        older = pair.writer.role(
            step(pair, role.fields["title"], i - steps), role.fields["organization"],
            borders[i - 1] if i else start, earlier(borders[i], 1), bullets=2,
            location=role.fields["location"])
        older.children = [pair.new_bullet() for _ in older.children]
        section.children.insert(at + 1, older)
        pair.claim_tree(older)
    role.fields["start"] = borders[-1]
    note = ""
    pair.claim_tree(role)
    if pair.rng.random() < 0.4 and len(role.of_kind("bullet")) > 3:
        bullet = role.of_kind("bullet")[-1]
        if pair.is_distinct(bullet):
            role.children.remove(bullet)
            pair.insert_bullet(section.children[at + 1], bullet)
            note = " and one bullet went below"
    return f"{role.fields['title']} has {steps} older posts{note}"


@edit("role-split", "lineage")
def role_split(pair):
    """A post becomes two, and they share its bullets out."""
    role = pair.pick(node for node in roles_between(pair)
                     if len(node.of_kind("bullet")) > 3 and not node.of_kind("group", "paragraph")
                     and months_between(node.fields["start"], node.fields["end"]) > 8)
    if role is None:
        return None
    fields, bullets = role.fields, role.children
    middle = later(fields["start"], months_between(fields["start"], fields["end"]) // 2)
    half = len(bullets) // 2
    titles = [fields["title"], step(pair, fields["title"], -1) or fields["title"]]
    upper = pair.writer.node("role", fields={**fields, "title": titles[0], "start": middle},
                             children=bullets[:half])
    lower = pair.writer.node("role", fields={**fields, "title": titles[1], "end": earlier(middle, 1)},
                             children=bullets[half:])
    replace(pair, [role], [upper, lower])
    pair.claim_tree(role)
    pair.lineage.append(("split", role.uid, [upper.uid, lower.uid]))
    pair.claim(upper, lower)
    return f"{fields['title']} at {fields['organization']} into {' and '.join(titles)}"


@edit("roles-merged", "lineage")
def roles_merged(pair):
    """Two posts of one organization, one after the other, become one."""
    free = roles_between(pair)
    rows = [(a, b) for section in work_sections(pair)
            for a, b in zip(section.children, section.children[1:]) if a in free and b in free
            and a.fields["organization"] == b.fields["organization"]]
    if not rows:
        return None
    upper, lower = pair.rng.choice(rows)
    children = [child for kind in ("paragraph", "bullet", "group") for node in (upper, lower)
                for child in node.of_kind(kind)]
    whole = pair.writer.node("role", fields={**upper.fields, "start": lower.fields["start"]},
                             children=children)
    replace(pair, [upper, lower], [whole])
    pair.claim_tree(whole)
    pair.claim(upper, lower)
    pair.lineage.append(("merged", [upper.uid, lower.uid], whole.uid))
    return f"{upper.fields['title']} and {lower.fields['title']} at {upper.fields['organization']}"


def replace(pair, old, new):
    siblings = pair.parent(old[0]).children
    at = siblings.index(old[0])
    siblings[at:at + len(old)] = new


# --- fields -----------------------------------------------------------------------------------------


def field_changed(pair, choose, tops=False):
    """`choose` gives the fields' new values, or None; of the topmost role, or of any."""
    role = pair.pick(pair.entries("role")[:1 if tops else None])
    if role is None:
        return None
    fields = choose(pair, role)
    if not fields or all(role.fields[name] == value for name, value in fields.items()):
        return None
    pair.claim(role)
    before = {name: role.fields[name] for name in fields}
    role.fields.update(fields)
    return f"{before} became {fields}"


def alone(pair, role):
    """Whether the role is the only one of its organization."""
    return sum(node.fields.get("organization") == role.fields["organization"]
               for node in pair.entries("role")) == 1


def promoted(pair, role):
    title = step(pair, role.fields["title"], 1)
    return {"title": title} if title else None


def retitled(pair, role):
    return {"title": pair.rng.choice(pair.writer.draw("ladder"))}


def employer(pair, role):
    return {"organization": pair.writer.draw("organization")} if alone(pair, role) else None


def relocated(pair, role):
    return {"location": pair.writer.draw("place")} if alone(pair, role) else None


def renamed(pair, role):
    """Title and employer at once; bullets and dates tell that it is the same."""
    if not alone(pair, role) or not pair.free_tree(role):
        return None
    pair.claim_tree(role)
    return {**retitled(pair, role), **employer(pair, role)}


def ended(pair, role):
    return {"end": (2025, pair.rng.randint(1, 12))} if role.fields["end"] == PRESENT else None


def end_changed(pair, role):
    end = role.fields["end"]
    return None if end == PRESENT else {"end": later(end, pair.rng.choice([-2, -1, 1]))}


def start_changed(pair, role):
    return {"start": later(role.fields["start"], pair.rng.choice([-5, -1, 1, 3]))}


def reopened(pair, role):
    return {"end": PRESENT} if role.fields["end"] != PRESENT else None


for name, chosen in {"role-title-promoted": promoted, "role-title-changed": retitled,
                     "employer-renamed": employer, "role-relocated": relocated,
                     "role-renamed": renamed, "role-ended": ended, "role-end-changed": end_changed,
                     "role-start-changed": start_changed, "role-reopened": reopened}.items():
    edit(name, "fields")(functools.partial(field_changed, choose=chosen,
                                           tops=chosen in (ended, reopened)))


@edit("degree-changed", "fields")
def degree_changed(pair):
    entry = pair.pick(pair.entries("education"))
    if entry is None:
        return None
    before, after = entry.fields["title"], pair.writer.draw("degree")
    if before == after:
        return None
    pair.claim(entry)
    entry.fields["title"] = after
    return f"{before} became {after}"


# --- whole entries ----------------------------------------------------------------------------------


def entry_added(pair, kind):
    section = pair.pick(pair.sections({"role": "work", "project": "projects",
                                       "education": "education"}[kind]))
    if section is None:
        return None
    if kind == "role":
        start = earlier(section.children[-1].fields["start"], pair.rng.randint(20, 40))
        entry = pair.writer.role(pair.rng.choice(pair.writer.draw("ladder")),
                                 pair.writer.draw("organization"), start, later(start, 12))
        at = len(section.children)
    else:
        entry = pair.writer.project() if kind == "project" else pair.writer.education(2004)
        at = pair.rng.randint(0, len(section.children))
    entry.children = [pair.new_bullet() for _ in entry.children]
    section.children.insert(at, entry)
    pair.claim_tree(entry)
    return f"{entry.fields['title']} at {at}"


def unchanged(pair, entry):
    """Whether nothing came into the entry or went out of it."""
    return [n.uid for n in entry.walk()] == [n.uid for n in pair.old_node(entry).walk()]


def entry_removed(pair, kind):
    entry = pair.pick_tree(node for node in pair.entries(kind) if pair.old_node(node)
                           and len(pair.parent(node).children) > 1)
    if entry is None or not unchanged(pair, entry):
        return None
    pair.claim_tree(entry)
    pair.claim_tree(pair.old_node(entry))
    pair.detach(entry)
    return f"{entry.fields['title']}"


for kind_of_entry in ("role", "project", "education"):
    edit(f"{kind_of_entry}-added", "entries")(functools.partial(entry_added, kind=kind_of_entry))
    edit(f"{kind_of_entry}-removed", "entries")(functools.partial(entry_removed, kind=kind_of_entry))


# Dialects in which an entry stands alone, so that a comment around it leaves the others as they are.
COMMENTABLE = ("lines", "date line", "one heading", "date first", "bold paragraph", "labels")


def commented(pair, out):
    """An entry goes into a comment, or comes out of one."""
    entry = pair.pick_tree(node for node in pair.entries("role", "project") if pair.old_node(node)
                           and len(pair.parent(node).children) > 1)
    if entry is None or pair.dialect.entry not in COMMENTABLE or not unchanged(pair, entry):
        return None
    pair.claim_tree(entry)
    (entry if out else pair.old_node(entry)).hidden = True
    return entry.fields["title"]


edit("entry-commented-out", "entries")(functools.partial(commented, out=True))
edit("entry-commented-in", "entries")(functools.partial(commented, out=False))


@edit("entries-reordered", "entries")
def entries_reordered(pair):
    section = pair.pick(node for node in pair.sections("work", "projects", "education")
                        if len(node.children) > 1)
    if section is None or not pair.claim_order(section):
        return None
    at, to = pair.rng.sample(range(len(section.children)), 2)
    entry = section.children[at]
    if not pair.free(entry):
        return None
    pair.claim(entry)
    section.children.insert(to, section.children.pop(at))
    return f"{entry.fields['title']} from {at} to {to}"


@edit("role-moved-to-projects", "entries")
def moved_to_projects(pair):
    if pair.dialect.entry == "table":
        return None  # projects are no tables there
    section = pair.pick(pair.sections("projects"))
    role = pair.pick_tree(node for node in pair.entries("role") if pair.old_node(node)
                          and len(pair.parent(node).children) > 1 and node.fields["end"] != PRESENT)
    if section is None or role is None:
        return None
    pair.detach(role)
    role.kind = "project"
    pair.claim_tree(role)
    section.children.insert(pair.rng.randint(0, len(section.children)), role)
    return f"{role.fields['title']} at {role.fields['organization']}"
