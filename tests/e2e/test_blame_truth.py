"""Blame against the truth: histories of which every step knows what it changed.

A history is a résumé of parts that carry who wrote and who last changed them. Commits edit it, move and
reorder parts, write it in another layout or under another name; branches are merged part by part,
sometimes with an edit of the merge's own. BLAME_SEED and BLAME_HISTORIES ask for other ones.
"""

import copy
import json
import os
import random

import harness
from harness import Case

SEED = int(os.environ.get("BLAME_SEED", "1"))
HISTORIES = int(os.environ.get("BLAME_HISTORIES", "12"))
COMMITS = 40

MONTHS = ("January February March April May June July August September October November "
          "December").split()
STARTS = "b br d dr f g gr h k kl l m n p pl r s st t tr v z".split()
ENDS = "n r l s m nd rk st".split()


class Part:
    def __init__(self, commit, **said):
        self.first = self.last = commit
        self.said = said

    def says(self, commit, **said):
        self.said = {**self.said, **said}
        self.last = commit


class Role(Part):
    def __init__(self, commit, **said):
        super().__init__(commit, **said)
        self.bullets = []


class Resume:
    def __init__(self):
        self.roles = []
        self.skills = []
        self.style = 0
        self.name = "resume.md"

    def write(self):
        mark = "-*"[self.style % 2]
        short = self.style // 2 % 2
        lines = ["# Ada Nilsson", "", "## Experience", ""]
        for role in self.roles:
            said = role.said
            start, end = (month[:3] if short else month for month in (said["start"], said["end"]))
            line = f"{start} {said['from']} – {end} {said['to']}"
            lines += [f"### {said['title']} | {said['employer']}", "",
                      f"_{line}_" if short else f"*{line}*", ""]
            for bullet in role.bullets:
                text = bullet.said["text"]
                middle = text.index(" ", len(text) // 2)
                if self.style // 4 % 2:
                    text = text[:middle] + "\n  " + text[middle + 1:]
                lines.append(f"{mark} {text}")
            lines.append("")
        lines += ["## Skills", "", ", ".join(skill.said["text"] for skill in self.skills), ""]
        return "\n".join(lines)

    def truth(self):
        """(last, first) by kind and words."""
        truth = {}
        for role in self.roles:
            truth["role", f"{role.said['title']}, {role.said['employer']}"] = role.last, role.first
            for bullet in role.bullets:
                truth["bullet", bullet.said["text"]] = bullet.last, bullet.first
        for skill in self.skills:
            truth["skill", skill.said["text"]] = skill.last, skill.first
        return truth


class History:
    """Commits as git fast-import reads them, numbered from 1, and the résumé at each."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.stream = bytearray()
        self.resumes = {}
        self.used = set()

    # --- words -----------------------------------------------------------------------------------

    def word(self):
        while True:
            word = "".join(self.random.choice(STARTS) + self.random.choice("aeiou")
                           for _ in range(3)) + self.random.choice(ENDS)
            if word not in self.used:
                self.used.add(word)
                return word

    def sentence(self):
        return " ".join([self.word().capitalize(), *(self.word() for _ in range(9))]) + "."

    def reworded(self, text):
        words = text[:-1].split()
        for at in self.random.sample(range(1, len(words)), 2):
            words[at] = self.word()
        return " ".join(words) + "."

    def role(self, commit):
        role = Role(commit, title=f"{self.word().capitalize()} Engineer",
                    employer=f"{self.word().capitalize()} Systems",
                    start=self.random.choice(MONTHS), **{"from": self.random.randrange(2001, 2010)},
                    end=self.random.choice(MONTHS), to=self.random.randrange(2011, 2024))
        role.bullets = [self.bullet(commit) for _ in range(self.random.randrange(2, 5))]
        return role

    def bullet(self, commit):
        return Part(commit, text=self.sentence())

    def skill(self, commit):
        return Part(commit, text=self.word().capitalize())

    # --- edits -----------------------------------------------------------------------------------

    def add_bullet(self, resume, commit):
        role = self.random.choice(resume.roles)
        role.bullets.insert(self.random.randrange(len(role.bullets) + 1), self.bullet(commit))

    def reword_bullet(self, resume, commit):
        bullet = self.random.choice([each for role in resume.roles for each in role.bullets])
        bullet.says(commit, text=self.reworded(bullet.said["text"]))

    def remove_bullet(self, resume, commit):
        roles = [role for role in resume.roles if len(role.bullets) > 2]
        if roles:
            bullets = self.random.choice(roles).bullets
            del bullets[self.random.randrange(len(bullets))]

    def move_bullet(self, resume, commit):
        source, target = self.random.choice(resume.roles), self.random.choice(resume.roles)
        if len(source.bullets) > 2:
            bullet = source.bullets.pop(self.random.randrange(len(source.bullets)))
            target.bullets.insert(self.random.randrange(len(target.bullets) + 1), bullet)

    def reorder(self, resume, commit):
        self.random.shuffle(self.random.choice(
            [resume.roles, resume.skills, *(role.bullets for role in resume.roles)]))

    def add_role(self, resume, commit):
        if len(resume.roles) < 6:
            resume.roles.insert(0, self.role(commit))

    def remove_role(self, resume, commit):
        if len(resume.roles) > 3:
            del resume.roles[self.random.randrange(len(resume.roles))]

    def end_role(self, resume, commit):
        role = self.random.choice(resume.roles)
        role.says(commit, to=2011 + (role.said["to"] - 2010) % 14)

    def add_skill(self, resume, commit):
        resume.skills.append(self.skill(commit))

    def remove_skill(self, resume, commit):
        if len(resume.skills) > 3:
            del resume.skills[self.random.randrange(len(resume.skills))]

    def lay_out(self, resume, commit):
        resume.style = self.random.randrange(8)

    def rename(self, resume, commit):
        resume.name = f"{self.random.choice(['cv', 'docs/my cv', 'resume'])}.md"

    EDITS = (add_bullet, reword_bullet, reword_bullet, reword_bullet, remove_bullet, move_bullet, reorder,
             add_role, remove_role, end_role, add_skill, remove_skill, lay_out)

    # --- commits ---------------------------------------------------------------------------------

    def commit(self, resume, *parents):
        """Writes `resume` as the next commit, whose number its new parts have already."""
        number = len(self.resumes) + 1
        self.resumes[number] = copy.deepcopy(resume)
        self.stream += (f"commit refs/heads/main\nmark :{number}\n"
                        f"committer A <a@b.example> {1_500_000_000 + 3600 * number} +0000\n"
                        "data 4\nEdit\n").encode()
        for at, parent in enumerate(parents):
            self.stream += f"{'merge' if at else 'from'} :{parent}\n".encode()
        text = resume.write().encode()
        self.stream += b"deleteall\nM 100644 inline " + json.dumps(resume.name).encode()
        self.stream += b"\ndata %d\n%s\n" % (len(text), text)
        return number

    def step(self, parent, may_rename=False):
        """A commit of a few edits, or a rename: not on branches, where a merge may have another layout, too,
        and git's similarity of files would decide."""
        number = len(self.resumes) + 1
        resume = copy.deepcopy(self.resumes[parent])
        if may_rename and self.random.random() < 0.08:
            self.rename(resume, number)
        else:
            for edit in self.random.sample(self.EDITS, self.random.randrange(1, 4)):
                edit(self, resume, number)
        return self.commit(resume, parent)

    def merge(self, base, one, other):
        """What git would merge, and sometimes words of the merge's own."""
        number = len(self.resumes) + 1
        resume = copy.deepcopy(self.resumes[one])
        theirs = self.resumes[other]
        bullets = {self.key(bullet): bullet for role in theirs.roles for bullet in role.bullets}
        old = {self.key(bullet): bullet
               for role in self.resumes[base].roles for bullet in role.bullets}
        for role in resume.roles:
            for at, bullet in enumerate(role.bullets):
                their = bullets.get(self.key(bullet))
                was = old.get(self.key(bullet))
                if their and was and bullet.said == was.said and their.said != was.said:
                    role.bullets[at] = copy.deepcopy(their)
        mine = {self.key(role) for role in resume.roles}
        bases = {self.key(role) for role in self.resumes[base].roles}
        for role in theirs.roles:
            if self.key(role) not in mine | bases:
                resume.roles.insert(0, copy.deepcopy(role))
        moved = set()
        for role in resume.roles:  # what one side moved into a role that the other one added
            role.bullets = [bullet for bullet in role.bullets
                            if self.key(bullet) not in moved and not moved.add(self.key(bullet))]
        if self.random.random() < 0.3:
            self.reword_bullet(resume, number)
        if (resume.name, resume.write()) == (theirs.name, theirs.write()) and \
                resume.write() != self.resumes[one].write():
            resume = copy.deepcopy(theirs)  # all of it is theirs, what both sides say alike, too
        return self.commit(resume, one, other)

    def key(self, part):
        """What a part was called when it was first written."""
        return part.__dict__.setdefault("key", f"{part.first} {json.dumps(part.said)}")

    def make(self):
        first = Resume()
        first.roles = [self.role(1) for _ in range(4)]
        first.skills = [self.skill(1) for _ in range(5)]
        tip = self.commit(first)
        while len(self.resumes) < COMMITS:
            for role in self.resumes[tip].roles:
                for part in (role, *role.bullets):
                    self.key(part)
            if self.random.random() > 0.2:
                tip = self.step(tip, may_rename=True)
                continue
            one = other = tip
            for _ in range(self.random.randrange(1, 3)):
                one = self.step(one)
            for _ in range(self.random.randrange(1, 3)):
                other = self.step(other)
            tip = self.merge(tip, one, other)
        return tip


class Truth(Case):
    def ids(self, history):
        self.init()
        marks = self.path("marks")
        self.git("fast-import", "--quiet", f"--export-marks={marks}", stdin=bytes(history.stream))
        with open(marks, encoding="ascii") as lines:
            return {int(mark[1:]): commit for mark, commit in (line.split() for line in lines)}

    def check(self, seed):
        history = History(seed)
        tip = history.make()
        ids = self.ids(history)
        for number in {tip, *history.random.sample(sorted(ids), 4)}:
            resume = history.resumes[number]
            doc = json.loads(self.ok("blame", "--format=json", ids[number], "--", resume.name).out)
            found = {(node["kind"], node.get("heading", node["text"])):
                     (node["last"]["commit"], node["first"]["commit"])
                     for node in doc["nodes"] if node["kind"] != "name"}
            truth = {key: (ids[last], ids[first])
                     for key, (last, first) in resume.truth().items()}
            numbers = {commit: mark for mark, commit in ids.items()}
            wrong = [f"{key}: {[numbers.get(commit) for commit in found.get(key, ())]}, truly "
                     f"{[numbers[commit] for commit in truth.get(key, ())]}"
                     for key in sorted({*found, *truth}) if found.get(key) != truth.get(key)]
            self.assertEqual(wrong, [], f"BLAME_SEED={seed} BLAME_HISTORIES=1, at commit {number}")


def add(seed):
    setattr(Truth, f"test_history_{seed}", lambda self: self.check(seed))


for each in range(SEED, SEED + HISTORIES):
    add(each)

if __name__ == "__main__":
    harness.main()
