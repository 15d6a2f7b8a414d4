"use strict";
// The page of a report in Chromium.

const assert = require("node:assert");
const fs = require("node:fs");
const path = require("node:path");
const { test } = require("./tap");
const pages = require("./pages");
const checks = require("./checks");

const LONG = /-(long|wide)-/;
const VIEWS = ["resume", "changes", "sides"];
const OWN_MOST = 60 * 1024;

let out, ordinary, hostile;

function prepare(directory) {
	out = directory;
	ordinary = pages.ordinary(out);
	hostile = pages.hostile(out);
}

const { none } = checks;
const named = (name) => ordinary.find((page) => page.name === name);
const hash = (page) => page.evaluate(() => location.hash);
const shown = (page) => page.evaluate(() => [...document.querySelectorAll(".view")].filter((view) => view.checkVisibility()).map(({ id }) => id).join());
const everywhere = (which, options, use) => checks.everywhere(which, ({ name }) => (name === "none" ? ["main"] : VIEWS), options, use);

// `use` with the page at a fragment; nothing may have gone wrong afterwards.
async function at(name, fragment, use, options) {
	const { page, faults, close } = await checks.open({ url: named(name).url + fragment }, options);
	await use(page);
	none(faults, name);
	await close();
}

/* --- what holds for every page --- */

test("pages are sound, and load and report nothing", () =>
	everywhere(ordinary, {}, async (page, where, view) => {
		if (view === "resume" || view === "main") none(await checks.sound(page), where);
		none(await checks.headings(page), where);
		none(await checks.uncoloured(page), where);
	}));

// The long and wide ones, which take long, are opened below. A page holds all views and shows one; they take
// turns, as layout is what takes the time.
test("a hostile résumé runs, loads and links nothing", async () => {
	for (const [index, one] of hostile.filter(({ name }) => !LONG.test(name)).entries()) {
		const view = VIEWS[index % VIEWS.length];
		const { page, faults, close } = await checks.open({ url: one.url + "#" + view });

		assert.equal(await shown(page), view, one.name);
		none(await checks.sound(page), one.name);
		assert.equal(page.url().split("#")[0], one.url);
		none(faults, one.name);
		await close();
	}
});

test("the policy stops what would get past the escaping", async () => {
	const { page, close } = await checks.open(named("career"));
	const asked = [], refused = [];

	page.on("request", (request) => asked.push(request.url()));
	page.on("requestfailed", (request) => request.failure().errorText === "csp" && refused.push(request.url()));
	const ran = await page.evaluate(async () => {
		const script = document.createElement("script");
		script.textContent = "window.pwned = 1";
		document.body.append(script);
		document.body.insertAdjacentHTML("beforeend", "<img src='https://evil.example/x.png' onerror='pwned = 2'>" +
			"<iframe src='https://evil.example/'></iframe><style>h1 { color: rgb(1, 2, 3) }</style>" +
			"<button id=evil onclick='pwned = 3'>a</button><base href='https://evil.example/'>");
		document.getElementById("evil").click();
		await new Promise((done) => setTimeout(done, 100));
		return [window.pwned, getComputedStyle(document.querySelector("h1")).color === "rgb(1, 2, 3)", document.baseURI === location.href.split("#")[0]];
	});
	assert.deepEqual(ran, [undefined, false, true]);
	none(asked.filter((url) => !url.startsWith("chrome-error:") && !refused.includes(url)));
	await close();
});

test("tidy finds the HTML valid", () => {
	for (const one of [...ordinary, ...hostile]) none(checks.valid(one), one.name);
});

test("a typical page is small", () => {
	for (const name of ["career", "history", "arabic", "japanese", "none"])
		assert.ok(fs.statSync(named(name).file).size < OWN_MOST, name + ": " + fs.statSync(named(name).file).size);
});

/* --- accessibility --- */

const telling = () => ["career", "arabic", "japanese", "style", "equal", "added", "several", "none"].map(named);

test("axe finds nothing, in the light and in the dark", () =>
	everywhere(telling(), { bypassCSP: true }, async (page, where) => {
		await page.emulateMedia({ colorScheme: "light" });
		none(await checks.accessible(page), where);
		await page.emulateMedia({ colorScheme: "dark" });
		none(await checks.accessible(page, ["color-contrast"]), where + " dark");
	}));

// Without its script the page is what it is with scripts off; axe itself needs them.
test("axe finds nothing, scripts off", async () => {
	const quiet = ordinary.filter(({ name }) => ["career", "arabic", "none"].includes(name)).map(({ name, file }) => {
		const copy = file.replace(/html$/, "quiet.html");
		fs.writeFileSync(copy, fs.readFileSync(file, "utf8").replace(/<script>[^]*<\/script>/, ""));
		return { name, url: "file://" + copy };
	});

	await everywhere(quiet, { bypassCSP: true }, async (page, where) => none(await checks.accessible(page), where));
});

test("axe finds nothing in the help", () =>
	at("career", "", async (page) => {
		await page.keyboard.press("?");
		none(await checks.accessible(page));
	}, { bypassCSP: true }));

test("what is clicked is 24 pixels high at least", () =>
	everywhere([named("career"), named("arabic"), named("several")], { viewport: { width: 360, height: 740 } }, async (page, where) =>
		none(await page.evaluate(() => [...document.querySelectorAll("button, select, input:not([type=checkbox]), label:has([type=checkbox]), summary, nav a, .mark")]
			.map((one) => {
				const { height, width } = one.getBoundingClientRect();
				const around = parseFloat(getComputedStyle(one, "::after").height) || 0; // what a click hits, too
				return [one, Math.min(Math.max(height, around), width)];
			})
			.filter(([one, size]) => one.checkVisibility() && size < 24)
			.map(([one, size]) => one.outerHTML.slice(0, 120) + " " + size).slice(0, 5)), where)));

test("what has the focus shows it, and nothing covers it", async () => {
	for (const width of [1100, 360])
		for (const view of VIEWS)
			await at("career", "#" + view, async (page) => {
				const seen = new Set();
				for (let i = 0; i < 30; i++) {
					await page.keyboard.press("Tab");
					const [name, fault] = await page.evaluate(() => {
						const one = document.activeElement;
						const { left, top, width, height } = [...one.getClientRects()][0] || {};
						const above = document.elementFromPoint(left + width / 2, top + height / 2);
						if (one === document.body) return ["body", ""];
						const name = one.outerHTML.slice(0, 100);
						if (getComputedStyle(one).outlineStyle === "none") return [name, "no outline"];
						if (!one.contains(above) && !(above && above.contains(one))) return [name, "covered by " + (above && above.outerHTML.slice(0, 80))];
						return [name, ""];
					});
					assert.equal(fault, "", view + ": " + name);
					seen.add(name);
				}
				assert.ok(seen.size > 15, "one gets around");
			}, { viewport: { width, height: 700 } });
});

test("languages and directions", async () => {
	for (const [name, lang, direction] of [["arabic", "ar", "rtl"], ["japanese", "ja", "ltr"]])
		await at(name, "", async (page) => {
			const found = await page.evaluate(() => [".resume .bullets > li > span", ".changes .said", ".sides .said"].map((selector) => {
				const one = [...document.querySelectorAll(selector)].find(({ textContent }) => /20%|12(5)?件/.test(textContent));
				return [one.closest("[lang]").lang, getComputedStyle(one).direction];
			}));
			assert.deepEqual(found, [[lang, direction], [lang, direction], [lang, direction]], name);
			assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
		});
	for (const name of ["career", "arabic"])
		await at(name, "", async (page) => {
			const found = await page.evaluate(() => {
				const style = (selector, of) => getComputedStyle(document.querySelector(selector))[of];
				return [style(".resume", "direction"), style(".resume .bullets > li", "direction"), style(".sides .row", "direction"),
					document.querySelector(".changes .arrow").matches(":dir(rtl)"), style(".resume .arrow", "transform") !== "none",
					...[".resume .mark", ".sides .mark"].map((mark) => style(mark, "direction") + document.querySelector(mark).lang)];
			});
			const direction = name === "arabic" ? "rtl" : "ltr", flipped = name === "arabic";
			assert.deepEqual(found, [direction, direction, direction, flipped, flipped, "ltren", "ltren"], name);
		});
});

test("old and new do not run into each other, and headings begin where their list does", () =>
	at("arabic", "#changes", async (page) => {
		const faults = await page.evaluate(() => {
			const gaps = [...document.querySelectorAll("del + ins")].filter((one) => parseFloat(getComputedStyle(one).marginInlineStart) < 1);
			const headings = [...document.querySelectorAll(".place")].filter((one) => getComputedStyle(one).textAlign !== "left");
			return [...gaps, ...headings].map(({ outerHTML }) => outerHTML);
		});
		none(faults, "arabic");
	}));

test("where nothing changed, nothing is there to unfold or press", () =>
	at("none", "", async (page) => {
		assert.equal(await page.locator("details, dialog, button, nav").count(), 0);
	}));

test("the buttons and both versions' names stay in sight", () =>
	at("big", "#sides-9", async (page) => {
		await page.evaluate(() => scrollTo(0, 3000));
		const seen = await page.evaluate(() => [".tools button", "#sides .row.head .cell"].map((selector) => {
			const { left, top } = document.querySelector(selector).getBoundingClientRect();
			return document.elementFromPoint(left + 5, top + 9)?.closest(selector) !== null && top >= 0;
		}));
		assert.deepEqual(seen, [true, true]);
	}));

test("a narrow list keeps its lines whole", () =>
	at("career", "#changes", async (page) => {
		assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector(".change .said")).display), "inline");
	}, { viewport: { width: 360, height: 740 } }));

test("both sides of a row can be told apart by ear", () =>
	at("career", "#sides", async (page) => {
		const said = await page.evaluate(() => [...document.querySelectorAll(".cell .line")].map(({ textContent, parentElement }) =>
			textContent.startsWith(parentElement.classList.contains("old") ? "old line " : "new line ")));
		assert.ok(said.length > 20 && said.every(Boolean));
	}));

/* --- views and links --- */

test("the fragment names the view, and brings it back", async () => {
	await at("career", "", async (page) => assert.equal(await shown(page), "resume"));
	for (const view of VIEWS)
		await at("career", "#" + view, async (page) => {
			assert.equal(await shown(page), view);
			assert.equal(await page.getAttribute("nav a[aria-current]", "href"), "#" + view);
			await page.reload();
			assert.equal(await shown(page), view);
		});
	await at("career", "#no-such-thing", async (page) => assert.equal(await shown(page), "resume"));
	await at("career", "#%", async (page) => assert.equal(await shown(page), "resume"));
});

test("every link in the page leads to what it names", () =>
	at("career", "", async (page) => {
		const fragments = await page.evaluate(() => [...new Set([...document.querySelectorAll("a[href^='#']")].map((link) => link.getAttribute("href").slice(1)))]);
		assert.ok(fragments.length > 30);
		for (const fragment of fragments) {
			await page.evaluate(() => scrollTo(0, 0));
			await checks.visit(page, fragment);
			assert.equal(await shown(page), fragment === "main" ? "resume" : fragment.match(/^[a-z]+/)[0], fragment);
			const fault = await page.evaluate((id) => {
				const { top, bottom } = document.getElementById(id).getBoundingClientRect();
				return bottom < 0 || top > innerHeight ? id + " is out of sight" : "";
			}, fragment);
			assert.equal(fault, "");
		}
	}));

test("a link to a change opens its view at it, also what is folded", async () => {
	const changes = await (async () => {
		let count;
		await at("style", "", async (page) => { count = await page.locator(".change").count(); });
		return count;
	})();
	for (const view of VIEWS)
		for (const number of [1, Math.ceil(changes / 2), changes])
			await at("style", "#" + view + "-" + number, async (page) => {
				assert.equal(await shown(page), view);
				await checks.settled(page);
				assert.equal(await page.evaluate(() => {
					const one = document.querySelector(":target");
					const row = one.closest(".row") || one;
					const { top, bottom } = row.getBoundingClientRect();
					return row.checkVisibility() && top >= 0 && bottom <= innerHeight;
				}), true, view + "-" + number);
			});
});

test("clicks lead from mark to list to row and back", () =>
	at("career", "", async (page) => {
		await page.click("nav a[href='#changes']");
		assert.equal(await shown(page), "changes");
		await page.click("#changes-3 .what");
		assert.equal(await hash(page), "#resume-3");
		await page.click("#resume-3");
		assert.match(await hash(page), /^#(changes|resume-from)-3$/);
		await page.click("nav a[href='#changes']");
		await page.click("#changes-4 .lines");
		assert.equal(await hash(page), "#sides-4");
		await page.click("nav a[href='#resume']");
		assert.equal(await shown(page), "resume");
	}));

test("connectors join what moved", () =>
	at("career", "#sides", async (page) => {
		const ends = () => page.evaluate(() => {
			const box = document.querySelector(".rows").getBoundingClientRect();
			return [...document.querySelectorAll(".connectors path")].map((one) => {
				const numbers = one.getAttribute("d").match(/-?[\d.]+/g).map(Number);
				const hit = (x, y, side) => [...document.querySelectorAll(".row." + side + " > .cell")].some((cell) => {
					const { left, right, top, bottom } = cell.getBoundingClientRect();
					return x + box.left >= left - 1 && x + box.left <= right + 1 && y + box.top >= top && y + box.top <= bottom;
				});
				return hit(numbers[0], numbers[1], "left") && hit(numbers.at(-2), numbers.at(-1), "arrived");
			});
		});
		assert.ok((await ends()).length >= 2);
		assert.ok((await ends()).every(Boolean));
		await page.click("[data-do=unfold]");
		await checks.settled(page);
		assert.ok((await ends()).every(Boolean), "unfolded");
		await page.setViewportSize({ width: 700, height: 800 });
		await checks.settled(page);
		assert.ok((await ends()).every(Boolean), "narrower");
	}));

/* --- keys --- */

test("n, j, p and k step through the changes of a view", async () => {
	for (const view of VIEWS)
		await at("career", "#" + view, async (page) => {
			const count = Number((await page.textContent(".position")).match(/^\d+/)[0]);
			const visited = new Set();

			for (let i = 0; i < count; i++) {
				await page.keyboard.press(i % 2 ? "j" : "n");
				await checks.settled(page);
				visited.add(await hash(page));
				assert.equal(await page.textContent(".position"), "Change " + (i + 1) + " of " + count);
				assert.equal(await shown(page), view);
			}
			assert.equal(visited.size, count);
			const last = await hash(page);
			await page.keyboard.press("n");
			await checks.settled(page);
			assert.match(await page.textContent(".position"), /^Change 1 of/);
			await page.keyboard.press("p");
			await checks.settled(page);
			assert.equal(await hash(page), last);
			await page.keyboard.press("k");
			await checks.settled(page);
			assert.equal(await page.textContent(".position"), "Change " + (count - 1) + " of " + count);
		});
});

test("1, 2 and 3 change the view and stay at the change", () =>
	at("career", "", async (page) => {
		for (const [key, view] of [["2", "changes"], ["3", "sides"], ["1", "resume"]]) {
			await page.keyboard.press(key);
			await checks.settled(page);
			assert.equal(await shown(page), view);
		}
		await page.keyboard.press("2");
		await page.keyboard.press("n");
		for (const [key, view] of [["3", "sides"], ["1", "resume"], ["2", "changes"]]) {
			await page.keyboard.press(key);
			await checks.settled(page);
			assert.match(await hash(page), new RegExp("^#" + view + "-\\d+$"));
		}
	}));

test("/ searches, and letters typed there are no keys", () =>
	at("career", "", async (page) => {
		await page.keyboard.press("/");
		await checks.settled(page);
		assert.equal(await shown(page), "changes");
		assert.equal(await page.evaluate(() => document.activeElement.name), "text");
		await page.keyboard.type("nj3?/rust");
		await checks.settled(page);
		assert.equal(await page.inputValue("[name=text]"), "nj3?/rust");
		assert.equal(await shown(page), "changes");
		await page.keyboard.press("Escape");
		assert.notEqual(await page.evaluate(() => document.activeElement.name), "text");
		await page.keyboard.press("3");
		await checks.settled(page);
		assert.equal(await shown(page), "sides");
	}));

test("? opens the help, which can turn the keys off", () =>
	at("career", "", async (page) => {
		const isOpen = () => page.evaluate(() => document.querySelector("dialog").open);

		await page.keyboard.press("?");
		assert.equal(await isOpen(), true);
		await page.keyboard.press("2");
		assert.equal(await shown(page), "resume");
		await page.keyboard.press("Escape");
		assert.equal(await isOpen(), false);
		await page.click("[data-do=help]");
		await page.uncheck("[name=keys]");
		await page.click("dialog button");
		assert.equal(await isOpen(), false);
		await page.keyboard.press("2");
		await page.keyboard.press("?");
		assert.equal(await isOpen(), false);
		assert.equal(await shown(page), "resume");
		await page.click("[data-do=help]");
		await page.check("[name=keys]");
		await page.click("dialog button");
		await page.keyboard.press("Control+2");
		assert.equal(await shown(page), "resume");
		await page.keyboard.press("2");
		await checks.settled(page);
		assert.equal(await shown(page), "changes");
	}));

test("buttons step, unfold and fold again", () =>
	at("career", "", async (page) => {
		const folded = () => page.locator("#resume details.fold:not([open])").count();
		const closed = await folded();

		await page.click("[data-do=next]");
		await page.click("[data-do=next]");
		await checks.settled(page);
		assert.match(await page.textContent(".position"), /^Change 2 of/);
		await page.click("[data-do=previous]");
		await checks.settled(page);
		assert.match(await page.textContent(".position"), /^Change 1 of/);
		assert.ok(closed > 0);
		await page.click("[data-do=unfold]");
		assert.equal(await folded(), 0);
		await page.click("[data-do=unfold]");
		assert.equal(await folded(), await page.locator("#resume details.fold").count());
	}));

test("keys do no harm where nothing changed", async () => {
	for (const name of ["equal", "none"])
		await at(name, "", async (page) => {
			for (const key of ["n", "p", "1", "2", "3", "/", "Escape", "?"]) await page.keyboard.press(key);
		});
});

/* --- filters --- */

test("filters by weight, kind, section and words choose among the changes", () =>
	at("career", "#changes", async (page) => {
		const chosen = () => page.evaluate(() => [...document.querySelectorAll(".change")].filter((one) => one.checkVisibility()).map((one) => ({ ...one.dataset, text: one.textContent })));
		const every = await chosen();
		const told = () => page.inputValue("output[name=shown]").catch(() => page.textContent("output[name=shown]"));
		const expect = async (wanted, what) => {
			assert.deepEqual(await chosen(), every.filter(wanted), what);
			assert.ok((await chosen()).length > 0 && (await chosen()).length < every.length, what);
			assert.equal(await told(), (await chosen()).length + " of " + every.length + " shown");
			assert.equal(await page.evaluate(() => [...document.querySelectorAll(".list h3, .list h4")].every((heading) =>
				heading.checkVisibility() === !!heading.parentElement.querySelector(".change:not([hidden])"))), true, what);
		};

		for (const weight of ["fact", "content", "style"]) {
			await page.uncheck("[value=" + weight + "]");
			await expect(({ severity }) => severity !== weight, weight);
			await page.check("[value=" + weight + "]");
		}
		for (const key of ["kind", "section"]) {
			const values = await page.evaluate((name) => [...document.querySelectorAll("[name=" + name + "] option")].map(({ value }) => value).filter(Boolean), key);
			assert.deepEqual(new Set(values), new Set(every.map((change) => change[key]).filter(Boolean)));
			for (const value of values) {
				await page.selectOption("[name=" + key + "]", value);
				await expect((change) => change[key] === value, value);
			}
			await page.selectOption("[name=" + key + "]", "");
		}
		await page.fill("[name=text]", "RUST skill");
		await expect(({ text }) => /rust/i.test(text) && /skill/i.test(text), "words");
		await page.fill("[name=text]", "nothing says this");
		assert.equal(await told(), "0 of " + every.length + " shown");
		await page.keyboard.press("Enter");
		await page.fill("[name=text]", "");
		assert.equal((await chosen()).length, every.length);
		assert.equal(await told(), "");
		await page.uncheck("[value=content]");
		await page.uncheck("[value=style]");
		await page.keyboard.press("Tab");
		assert.equal((await page.textContent(".position")), every.filter(({ severity }) => severity === "fact").length + " changes");
	}));

test("one comes to a change that a filter hid", () =>
	at("career", "#changes", async (page) => {
		await page.fill("[name=text]", "nothing says this");
		await checks.visit(page, "resume-2");
		await page.evaluate(() => { location.hash = "changes-2"; });
		await checks.settled(page);
		assert.equal(await page.locator("#changes-2").isVisible(), true);
	}));

/* --- scripts off --- */

test("views, links and folds work with scripts off", async () => {
	const { page, faults, close } = await checks.open(named("career"), { javaScriptEnabled: false });

	const bold = () => page.locator("nav a").evaluateAll((all) => all.filter((one) => getComputedStyle(one).fontWeight === "600").map(({ hash }) => hash).join());

	assert.equal(await shown(page), "resume");
	assert.equal(await bold(), "#resume");
	for (const view of ["changes", "sides", "resume"]) {
		await page.click("nav a[href='#" + view + "']");
		assert.equal(await shown(page), view);
		assert.equal(await bold(), "#" + view);
	}
	assert.equal(await page.locator(".tools, .filters, dialog").evaluateAll((all) => all.some((one) => one.checkVisibility())), false);
	await page.click("nav a[href='#changes']");
	await page.click("#changes-2 .what");
	assert.equal(await shown(page), "resume");
	assert.equal(await page.locator("#resume-2").isVisible(), true);
	await page.click("#resume details.fold > summary");
	assert.equal(await page.locator("#resume details.fold[open]").count(), 1);
	none(await checks.sound(page));
	none(faults);
	await close();
	await everywhere(ordinary, { javaScriptEnabled: false, viewport: { width: 360, height: 740 } }, async (page, where) =>
		none(await checks.fitting(page), where));
});

/* --- sizes and paper --- */

async function unfolded(page, where) {
	none(await checks.fitting(page), where);
	await page.evaluate(() => { for (const fold of document.querySelectorAll("details")) fold.open = true; });
	none(await checks.fitting(page), where + " unfolded");
}

test("nothing is wider than 320, 360 or 700 pixels", () =>
	everywhere(ordinary, {}, async (page, where) => {
		for (const width of [320, 360, 700]) {
			await page.setViewportSize({ width, height: 740 });
			await unfolded(page, where + " " + width);
		}
	}));

test("nor is anything hostile", () =>
	everywhere(hostile.filter(({ name }) => LONG.test(name)), { viewport: { width: 320, height: 740 } }, unfolded));

// Between margins of 16 mm, at 96 pixels an inch.
const PAPER = { A4: 673, Letter: 695 };

for (const [format, width] of Object.entries(PAPER))
	test("prints on " + format, () =>
		everywhere(["career", "arabic", "words", "none"].map(named), { colorScheme: "dark" }, async (page, where, view) => {
			await page.setViewportSize({ width, height: 900 });
			await page.emulateMedia({ media: "print" });
			none(await checks.fitting(page), where);
			none(await checks.uncoloured(page), where);
			const file = where.replace("#", "-") + "-" + format + ".pdf";
			const pdf = await page.pdf({ format, path: path.join(out, file) });
			const sheets = pdf.toString("latin1").match(/\/Type \/Page\b/g) || [];
			assert.ok(sheets.length > 0 && sheets.length < 15, where + ": " + sheets.length + " pages");
			assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(255, 255, 255)");
			assert.equal(await page.evaluate(() => [...document.querySelectorAll("nav, .tools, .filters, .connectors, .about")].some((one) => one.checkVisibility())), false);
		}));

/* --- pictures, to be looked at --- */

const LOOKS = {
	light: {}, dark: { colorScheme: "dark" }, print: { viewport: { width: PAPER.A4, height: 900 } },
	narrow: { viewport: { width: 360, height: 740 } },
};

test("pictures of the views", async () => {
	const pictures = path.join(out, "pictures");

	fs.mkdirSync(pictures);
	for (const [name, looks] of [["career", Object.keys(LOOKS)], ["arabic", ["light", "narrow"]], ["japanese", ["light"]], ["none", ["light"]]])
		for (const look of looks)
			await everywhere([named(name)], LOOKS[look], async (page, where, view) => {
				if (look === "print") await page.emulateMedia({ media: "print" });
				await page.screenshot({ path: path.join(pictures, [name, view, look].join("-") + ".png"), fullPage: true });
			});
	assert.ok(fs.readdirSync(pictures).length > 20);
});

module.exports = { prepare };
