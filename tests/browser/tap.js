"use strict";
// Tests told in TAP, in their order, though two run at once: they mostly wait. One that throws has failed; the
// others run all the same.

const AT_ONCE = 2;
const tests = [];

function test(name, body) {
	tests.push({ name, body });
}

async function tell({ name, body }, number) {
	const begun = Date.now();
	const took = () => " (" + ((Date.now() - begun) / 1000).toFixed(1) + " s)";

	try {
		await body();
		return "ok " + number + " - " + name + took();
	} catch (error) {
		return "not ok " + number + " - " + name + took() + "\n" + String(error.stack || error).replace(/^/gm, "# ");
	}
}

// Those with the word in their names; how many failed.
async function run(word = "") {
	const lines = [];
	const chosen = tests.filter(({ name }) => name.includes(word));
	let begun = 0, told = 0, failed = 0;

	async function work() {
		while (begun < chosen.length) {
			const index = begun++;
			lines[index] = await tell(chosen[index], index + 1);
			failed += lines[index].startsWith("not");
			while (lines[told]) console.log(lines[told++]);
		}
	}

	console.log("1.." + chosen.length);
	await Promise.all(Array.from({ length: AT_ONCE }, work));
	return failed;
}

module.exports = { test, run };
