/*
 * What the page of a history can do beyond links and folds: the address opens its commit, keys, search, and what
 * belongs together lights up. Nothing is stored.
 */
"use strict";
(() => {
	const $ = (selector, root = document) => root.querySelector(selector);
	const all = (selector, root = document) => [...root.querySelectorAll(selector)];
	const commits = all(".commit");
	const tools = $(".tools");
	const position = $(".position");
	const help = $(".help");

	const target = () => document.getElementById(location.hash.slice(1));
	const shown = () => commits.filter((commit) => !commit.hidden);
	const go = (id) => {
		if (location.hash === "#" + id) arrive();
		else location.replace("#" + id);
	};

	function tell() {
		const list = shown();
		const index = list.indexOf(target());
		position.textContent = index < 0 ? list.length + (list.length === 1 ? " commit" : " commits")
			: "Commit " + (index + 1) + " of " + list.length;
	}

	let opened = null;

	function arrive() {
		const at = target();
		if (at && at.matches(".commit")) {
			if (opened && opened !== at) opened.open = false;
			if (!at.open) opened = at;
			at.hidden = false;
			at.open = true;
			at.scrollIntoView({ block: "start" });
			$("summary", at).focus({ preventScroll: true });
		}
		tell();
	}

	function step(by) {
		const list = shown();
		if (!list.length) return;
		const index = list.indexOf(target());
		const next = index < 0 ? (by > 0 ? 0 : list.length - 1) : (index + by + list.length) % list.length;
		go(list[next].id);
	}

	/* --- search --- */

	const texts = new Map();

	function search() {
		const words = tools.elements.text.value.toLowerCase().split(/\s+/).filter(Boolean);
		for (const commit of commits) {
			if (words.length && !texts.has(commit)) texts.set(commit, commit.textContent.toLowerCase());
			commit.hidden = !words.every((word) => texts.get(commit).includes(word));
		}
		tell();
	}

	/* --- cells and their commits --- */

	const cells = new Map();

	function light(elements, on) {
		for (const element of elements) element.classList.toggle("lit", on);
	}
	for (const chart of all(".chart")) chart.scrollLeft = chart.scrollWidth;
	for (const cell of all(".chart a")) {
		const newest = cell.getAttribute("href").slice(1);
		const ids = cell.dataset.at ? cell.dataset.at.split(" ").map((name) => "commit-" + name) : [newest];
		const all = ids.map((id) => document.getElementById(id));
		for (const id of ids) cells.set(id, [...(cells.get(id) || []), cell]);
		for (const [event, on] of [["pointerenter", true], ["pointerleave", false], ["focus", true], ["blur", false]])
			cell.addEventListener(event, () => light(all, on));
		/* The newest, and from there on to the others. */
		cell.addEventListener("click", (event) => {
			if (event.ctrlKey || event.metaKey || event.shiftKey) return;
			const index = ids.indexOf(location.hash.slice(1));
			event.preventDefault();
			light(all, false);
			history.pushState(null, "", location.hash);
			go(index < 0 ? newest : ids[(index + 1) % ids.length]);
		});
	}
	for (const commit of commits) {
		commit.addEventListener("pointerenter", () => light(cells.get(commit.id) || [], true));
		commit.addEventListener("pointerleave", () => light(cells.get(commit.id) || [], false));
	}

	/* --- hands --- */

	const actions = {
		next: () => step(1),
		previous: () => step(-1),
		unfold: () => {
			const list = shown();
			const open = list.some((commit) => !commit.open);
			for (const commit of list) commit.open = open;
		},
		help: () => help.showModal(),
		search: () => tools.elements.text.focus(),
	};
	const keys = {
		n: actions.next, j: actions.next, p: actions.previous, k: actions.previous,
		"/": actions.search, "?": actions.help,
	};

	document.addEventListener("keydown", (event) => {
		const typing = event.target.closest("input:not([type=checkbox]), select, textarea");
		if (event.key === "Escape" && typing) {
			event.preventDefault(); /* it would empty the search and not say so */
			typing.blur();
		}
		if (event.ctrlKey || event.metaKey || event.altKey || typing || help.open) return;
		if (!$("[name=keys]", help).checked || !Object.hasOwn(keys, event.key)) return;
		event.preventDefault();
		keys[event.key]();
	});
	for (const button of all("[data-do]")) button.addEventListener("click", actions[button.dataset.do]);
	tools.addEventListener("input", search);
	tools.addEventListener("submit", (event) => event.preventDefault());
	window.addEventListener("hashchange", arrive);

	tools.hidden = !commits.length;
	arrive();
})();
