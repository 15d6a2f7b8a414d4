"""The changes of each commit: which commits, in which order, and what is told of them."""

import json
import os
import random
import subprocess

import harness
from harness import V1, V2, Case


class Log(Case):
    def log(self, *args, **kwargs):
        return self.cv("log", *args, **kwargs)

    def ids(self, *args):
        """The commits, as JSON tells them."""
        done = self.log("--format=json", *args)
        self.assertEqual(done.code, 0, done.err)
        return [json.loads(line)["commit"]["id"] for line in done.out.splitlines()]

    def git_ids(self, *args):
        return self.git("log", "--format=%H", *args).split()

    # --- what is told ------------------------------------------------------------------------------

    def test_compact_text(self):
        self.history()
        done = self.log("-n", "2")
        short = [name[:7] for name in self.git_ids("-n", "2")]
        self.assertEqual(done.out, f"""\
{short[0]}  2017-07-14  Ada Nilsson  Version 4
    Skills
      - Python   + Rust

{short[1]}  2017-07-14  Ada Nilsson  Version 3
    Experience
      Senior Engineer, Tarn Systems
        + Bullet  Opened the Bergen office.
""")

    def test_json_is_a_document_a_line(self):
        self.history()
        lines = self.log("--format=json").out.splitlines()
        self.assertEqual(len(lines), 4)
        newest = json.loads(lines[0])
        self.assertEqual(newest["schema"], "cvdiff/log/1")
        self.assertEqual(newest["commit"]["id"], self.git("rev-parse", "HEAD"))
        self.assertEqual(newest["commit"]["parent"], self.git("rev-parse", "HEAD~1"))
        self.assertEqual(newest["commit"]["date"],
                         self.git("log", "-1", "--format=%aI").replace("Z", "+00:00"))
        self.assertEqual(newest["report"]["schema"], "cvdiff/changes/1")
        oldest = json.loads(lines[-1])
        self.assertIsNone(oldest["commit"]["parent"])

    def test_report_is_that_of_the_comparison(self):
        self.history()
        for line in self.log("--format=json").out.splitlines()[:-1]:
            told = json.loads(line)
            alone = json.loads(self.cv("--format=json", told["commit"]["parent"],
                                       told["commit"]["id"]).out)
            self.assertEqual(told["report"], alone)

    def test_a_question(self):
        self.history()
        done = self.log("--reverse", "--grep-change=60 %")
        self.assertIn("Version 2", done.out)
        self.assertEqual(done.out.count("Version"), 1)

    def test_a_text_that_stays_is_no_match(self):
        self.init()
        self.commit("one", resume__md=V1)
        self.commit("two", resume__md=V1.replace("twelve teams", "fifteen teams"))
        self.assertNotIn("two", self.log("--grep-change=40%").out)
        self.assertIn("two", self.log("--grep-change=fifteen").out)
        self.assertNotIn("one", self.log("--grep-change=0%").out)

    def test_only(self):
        self.history()
        facts = self.log("--only=fact").out
        self.assertIn("Version 2", facts)
        self.assertNotIn("Version 3", facts)
        skills = self.log("--only=skills").out
        self.assertIn("Version 4", skills)
        self.assertNotIn("Version 2", skills)
        self.assertIn("Version 3", self.log("--only=bullets,role").out)
        refused = self.log("--only=fact,nonsense")
        self.assertEqual(refused.code, 2)
        self.assertIn("nonsense", refused.err)

    def test_formatting_alone_is_said(self):
        self.init()
        self.commit("one", resume__md=V1)
        self.commit("two", resume__md=V1.replace("\n- ", "\n* "))
        self.assertIn("No content changes; formatting differs", self.log("-n1").out)

    def test_stat(self):
        self.history()
        self.assertIn("Version 2\n    1 fact\n", self.log("--stat").out)

    # --- which commits -----------------------------------------------------------------------------

    def test_order_and_limits(self):
        self.history()
        all_ids = self.git_ids()
        self.assertEqual(self.ids(), all_ids)
        self.assertEqual(self.ids("--reverse"), all_ids[::-1])
        self.assertEqual(self.ids("-n2"), all_ids[:2])
        self.assertEqual(self.ids("--max-count=2", "--reverse"), all_ids[:2][::-1])
        self.assertEqual(self.ids("HEAD~2.."), all_ids[:2])
        self.assertEqual(self.ids("HEAD", "^HEAD~1"), all_ids[:1])
        self.assertEqual(self.ids("HEAD~1^!"), all_ids[1:2])
        self.assertEqual(self.ids("HEAD~1", "--", "resume.md"), all_ids[1:])

    def test_dates_and_authors(self):
        self.history()
        times = [int(t) for t in self.git("log", "--format=%ct").split()]
        self.assertEqual(len(self.ids(f"--since=@{times[1] - 1}")), 2)
        self.assertEqual(len(self.ids(f"--until=@{times[1] - 1}")), 2)
        self.assertEqual(len(self.ids("--author=nilsson.example")), 4)
        self.assertEqual(len(self.ids("--author=^Bo")), 0)
        broken = self.log("--author=[")
        self.assertEqual(broken.code, 2)
        self.assertIn("--author", broken.err)

    def test_mailmap(self):
        self.history()
        self.write(".mailmap", "Ada Berg <ada@berg.example> <ada@nilsson.example>\n")
        self.assertIn("Ada Berg", self.log("-n1").out)

    def test_renames_are_followed(self):
        self.init()
        self.commit("one", cv__md=V1)
        self.git("mv", "cv.md", "my résumé.md")
        self.commit("renamed")
        self.commit("two", **{"my résumé.md": V2})
        done = self.log()
        self.assertIn("Renamed cv.md → my résumé.md", done.out)
        self.assertEqual(len(self.ids()), 3)
        self.assertEqual(len(self.ids("--no-follow")), 2)

    def test_a_file_that_is_gone(self):
        self.history()
        self.git("rm", "-q", "resume.md")
        self.commit("gone", other__md="# Notes\n")
        self.assertEqual(len(self.ids("--", "resume.md")), 5)
        missing = self.log("--", "never.md")
        self.assertEqual(missing.code, 2)
        self.assertIn("'never.md' is in none of these commits", missing.err)

    def test_merges(self):
        self.init()
        self.commit("one", resume__md=V1)
        self.git("checkout", "-q", "-b", "side")
        self.commit("skills", resume__md=V1.replace("Python", "Rust"))
        self.git("checkout", "-q", "main")
        self.commit("number", resume__md=V2)
        self.git("merge", "-q", "-m", "Merge side", "side")
        head = self.log("-n1").out
        self.assertIn("Merge side  (merge, beside", head)
        self.assertIn("+ Rust", head)
        self.assertNotIn("60%", head)
        self.assertEqual(len(self.ids()), 4)
        self.assertEqual(len(self.ids("-m")), 5)
        self.assertEqual(len(self.ids("--first-parent")), 3)

    def test_a_merge_that_took_one_side(self):
        self.init()
        self.commit("one", resume__md=V1)
        self.git("checkout", "-q", "-b", "side")
        self.commit("dropped", resume__md=V1.replace("Python", "Rust"))
        self.git("checkout", "-q", "main")
        self.commit("kept", resume__md=V2)
        self.git("merge", "-q", "-s", "ours", "-m", "Merge side", "side")
        self.assertEqual(self.ids(), self.git_ids("--", "resume.md"))
        self.assertEqual(len(self.ids()), 2)

    def test_random_histories_as_git_walks_them(self):
        for seed in range(6):
            with self.subTest(seed=seed):
                self.dir = f"{self.top}/random{seed}"
                os.mkdir(self.dir)
                self.random_history(random.Random(seed))
                for args in (["main"], ["--first-parent", "main"], ["main~4..main"],
                             ["main", "^main~3"], ["side...main"]):
                    self.assertEqual(self.ids(*args, "--no-follow", "--", "resume.md"),
                                     self.git_ids(*args, "--", "resume.md"), args)

    def random_history(self, rnd):
        self.init()
        self.commit("root", resume__md=V1)
        self.git("branch", "side")
        for number in range(25):
            kind = rnd.randrange(5)
            text = open(self.path("resume.md"), encoding="utf-8").read()
            if kind == 0:
                self.git("checkout", "-q", rnd.choice(["main", "side"]))
            elif kind == 1:
                other = "side" if self.git("branch", "--show-current") == "main" else "main"
                self.git("merge", "-q", "-X", rnd.choice(["ours", "theirs"]), "-m",
                         f"merge {number}", other, check=False)
                if self.git("ls-files", "-u"):
                    self.git("checkout", "-q", "--ours", "resume.md")
                    self.git("add", "-A")
                    self.git("commit", "-q", "-m", f"merge {number}")
            elif kind == 2:
                self.commit(f"other {number}", notes__txt=str(number))
            else:
                line = rnd.choice(["- Ran", "- Led", "- Wrote", "- Mentored"])
                self.commit(f"edit {number}",
                            resume__md=text.replace(line, f"- Item {number}.\n{line}"))
        self.git("checkout", "-q", "main")

    # --- where ---------------------------------------------------------------------------------------

    def test_several_resumes(self):
        self.init()
        self.commit("both", resume__md=V1, cv_de__md=V1)
        self.commit("one of them", resume__md=V2)
        done = self.log("-n1").out
        self.assertIn("    resume.md\n", done)
        self.assertEqual(len(self.ids()), 3)

    def test_bare_and_subfolder(self):
        self.history("docs/cv.md")
        self.assertEqual(len(self.log("--format=json", "cv.md", cwd=self.path("docs"))
                             .out.splitlines()), 4)
        self.git("clone", "-q", "--bare", self.dir, f"{self.top}/bare.git")
        bare = self.log("--format=json", cwd=f"{self.top}/bare.git")
        self.assertEqual(len(bare.out.splitlines()), 4)

    def test_shallow(self):
        self.history()
        self.git("clone", "-q", "--depth=2", f"file://{self.dir}", f"{self.top}/shallow")
        done = self.log("--format=json", cwd=f"{self.top}/shallow")
        self.assertEqual(len(done.out.splitlines()), 1)
        self.assertIn("the clone is shallow", done.err)
        self.assertEqual(done.code, 0)

    def test_partial_clone(self):
        self.history()
        self.git("config", "uploadpack.allowFilter", "true")
        self.git("clone", "-q", "--no-checkout", "--filter=blob:none", f"file://{self.dir}",
                 f"{self.top}/partial")
        done = self.log(cwd=f"{self.top}/partial")
        self.assertEqual(done.code, 2)
        self.assertEqual(done.err.count("error:"), 1)
        command = done.err.split("missing: ")[1].strip()
        subprocess.run(command, shell=True, check=True, cwd=f"{self.top}/partial", env=self.env)
        self.assertEqual(self.log(cwd=f"{self.top}/partial").out, self.log().out)

    def test_sha256(self):
        self.init("--object-format=sha256")
        self.commit("one", resume__md=V1)
        done = self.log()
        self.assertEqual(done.code, 2)
        self.assertIn("SHA-256", done.err)
        self.assertIn("hint:", done.err)

    def test_submodule_and_linked_worktree(self):
        self.history()
        self.git("worktree", "add", "-q", f"{self.top}/linked")
        self.assertEqual(self.log(cwd=f"{self.top}/linked").out, self.log().out)
        outer = f"{self.top}/outer"
        self.git("init", "-q", outer)
        self.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", self.dir, "cv",
                 cwd=outer)
        self.assertEqual(self.log(cwd=f"{outer}/cv").out, self.log().out)

    def test_no_commit_yet(self):
        self.init()
        done = self.log()
        self.assertEqual(done.code, 2)
        self.assertIn("no commit yet", done.err)

    def test_odd_names(self):
        for name in ("cv 'a' \"b\".md", "-cv.md", "cv\nb.md", "cv\udcff.md"):
            with self.subTest(name=name):
                self.dir = f"{self.top}/odd{len(name)}{ord(name[0])}"
                os.mkdir(self.dir)
                self.init()
                self.commit("one", **{name: V1})
                self.commit("two", **{name: V2})
                self.assertEqual(len(self.ids("--", name)), 2)

    def test_what_is_no_text(self):
        self.init()
        self.commit("one", resume__md=V1)
        self.commit("binary", resume__md="\0\1\2")
        self.commit("two", resume__md=V2)
        done = self.log()
        self.assertEqual(done.code, 0, done.err)
        self.assertIn("a binary file", done.out)
        self.assertEqual(done.out.count("Ada Nilsson  "), 3)

    def test_hostile_subject_and_author(self):
        self.init()
        self.write("resume.md", V1)
        self.git("add", "-A")
        self.git("-c", "user.name=Eve\x1b[31m", "commit", "-q", "-m",
                 "Title \x1b]0;owned\x07\u202e", "--author=Eve\x1b]52;c;aGk=\x07 <e@e.example>")
        done = self.log("--color=never")
        self.assertNotIn("\x1b", done.out)
        self.assertNotIn("\u202e", done.out)
        self.assertIn("Title", done.out)

    def test_a_reader_that_leaves(self):
        self.history()
        piped = subprocess.run(f"'{harness.CVDIFF}' log | head -n 1", shell=True, cwd=self.dir,
                               env=self.env, capture_output=True)
        self.assertEqual(piped.returncode, 0)
        self.assertEqual(piped.stderr, b"")


if __name__ == "__main__":
    harness.main()
