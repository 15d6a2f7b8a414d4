"""Edits of bullets: reworded, added, removed, moved, grouped, split, merged, spelled otherwise."""

import functools
import re

from pairs import edit



def reworded(pair, kind, heavily):
    """One slot said in other words, or so many that about half of the words remain."""
    statement = pair.pick(node for node in pair.new.walk() if node.kind == kind and node.sentences)
    if statement is None:
        return None
    pair.claim(statement)
    return pair.reword(statement, heavily)


for kind_of_statement in ("bullet", "paragraph"):
    edit(f"{kind_of_statement}-reworded-lightly", "statements")(
        functools.partial(reworded, kind=kind_of_statement, heavily=False))
    edit(f"{kind_of_statement}-reworded-heavily", "statements")(
        functools.partial(reworded, kind=kind_of_statement, heavily=True))


@edit("paragraph-added", "statements")
def paragraph_added(pair):
    entry = pair.pick(node for node in pair.entries("role") if not node.of_kind("paragraph"))
    if entry is None:
        return None
    paragraph = pair.writer.paragraph()
    pair.claim(paragraph)
    entry.children.insert(0, paragraph)
    return f"{paragraph.text!r}"


@edit("paragraph-removed", "statements")
def paragraph_removed(pair):
    paragraph = pair.pick(node for node in pair.new.walk() if node.kind == "paragraph")
    if paragraph is None or pair.old_node(paragraph) is None:
        return None
    pair.claim(paragraph)
    pair.detach(paragraph)
    return f"{paragraph.text!r}"


@edit("bullet-number-changed", "statements")
def number_changed(pair):
    bullet = pair.pick(node for node in pair.bullets()
                       if any("{n}" in result_way(s) and "{result}" in s.template for s in node.sentences))
    if bullet is None:
        return None
    pair.claim(bullet)
    at = next(i for i, s in enumerate(bullet.sentences)
              if "{n}" in result_way(s) and "{result}" in s.template)
    result = bullet.sentences[at].slots["result"]
    number = result.slots["n"]
    while number == result.slots["n"]:
        number = pair.writer.number()
    rewrite(pair, bullet, at, result.but(n=number))
    return f"{result.slots['n']} became {number} in {bullet.text!r}"


def result_way(sentence):
    result = sentence.slots["result"]
    return result.ways[result.way]


def rewrite(pair, bullet, at, result):
    bullet.sentences = list(bullet.sentences)
    bullet.sentences[at] = bullet.sentences[at].but(result=result)
    bullet.text = pair.writer.join(bullet.sentences)


def with_money(pair):
    return pair.pick(node for node in pair.bullets() if any(
        "{money}" in result_way(s) and "{result}" in s.template for s in node.sentences))


@edit("bullet-money-changed", "statements")
def money_changed(pair):
    """$2m becomes $3m or €2m."""
    bullet = with_money(pair)
    if bullet is None:
        return None
    pair.claim(bullet)
    at = next(i for i, s in enumerate(bullet.sentences)
              if "{money}" in result_way(s) and "{result}" in s.template)
    result = bullet.sentences[at].slots["result"]
    money = result.slots["money"]
    while money == result.slots["money"]:
        money = pair.writer.money()
    if pair.rng.random() < 0.3:
        money = result.slots["money"].replace("$", "€")
    rewrite(pair, bullet, at, result.but(money=money))
    return f"{result.slots['money']} became {money}"


@edit("bullet-money-respelled", "spelling")
def money_respelled(pair):
    """$2m becomes $2,000,000 or $2 million."""
    bullet = with_money(pair)
    if bullet is None:
        return None
    at = next(i for i, s in enumerate(bullet.sentences)
              if "{money}" in result_way(s) and "{result}" in s.template)
    result = bullet.sentences[at].slots["result"]
    money = pair.language.respelled(pair.rng, result.slots["money"])
    if money is None:
        return None
    pair.claim(bullet)
    pair.spellings.add(bullet.uid)
    rewrite(pair, bullet, at, result.but(money=money))
    return f"{result.slots['money']} became {money}"


@edit("similar-bullet-added", "statements")
def similar_added(pair):
    """The like of a bullet, of another thing, beside it; the one that was there is unchanged."""
    bullet = pair.pick(node for node in pair.bullets() if len(node.sentences) == 1)
    if bullet is None or pair.old_node(bullet) is None:
        return None
    other = pair.writer.sibling(bullet)
    pair.claim(bullet, other)
    siblings = pair.parent(bullet).children
    siblings.insert(siblings.index(bullet) + pair.rng.randint(0, 1), other)
    return f"{other.text!r} beside {bullet.text!r}"


@edit("similar-bullets-edited", "statements")
def similar_edited(pair):
    """Two of a kind, each of which gets another number."""
    rows = [row for node in pair.holders() for row in zip(node.of_kind("bullet"), node.of_kind("bullet")[1:])
            if all(pair.free(b) and pair.old_node(b) and len(b.sentences) == 1 for b in row)
            and "{result}" in row[0].sentences[0].template and "{n}" in result_way(row[0].sentences[0])]
    if not rows:
        return None
    row = pair.rng.choice(rows)
    pair.claim(*row)
    like = pair.writer.sibling(row[0])
    old, new = pair.old_node(row[1]), row[1]
    old.text, old.sentences = like.text, like.sentences
    new.sentences = list(like.sentences)
    for bullet in row:
        result = bullet.sentences[0].slots["result"]
        rewrite(pair, bullet, 0, result.but(n=str(int(result.slots["n"]) + pair.rng.randint(1, 9))))
    return f"{row[0].text!r} and {row[1].text!r}"


@edit("bullet-percent-respelled", "spelling")
def percent_respelled(pair):
    """30% becomes 30 percent."""
    if not pair.language.PERCENT:
        return None
    sign, word = pair.language.PERCENT
    return respelled(pair, lambda text: (text, text.replace(sign, word, 1)))


def bullet_added(pair, place):
    holder = pair.pick(pair.holders())
    if holder is None:
        return None
    count = len(holder.of_kind("bullet"))
    if place == "middle" and count < 2:
        return None
    at = {"top": 0, "middle": max(1, count // 2), "end": count}[place]
    bullet = pair.new_bullet()
    pair.insert_bullet(holder, bullet, at)
    return f"{bullet.text!r} at {at}"


def bullet_removed(pair, place):
    holders = [node for node in pair.holders() if len(node.of_kind("bullet")) > 1]
    bullets = [node.of_kind("bullet") for node in holders]
    if place == "middle":
        chosen = pair.pick(b for row in bullets for b in row[1:-1])
    else:
        chosen = pair.pick(row[0 if place == "top" else -1] for row in bullets)
    if chosen is None or pair.old_node(chosen) is None:
        return None
    pair.claim(chosen)
    pair.detach(chosen)
    return f"{chosen.text!r}"


for where in ("top", "middle", "end"):
    edit(f"bullet-added-{where}", "statements")(functools.partial(bullet_added, place=where))
    edit(f"bullet-removed-{where}", "statements")(functools.partial(bullet_removed, place=where))


@edit("bullet-replaced", "statements")
def replaced(pair):
    """By one that has nothing to do with it."""
    bullet = pair.pick(pair.bullets())
    if bullet is None:
        return None
    pair.claim(bullet)
    other = pair.new_bullet()
    siblings = pair.parent(bullet).children
    siblings[siblings.index(bullet)] = other
    return f"{bullet.text!r} gave way to {other.text!r}"


@edit("bullet-reordered", "statements")
def reordered(pair):
    """One bullet takes another place."""
    holder = pair.pick(node for node in pair.holders()
                       if len([b for b in node.of_kind("bullet") if pair.free(b)]) > 2)
    if holder is None or not pair.claim_order(holder):
        return None
    bullet = pair.pick(holder.of_kind("bullet"))
    at = holder.of_kind("bullet").index(bullet)
    to = pair.rng.choice([i for i in range(len(holder.of_kind("bullet"))) if i != at])
    holder.children.remove(bullet)
    pair.insert_bullet(holder, bullet, to)
    pair.claim(bullet)
    return f"{bullet.text!r} from {at} to {to}"


@edit("bullets-shuffled", "statements")
def shuffled(pair):
    holder = pair.pick(node for node in pair.holders()
                       if len(node.of_kind("bullet")) > 2 and all(map(pair.free, node.children)))
    if holder is None or not pair.claim_order(holder):
        return None
    bullets = holder.of_kind("bullet")
    pair.claim(*bullets)
    mixed = pair.rng.sample(bullets, len(bullets))
    if mixed == bullets:
        mixed.reverse()
    at = holder.children.index(bullets[0])
    holder.children[at:at + len(bullets)] = mixed
    return f"{len(bullets)} bullets"


def moved(pair, to, edited=False):
    """A bullet gets another parent: of another role, a group, or another section."""
    index = pair.index()

    def home(node):
        while node.kind not in ("role", "section"):
            node = index.parents[node.uid]
        return node

    holders = pair.holders()
    sources = [node for node in holders if len(node.of_kind("bullet")) > 1]
    bullet = pair.pick(b for node in sources for b in node.of_kind("bullet") if b.sentences)
    if bullet is None or not pair.is_distinct(bullet):
        return None
    source = index.parents[bullet.uid]
    targets = {
        "role": [node for node in holders if node.kind == "role" and source.kind == "role"
                 and node is not source],
        "group": [node for node in holders if "group" in (node.kind, source.kind)
                  and home(node) is home(source) and node is not source],
        "section": [node for node in holders if section_of(index, node) is not section_of(index, source)],
    }[to]
    target = pair.pick(targets)
    if target is None:
        return None
    pair.claim(bullet)
    note = ""
    if edited:
        note = pair.reword(bullet)
        if note is None:
            return None
    source.children.remove(bullet)
    pair.insert_bullet(target, bullet)
    return f"{bullet.text!r} to {target.fields.get('title')!r} {note}"


def section_of(index, node):
    while node.kind != "section":
        node = index.parents[node.uid]
    return node


for where in ("role", "group", "section"):
    edit(f"bullet-moved-to-{where}", "moves")(functools.partial(moved, to=where))
    edit(f"bullet-moved-to-{where}-edited", "moves")(functools.partial(moved, to=where, edited=True))


@edit("bullets-grouped", "moves")
def grouped(pair):
    """Two or three bullets of an entry are pulled into a new group."""
    entry = pair.pick(node for node in pair.entries("role")
                      if len([b for b in node.of_kind("bullet") if pair.free(b)]) > 3)
    if entry is None:
        return None
    free = [b for b in entry.of_kind("bullet") if pair.free(b)]
    chosen = pair.rng.sample(free, pair.rng.randint(2, min(3, len(free) - 2)))
    chosen.sort(key=entry.children.index)
    group = pair.writer.group(1)
    group.children = chosen
    for bullet in chosen:
        entry.children.remove(bullet)
    entry.children.append(group)
    pair.claim(entry)
    pair.claim_tree(group)
    return f"{len(chosen)} bullets into {group.fields['title']!r}"


@edit("group-dissolved", "moves")
def dissolved(pair):
    """The bullets of a group become the entry's own."""
    group = pair.pick_tree(node for node in pair.new.walk()
                           if node.kind == "group" and node.of_kind("bullet"))
    if group is None or pair.parent(group).kind != "role" or pair.old_node(group) is None:
        return None
    entry = pair.parent(group)
    pair.claim_tree(group)
    entry.children.remove(group)
    count = len(entry.of_kind("paragraph", "bullet"))
    entry.children[count:count] = group.children
    return f"{group.fields['title']!r} with {len(group.children)} bullets"


def split(pair, parts, edited=False):
    """The sentences of a statement become statements."""
    bullet = pair.pick(node for node in pair.bullets() if len(node.sentences) == parts and not node.target)
    if bullet is None or pair.old_node(bullet) is None:
        return None
    made = [pair.writer.statement([sentence]) for sentence in bullet.sentences]
    if edited and pair.reword(pair.rng.choice(made)) is None:
        return None
    pair.claim(bullet, *made)
    siblings = pair.parent(bullet).children
    at = siblings.index(bullet)
    siblings[at:at + 1] = made
    pair.lineage.append(("split", bullet.uid, [node.uid for node in made]))
    return f"{bullet.text!r}"


def merged(pair, parts, edited=False):
    """Neighbours become the sentences of one statement."""
    rows = []
    for holder in pair.holders():
        bullets = holder.of_kind("bullet")
        rows += [bullets[i:i + parts] for i in range(len(bullets) - parts + 1)]
    rows = [row for row in rows if all(len(b.sentences) == 1 and not b.target and pair.free(b)
                                     for b in row)]
    if not rows:
        return None
    row = pair.rng.choice(rows)
    whole = pair.writer.statement([sentence for b in row for sentence in b.sentences])
    if edited and pair.reword(whole) is None:
        return None
    pair.claim(whole, *row)
    siblings = pair.parent(row[0]).children
    at = siblings.index(row[0])
    siblings[at:at + parts] = [whole]
    pair.lineage.append(("merged", [b.uid for b in row], whole.uid))
    return f"{whole.text!r}"


for count, word in ((2, "two"), (3, "three")):
    edit(f"bullet-split-in-{word}", "lineage")(functools.partial(split, parts=count))
    edit(f"{word}-bullets-merged", "lineage")(functools.partial(merged, parts=count))
edit("bullet-split-and-edited", "lineage")(functools.partial(split, parts=2, edited=True))
edit("bullets-merged-and-edited", "lineage")(functools.partial(merged, parts=2, edited=True))


# --- spelling ---------------------------------------------------------------------------------------


def respelled(pair, change):
    """Exchanges the texts of a bullet by what `change` makes of them: (old, new) or None."""
    for _ in range(8):
        bullet = pair.pick(pair.bullets())
        if bullet is None:
            return None
        old, texts = pair.old_node(bullet), change(bullet.text)
        if old is None or texts is None or texts[0] == texts[1]:
            continue
        old.text, bullet.text = texts
        old.sentences = bullet.sentences = []
        pair.claim(bullet)
        pair.spellings.add(bullet.uid)
        return f"{texts[0]!r} became {texts[1]!r}"
    return None


@edit("bullet-typo-corrected", "spelling")
def typo(pair):
    def misspell(text):
        words = [word for word in re.findall(r"\b[a-z]{6,}\b", text)]
        if not words or not pair.language.SPACED:
            return None
        word = pair.rng.choice(words)
        at = pair.rng.randrange(1, len(word) - 2)
        if word[at] == word[at + 1]:
            return None
        wrong = word[:at] + word[at + 1] + word[at] + word[at + 2:]
        return text.replace(word, wrong, 1), text
    return respelled(pair, misspell)


@edit("bullet-case-changed", "spelling")
def case(pair):
    def capital(text):
        words = re.findall(r"(?<= )[A-Za-z]{4,}\b", text)
        if not words:
            return None
        word = pair.rng.choice(words)
        return text, text.replace(" " + word, " " + word.swapcase(), 1)
    return respelled(pair, capital)


@edit("bullet-punctuation-changed", "spelling")
def punctuation(pair):
    def dotted(text):
        if pair.rng.random() < 0.5 and ", " in text:
            return text, text.replace(", ", pair.rng.choice(["; ", " – "]), 1)
        dot = pair.language.DOT
        return text, text[:-1] if text.endswith(dot) else text + dot
    return respelled(pair, dotted)


@edit("bullet-quotes-changed", "spelling")
def quotes(pair):
    (left, right), (left2, right2) = pair.language.QUOTE

    def quoted(text):
        words = re.findall(r"(?<= )[^\W\d_]{4,}\b", text)
        if not words:
            return None
        word = pair.rng.choice(words)
        return (text.replace(" " + word, f" {left}{word}{right}", 1),
                text.replace(" " + word, f" {left2}{word}{right2}", 1))
    return respelled(pair, quoted)
