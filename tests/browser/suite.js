"use strict";
// suite.js [DIRECTORY [WORD]]: the pages of cvdiff in Chromium. What the tests make of them stays in DIRECTORY;
// only tests with the word in their names run.

const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const checks = require("./checks");
const tap = require("./tap");

// Each registers its tests, and makes its pages in prepare(directory).
const files = [require("./report_test"), require("./history_test")];

async function main(directory, word) {
	const out = directory ? path.resolve(directory) : fs.mkdtempSync(path.join(os.tmpdir(), "cvdiff-browser-"));

	fs.rmSync(out, { recursive: true, force: true });
	fs.mkdirSync(out, { recursive: true });
	for (const file of files) file.prepare(out);
	await checks.begin();
	process.exitCode = await tap.run(word) ? 1 : 0;
	await checks.end();
}

main(...process.argv.slice(2));
