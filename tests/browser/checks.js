"use strict";
// What holds for every page, whatever it shows. Each check returns a list of faults, empty if there are none.

const assert = require("node:assert");
const { execFileSync, spawnSync } = require("node:child_process");
const fs = require("node:fs");
const { chromium } = require("playwright-core");

const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
	"--disable-background-networking", "--disable-component-update", "--disable-sync"];

let browser;

async function begin() {
	const executablePath = execFileSync("sh", ["-c", "command -v chromium"], { encoding: "utf8" }).trim();

	browser = await chromium.launch({ executablePath, args: FLAGS });
}

function end() {
	return browser.close();
}

// Pages that were closed, by their options: used again, as a new one costs more than most tests.
const idle = {};

async function blank(options) {
	const { viewport = { width: 1100, height: 800 }, colorScheme = "light", ...others } = options;
	const key = JSON.stringify(others);
	const page = idle[key]?.pop() || await (await browser.newContext(others)).newPage();

	await page.setViewportSize(viewport);
	await page.emulateMedia({ media: null, colorScheme, reducedMotion: "reduce" });
	return { page, close: async () => {
		page.removeAllListeners();
		await page.goto("about:blank");
		(idle[key] ||= []).push(page);
	} };
}

// A page in a context with these options. `faults` gathers what no page may do: load, fail, ask.
async function open({ url }, options = {}) {
	const { page, close } = await blank(options);
	const faults = [];
	const file = url.split("#")[0];

	page.on("request", (request) => {
		if (request.url().split("#")[0] !== file) faults.push("request: " + request.url());
	});
	page.on("console", (message) => {
		if (["error", "warning"].includes(message.type())) faults.push("console: " + message.text());
	});
	page.on("pageerror", (error) => faults.push("error: " + error.message));
	page.on("dialog", (dialog) => { faults.push("dialog: " + dialog.message()); dialog.dismiss(); });
	page.on("popup", (popup) => faults.push("popup: " + popup.url()));
	await page.goto(url);
	return { page, faults, close };
}

// Until the page has done what it does about a key or a click.
function settled(page) {
	return page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
}

// To another fragment of the same page; `options` are those it was opened with.
async function visit(page, fragment, { javaScriptEnabled = true } = {}) {
	await page.evaluate((hash) => { location.hash = hash; }, fragment);
	if (javaScriptEnabled) await settled(page);
}

function none(faults, where) {
	assert.ok(!faults.length, [where, ...faults].join("\n  "));
}

// Each page at each of the fragments that it has by `fragmentsOf`; `use` gets the opened page, where it is,
// and the fragment. Nothing may have gone wrong afterwards.
async function everywhere(which, fragmentsOf, options, use) {
	for (const one of which) {
		const { page, faults, close } = await open(one, options);
		for (const fragment of fragmentsOf(one)) {
			await visit(page, fragment, options);
			await use(page, one.name + "#" + fragment, fragment);
		}
		none(faults, one.name);
		await close();
	}
}

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

// In a context with bypassCSP; `rules` are ids of rules or tags of them.
async function accessible(page, rules = TAGS) {
	if (!await page.evaluate(() => "axe" in window)) await page.evaluate(axe);
	return page.evaluate(async (runOnly) => {
		const { violations } = await axe.run(document, { runOnly, resultTypes: ["violations"] });
		return violations.flatMap(({ id, nodes }) => nodes.map((node) =>
			id + ": " + node.html.slice(0, 150) + " " + node.any.map((one) => one.message).join(" ").slice(0, 200)));
	}, rules);
}

// Ids, fragments, links, elements and attributes.
function sound(page) {
	return page.evaluate(() => {
		const faults = [];
		// https://url.spec.whatwg.org/#url-code-points, which go beyond ASCII
		const ADDRESS = /^[!#$%&'()*+,\-./:;=?@_~\w[\]\u{a0}-\u{10ffff}]*$/u;
		const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
		const known = new Set(ids);
		const allowed = new Set(("a article bdi body button code dd del details dialog div dl dt fieldset footer form g h1 h2 h3 h4 " +
			"h5 h6 head header html i input ins kbd label legend li main meta nav ol option output p path pre rect script section select " +
			"span strong style summary svg text time title ul").split(" "));

		if (known.size !== ids.length) faults.push("ids twice: " + ids.filter((id, at) => ids.indexOf(id) !== at).slice(0, 9));
		for (const element of document.querySelectorAll("*")) {
			if (!allowed.has(element.localName)) faults.push("element: " + element.localName);
			for (const { name, value } of element.attributes) {
				if (/^on|^(src|style|srcdoc|formaction|action|ping|target)$/.test(name)) faults.push("attribute: " + name + "=" + value);
				if (name === "aria-labelledby" && !known.has(value)) faults.push("labelled by nothing: " + value);
			}
		}
		for (const link of document.querySelectorAll("a")) {
			const href = link.getAttribute("href");
			if (href.startsWith("#") ? !known.has(decodeURIComponent(href.slice(1))) : !/^(https?:|mailto:|tel:)/i.test(href))
				faults.push("link: " + href);
			if (!href.startsWith("#") && !ADDRESS.test(href)) faults.push("no address: " + href);
			if (!href.startsWith("#") && !/\bnoopener\b.*\bnoreferrer\b/.test(link.rel)) faults.push("link without rel: " + href);
			if (!link.textContent.trim() && !link.querySelector("[aria-label]")) faults.push("link without a name: " + href);
		}
		if (document.scripts.length !== 1) faults.push(document.scripts.length + " scripts");
		if ("pwned" in window) faults.push("pwned");
		return faults.slice(0, 20);
	});
}

// What stands wider than the window, and what makes it so.
function fitting(page) {
	return page.evaluate(() => {
		const { clientWidth, scrollWidth } = document.documentElement;

		if (scrollWidth <= clientWidth) return [];
		const wide = [...document.querySelectorAll("body *")].filter((element) => element.getBoundingClientRect().right > clientWidth + 1);
		return [scrollWidth + " > " + clientWidth + ": " + wide.slice(0, 3).map(({ outerHTML }) => outerHTML.slice(0, 120)).join(" | ")];
	});
}

// Shown headings, each at most one level below the one before.
function headings(page) {
	return page.evaluate(() => {
		const faults = [];
		let level = 0;

		for (const heading of document.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
			if (!heading.checkVisibility()) continue;
			const own = Number(heading.localName[1]);
			if (own > level + 1) faults.push("h" + level + " then h" + own + ": " + heading.textContent.slice(0, 60));
			if (!heading.textContent.trim()) faults.push("empty h" + own);
			level = own;
		}
		return faults;
	});
}

// Words that came or went say so by a line, too.
function uncoloured(page) {
	return page.evaluate(() => [...document.querySelectorAll("ins, del")].filter((element) => {
		const line = getComputedStyle(element).textDecorationLine;
		return element.checkVisibility() && line !== (element.localName === "ins" ? "underline" : "line-through");
	}).map(({ outerHTML }) => outerHTML.slice(0, 120)).slice(0, 5));
}

// What tidy of 2017 does not know, or takes for a fault though the standard allows it.
const TIDY_UNKNOWN = [
	/proprietary attribute "aria-keyshortcuts"/,
	/attribute "method" has invalid value "dialog"/,
	/attribute "lang" lacks value/,
	/<(a|title)> proprietary attribute "(href|lang)"/, // of SVG 2
	/trimming empty <(i|span|ul|div)>/,
	/<a> (escaping malformed URI reference|illegal characters found in URI)/, // letters beyond ASCII; sound() looks
];

function valid({ file }) {
	const { stderr } = spawnSync("tidy", ["-quiet", "-errors", "-utf8", "--drop-empty-elements", "no", "--show-warnings", "yes", file],
		{ encoding: "utf8", maxBuffer: 1 << 26 });
	return stderr.split("\n").filter((line) => line && !TIDY_UNKNOWN.some((known) => known.test(line))).slice(0, 20);
}

module.exports = { begin, end, open, everywhere, none, visit, settled, accessible, sound, fitting, headings, uncoloured, valid };
