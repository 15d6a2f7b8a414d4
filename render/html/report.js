/*
 * What the page of a report can do beyond links: keys, filters, the count of where one is, connectors. The
 * address alone says which view and which change is shown; nothing is stored.
 */
"use strict";
(() => {
	const $ = (selector, root = document) => root.querySelector(selector);
	const all = (selector, root = document) => [...root.querySelectorAll(selector)];
	const views = all(".view");
	const links = all("nav a");
	const position = $(".position");
	const filters = $(".filters");
	const help = $(".help");
	if (!views.length) return;

	const target = () => document.getElementById(location.hash.slice(1));
	const current = () => {
		const at = target();
		return views.find((view) => at && view.contains(at)) || views[0];
	};
	const go = (id) => location.replace("#" + id);

	/* what one steps through in a view */
	const stops = (view) =>
		all("[id]", view).filter((stop) => /-\d+$/.test(stop.id) && !/-from-/.test(stop.id) && !stop.closest("[hidden]"));
	const numberOf = (stop) => stop.id.replace(/^\D+/, "");

	function tell(view) {
		const list = stops(view);
		const index = list.indexOf(target());
		position.textContent = index < 0 ? list.length + (list.length === 1 ? " change" : " changes")
			: "Change " + (index + 1) + " of " + list.length;
	}

	function arrive() {
		const at = target();
		const view = current();
		if (at && at.closest(".change[hidden]")) {
			filters.reset();
			filter();
		}
		for (let fold = at && at.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
		for (const link of links) {
			if (link.hash === "#" + view.id) link.setAttribute("aria-current", "page");
			else link.removeAttribute("aria-current");
		}
		if (at && view !== at && view.contains(at)) at.scrollIntoView({ block: "center" });
		tell(view);
		connect();
	}

	function step(by) {
		const view = current();
		const list = stops(view);
		if (!list.length) return;
		const index = list.indexOf(target());
		const next = index < 0 ? (by > 0 ? 0 : list.length - 1) : (index + by + list.length) % list.length;
		go(list[next].id);
	}

	/* the same change in another view, if one is at one */
	function show(index) {
		const view = views[index];
		const at = target();
		const number = at && /-\d+$/.test(at.id) ? numberOf(at) : "";
		const same = number && document.getElementById(view.id + "-" + number);
		go(same ? same.id : view.id);
	}

	/* --- filters --- */

	const changes = all(".change");
	const read = filters.elements;

	function fill(select, key) {
		const values = [...new Set(changes.map((change) => change.dataset[key]).filter(Boolean))];
		for (const value of values) select.add(new Option(value, value));
	}

	function filter() {
		const severities = all("[name=severity]:checked", filters).map((box) => box.value);
		const words = read.text.value.toLowerCase().split(/\s+/).filter(Boolean);
		let shown = 0;
		for (const change of changes) {
			const place = change.closest(".group").firstElementChild.textContent;
			const text = (place + " " + change.textContent).toLowerCase();
			change.hidden = !(severities.includes(change.dataset.severity)
				&& (!read.kind.value || change.dataset.kind === read.kind.value)
				&& (!read.section.value || change.dataset.section === read.section.value)
				&& words.every((word) => text.includes(word)));
			shown += !change.hidden;
		}
		for (const group of all(".group, .severity")) group.hidden = !$(".change:not([hidden])", group);
		read.shown.value = shown === changes.length ? "" : shown + " of " + changes.length + " shown";
		tell(current());
	}

	/* --- connectors of what moved --- */

	const SVG = "http://www.w3.org/2000/svg";

	function connect() {
		for (const rows of all(".rows")) {
			const old = $(".connectors", rows);
			if (old) old.remove();
			const box = rows.getBoundingClientRect();
			if (!box.height) continue;
			const svg = document.createElementNS(SVG, "svg");
			svg.setAttribute("class", "connectors");
			svg.setAttribute("aria-hidden", "true");
			for (const from of all("[data-from]", rows)) {
				const to = $('[data-to="' + from.dataset.from + '"]', rows);
				const a = $(".old", from).getBoundingClientRect();
				const b = to && $(".new", to).getBoundingClientRect();
				if (!b || !a.height || !b.height) continue;
				const rtl = a.left > b.left;
				const x = (rtl ? a.left : a.right) - box.left;
				const z = (rtl ? b.right : b.left) - box.left;
				const y = a.top + a.height / 2 - box.top;
				const w = b.top + b.height / 2 - box.top;
				const m = (x + z) / 2;
				const path = document.createElementNS(SVG, "path");
				path.setAttribute("d", "M" + x + " " + y + "C" + m + " " + y + " " + m + " " + w + " " + z + " " + w);
				svg.append(path);
			}
			if (svg.firstChild) rows.append(svg);
		}
	}

	/* --- hands --- */

	const actions = {
		next: () => step(1),
		previous: () => step(-1),
		unfold: () => {
			const folds = all("details.fold", current());
			const open = folds.some((fold) => !fold.open);
			for (const fold of folds) fold.open = open;
		},
		help: () => help.showModal(),
		search: () => { go(views[1].id); read.text.focus(); },
	};
	const keys = {
		n: actions.next, j: actions.next, p: actions.previous, k: actions.previous,
		1: () => show(0), 2: () => show(1), 3: () => show(2), "/": actions.search, "?": actions.help,
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
	filters.addEventListener("input", filter);
	filters.addEventListener("submit", (event) => event.preventDefault());
	window.addEventListener("hashchange", arrive);
	window.addEventListener("resize", connect);
	document.addEventListener("toggle", connect, true);

	fill(read.kind, "kind");
	fill(read.section, "section");
	for (const hidden of [$(".tools"), filters]) hidden.hidden = false;
	window.addEventListener("load", arrive);
})();
