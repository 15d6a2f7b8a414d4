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

	const target = () => document.getElementById(decodeURIComponent(location.hash.slice(1)));
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

	function arrive() {
		const at = target();
		if (at && at.matches(".commit")) {
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

	/* --- signs and their commits --- */

	const signs = new Map();

	function belongs(link) {
		return (link.dataset.at || link.hash.replace("#commit-", "")).split(" ").map((name) => "commit-" + name);
	}
	const links = all(".chart a").map((svg) => {
		const link = { svg, dataset: svg.dataset, hash: svg.getAttribute("href") };
		for (const id of belongs(link)) signs.set(id, [...(signs.get(id) || []), svg]);
		return link;
	});

	function light(svgs, ids, on) {
		for (const svg of svgs) svg.classList.toggle("lit", on);
		for (const id of ids) document.getElementById(id).classList.toggle("lit", on);
	}
	for (const link of links) {
		const ids = belongs(link);
		for (const [event, on] of [["pointerenter", true], ["pointerleave", false], ["focus", true], ["blur", false]])
			link.svg.addEventListener(event, () => light([], ids, on));
		link.svg.addEventListener("click", (event) => {
			const sign = event.target.closest("[data-to]");
			if (event.ctrlKey || event.metaKey || event.shiftKey) return;
			event.preventDefault();
			light([], ids, false);
			history.pushState(null, "", location.hash);
			go(sign ? "commit-" + sign.dataset.to : link.hash.slice(1));
		});
	}
	for (const commit of commits) {
		const svgs = signs.get(commit.id) || [];
		commit.addEventListener("pointerenter", () => light(svgs, [], true));
		commit.addEventListener("pointerleave", () => light(svgs, [], false));
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
		if (event.key === "Escape" && typing) typing.blur();
		if (event.ctrlKey || event.metaKey || event.altKey || typing || help.open) return;
		if (!$("[name=keys]", help).checked || !Object.hasOwn(keys, event.key)) return;
		event.preventDefault();
		keys[event.key]();
	});
	for (const button of all("[data-do]")) button.addEventListener("click", actions[button.dataset.do]);
	tools.addEventListener("input", search);
	tools.addEventListener("submit", (event) => event.preventDefault());
	window.addEventListener("hashchange", arrive);

	tools.hidden = false;
	arrive();
})();
