"""Edits of sections, groups and skills."""

from pairs import edit

OPTIONAL = ("projects", "volunteer", "other", "certificates", "languages")


@edit("section-renamed", "sections")
def section_renamed(pair):
    section = pair.pick(pair.sections())
    if section is None:
        return None
    titles = [title for title in pair.language.SECTIONS[section.type]
              if title not in {node.fields["title"] for node in pair.sections()}]
    if not titles:
        return None
    before = section.fields["title"]
    section.fields["title"] = pair.rng.choice(titles)
    pair.claim(section)
    return f"{before} became {section.fields['title']}"


@edit("section-added", "sections")
def section_added(pair):
    writer, there = pair.writer, {node.type for node in pair.sections()}
    makers = {"projects": lambda: [writer.project() for _ in range(2)],
              "volunteer": lambda: [writer.volunteer()],
              "other": lambda: [pair.new_bullet() for _ in range(3)]}
    kinds = sorted(set(makers) - there)
    if not kinds:
        return None
    kind = pair.rng.choice(kinds)
    section = writer.section(kind, makers[kind]())
    for entry in section.children:
        entry.children = [pair.new_bullet() for _ in entry.children]
    pair.claim_tree(section)
    first = pair.new.children.index(pair.sections()[0])
    pair.new.children.insert(pair.rng.randint(first + 1, len(pair.new.children)), section)
    return section.fields["title"]


@edit("section-removed", "sections")
def section_removed(pair):
    section = pair.pick_tree(node for node in pair.sections(*OPTIONAL) if pair.old_node(node)
                             and ("order", node.uid) not in pair.claims)
    if section is None or section_grew(pair, section):
        return None
    pair.claim_tree(section)
    pair.claim_tree(pair.old_node(section))
    pair.new.children.remove(section)
    return section.fields["title"]


def section_grew(pair, section):
    """Whether something came into it or went out of it."""
    return {n.uid for n in section.walk()} != {n.uid for n in pair.old_node(section).walk()}


@edit("section-moved", "sections")
def section_moved(pair):
    sections = pair.sections()
    section = pair.pick(node for node in sections if node.type != "summary")
    if section is None or not pair.claim_order(pair.new):
        return None
    first = 1 if sections[0].type == "summary" else 0
    at = sections.index(section)
    places = [i for i in range(first, len(sections)) if i != at]
    if not places:
        return None
    base = pair.new.children.index(sections[0])
    to = pair.rng.choice(places)
    pair.new.children.insert(base + to, pair.new.children.pop(base + at))
    pair.claim(section)
    return f"{section.fields['title']} from {at} to {to}"


@edit("section-split", "lineage")
def section_split(pair):
    """The older posts get a section of their own; or a list of bullets is parted."""
    sections = [node for node in pair.sections("work", "other") if len(node.children) > 3
                and all(pair.free(child) for child in node.children) and pair.old_node(node)]
    section = pair.pick(sections)
    if section is None:
        return None
    half = (len(section.children) + 1) // 2
    titles = (pair.language.EARLIER if section.type == "work" else
              [title for title in pair.language.SECTIONS["other"]
               if title not in {node.fields["title"] for node in pair.sections()}])
    if not titles:
        return None
    upper = pair.writer.section(section.type, section.children[:half])
    lower = pair.writer.section(section.type, section.children[half:])
    upper.fields["title"] = section.fields["title"]
    lower.fields["title"] = pair.rng.choice(titles)
    at = pair.new.children.index(section)
    pair.new.children[at:at + 1] = [upper, lower]
    pair.claim(section, upper, lower, *upper.children, *lower.children)
    pair.lineage.append(("split", section.uid, [upper.uid, lower.uid]))
    return f"{upper.fields['title']} and {lower.fields['title']}"


@edit("sections-merged", "lineage")
def sections_merged(pair):
    sections = pair.sections()
    rows = [(a, b) for a, b in zip(sections, sections[1:])
            if a.type == b.type and a.type in ("work", "other") and pair.free(a, b)
            and pair.old_node(a) and pair.old_node(b)]
    if not rows:
        return None
    upper, lower = pair.rng.choice(rows)
    title = upper.fields["title"]
    if upper.type == "other":
        title = pair.language.MERGED_TITLE.format(title, lower.fields["title"])
    whole = pair.writer.section(upper.type, upper.children + lower.children)
    whole.fields["title"] = title
    at = pair.new.children.index(upper)
    pair.new.children[at:at + 2] = [whole]
    pair.claim(upper, lower, whole, *whole.children)
    pair.lineage.append(("merged", [upper.uid, lower.uid], whole.uid))
    return f"{upper.fields['title']} and {lower.fields['title']}"


# --- groups of bullets ------------------------------------------------------------------------------


def groups(pair):
    return [group for entry in pair.entries() for group in entry.of_kind("group")]


@edit("group-renamed", "groups")
def group_renamed(pair):
    group = pair.pick(groups(pair))
    if group is None:
        return None
    pair.claim(group)
    before = group.fields["title"]
    group.fields["title"] = pair.writer.group(1).fields["title"]
    return f"{before} became {group.fields['title']}"


@edit("group-added", "groups")
def group_added(pair):
    entry = pair.pick(pair.entries("role"))
    if entry is None:
        return None
    group = pair.writer.group()
    group.children = [pair.new_bullet() for _ in group.children]
    pair.claim_tree(group)
    first = len(entry.of_kind("paragraph", "bullet"))
    entry.children.insert(pair.rng.randint(first, len(entry.children)), group)
    return group.fields["title"]


@edit("group-removed", "groups")
def group_removed(pair):
    group = pair.pick_tree(node for node in groups(pair) if pair.old_node(node))
    if group is None or section_grew(pair, group):
        return None
    pair.claim_tree(group)
    pair.detach(group)
    return group.fields["title"]


# --- skills -----------------------------------------------------------------------------------------


def skill_groups(pair):
    return [group for section in pair.sections("skills") for group in section.of_kind("group")]


def unused(pair, words):
    """Those that are no skill of either side."""
    used = {node.text for root in (pair.old, pair.new) for node in root.walk() if node.kind == "skill"}
    return [word for word in words if word not in used]


def label_of(pair, group):
    """The list that its skills were drawn from."""
    words = {skill.text for skill in group.children}
    return max(sorted(pair.language.SKILLS), key=lambda label: len(words & set(pair.language.SKILLS[label])))


@edit("skills-added", "skills")
def skills_added(pair):
    group = pair.pick(skill_groups(pair))
    if group is None:
        return None
    words = unused(pair, pair.language.SKILLS[label_of(pair, group)])[:pair.rng.randint(1, 2)]
    for word in words:
        skill = pair.writer.skill(word)
        pair.claim(skill)
        group.children.insert(pair.rng.randint(0, len(group.children)), skill)
    return ", ".join(words) or None


def free_skill(pair):
    return pair.pick(skill for group in skill_groups(pair) if len(group.children) > 2
                     for skill in group.children if pair.old_node(skill))


@edit("skill-removed", "skills")
def skill_removed(pair):
    skill = free_skill(pair)
    if skill is None:
        return None
    pair.claim(skill)
    pair.detach(skill)
    return skill.text


@edit("skill-renamed", "skills")
def skill_renamed(pair):
    """One keyword is another: removed and added."""
    rows = [row for row in pair.language.RENAMED_SKILLS if len(unused(pair, row)) == 2]
    skill = free_skill(pair)
    if not rows or skill is None:
        return None
    before, after = pair.rng.choice(rows)
    pair.old_node(skill).text = before
    pair.claim(skill)
    other = pair.writer.skill(after)
    pair.claim(other)
    siblings = pair.parent(skill).children
    siblings[siblings.index(skill)] = other
    return f"{before} became {after}"


@edit("skills-reordered", "skills")
def skills_reordered(pair):
    group = pair.pick(node for node in skill_groups(pair)
                      if len(node.children) > 2 and all(map(pair.free, node.children)))
    if group is None or not pair.claim_order(group):
        return None
    before = list(group.children)
    group.children.insert(0, group.children.pop(pair.rng.randrange(1, len(before))))
    pair.claim(*before)
    return ", ".join(skill.text for skill in group.children)


@edit("skill-regrouped", "skills")
def skill_regrouped(pair):
    skill = free_skill(pair)
    if skill is None:
        return None
    targets = [group for group in skill_groups(pair) if skill not in group.children]
    target = pair.pick(targets)
    if target is None:
        return None
    pair.claim(skill)
    pair.detach(skill)
    target.children.insert(pair.rng.randint(0, len(target.children)), skill)
    return f"{skill.text} to {target.fields['title']}"


def free_label(pair):
    there = {group.fields["title"] for group in skill_groups(pair)}
    return pair.rng.choice([label for label in pair.language.SKILL_LABELS if label not in there])


@edit("skill-group-added", "skills")
def skill_group_added(pair):
    sections = pair.sections("skills")
    words = unused(pair, sum(pair.language.SKILLS.values(), []))
    if not sections or len(words) < 3:
        return None
    group = pair.writer.node("group", fields={"title": free_label(pair)},
                             children=[pair.writer.skill(word) for word in pair.rng.sample(words, 3)])
    pair.claim_tree(group)
    children = sections[0].children
    children.insert(pair.rng.randint(0, len(children)), group)
    return group.fields["title"]


@edit("skills-regrouped", "skills")
def skills_regrouped(pair):
    """Some of a group's skills get a group of their own: nothing is said that was not said before."""
    group = pair.pick(node for node in skill_groups(pair) if pair.old_node(node) and len(
        [skill for skill in node.children if pair.free(skill) and pair.old_node(skill)]) > 3)
    if group is None:
        return None
    free = [skill for skill in group.children if pair.free(skill) and pair.old_node(skill)]
    chosen = free[len(free) // 2 + 1:]
    other = pair.writer.node("group", fields={"title": free_label(pair)}, children=chosen)
    for skill in chosen:
        group.children.remove(skill)
    pair.claim(group)
    pair.claim_tree(other)
    siblings = pair.parent(group).children
    siblings.insert(siblings.index(group) + 1, other)
    return f"{', '.join(skill.text for skill in chosen)} under {other.fields['title']}"


@edit("skill-group-removed", "skills")
def skill_group_removed(pair):
    group = pair.pick_tree(node for node in skill_groups(pair) if pair.old_node(node)
                           and len(skill_groups(pair)) > 2)
    if group is None or section_grew(pair, group):
        return None
    pair.claim_tree(group)
    pair.detach(group)
    return group.fields["title"]


@edit("skill-group-renamed", "skills")
def skill_group_renamed(pair):
    group = pair.pick(skill_groups(pair))
    if group is None:
        return None
    pair.claim(group)
    before = group.fields["title"]
    group.fields["title"] = free_label(pair)
    return f"{before} became {group.fields['title']}"


@edit("skill-groups-reordered", "skills")
def skill_groups_reordered(pair):
    section = pair.pick(node for node in pair.sections("skills") if len(node.children) > 1)
    if section is None or not pair.claim_order(section):
        return None
    group = section.children[-1]
    if not pair.free(group):
        return None
    pair.claim(group)
    section.children.insert(pair.rng.randrange(len(section.children) - 1), section.children.pop())
    return group.fields["title"]


