"use strict";
// The pages that are looked at, made by cvdiff from invented résumés.

const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");

const cvdiff = path.resolve(process.env.CVDIFF || "build/cvdiff");
const cases = path.join(__dirname, "cases");

const environment = {
	PATH: process.env.PATH, HOME: "/nonexistent", GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1",
	GIT_AUTHOR_NAME: "Ida Varga", GIT_AUTHOR_EMAIL: "ida@varga.example", GIT_AUTHOR_DATE: "2026-01-02T03:04:05Z",
	GIT_COMMITTER_NAME: "Ida Varga", GIT_COMMITTER_EMAIL: "ida@varga.example",
	GIT_COMMITTER_DATE: "2026-01-02T03:04:05Z", LC_ALL: "C.UTF-8",
};

function call(program, args, cwd, input) {
	return execFileSync(program, args, { cwd, input, env: environment, maxBuffer: 1 << 28, stdio: ["pipe", "pipe", "inherit"] });
}

// Exit status 1 says only that there are changes.
function page(out, name, args, cwd = out) {
	const file = path.join(out, name + ".html");

	try {
		call(cvdiff, ["--format=html", "-o", file, ...args], cwd);
	} catch (error) {
		if (error.status !== 1) throw error;
	}
	return { name, file, url: "file://" + file };
}

function history(out) {
	const repository = path.join(out, "history");

	fs.mkdirSync(repository);
	call("git", ["init", "-q", "-b", "main"], repository);
	call("git", ["fast-import", "--quiet"], repository, fs.readFileSync(path.join(__dirname, "../../examples/history.fi")));
	return repository;
}

// Commits whose files are these, by name; the second may lack some of the first.
function repository(out, name, ...commits) {
	const directory = path.join(out, name);

	fs.mkdirSync(directory);
	call("git", ["init", "-q", "-b", "main"], directory);
	for (const files of commits) {
		call("git", ["rm", "-r", "-q", "--ignore-unmatch", "."], directory);
		for (const [file, source] of Object.entries(files)) fs.copyFileSync(path.join(cases, source), path.join(directory, file));
		call("git", ["add", "-A"], directory);
		call("git", ["commit", "-q", "--allow-empty", "-m", "A version"], directory);
	}
	return directory;
}

// A thousand statements, some of them edited, gone, new and moved.
function big(isNew) {
	const lines = ["# Ida Varga", "", "## Experience"];

	for (let role = 0; role < 50; role++) {
		lines.push("", "### Engineer " + role + ", Depot " + (role * 7), "", "20" + (10 + role % 9) + " – 2020", "");
		for (let at = 0; at < 20; at++) {
			const number = role * 20 + at;
			if (isNew ? number % 97 === 5 : number % 89 === 7) continue;
			lines.push("- Carried " + (number + (isNew && number % 31 === 0 ? 1 : 0)) + " crates of " +
				["tar", "tea", "rope", "salt"][number % 4] + " over winter " + (number * 13) + " to harbour " + (number * 7) + ".");
		}
		if (isNew && role % 10 === 3) lines.push(lines.splice(-15, 1)[0]);
	}
	return lines.join("\n") + "\n";
}

function ordinary(out) {
	const files = (name, ...args) => page(out, name, ["--no-index", ...args]);
	const pair = (name) => files(name, path.join(cases, name + ".old.md"), path.join(cases, name + ".new.md"));
	const [old, now] = ["career.old.md", "career.new.md"];
	const several = repository(out, "several",
		{ "cv.md": old, "gone.md": "japanese.old.md", "cv.ar.md": "arabic.old.md" },
		{ "cv.md": now, "lebenslauf.md": "words.new.md", "cv.ar.md": "arabic.new.md" });
	const none = repository(out, "none", { "cv.md": old }, { "cv.md": old });

	for (const isNew of [false, true]) fs.writeFileSync(path.join(out, "big." + isNew + ".md"), big(isNew));
	return [
		pair("career"), pair("arabic"), pair("japanese"), pair("words"),
		files("style", "--style", path.join(cases, old), path.join(cases, now)),
		page(out, "history", ["HEAD~3", "HEAD"], history(out)),
		files("big", "big.false.md", "big.true.md"),
		files("equal", path.join(cases, old), path.join(cases, old)),
		files("added", "/dev/null", path.join(cases, now)),
		files("removed", path.join(cases, old), "/dev/null"),
		page(out, "several", ["HEAD~1", "HEAD"], several),
		page(out, "none", ["HEAD~1", "HEAD"], none),
	];
}

function hostile(out) {
	const directory = path.join(out, "hostile");

	call("python3", ["-B", path.join(__dirname, "../hostile/make"), directory]);
	return fs.readdirSync(directory).filter((name) => name.endsWith(".old.md")).sort().map((old) => {
		const name = old.slice(0, -".old.md".length);
		return page(out, "hostile-" + name, ["--no-index", name + ".old.md", name + ".new.md"], directory);
	});
}

module.exports = { ordinary, hostile };
