"""Pull and merge requests: hooks/pull-request as action.yml and templates/merge-request.yml run it, with
real repositories, the event as the hosts tell it, and a server that answers as their APIs do.
"""

import contextlib
import http.server
import json
import os
import pathlib
import re
import socket
import subprocess
import threading
import time
import urllib.parse

import yaml

import harness
from harness import CVDIFF, NEW_BULLET, V1, V2, V3, V4, Case

TOP = pathlib.Path(__file__).resolve().parents[2]
SCRIPT = TOP / "hooks" / "pull-request"
MARKER = "<!-- cvdiff: changes of this request -->"
TOKEN = "ghs_n0tT0BeSeenAnywhere"
BOT = "github-actions[bot]"
HOSTILE_BRANCH = "--upload-pack=$(touch${IFS}pwned)`touch${IFS}pwned`'\"&;|"
HOSTILE = "::error::pwned $(touch pwned) `touch pwned` '\"; touch pwned #\n::stop-commands::x"


class Api(http.server.ThreadingHTTPServer):
    """Comments as GitHub and GitLab keep them, and faults that a test asks for."""

    daemon_threads = True

    def __init__(self, host):
        super().__init__(("127.0.0.1", 0), Handler)
        self.host = host
        self.url = f"http://127.0.0.1:{self.server_port}"
        self.comments = []
        self.requests = []
        self.faults = []  # (method, part of the path, status, headers, done all the same)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def add(self, body, author=BOT):
        comment = {"id": 100 + len(self.comments), "body": body}
        if self.host == "github":
            comment["user"] = author and {"login": author}
        else:
            comment["author"] = author and {"username": author}
        self.comments.append(comment)

    def fail(self, method, part, status, times=1, done=False, **headers):
        self.faults += [(method, part, status, headers, done)] * times

    def count(self, method, part="comments"):
        return sum(was == method and part in path for was, path, _ in self.requests)


class Handler(http.server.BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def answer(self, status, body, headers=()):
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.send_response(status)
        for name, value in dict(headers).items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def handle_any(self):
        server = self.server
        length = int(self.headers.get("Content-Length", 0))
        body = json.loads(self.rfile.read(length)) if length else None
        server.requests.append((self.command, self.path, dict(self.headers)))
        for fault in server.faults:
            method, part, status, headers, done = fault
            if method == self.command and part in self.path:
                server.faults.remove(fault)
                if done:
                    server.add(body["body"])
                self.answer(status, headers.pop("body", {"message": TOKEN}), headers)
                return
        given = self.headers.get("Authorization") or self.headers.get("PRIVATE-TOKEN")
        if given not in (f"Bearer {TOKEN}", TOKEN):
            self.answer(401, {"message": "Bad credentials"})
            return
        url = urllib.parse.urlsplit(self.path)
        getattr(self, server.host)(url.path, dict(urllib.parse.parse_qsl(url.query)), body)

    do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = handle_any

    def github(self, path, query, body):
        comments = "/repos/ada/career/issues/7/comments"
        if self.command == "POST" and path == "/graphql":
            self.answer(200, {"data": {"viewer": {"login": BOT}}})
        elif path == comments:
            self.collection(query, body)
        elif self.command == "PATCH":
            self.item("/repos/ada/career/issues/comments/", path, body)
        else:
            self.answer(404, {"message": "Not Found"})

    def gitlab(self, path, query, body):
        notes = "/projects/4711/merge_requests/7/notes"
        if self.command == "GET" and path == "/user":
            self.answer(200, {"id": 1, "username": BOT})
        elif path == notes:
            self.collection(query, body)
        elif self.command == "PUT":
            self.item(notes + "/", path, body)
        else:
            self.answer(404, {"message": "404 Not found"})

    def collection(self, query, body):
        server = self.server
        if self.command == "POST":
            server.add(body["body"])
            self.answer(201, server.comments[-1])
            return
        size, page = int(query.get("per_page", 20)), int(query.get("page", 1))
        start = (page - 1) * size
        more = start + size < len(server.comments)
        link = f'<{server.url}/x?page={page + 1}>; rel="next", <{server.url}/x?page=9>; rel="last"'
        self.answer(200, server.comments[start:start + size], {"Link": link} if more else {})

    def item(self, prefix, path, body):
        found = [comment for comment in self.server.comments if path == f"{prefix}{comment['id']}"]
        if not found:
            self.answer(404, {"message": "Not Found"})
            return
        found[0]["body"] = body["body"]
        self.answer(200, found[0])


class Requests(Case):
    """An upstream repository with a branch, and a job's checkout of it."""

    host = "github"

    def setUp(self):
        super().setUp()
        self.api = Api(self.host)
        self.addCleanup(self.api.server_close)
        self.addCleanup(self.api.shutdown)
        self.init()
        self.git("config", "uploadpack.allowAnySHA1InWant", "true")
        self.commit("Begin", resume__md=V1, notes__txt="one")
        self.branch("edited")

    def head(self, name="HEAD"):
        return self.git("rev-parse", "--verify", name)

    def branch(self, name):
        self.base = self.head("main")
        self.git("update-ref", f"refs/heads/{name}", self.base)
        self.git("symbolic-ref", "HEAD", f"refs/heads/{name}")

    def push(self, message="Edit", **files):
        self.commit(message, **files)
        self.sha = self.head()

    def advance_main(self, **files):
        """Main goes on after the branch left it, so that its tip is not the merge base."""
        branch = self.git("symbolic-ref", "HEAD")
        self.git("checkout", "-q", "main")
        self.commit("Go on", **files)
        self.base = self.head()
        self.git("symbolic-ref", "HEAD", branch)
        self.git("reset", "-q", "--hard")

    def check_out(self, depth=1, ref=None):
        """As actions/checkout does: the merge commit that GitHub makes, detached."""
        self.git("checkout", "-q", "--detach", self.base)
        self.git("merge", "-q", "--no-ff", "-m", "Merge", self.sha)
        self.git("update-ref", "refs/pull/7/merge", "HEAD")
        job = os.path.join(self.top, f"job{time.monotonic_ns()}")
        self.git("init", "-q", job)
        self.git("remote", "add", "origin", f"file://{self.dir}", cwd=job)
        self.git("fetch", "-q", "--no-tags", *([f"--depth={depth}"] if depth else []), "origin",
                 ref or "refs/pull/7/merge", cwd=job)
        self.git("checkout", "-q", "--detach", "FETCH_HEAD", cwd=job)
        return job

    def event(self):
        return {"action": "synchronize", "number": 7, "pull_request": {
            "number": 7, "title": HOSTILE, "body": HOSTILE,
            "base": {"sha": self.base, "ref": "main"},
            "head": {"sha": self.sha, "ref": HOSTILE_BRANCH, "label": HOSTILE}}}

    def job_env(self, event=None):
        path = os.path.join(self.top, "event.json")
        self.summary = os.path.join(self.top, "summary.md")
        pathlib.Path(self.summary).unlink(missing_ok=True)
        pathlib.Path(path).write_text(json.dumps(self.event() if event is None else event), encoding="utf-8")
        return {"GITHUB_ACTIONS": "true", "GITHUB_EVENT_PATH": path, "GITHUB_REPOSITORY": "ada/career",
                "GITHUB_API_URL": self.api.url, "GITHUB_GRAPHQL_URL": self.api.url + "/graphql",
                "GITHUB_STEP_SUMMARY": self.summary, "GITHUB_HEAD_REF": HOSTILE_BRANCH,
                "CVDIFF_TOKEN": TOKEN, "CVDIFF": CVDIFF}

    def run_job(self, job=None, command=(str(SCRIPT),), code=0, event=None, **env):
        job = job or self.check_out()
        done = subprocess.run(command, cwd=job, capture_output=True, encoding="utf-8", check=False,
                              timeout=300, stdin=subprocess.DEVNULL,
                              env={**self.env, **self.job_env(event), **env})
        self.told = done.stdout + done.stderr
        self.assertEqual(done.returncode, code, self.told)
        self.assertNotIn("Traceback", self.told)
        self.assertNotIn("pwned", [name for _, _, names in os.walk(self.top) for name in names])
        everything = self.told + self.read_summary()
        everything += "".join(comment["body"] for comment in self.api.comments)
        self.assertNotIn(TOKEN, everything)
        return done

    def read_summary(self):
        path = pathlib.Path(self.summary)
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def own(self):
        return [comment["body"] for comment in self.api.comments if comment["body"].startswith(MARKER)]

    def assert_one_comment(self, *words, absent=()):
        own = self.own()
        self.assertEqual(len(own), 1, own)
        for word in words:
            self.assertIn(word, own[0])
        for word in absent:
            self.assertNotIn(word, own[0])


class Comment(Requests):
    """What both hosts do."""

    def test_created_then_updated_then_unchanged(self):
        self.push(resume__md=V2)
        self.run_job()
        self.assert_one_comment("1 fact", "60%")
        self.assertIn("1 fact", self.read_summary())
        self.assertNotIn(MARKER, self.read_summary())
        self.push(resume__md=V4)
        self.run_job()
        self.assert_one_comment("60%", NEW_BULLET, "Rust")
        self.push(resume__md=V1)
        self.run_job()
        self.assert_one_comment("No changes", absent=["60%"])
        self.assertIn("No changes", self.read_summary())
        self.assertEqual(self.api.count("POST", "comments") + self.api.count("POST", "notes"), 1)

    def test_none_without_changes(self):
        self.push(notes__txt="two")
        self.run_job()
        self.assertEqual(self.own(), [])
        self.assertIn("No changes", self.read_summary())

    def test_not_wanted(self):
        self.push(resume__md=V2)
        self.run_job(CVDIFF_COMMENT="false")
        self.assertEqual(self.api.requests, [])
        self.assertIn("1 fact", self.read_summary())

    def test_is_found_behind_pages_of_others(self):
        for number in range(250):
            self.api.add(f"Comment {number}")
        self.api.add(MARKER + "\n\nold")
        self.api.add("Last")
        self.push(resume__md=V2)
        self.run_job()
        self.assert_one_comment("1 fact", absent=["old"])
        self.assertEqual(len(self.api.comments), 252)

    def test_of_others_is_left_alone(self):
        for author in "mallory", "github-actions", None:
            self.api.add(MARKER + "\n\nforged", author)
        self.api.add(f"What is {MARKER}?")
        before = json.dumps(self.api.comments)
        self.push(resume__md=V2)
        self.run_job()
        self.assertEqual(json.dumps(self.api.comments[:4]), before)
        self.assertEqual(len(self.api.comments), 5)
        self.assertIn("1 fact", self.api.comments[4]["body"])

    def test_trouble_falls_back_to_the_summary(self):
        self.push(resume__md=V2)
        job = self.check_out()
        for status, says in (401, "not valid"), (403, "may not comment"), (404, "does not see"), \
                (410, "410"), (301, "301"):
            for method in "GET", "POST":
                with self.subTest(status, method=method):
                    self.api.faults.clear()
                    self.api.fail(method, "7/", status, times=9, Location="http://127.0.0.1:9/")
                    self.run_job(job)
                    self.assertEqual(self.own(), [])
                    self.assertIn(says, self.told)
                    self.assertIn("No comment was written", self.read_summary())
                    self.assertIn("1 fact", self.read_summary())

    def test_passing_trouble_is_tried_again(self):
        self.push(resume__md=V2)
        job = self.check_out()
        for method in "GET", "POST":
            for status in 500, 502, 503, 429:
                with self.subTest(status, method=method):
                    self.api.comments.clear()
                    self.api.fail(method, "7/", status, times=2, Retry_After="0")
                    self.run_job(job)
                    self.assert_one_comment("1 fact")
                    self.assertNotIn("warning", self.told)

    def test_lasting_trouble_is_given_up(self):
        self.push(resume__md=V2)
        self.api.fail("POST", "7/", 502, times=99, Retry_After="0")
        self.run_job()
        self.assertEqual(len(self.api.faults), 96)
        self.assertIn("502", self.told)
        self.assertEqual(self.own(), [])

    def test_written_though_the_answer_failed(self):
        self.push(resume__md=V2)
        self.api.fail("POST", "7/", 504, done=True, Retry_After="0")
        self.run_job()
        self.assert_one_comment("1 fact")

    def test_rate_limit(self):
        self.push(resume__md=V2)
        job = self.check_out()
        limit = {"X_RateLimit_Remaining": "0"}
        self.api.fail("POST", "7/", 403, X_RateLimit_Reset=str(int(time.time())), **limit)
        self.run_job(job)
        self.assert_one_comment("1 fact")
        self.api.comments.clear()
        self.api.fail("POST", "7/", 403, X_RateLimit_Reset=str(int(time.time()) + 3000), **limit)
        start = time.monotonic()
        self.run_job(job)
        self.assertLess(time.monotonic() - start, 30)
        self.assertIn("rate limit", self.told)
        self.assertEqual(self.own(), [])

    def test_network_is_down(self):
        self.push(resume__md=V2)
        with socket.socket() as closed:
            closed.bind(("127.0.0.1", 0))
            url = f"http://127.0.0.1:{closed.getsockname()[1]}"
            self.run_job(GITHUB_API_URL=url, GITHUB_GRAPHQL_URL=url, CI_API_V4_URL=url)
        self.assertIn("cannot be reached", self.told)
        self.assertIn("1 fact", self.read_summary())

    def test_answers_that_are_none(self):
        self.push(resume__md=V2)
        job = self.check_out()
        for body in b"<html>", b"{}", b"[1]", b'{"message": "x"}', b"null", b'""':
            with self.subTest(body):
                self.api.faults.clear()
                self.api.fail("GET", "7/", 200, times=3, body=body, Retry_After="0")
                self.run_job(job)
                self.assertIn("1 fact", self.read_summary())
                self.assertEqual(self.own(), [])

    def test_tokens_that_are_none(self):
        self.push(resume__md=V2)
        job = self.check_out()
        for token in "", " ", f"{TOKEN}\nX: y", f"{TOKEN} {TOKEN}", "tökén", "\x01":
            with self.subTest(token):
                self.run_job(job, CVDIFF_TOKEN=token, GITLAB_TOKEN=token)
                self.assertIn("holds no token", self.told)
                self.assertEqual(self.api.requests, [])

    def test_token_is_seen_by_no_program(self):
        self.push(resume__md=V2)
        spy = os.path.join(self.top, "spy")
        pathlib.Path(spy).write_text(f'#!/bin/sh\nenv >>"{spy}.env"\nexec "{CVDIFF}" "$@"\n',
                                     encoding="utf-8")
        os.chmod(spy, 0o755)
        self.run_job(CVDIFF=spy, GIT_TRACE="1", GIT_CURL_VERBOSE="1", RUNNER_DEBUG="1")
        self.assert_one_comment("1 fact")
        self.assertNotIn(TOKEN, pathlib.Path(spy + ".env").read_text(encoding="utf-8"))

    def test_is_within_the_limit(self):
        bullets = "".join(f"- Cut {n} costs of {'parcel sorting ' * 9}by {n}%.\n" for n in range(900))
        self.push(resume__md=V1.replace("- Mentored", bullets + "- Mentored"))
        self.run_job()
        self.assert_one_comment("more change")
        self.assertLess(len(self.own()[0].encode()), 65536)
        self.assertGreater(len(self.own()[0].encode()), 60000)

    def test_hostile_text(self):
        lines = HOSTILE.replace("\n", " ")
        self.push(HOSTILE, resume__md=V2.replace("Mentored four", f"{lines} @ada <!-- x --> four"))
        self.git("update-ref", f"refs/heads/{HOSTILE_BRANCH}", self.sha)
        self.run_job(self.check_out(ref=f"refs/heads/{HOSTILE_BRANCH}"), CVDIFF_ANNOTATE="true")
        self.assert_one_comment("60%", absent=["@ada", "<!-- x"])
        self.assertNotRegex(self.told, r"(?m)^::(error|stop-commands)|^##\[")


class Gate(Requests):
    def test_exit_status(self):
        self.push(resume__md=V2)
        job = self.check_out()
        for gate, code in ("fact", 1), ("content", 1), ("style", 1), ("", 0):
            with self.subTest(gate):
                self.run_job(job, code=code, CVDIFF_FAIL_ON=gate)
                self.assert_one_comment("1 fact")

    def test_content_is_no_fact(self):
        self.push(resume__md=V1.replace("Led the move", "Drove the move"))
        job = self.check_out()
        for name, code in ("fact", 0), ("content", 1):
            self.run_job(job, code=code, CVDIFF_FAIL_ON=name)
        self.assert_one_comment("content change")

    def test_trouble_with_the_comment_is_not_the_gate(self):
        self.push(resume__md=V2)
        job = self.check_out()
        for gate, code in ("fact", 1), ("", 0):
            self.api.fail("POST", "7/", 403)
            self.run_job(job, code=code, CVDIFF_FAIL_ON=gate)

    def test_trouble(self):
        self.push(resume__md=V2)
        job = self.check_out()
        for env, says in (({"CVDIFF_FAIL_ON": "$(touch pwned)"}, "CVDIFF_FAIL_ON"),
                          ({"CVDIFF_COMMENT": "yes"}, "CVDIFF_COMMENT"),
                          ({"CVDIFF_PATHS": "nothing.md"}, "nothing.md"),
                          ({"CVDIFF_PATHS": "--quiet"}, "--quiet"),
                          ({"CVDIFF": "/nowhere/cvdiff"}, "cannot run")):
            with self.subTest(env):
                self.run_job(job, code=2, **env)
                self.assertIn(says, self.told)
                self.assertEqual(self.own(), [])

    def test_one_of_several_is_trouble(self):
        self.push(resume__md=V2, cv__md=b"\0\1\2")
        self.run_job(code=2, CVDIFF_FAIL_ON="fact")
        self.assertIn("cv.md", self.told)
        self.assert_one_comment("60%")


class Checkout(Requests):
    def test_depths(self):
        for number in range(5):
            self.push(notes__txt=str(number))
        self.push(resume__md=V2)
        for depth in 1, 2, 3, None:
            with self.subTest(depth):
                job = self.check_out(depth)
                self.run_job(job)
                self.assert_one_comment("1 fact")

    def test_merge_base_and_not_the_base(self):
        self.push(resume__md=V2)
        self.advance_main(resume__md=V1.replace("Go, C, Python", "Go, C, Zig"))
        for depth in 1, None:
            with self.subTest(depth):
                self.run_job(self.check_out(depth))
                self.assert_one_comment("60%", absent=["Zig"])

    def test_main_merged_into_the_branch(self):
        self.push(resume__md=V2)
        self.advance_main(resume__md=V1.replace("Go, C, Python", "Go, C, Zig"))
        self.git("merge", "-q", "-m", "Merge main", "main")
        self.sha = self.head()
        self.run_job(self.check_out())
        self.assert_one_comment("60%", absent=["Zig"])

    def test_event_knows_an_older_main(self):
        """GitHub keeps base.sha, and makes the merge commit with a main that went on."""
        self.push(resume__md=V2)
        old = self.base
        self.advance_main(resume__md=V1.replace("Go, C, Python", "Go, C, Zig"))
        self.git("merge", "-q", "-m", "Merge main", "main")
        self.sha = self.head()
        for depth in 1, None:
            with self.subTest(depth):
                job = self.check_out(depth)
                event = self.event()
                event["pull_request"]["base"]["sha"] = old
                self.run_job(job, event=event)
                self.assert_one_comment("60%", absent=["Zig"])

    def test_partial_clone(self):
        self.git("config", "uploadpack.allowFilter", "true")
        self.push(resume__md=V2)
        self.git("update-ref", "refs/heads/edited", self.sha)
        job = os.path.join(self.top, "partial")
        self.git("clone", "-q", "--filter=blob:none", "--no-checkout", f"file://{self.dir}", job)
        self.run_job(job)
        self.assert_one_comment("60%")

    def test_repository_of_another_user(self):
        self.push(resume__md=V2)
        self.run_job(code=2, GIT_TEST_ASSUME_DIFFERENT_OWNER="1")
        self.assertIn("safe.directory", self.told)

    def test_head_checked_out(self):
        self.push(resume__md=V2)
        self.run_job(self.check_out(ref="edited"))
        self.assert_one_comment("60%")

    def test_complete_checkout_needs_no_remote(self):
        self.push(resume__md=V2)
        job = self.check_out(None)
        self.git("remote", "remove", "origin", cwd=job)
        self.run_job(job)
        self.assert_one_comment("60%")

    def test_history_out_of_reach(self):
        self.push(resume__md=V2)
        job = self.check_out()
        self.git("remote", "set-url", "origin", f"https://ada:{TOKEN}@127.0.0.1:9/x.git", cwd=job)
        self.run_job(job, code=2)
        self.assertIn("git fetch --unshallow origin", self.told)
        self.assertEqual(self.own(), [])

    def test_from_a_fork(self):
        fork = os.path.join(self.top, "fork")
        self.git("clone", "-q", self.dir, fork)
        pathlib.Path(fork, "resume.md").write_text(V3, encoding="utf-8")
        self.git("commit", "-q", "-a", "-m", "Fork", cwd=fork)
        self.git("fetch", "-q", fork, "HEAD:refs/pull/7/head")
        self.sha = self.head("refs/pull/7/head")
        self.api.fail("POST", "7/comments", 403)
        self.run_job()
        self.assertIn("from forks", self.told)
        self.assertIn(NEW_BULLET, self.read_summary())

    def test_no_history_in_common(self):
        self.git("checkout", "-q", "--orphan", "other")
        self.push(resume__md=V2)
        job = os.path.join(self.top, "clone")
        self.git("clone", "-q", "--depth=1", "--branch=other", f"file://{self.dir}", job)
        self.run_job(job, code=2)
        self.assertIn("no commit in common", self.told)

    def test_renamed(self):
        self.git("mv", "resume.md", "cv.md")
        self.push(cv__md=V2)
        self.run_job()
        self.assert_one_comment("60%", "cv.md", absent=["Removed", "Added"])

    def test_paths(self):
        self.write("-x/my resume.md", V1)
        self.commit("More")
        self.git("update-ref", "refs/heads/main", "HEAD")
        self.base = self.head()
        self.write("-x/my resume.md", V2)
        self.push(resume__md=V4)
        self.run_job(CVDIFF_PATHS="-x/my resume.md")
        self.assert_one_comment("60%", absent=["Rust"])
        self.run_job(CVDIFF_PATHS="  resume.md\n\n-x/my resume.md\n")
        self.assert_one_comment("60%", "Rust")


class GitHubEvents(Requests):
    def test_annotations(self):
        self.push(resume__md=V3)
        job = self.check_out()
        self.run_job(job)
        self.assertEqual(self.told, "")
        self.run_job(job, CVDIFF_ANNOTATE="true")
        self.assertRegex(self.told, r"(?m)^::warning file=resume\.md,line=\d+")

    def test_other_events(self):
        self.push(resume__md=V2)
        job = self.check_out()
        broken = self.event()
        broken["pull_request"]["head"]["sha"] = "--upload-pack=touch pwned"
        for event in ({"ref": "refs/heads/main"}, [], {"pull_request": None}, broken,
                      {"pull_request": {"base": {"sha": self.base}, "head": {}, "number": 7}}):
            with self.subTest(event):
                self.run_job(job, code=2, event=event)
                self.assertRegex(self.told, "^::error title=cvdiff::")
        self.run_job(job, code=2, GITHUB_EVENT_PATH="/nowhere")
        self.assertIn("on: pull_request", self.told)

    def test_no_place_for_a_summary(self):
        self.push(resume__md=V2)
        self.run_job(GITHUB_STEP_SUMMARY="")
        self.assert_one_comment("60%")


class OnGitLab(Requests):
    """The same, told by variables."""

    host = "gitlab"

    def job_env(self, event=None):
        return {"GITLAB_CI": "true", "CI_API_V4_URL": self.api.url, "CI_MERGE_REQUEST_PROJECT_ID": "4711",
                "CI_MERGE_REQUEST_IID": "7", "CI_MERGE_REQUEST_DIFF_BASE_SHA": self.base,
                "CI_COMMIT_SHA": self.sha, "CI_MERGE_REQUEST_TITLE": HOSTILE,
                "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME": HOSTILE_BRANCH, "GITLAB_TOKEN": TOKEN,
                "CVDIFF": CVDIFF}

    def run_job(self, job=None, **kwargs):
        job = job or self.check_out()
        self.summary = os.path.join(job, "cvdiff.md")
        return super().run_job(job, **kwargs)


class MergeRequest(OnGitLab, Comment):
    def test_log_has_the_report(self):
        self.push(resume__md=V2)
        self.run_job()
        self.assertIn("60%", self.told)

    def test_pipeline_for_merged_results(self):
        self.push(resume__md=V2)
        self.advance_main(resume__md=V1.replace("Go, C, Python", "Go, C, Zig"))
        merge_base = self.git("merge-base", self.base, self.sha)
        job = self.check_out()
        self.run_job(job, CI_COMMIT_SHA=self.git("rev-parse", "HEAD", cwd=job),
                     CI_MERGE_REQUEST_SOURCE_BRANCH_SHA=self.sha,
                     CI_MERGE_REQUEST_DIFF_BASE_SHA=merge_base)
        self.assert_one_comment("60%", absent=["Zig"])

    def test_other_pipelines(self):
        self.push(resume__md=V2)
        self.run_job(code=2, CI_MERGE_REQUEST_IID="")
        self.assertIn("merge_request_event", self.told)

    def test_artifact_replaces_what_the_request_has_there(self):
        target = os.path.join(self.top, "target")
        pathlib.Path(target).write_text("kept", encoding="utf-8")
        os.symlink(target, self.path("cvdiff.md"))
        self.push(resume__md=V2)
        self.run_job()
        self.assertEqual(pathlib.Path(target).read_text(encoding="utf-8"), "kept")
        self.assertIn("1 fact", self.read_summary())


# --- action.yml, the component and the README -------------------------------------------------------


def examples():
    """The README's examples in YAML, as [workflow, gitlab-ci]."""
    text = (TOP / "README.md").read_text(encoding="utf-8")
    return [yaml.safe_load(block) for block in re.findall(r"(?ms)^```yaml\n(.*?)^```$", text)]


class Action(Requests):
    def setUp(self):
        super().setUp()
        self.action = yaml.safe_load((TOP / "action.yml").read_text(encoding="utf-8"))
        self.steps = self.action["runs"]["steps"]

    def test_metadata(self):
        self.assertLessEqual(set(self.action), {"name", "description", "branding", "inputs", "runs"})
        self.assertTrue(self.action["name"] and len(self.action["description"]) < 125)
        self.assertEqual(self.action["runs"]["using"], "composite")
        for value in self.action["inputs"].values():
            self.assertLessEqual(set(value), {"description", "default", "required"})
            self.assertIsInstance(value["default"], str)
        used = set()
        for step in self.steps:
            self.assertLessEqual(set(step), {"name", "shell", "env", "run", "if"})
            self.assertEqual(step["shell"], "bash")
            self.assertNotIn("${{", step["run"])
            for value in step.get("env", {}).values():
                used.add(re.fullmatch(r"\$\{\{ inputs\.([a-z-]+) \}\}", value)[1])
        self.assertEqual(used, set(self.action["inputs"]))
        variables = {name for step in self.steps for name in step.get("env", ())}
        self.assertLessEqual(variables, set(re.findall(r"^(CVDIFF_\w+)", SCRIPT.read_text(encoding="utf-8"),
                                                       re.MULTILINE)))

    def run_action(self, job, given, **kwargs):
        """The steps as the runner runs them, inputs put in where it does."""
        values = {name: about["default"] for name, about in self.action["inputs"].items()}
        values.update(given, token=TOKEN)
        bin_dir = os.path.join(self.top, "bin")
        os.makedirs(bin_dir, exist_ok=True)
        with contextlib.suppress(FileExistsError):
            os.symlink(CVDIFF, os.path.join(bin_dir, "cvdiff"))
        for step in self.steps:
            env = {name: values[re.search(r"inputs\.([a-z-]+)", value)[1]]
                   for name, value in step.get("env", {}).items()}
            script = os.path.join(self.top, "step.sh")
            pathlib.Path(script).write_text(step["run"], encoding="utf-8")
            last = step is self.steps[-1]
            self.run_job(job, ("bash", "--noprofile", "--norc", "-eo", "pipefail", script),
                         GITHUB_ACTION_PATH=str(TOP), CVDIFF="",
                         PATH=f"{bin_dir}:{os.environ['PATH']}",
                         **{"CVDIFF_TOKEN": "", **env, **(kwargs if last else {})})

    def test_steps(self):
        self.push(resume__md=V2)
        self.run_action(self.check_out(), {})
        self.assert_one_comment("60%")

    def test_hostile_inputs(self):
        self.push(resume__md=V2)
        self.run_action(self.check_out(), {"path": "$(touch pwned)`touch pwned`'\""}, code=2)
        self.assertEqual(self.own(), [])

    def test_readme_workflow(self):
        workflow = examples()[0]
        self.assertEqual(workflow[True], "pull_request")  # YAML reads `on` so
        (job,) = workflow["jobs"].values()
        self.assertEqual(job["permissions"], {"contents": "read", "pull-requests": "write"})
        self.assertIn("concurrency", workflow)
        checkout, step = job["steps"]
        self.assertRegex(checkout["uses"], r"^actions/checkout@v\d+$")
        self.assertRegex(step["uses"], r"^OWNER/cvdiff@\S+$")
        self.assertLessEqual(set(step["with"]), set(self.action["inputs"]))
        self.push(resume__md=V2)
        given = {name: str(value).lower() if isinstance(value, bool) else str(value)
                 for name, value in step["with"].items()}
        self.run_action(self.check_out(), given, code=1)
        self.assert_one_comment("60%")


class Component(OnGitLab):
    def setUp(self):
        super().setUp()
        text = (TOP / "templates" / "merge-request.yml").read_text(encoding="utf-8")
        self.spec, self.template = yaml.safe_load_all(text)
        self.inputs = self.spec["spec"]["inputs"]

    def filled(self, value, given):
        """The component with its inputs, as GitLab puts them in."""
        if isinstance(value, dict):
            return {key: self.filled(item, given) for key, item in value.items()}
        if isinstance(value, list):
            return [self.filled(item, given) for item in value]
        if not isinstance(value, str):
            return value
        return re.sub(r"\$\[\[ inputs\.([a-z-]+) \]\]", lambda match: given[match[1]], value)

    def run_component(self, given, **kwargs):
        values = {name: str(about.get("default")).lower() if about.get("type") == "boolean"
                  else about.get("default") for name, about in self.inputs.items()}
        (job,) = self.filled(self.template, {**values, **given}).values()
        script = os.path.join(self.top, "job.sh")
        pathlib.Path(script).write_text("set -eo pipefail\n" + "\n".join(job["script"]), encoding="utf-8")
        env = {name: value["value"] if isinstance(value, dict) else value
               for name, value in job["variables"].items()}
        bin_dir = os.path.join(self.top, "bin")
        os.mkdir(bin_dir)
        os.symlink(CVDIFF, os.path.join(bin_dir, "cvdiff"))
        self.run_job(self.check_out(None), command=("bash", script), CVDIFF="",
                     PATH=f"{bin_dir}:{os.environ['PATH']}", **env, **kwargs)

    def source(self):
        """A repository of cvdiff, as far as the job needs it."""
        folder = os.path.join(self.top, "source")
        self.git("init", "-q", "-b", "main", folder)
        os.mkdir(os.path.join(folder, "hooks"))
        target = pathlib.Path(folder, "hooks", "pull-request")
        target.write_bytes(SCRIPT.read_bytes())
        target.chmod(0o755)
        self.git("add", "-A", cwd=folder)
        self.git("commit", "-q", "-m", "cvdiff", cwd=folder)
        return f"file://{folder}"

    def test_metadata(self):
        (job,) = self.template.values()
        self.assertEqual(job["rules"], [{"if": '$CI_PIPELINE_SOURCE == "merge_request_event"'}])
        self.assertEqual(job["variables"]["GIT_DEPTH"], "0")
        self.assertNotIn("[[", "".join(job["script"]))
        self.assertEqual(job["artifacts"]["paths"], ["cvdiff.md"])
        used = set(re.findall(r"\[\[ inputs\.([a-z-]+) \]\]", json.dumps(job)))
        self.assertEqual(used, set(self.inputs))
        for about in self.inputs.values():
            self.assertLessEqual(set(about), {"description", "default", "type", "options"})
        for name, value in job["variables"].items():
            self.assertTrue(name == "GIT_DEPTH" or value["expand"] is False, name)

    def test_job(self):
        self.push(resume__md=V2)
        self.run_component({"source": self.source(), "fail-on": "fact"}, code=1)
        self.assert_one_comment("60%")

    def test_hostile_inputs(self):
        self.push(resume__md=V2)
        self.run_component({"source": self.source(), "path": "$(touch pwned)`touch pwned`'\""}, code=2)

    def test_readme_example(self):
        (include,) = examples()[1]["include"]
        self.assertRegex(include["component"], r"/OWNER/cvdiff/merge-request@\S+$")
        self.assertLessEqual(set(include["inputs"]), set(self.inputs))
        required = {name for name, about in self.inputs.items() if "default" not in about}
        self.assertLessEqual(required, set(include["inputs"]))
        self.push(resume__md=V2)
        self.run_component({**include["inputs"], "source": self.source()}, code=1)
        self.assert_one_comment("60%")


if __name__ == "__main__":
    harness.main()
