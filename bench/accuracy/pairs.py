"""A pair of résumés in the making: the old one, the new one that edits work on, and what they claim.

An edit claims the nodes whose words or place it changes, so that no other edit of a mixture undoes or
overlaps it. It returns a note for people, or None where the résumé gives it nothing to do.
"""

from model import Index
from writer import likeness

EDITS = {}     # name: Edit
UNLIKE = 0.3   # below this, two statements have nothing to do with each other


class Edit:
    def __init__(self, name, family, apply, silent, mixed):
        self.name, self.family, self.apply = name, family, apply
        self.silent = silent  # changes formatting only
        self.mixed = mixed    # may be part of a mixture


def edit(name, family, silent=False, mixed=True):
    """Enters a function(pair) into the table of edits; further arguments come from functools.partial."""
    def enter(function):
        EDITS[name] = Edit(name, family, function, silent, mixed)
        return function
    return enter


class Pair:
    def __init__(self, rng, writer, language, dialect, layout, resume):
        self.rng, self.writer = rng, writer
        self.language = self.new_language = language
        self.dialect = dialect
        self.old_layout = self.new_layout = layout
        self.old, self.new = resume, resume.copy()
        self.lineage = []         # ("split", uid, [uids]) and ("merged", [uids], uid)
        self.spellings = set()    # statements that only are spelled otherwise
        self.rewritten = False
        self.languages = [language]  # that it may be translated into
        self.claims = set()
        self.edits, self.notes = [], []

    # --- claims -------------------------------------------------------------------------------------

    def free(self, *nodes):
        return all(node.uid not in self.claims for node in nodes)

    def free_tree(self, node):
        return all(child.uid not in self.claims for child in node.walk())

    def claim(self, *nodes):
        self.claims.update(node.uid for node in nodes)

    def claim_tree(self, node):
        self.claim(*node.walk())

    def claim_order(self, parent):
        """Whether the order of the parent's children was still free."""
        key = ("order", parent.uid)
        if key in self.claims:
            return False
        self.claims.add(key)
        return True

    # --- what there is ------------------------------------------------------------------------------

    def index(self):
        return Index(self.new)

    def sections(self, *types):
        return [node for node in self.new.of_kind("section") if not types or node.type in types]

    def entries(self, *kinds):
        return [node for section in self.sections() for node in section.children
                if node.is_entry and not node.hidden and (not kinds or node.kind in kinds)]

    def holders(self):
        """Entries, groups and sections that hold bullets, outside comments."""
        return [node for node in self.index().nodes.values() if node.of_kind("bullet")]

    def bullets(self):
        return [node for node in self.index().nodes.values() if node.kind == "bullet"]

    def pick(self, nodes):
        """A free node of those, or None."""
        free = [node for node in nodes if self.free(node)]
        return self.rng.choice(free) if free else None

    def pick_tree(self, nodes):
        free = [node for node in nodes if self.free_tree(node)]
        return self.rng.choice(free) if free else None

    def old_node(self, node):
        return Index(self.old).nodes.get(node.uid)

    # --- doing --------------------------------------------------------------------------------------

    def parent(self, node):
        return self.index().parents[node.uid]

    def detach(self, node):
        self.parent(node).children.remove(node)

    def insert_bullet(self, parent, bullet, at=None):
        """Among the parent's bullets, which stand behind its paragraphs and in front of its groups."""
        count = len(parent.of_kind("bullet"))
        at = self.rng.randint(0, count) if at is None else at
        parent.children.insert(len(parent.of_kind("paragraph")) + at, bullet)

    def is_unlike(self, text):
        """Whether the text resembles no statement of either side."""
        return all(likeness(self.language, text, node.text) < UNLIKE
                   for root in (self.old, self.new) for node in root.walk()
                   if node.kind in ("bullet", "paragraph"))

    def new_bullet(self):
        """One that resembles none there is; it is claimed."""
        for _ in range(20):
            bullet = self.writer.bullet()
            if self.is_unlike(bullet.text):
                break
        self.claim(bullet)
        return bullet

    def is_distinct(self, bullet):
        """Whether it has no sibling that could be taken for it."""
        return all(node is bullet or node.uid == bullet.uid
                   or likeness(self.language, bullet.text, node.text) < 0.5
                   for root in (self.old, self.new) for node in root.walk()
                   if node.kind in ("bullet", "paragraph"))

    def reword(self, bullet, heavily=False):
        sentences = (self.writer.reworded_heavily(bullet) if heavily
                     else self.writer.reworded_lightly(bullet))
        if not sentences or not bullet.sentences:
            return None
        before = bullet.text
        bullet.sentences, bullet.text = sentences, self.writer.join(sentences, bullet.kind)
        return f"{before!r} became {bullet.text!r}"
