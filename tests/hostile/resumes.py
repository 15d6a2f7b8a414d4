"""Pairs of résumés with payloads in every field, in each way that Markdown has to write a character, and
between the two versions every kind of change: edited, moved, reordered, split, merged, hidden, added,
removed.
"""

import json
import re

from payloads import PAYLOADS


def is_encodable(text):
    return not any("\ud800" <= char <= "\udfff" for char in text)


# A NUL in a file makes it binary, which is refused; as an entity and in YAML it stands for the character.
def raw(text):
    return text.replace("\0", "\ufffd")


def escaped(text):
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", raw(text))


def entities(text):
    return re.sub(r"[^A-Za-z0-9 ]", lambda match: f"&#x{ord(match[0]):x};", text)


# Raw is last: what is markup there may swallow the rest of the file.
FORMS = escaped, entities, raw


def target(text, form):
    """As the target of a link in angle brackets."""
    if form is raw:
        return re.sub(r"[<>\n\r]", "", raw(text))
    return form(text.replace("\n", "").replace("\r", ""))


def attribute(text):
    return entities(text)


def sentence(words, number):
    """Long enough to be known again wherever it goes."""
    return f"Carried {words} over {number} winters, with a ledger of lamps and a harbour of ropes."


def role(text, form, number, new):
    """The number makes each of the words of a role its own."""
    p, t = form(text), target(text, form)
    told = [
        f"Cut {number + (7 if new else 0)}% of {p} the costs for twelve teams.",
        f"Opened the office of {p} in {number} days." if new else f"Closed the {p} depot of {number} vans.",
        f"{p} {number}",
        f"Signed [{p}](<{t}>) and [the papers {number}](<{t}{'new' if new else 'old'}>), <a href=\"{attribute(text)}\">a</a>.",
    ]
    split = [f"Planned the {p} move of {number} billing systems to streams of events over two long winters",
             f"trained forty engineers of {p} in calls by night, reviews by day and the writing of runbooks {number}"]
    merged = [f"Measured {p} tides at {number} gauges along the northern shore with a boat of wood and tar",
              f"published each of the {p} tables for {number} captains, pilots and keepers of the lights"]
    swapped = [sentence(f"{p} barrels of tar", number), sentence(f"{p} chests of tea", number)]
    told += [f"{part}." for part in split] if new else [" and ".join(split) + "."]
    told += [" and ".join(merged) + "."] if new else [f"{part}." for part in merged]
    told += swapped[::-1] if new else swapped
    if number % 2 == new:  # goes to the role behind or before
        told.append(f"Rowed the {p} mail to {number + 1 - new} islands in all weathers, and never lost a letter.")
    hidden = f"- Kept {p} the {number} secrets of the yard.\n"
    return f"""\
### {'Lead' if new else 'Deck'} Engineer {p} {number}, Tarn {p} {number}

*January 201{number % 9} – {'March 2021' if new else 'May 2020'} {p}*, {'Bergen' if new else 'Oslo'} {p}

Team: {p} {'north' if new else 'south'}  
URL: <https://{number}.example/{t}>

{''.join(f'- {line}{chr(10)}' for line in told)}  - Within {p} {'here' if new else 'there'} {number}.
{f'<!-- {chr(10)}{hidden}-->' if new else hidden}
#### Billing {p} {number}

- Wrote {number} it {p}, {p} {'twice' if new else 'once'}

![{p} {number} {'chart' if new else 'map'}](<{t}>)

Told by {p}[^{number}] {'now' if new else 'then'}.

[^{number}]: {p} {number} {'after' if new else 'before'}

[{p} {number}]: <{t}>

| Part {p} | {p} {number} |
|---|---|
| {p} {'a' if new else 'b'} | {number} |

```{p}
{p} {number} {'x' if new else 'y'}
```

<div title="{attribute(text)}">{p} {'wide' if new else 'narrow'} {number}</div>

"""


def resume(texts, new):
    """As bytes: every text in a role in each form, the first in all else."""
    first, yaml = escaped(texts[0]), json.dumps(texts[0])[1:-1]
    side = "new" if new else "old"
    numbered = enumerate(((text, form) for form in FORMS for text in texts), 20)
    gone = f"## {'Awards' if new else 'Volunteering'} {first}\n\n- Prize {first} {side}\n\n"
    return f"""\
---
name: "Ada {yaml} {side}"
title: "{yaml} {side}"
email: "ada{yaml}@nilsson.example"
links:
  - name: "{yaml}"
    url: "https://ada.example/{yaml}/{side}"
{json.dumps(texts[0])}: "{yaml} {side}"
---

# Ada {first} Nilsson

**Engineer {first} {side}**

ada{first}@nilsson.example | [{first} {side}](<{target(texts[0], escaped)}>) | +47 {first} 12 {side} | Oslo {first}

## Summary {first}

Told {first} by {side}.

{gone}## Experience {first}

{''.join(role(text, form, number, new) for number, (text, form) in numbered)}
## Education {first}

### BSc {first} {side}, College {first}

2010 – 2014

## Skills {first}

- Tools {first}: Go {first}, C {side} {first}
- {first} {side}: Rust

## Languages {first}

- {first} {side} ({first})
""".encode()


def pairs():
    """(name, old, new): one pair for each thing that is attacked."""
    kinds = {}
    for payload in PAYLOADS:
        if is_encodable(payload.text):
            kinds.setdefault(payload.attacks, []).append(payload.text)
    for name, texts in kinds.items():
        yield name, resume(texts, False), resume(texts, True)
    for name, word in ("long-word", "a" * 10_000), ("long-mark", "<" * 2_000), ("wide-word", "經" * 2_000):
        yield name, resume([word], False), resume([word], True)
