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

/* --- histories --- */

function log(out, name, repository, ...args) {
	const file = path.join(out, name + ".html");

	call(cvdiff, ["log", "--format=html", "-o", file, ...args], repository);
	return { name, file, url: "file://" + file };
}

// Five hundred commits, three days apart, of a résumé with some edits each.
function long(out) {
	const directory = path.join(out, "long");
	const stream = [];

	for (let at = 0; at < 500; at++) {
		const lines = ["# Ida Varga", "", "## Experience"];
		for (let role = 0; role < 12; role++) {
			lines.push("", "### Engineer " + role + ", Depot " + role * 7, "", (2008 + role) + " – " + (2009 + role), "");
			for (let bullet = 0; bullet < 8 + Number((at + role) % 5 === 4); bullet++)
				lines.push("- Carried " + (bullet === role % 8 ? Math.floor(at / 3) : role * 9) + " crates over winter " + bullet * 13 + " to harbour " + role * 31 + ".");
		}
		const text = lines.join("\n") + "\n";
		stream.push("commit refs/heads/main\ncommitter Ida Varga <ida@varga.example> " + (1500000000 + at * 260000) + " +0000\ndata 4\nEdit\n" +
			"M 100644 inline cv.md\ndata " + Buffer.byteLength(text) + "\n" + text + "\n");
	}
	fs.mkdirSync(directory);
	call("git", ["init", "-q", "-b", "main"], directory);
	call("git", ["fast-import", "--quiet"], directory, stream.join(""));
	return directory;
}

function histories(out) {
	const career = history(out);
	const turns = (language) => ["old", "new", "old"].map((side) => ({ "cv.md": language + "." + side + ".md" }));

	return [
		log(out, "log-career", career, "--", "*.md"),
		log(out, "log-reverse", career, "--reverse", "--style", "--", "*.md"),
		log(out, "log-none", career, "--author=Nobody", "--", "*.md"),
		log(out, "log-arabic", repository(out, "arabic", ...turns("arabic"))),
		log(out, "log-japanese", repository(out, "japanese", ...turns("japanese"))),
		log(out, "log-one", repository(out, "one", { "cv.md": "career.old.md" })),
		log(out, "log-several", repository(out, "several-histories",
			{ "cv.md": "career.old.md", "gone.md": "japanese.old.md", "cv.ar.md": "arabic.old.md" },
			{ "cv.md": "career.new.md", "cv.ar.md": "arabic.new.md" })),
		log(out, "log-long", long(out)),
	];
}

// The hostile résumés, one a file, with a hostile author and subject.
function hostileHistory(out) {
	const pairs = path.join(out, "hostile"), directory = path.join(out, "hostile-history");
	const attack = "<script>pwned = 1</script><img src=x onerror='pwned = 2'>\"' onload=\"pwned = 3";

	call("python3", ["-B", path.join(__dirname, "../hostile/make"), pairs]);
	fs.mkdirSync(directory);
	call("git", ["init", "-q", "-b", "main"], directory);
	for (const side of [".old.md", ".new.md"]) {
		for (const name of fs.readdirSync(pairs).filter((file) => file.endsWith(side) && !/-(long|wide)-/.test(file)))
			fs.copyFileSync(path.join(pairs, name), path.join(directory, name.replace(side, "-'\"<b>&.md")));
		call("git", ["add", "-A"], directory);
		call("git", ["commit", "-q", "-m", attack, "--author", attack.replace(/[<>]/g, "|") + " <ida@varga.example>"], directory);
	}
	call("git", ["branch", "\"><script>pwned=4</script>"], directory);
	return log(out, "log-hostile", directory, "\"><script>pwned=4</script>", "--", "*.md");
}

module.exports = { ordinary, hostile, histories, hostileHistory };
