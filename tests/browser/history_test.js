"use strict";
// The page of a history in Chromium.

const assert = require("node:assert");
const fs = require("node:fs");
const path = require("node:path");
const { test } = require("./tap");
const pages = require("./pages");
const checks = require("./checks");

const MOST = 5_000_000; // bytes of a page of five hundred commits

let out, ordinary, hostile;

function prepare(directory) {
	out = path.join(directory, "log");
	fs.mkdirSync(out);
	ordinary = pages.histories(out);
	hostile = pages.hostileHistory(out);
}

const { none } = checks;
const named = (name) => ordinary.find((page) => page.name === name);
const hash = (page) => page.evaluate(() => location.hash);

async function open(one, options, use) {
	const { page, faults, close } = await checks.open(one, options);
	await use(page, one.name);
	none(faults, one.name);
	await close();
}

async function everywhere(options, use, names = ordinary.map(({ name }) => name)) {
	for (const name of names) await open(named(name), options, use);
}

const at = (name, fragment, use, options = {}) => open({ name, url: named(name).url + fragment }, options, use);

// The commit of the address, if it is open and in sight.
const told = (page) => page.evaluate(() => {
	const one = document.querySelector(".commit:target");
	const { top, bottom } = one ? one.getBoundingClientRect() : {};
	return one && one.open && bottom > 0 && top < innerHeight ? one.id : "";
});

async function unfold(page) {
	await page.evaluate(() => { for (const fold of [...document.querySelectorAll("details")].slice(0, 40)) fold.open = true; });
}

/* --- what holds for every page --- */

test("pages are sound, and load and report nothing", () =>
	everywhere({}, async (page, where) => {
		none(await checks.sound(page), where);
		await unfold(page);
		none(await checks.headings(page), where);
		none(await checks.uncoloured(page), where);
	}));

test("a hostile history runs, loads and links nothing", () =>
	open(hostile, {}, async (page) => {
		none(await checks.sound(page), hostile.name);
		for (const id of await page.evaluate(() => [...document.querySelectorAll(".commit")].map(({ id }) => id))) {
			await checks.visit(page, id);
			assert.equal(await told(page), id);
		}
		assert.equal(await page.evaluate(() => window.pwned), undefined);
	}));

test("tidy finds the HTML valid", () => {
	for (const one of [...ordinary, hostile]) none(checks.valid(one), one.name);
});

test("five hundred commits fit, and are soon seen", async () => {
	assert.ok(fs.statSync(named("log-long").file).size < MOST);
	await open(named("log-long"), {}, async (page) => {
		assert.equal(await page.locator(".commit").count(), 500);
		const paint = await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0].startTime);
		console.log("# 500 commits: " + fs.statSync(named("log-long").file).size + " bytes, first paint after " + Math.round(paint) + " ms");
	});
});

/* --- accessibility --- */

const telling = ["log-career", "log-reverse", "log-none", "log-arabic", "log-japanese", "log-one", "log-several"];

test("axe finds nothing", () =>
	everywhere({ bypassCSP: true }, async (page, where) => {
		await unfold(page);
		none(await checks.accessible(page), where);
	}, telling));

test("axe finds nothing in the dark", () =>
	everywhere({ bypassCSP: true, colorScheme: "dark" }, async (page, where) => {
		await unfold(page);
		none(await checks.accessible(page, ["color-contrast"]), where);
	}, telling));

test("axe finds nothing in the help", () =>
	at("log-career", "", async (page) => {
		await page.keyboard.press("?");
		none(await checks.accessible(page));
	}, { bypassCSP: true }));

test("what is clicked is 24 pixels high and wide at least", () =>
	everywhere({ viewport: { width: 360, height: 740 } }, async (page, where) =>
		none(await page.evaluate(() => [...document.querySelectorAll("button, input:not([type=checkbox]), summary, .chart a .cell")]
			.map((one) => [one, one.getBoundingClientRect()])
			.filter(([one, { width, height }]) => one.checkVisibility() && Math.min(width, height) < 24)
			.map(([one]) => one.outerHTML.slice(0, 120)).slice(0, 5)), where)));

test("signs differ by more than their colour, and none covers another", () =>
	everywhere({}, async (page, where) => none(await page.evaluate(() => {
		const faults = [], shapes = new Map();
		for (const path of document.querySelectorAll(".sign path")) {
			const shape = path.getAttribute("d").replace(/^M[\d ]+/, ""), kind = path.parentElement.getAttribute("class");
			if ((shapes.get(shape) || kind) !== kind) faults.push(shape + " is " + kind + " and " + shapes.get(shape));
			shapes.set(shape, kind);
		}
		const boxes = [...document.querySelectorAll(".chart .sign")].map((sign) => sign.getBoundingClientRect());
		for (let i = 1; i < boxes.length; i++)
			if (boxes[i].top === boxes[i - 1].top && boxes[i].left < boxes[i - 1].right - 4) faults.push("covered: " + boxes[i].left);
		return faults.slice(0, 5);
	}), where)));

test("languages and directions", async () => {
	for (const [name, lang, direction] of [["log-arabic", "ar", "rtl"], ["log-japanese", "ja", "ltr"]])
		await at(name, "", async (page) => {
			const found = await page.evaluate(() => [...document.querySelectorAll(".labels bdi:not([lang=en])")].map((one) => one.lang + " " + getComputedStyle(one).direction));
			assert.ok(found.length > 0);
			assert.deepEqual(new Set(found), new Set([lang + " " + direction]), name);
		});
});

/* --- signs, links and keys --- */

test("every sign leads to its commits, one click after the other, and back", () =>
	at("log-career", "", async (page) => {
		const cells = await page.locator(".chart a").count();
		assert.ok(cells > 5);
		for (let i = 0; i < cells; i++) {
			const cell = page.locator(".chart a").nth(i);
			const names = (await cell.getAttribute("data-at") || (await cell.getAttribute("href")).slice(8)).split(" ");
			const seen = new Set();
			await checks.visit(page, "main");
			for (let click = 0; click < names.length; click++) {
				await cell.locator(".cell").click();
				await checks.settled(page);
				assert.equal("#" + await told(page), await hash(page));
				seen.add((await hash(page)).slice("#commit-".length));
			}
			assert.deepEqual(seen, new Set(names));
		}
		const last = await hash(page);
		await checks.visit(page, "timeline");
		await page.goBack();
		await checks.settled(page);
		assert.equal(await hash(page), last);
	}));

test("n, j, p and k step through the commits, each opened alone", async () => {
	for (const name of ["log-career", "log-reverse"])
		await at(name, "", async (page) => {
			const ids = await page.evaluate(() => [...document.querySelectorAll(".commit")].map(({ id }) => id));
			for (const [index, id] of ids.entries()) {
				await page.keyboard.press(index % 2 ? "j" : "n");
				await checks.settled(page);
				assert.equal(await told(page), id);
				assert.equal(await page.textContent(".position"), "Commit " + (index + 1) + " of " + ids.length);
				assert.equal(await page.locator(".commit[open]").count(), 1);
			}
			await page.keyboard.press("j");
			await checks.settled(page);
			assert.equal(await told(page), ids[0]);
			for (const key of ["p", "k"]) await page.keyboard.press(key);
			await checks.settled(page);
			assert.equal(await told(page), ids.at(-2));
		});
});

test("/ searches the commits, and a sign leads to one that is not found", () =>
	at("log-career", "", async (page) => {
		const all = await page.locator(".commit").count();
		const shown = () => page.evaluate(() => [...document.querySelectorAll(".commit")].filter((one) => !one.hidden).map((one) => one.textContent));

		await page.keyboard.press("/");
		await page.keyboard.type("SENIOR tracking");
		const found = await shown();
		assert.ok(found.length > 0 && found.length < all);
		assert.ok(found.every((text) => /senior/i.test(text) && /tracking/i.test(text)));
		await page.fill("[name=text]", "nothing says this");
		assert.equal((await shown()).length, 0);
		assert.equal(await page.textContent(".position"), "0 commits");
		await page.keyboard.press("Escape");
		await page.keyboard.press("n");
		await page.locator(".chart a .cell").first().click();
		await checks.settled(page);
		assert.equal("#" + await told(page), await hash(page));
		await page.fill("[name=text]", "");
		assert.equal((await shown()).length, all);
	}));

test("? opens the help, which can turn the keys off", () =>
	at("log-career", "", async (page) => {
		const isOpen = () => page.evaluate(() => document.querySelector("dialog").open);

		await page.keyboard.press("?");
		assert.equal(await isOpen(), true);
		await page.uncheck("[name=keys]");
		await page.keyboard.press("Escape");
		assert.equal(await isOpen(), false);
		await page.keyboard.press("n");
		assert.equal(await hash(page), "");
		await page.click("[data-do=next]");
		await checks.settled(page);
		assert.notEqual(await told(page), "");
	}));

test("all unfold and fold again; odd addresses and empty pages do no harm", async () => {
	await at("log-career", "", async (page) => {
		const all = await page.locator(".commit").count();
		await page.click("[data-do=unfold]");
		assert.equal(await page.locator(".commit[open]").count(), all);
		await page.click("[data-do=unfold]");
		assert.equal(await page.locator(".commit[open]").count(), 0);
	});
	for (const fragment of ["#%", "#commit-nothing", "#<b>", "#commits"])
		await at("log-career", fragment, async (page) => assert.equal(await told(page), ""));
	await at("log-none", "", async (page) => {
		for (const key of ["n", "p", "/", "Escape", "?"]) await page.keyboard.press(key);
	});
});

test("works with scripts off", () =>
	at("log-career", "", async (page) => {
		assert.equal(await page.locator(".tools, dialog").evaluateAll((all) => all.some((one) => one.checkVisibility())), false);
		await page.locator("#activity .chart a .cell").first().click();
		assert.equal(await page.evaluate(() => {
			const one = document.querySelector(".commit:target");
			const { top } = one.getBoundingClientRect();
			return top >= 0 && top < innerHeight && one.querySelector(".change").checkVisibility({ contentVisibilityAuto: true });
		}), true);
		await page.locator(".commit:not(:target) > summary").first().click();
		assert.equal(await page.locator(".commit[open]").count(), 1);
		none(await checks.sound(page));
	}, { javaScriptEnabled: false }));

/* --- sizes and paper --- */

for (const width of [320, 360, 700])
	test("nothing is wider than " + width + " pixels", () =>
		everywhere({ viewport: { width, height: 740 } }, async (page, where) => {
			none(await checks.fitting(page), where);
			await unfold(page);
			none(await checks.fitting(page), where + " unfolded");
			assert.ok(await page.evaluate(() => [...document.querySelectorAll(".chart")].every((one) =>
				one.scrollLeft + one.clientWidth >= one.scrollWidth - 1)), "the newest are in sight");
		}));

// Between margins of 16 mm, at 96 pixels an inch.
const PAPER = { A4: 673, Letter: 695 };

for (const [format, width] of Object.entries(PAPER))
	test("prints on " + format, () =>
		everywhere({ viewport: { width, height: 900 }, colorScheme: "dark" }, async (page, where) => {
			await page.emulateMedia({ media: "print" });
			none(await checks.fitting(page), where);
			assert.ok(await page.evaluate(() => [...document.querySelectorAll(".chart")].every((one) => one.getBoundingClientRect().right <= innerWidth + 1)), where);
			assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(255, 255, 255)");
			await page.pdf({ format, path: path.join(out, where + "-" + format + ".pdf") });
		}));

/* --- pictures, to be looked at --- */

const LOOKS = {
	light: { viewport: { width: 1280, height: 900 } }, dark: { colorScheme: "dark" }, print: { viewport: { width: PAPER.A4, height: 900 } },
	narrow: { viewport: { width: 360, height: 740 } },
};

test("pictures", async () => {
	const pictures = path.join(out, "pictures");

	fs.mkdirSync(pictures);
	for (const [look, options] of Object.entries(LOOKS))
		await everywhere(options, async (page, where) => {
			if (look === "print") await page.emulateMedia({ media: "print" });
			await page.screenshot({ path: path.join(pictures, where + "-" + look + ".png"), fullPage: !where.includes("long") });
		});
	assert.ok(fs.readdirSync(pictures).length > 20);
});

module.exports = { prepare };
