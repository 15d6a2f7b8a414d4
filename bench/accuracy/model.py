"""The structured résumé: a tree of nodes. A node keeps its number (uid) through every edit, so that
what happened to it can be read from the two trees alone."""

import itertools

ENTRY_KINDS = {"work": "role", "volunteer": "volunteer", "projects": "project",
               "education": "education", "certificates": "certificate"}
ENTRIES = set(ENTRY_KINDS.values())
PRESENT = "present"


class Node:
    """Kind and text as in cvdiff's reports; sections, groups and entries have their words in `fields`.
    Dates are (year, month), (year, None) or PRESENT. `sentences` is what a text was composed of."""

    __slots__ = ("uid", "kind", "text", "fields", "children", "sentences", "type", "target", "emphasis",
                 "hidden")

    def __init__(self, uid, kind, text="", fields=None, children=None, sentences=None, type=None):
        self.uid = uid
        self.kind = kind
        self.text = text
        self.fields = fields or {}
        self.children = children or []
        self.sentences = sentences or []
        self.type = type        # of a section
        self.target = None      # of a link around the last word
        self.emphasis = None    # word that is set in bold
        self.hidden = False     # commented out: it is no part of the résumé

    def copy(self):
        """The same node, with the same uid, that can be edited apart."""
        node = Node(self.uid, self.kind, self.text, dict(self.fields),
                    [child.copy() for child in self.children], list(self.sentences), self.type)
        node.target, node.emphasis, node.hidden = self.target, self.emphasis, self.hidden
        return node

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()

    def of_kind(self, *kinds):
        return [child for child in self.children if child.kind in kinds]

    @property
    def is_entry(self):
        return self.kind in ENTRIES


class Index:
    """Where each node of a tree stands; of what is commented out, only that it is."""

    def __init__(self, root):
        self.nodes, self.parents, self.positions, self.hidden = {}, {}, {}, set()
        self.enter(root)

    def enter(self, node):
        self.nodes[node.uid] = node
        for position, child in enumerate(node.children):
            if child.hidden:
                self.hidden.add(child.uid)
                continue
            self.parents[child.uid] = node
            self.positions[child.uid] = position
            self.enter(child)


def numbers():
    return itertools.count(1)
