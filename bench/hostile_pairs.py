"""The worst pairs for the matching, of 1 MB each, against an ordinary pair of that size.

A pair may take `TARGET` times the processor time of the ordinary one, of which 1 % is edited. Where a
named cap made the report coarser, `limited` says which. No pair may be told as identical.
"""

import json
import pathlib
import random
import subprocess

import resumes
from measure import run

SIZE = 1_000_000
TARGET = 20
ROUNDS = 2
TOP = "# Ilse Tamborine\n\n## Experience\n\n"
ROLE = "### Engineer | Tides\n**Lantern Freight** — *Bergen*  \n*May 2019 – Present*\n\n"
SKILLS = "# Ilse Tamborine\n\n## Skills\n\n"
OTHER = {syllable: f"{syllable[::-1]}u" for syllable in resumes.SYLLABLES}


def sentence(writer, low=12, high=16):
    return f"{writer.word().capitalize()} {writer.words(low, high)}."


def up_to_size(make, size=SIZE):
    """What `make(i)` gives, until it has the size."""
    items, written, i = [], 0, 0
    while written < size:
        items.append(make(i))
        written += len(items[-1]) + 3
        i += 1
    return items


def bullets(texts):
    return "".join(f"- {text}\n" for text in texts)


def one_role(texts):
    return TOP + ROLE + bullets(texts)


def reworded(writer, text, share=0.5):
    """The share of the words are others now."""
    words = text.split(" ")
    for i in writer.random.sample(range(len(words)), max(1, round(len(words) * share))):
        words[i] = writer.word()
    return " ".join(words)


def shuffled(writer, items):
    items = list(items)
    writer.random.shuffle(items)
    return items


def cut_in_two(text):
    words = text.rstrip(".").split(" ")
    middle = len(words) // 2
    return f"{' '.join(words[:middle])}.", f"{' '.join(words[middle:]).capitalize()}."


def role(title, place, years, texts):
    return (f"### {title}\n**{place}** — *Bergen*  \n*May {years} – June {years + 1}*\n\n"
            f"{bullets(texts)}\n")


def some_roles(writer, texts, title="Engineer", place=None):
    """Ten bullets a role; without a place, each has its own."""
    return [role(title, place or writer.name(), 1950 + i // 10 % 70, texts[i:i + 10])
            for i in range(0, len(texts), 10)]


# --- pairs: (old, new) of a writer ----------------------------------------------------------------

def ordinary(_):
    old = resumes.resume(SIZE, seed=1)
    return old, resumes.edit(old, 0.01, seed=2)


def statements(share):
    def build(writer):
        old = up_to_size(lambda _: sentence(writer))
        return one_role(old), one_role([reworded(writer, text, share) for text in old])
    return build


def statements_replaced(writer):
    return tuple(one_role(up_to_size(lambda _: sentence(writer))) for _ in range(2))


def equal_bullets(writer):
    text = sentence(writer)
    old = up_to_size(lambda _: text)
    return one_role(old), one_role(old[:-100] + [sentence(writer)])


def shuffled_bullets(writer):
    old = up_to_size(lambda _: sentence(writer))
    return one_role(old), one_role(shuffled(writer, old))


def shuffled_and_reworded(writer):
    old = up_to_size(lambda _: sentence(writer))
    return one_role(old), one_role([reworded(writer, text, 0.2) for text in shuffled(writer, old)])


def near_duplicates(writer):
    base = sentence(writer, 15, 15).split(" ")

    def variant(i):
        words = list(base)
        words[i % len(words)] = writer.word()
        return " ".join(words)
    return one_role(up_to_size(variant)), one_role(up_to_size(variant))


def one_bullet(writer):
    old = " ".join(up_to_size(lambda _: sentence(writer)))
    return one_role([old]), one_role([reworded(writer, old, 0.3)])


def equal_headers(writer):
    texts = up_to_size(lambda _: sentence(writer))
    edited = [reworded(writer, text, 0.3) for text in texts]
    old, new = (some_roles(writer, side, place="Lantern Freight") for side in (texts, edited))
    return TOP + "".join(old), TOP + "".join(shuffled(writer, new))


def entries_replaced(writer):
    return tuple(TOP + "".join(some_roles(writer, up_to_size(lambda _: sentence(writer))))
                 for _ in range(2))


def entries_shuffled(writer):
    roles = some_roles(writer, up_to_size(lambda _: sentence(writer)))
    return TOP + "".join(roles), TOP + "".join(shuffled(writer, roles))


def small_entries(writer):
    """Nothing but headers, all with new employers."""
    old = up_to_size(lambda i: role(writer.name(2, 3), writer.name(2, 3), 1950 + i % 70, []))
    new = up_to_size(lambda i: role(writer.name(2, 3), writer.name(2, 3), 1950 + i % 70, []))
    return TOP + "".join(old), TOP + "".join(new)


def bullets_of_other_roles(writer):
    """Each statement stands under another role."""
    texts = up_to_size(lambda _: sentence(writer))
    headers = writer.random.getstate()
    old = some_roles(writer, texts)
    writer.random.setstate(headers)
    mixed = random.Random(3).sample(texts, len(texts))
    return TOP + "".join(old), TOP + "".join(some_roles(writer, mixed))


def skill_lines(groups):
    return SKILLS + "".join(f"**{label}:** {', '.join(words)}  \n" for label, words in groups)


def regrouped_skills(writer):
    words = up_to_size(lambda i: f"{writer.word()}{i}")
    labels = [writer.name() for _ in range(0, len(words), 10)]
    old, new = words, shuffled(writer, words)
    return tuple(skill_lines((label, side[10 * i:10 * i + 10]) for i, label in enumerate(labels))
                 for side in (old, new))


def equal_groups(writer):
    line = ("Tools", [writer.word() for _ in range(8)])
    groups = [line] * (SIZE // 60)
    edited = list(groups)
    edited[len(edited) // 2] = ("Tools", line[1][:-1] + ["lantern"])
    return skill_lines(groups), skill_lines(edited)


def bullets_split(writer):
    old = up_to_size(lambda _: sentence(writer, 16, 20))
    return one_role(old), one_role([part for text in old for part in cut_in_two(text)])


def bullets_merged(writer):
    return tuple(reversed(bullets_split(writer)))


def translated(_):
    """The same résumé, every word another; names, dates and numbers stay."""
    old = resumes.resume(SIZE, seed=1)
    lines = []
    for line in old.split("\n"):
        if line.startswith("- "):
            words = line.split(" ")
            line = " ".join(OTHER.get(word, word[::-1] + "u") if word.islower() else word
                            for word in words)
        lines.append(line)
    return old, "\n".join(lines)


def nested_bullets(writer):
    """Ten levels, over and over; every bullet reworded."""
    texts = up_to_size(lambda _: sentence(writer))

    def write(side):
        return TOP + ROLE + "".join(f"{'  ' * (i % 10)}- {text}\n" for i, text in enumerate(side))
    return write(texts), write([reworded(writer, text) for text in texts])


def deep_bullets(writer):
    """Level below level: the bytes are indentation."""
    texts = [writer.word() for _ in range(round(SIZE ** 0.5))]

    def write(side):
        return TOP + ROLE + "".join(f"{'  ' * i}- {text}\n" for i, text in enumerate(side))
    return write(texts), write([writer.word() for _ in texts])


def sections_renamed(writer):
    texts = up_to_size(lambda _: sentence(writer))

    def write(side):
        return "# Ilse Tamborine\n\n" + "".join(
            f"## {writer.name(2, 3)}\n\n{bullets(side[i:i + 5])}\n" for i in range(0, len(side), 5))
    return write(texts), write([reworded(writer, text, 0.3) for text in texts])


PAIRS = {
    "every statement reworded by a tenth": statements(0.1),
    "every statement reworded by half": statements(0.5),
    "every statement replaced": statements_replaced,
    "all bullets equal": equal_bullets,
    "all bullets shuffled": shuffled_bullets,
    "all bullets shuffled and reworded": shuffled_and_reworded,
    "near-duplicates": near_duplicates,
    "one bullet of 1 MB reworded": one_bullet,
    "roles with equal headers": equal_headers,
    "every entry replaced": entries_replaced,
    "all entries shuffled": entries_shuffled,
    "entries without statements replaced": small_entries,
    "every statement under another role": bullets_of_other_roles,
    "all skills regrouped": regrouped_skills,
    "equal skill groups, one edited": equal_groups,
    "every bullet split": bullets_split,
    "all bullets merged in twos": bullets_merged,
    "everything translated": translated,
    "nested bullets reworded": nested_bullets,
    "bullets below bullets replaced": deep_bullets,
    "sections renamed": sections_renamed,
}


def measure(cvdiff, build):
    """Bytes of both, the least processor time, and the report."""
    texts = build(resumes.Writer(7))
    for name, text in zip(("old.md", "new.md"), texts):
        pathlib.Path(name).write_text(text, encoding="utf-8")
    times = [run([cvdiff, "--no-index", "old.md", "new.md"]) for _ in range(ROUNDS)]
    told = subprocess.run([cvdiff, "--no-index", "--format=json", "old.md", "new.md"],
                          stdout=subprocess.PIPE, check=True).stdout
    return (sum(map(len, texts)), min(usage.ru_utime + usage.ru_stime for usage in times),
            json.loads(told))


def bench(cvdiff, words):
    """Prints a line for each pair; only pairs with one of the words in their name."""
    _, usual, _ = measure(cvdiff, ordinary)
    print(f"{'pair':<38} {'both':>8} {'cvdiff':>9} {'ratio':>7}  < {TARGET}    records  limited")
    print(f"{'an ordinary one':<38} {'':>8} {usual:>8.2f}s")
    for name, build in PAIRS.items():
        if words and not any(word in name for word in words):
            continue
        size, seconds, told = measure(cvdiff, build)
        verdict = ("told as identical" if told["identical"] else
                   "met" if seconds < TARGET * usual else "missed")
        print(f"{name:<38} {size / 1e6:>5.1f} MB {seconds:>8.2f}s {seconds / usual:>7.2f}  "
              f"{verdict:<6} {len(told['changes']):>8}  {told['limited'] or ''}", flush=True)
