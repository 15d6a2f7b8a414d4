/*
 * Word lists, as data: a line more is a case more. They are small on purpose, so that the same words
 * meet again in other places of the same résumé: that is where a matching goes wrong. Everybody and
 * every employer in them is invented.
 */
#include "words.h"

static const char *const verbs[] = {
	"Built",   "Led",      "Designed", "Reduced",    "Migrated", "Rewrote",
	"Shipped", "Measured", "Taught",   "Introduced", NULL,
};
static const char *const nouns[] = {
	"pipeline", "service", "latency", "team",   "ledger",  "index",   "rollout", "cache",
	"schema",   "costs",   "alarm",   "report", "harbour", "turbine", "archive", NULL,
};
static const char *const fillers[] = {
	"the", "a",  "for", "with", "across", "and",   "of", "from",    "our",
	"by",  "at", "in",  "to",   "that",   "under", "as", "several", NULL,
};
static const char *const numbers[] = {
	"50%",   "$2m", "100k", "3x",  "12",  "1,400", "99.95%", "€300", "2",
	"40 ms", "p99", "2019", "1.5", "+7%", "24/7",  "¥12",    NULL,
};
/* \001 and \002 are the marks of words.h. */
static const char *const trickies[] = {
	"\001carefully\001",
	"\002twice\002",
	"\002on time\002",
	"`make all`",
	"`x`",
	"[the talk](https://talks.example/a)",
	"[notes](notes.html \"all of them\")",
	"<https://archive.example/7>",
	"AT&amp;T",
	"R&D",
	"C++",
	"C#",
	"end-to-end",
	"don't",
	"Zoë",
	"naïve",
	"\"quoted\"",
	"“quoted”",
	"and/or",
	"e.g.",
	"(twice)",
	"snake_case_name",
	"5 * 3",
	"![chart of loads](chart.png)",
	"a<b>c</b>d",
	"x&nbsp;y",
	"№",
	"<!-- why? -->",
	"O(n)",
	"Ünal’s",
	"dev@post.example",
	"www.tidal.example",
	"**half",
	"<br>",
	"\\*not\\*",
	NULL,
};
static const char *const sentences[] = {
	"月間2億件の予測を提供する基盤を設計した。",
	"決済サービスの遅延を50%削減した。",
	"负责支付系统的重构，响应时间降低30%。",
	"Отвечал за перенос 40 серверов.",
	"Kept the lights on.",
	"Kept the lights on, and kept a diary about it.",
	"Won the 2nd prize.",
	"Reviewed code.",
	"Reviewed code. Wrote code. Deleted code.",
	"Owner of the schema of the ledger, the index of the ledger and the cache of the index.",
	"한국어 문서를 번역했다.",
	NULL,
};
static const char *const skills[] = {
	"Rust",
	"Go",
	"C",
	"C++",
	"C#",
	"Python",
	"Zig",
	"Ada",
	"SQL",
	"Kubernetes",
	"Terraform",
	"gRPC",
	"API design",
	"technical writing",
	"Distributed systems",
	"R",
	".NET",
	"Node.js",
	"CI/CD",
	"日本語",
	NULL,
};
static const char *const titles[] = {
	"Software Engineer",  "Senior Software Engineer",
	"Staff Engineer",     "Engineering Manager",
	"Data Analyst",       "Intern",
	"Teacher of Physics", "Head of Tides",
	"Sous-chef",          NULL,
};
static const char *const teams[] = {
	"Payments", "Search, Ranking", "Core Infrastructure", "Tidal Power", "Press & Print", NULL,
};
static const char *const organizations[] = {
	"Lantern Freight",
	"Quince & Sons",
	"Harbourlight Labs",
	"Juniper Row GmbH",
	"Osterfeld AG",
	"Northwind Ferries (now Sealine)",
	"株式会社あおぞら計算",
	"Tilde.example",
	"M&T",
	NULL,
};
static const char *const places[] = {
	"Bergen, Norway", "Remote", "Remote (Lisbon)", "Kyoto, Japan", "São Paulo",
	"Leeds / Remote", NULL,
};
static const char *const projects[] = {
	"Ledger Rewrite", "Tide Forecast", "Rate Limiter", "Search v2",
	"Archive",        "Project 7",     "港",           NULL,
};
static const char *const degrees[] = {
	"Bachelor of Science, Physics",
	"MSc Marine Engineering",
	"PhD, Linguistics",
	"Diploma in Cooking",
	NULL,
};
static const char *const honours[] = {
	"with distinction", "GPA 3.9", "summa cum laude", "exchange year in Oslo", NULL,
};
static const char *const people[] = {
	"Ilse Tamborine", "Benedikt Aurelio Okafor", "青木 ひかり", "Marguerite O'Dell", NULL,
};
static const char *const headlines[] = {
	"Engineer for tides and ledgers",
	"Backend | Data | Teaching",
	"Cook, formerly physicist",
	NULL,
};
static const char *const contacts[] = {
	"[ilse@post.example](mailto:ilse@post.example)",
	"<https://tamborine.example>",
	"+47 555 01 23 · Bergen",
	"[code.example/ilse](https://code.example/ilse)",
	"Email: ilse@post.example",
	"[Portfolio](https://tamborine.example/work)",
	NULL,
};
static const char *const work_sections[] = {
	"Experience",  "Work Experience",         "Employment",
	"Internships", "Professional Experience", NULL,
};
static const char *const education_sections[] = {
	"Education",
	"Studies",
	NULL,
};
static const char *const skill_sections[] = {
	"Skills",
	"Technical Skills",
	"Tools",
	NULL,
};
static const char *const entry_sections[] = {"Awards",   "Volunteering", "Publications",
					     "Projects", "Talks",        NULL};
static const char *const other_sections[] = {"Interests", "Languages", "About me", "Talks", NULL};
static const char *const labels[] = {
	"Languages", "Tools", "Databases", "Soft skills", NULL,
};
static const char *const blocks[] = {
	"```c\nint main(void)\n{\n\treturn 0; /* 50% */\n}\n```",
	"    indented code of 2 lines\n    and its second",
	"> Ilse is the best engineer\n> we ever had.\n>\n> — Her manager",
	"> - a quoted bullet\n> - another one",
	"| Year | Prize |\n| ---- | ----- |\n| 2019 | Gold |\n| 2021 | Tin |",
	"<div align=\"center\">\n  <b>Available</b> from June <!-- really? -->\n</div>",
	"<p>One</p><p>Two &amp; three</p>",
	"<div>Caf&eacute; &#8211; &nbsp;a<b>b</b>c <img src=\"x.png\" alt=\"no > word\"/>end</div>",
	"Line<br>break, H<sub>2</sub>O, <span class=\"x\">in</span>side, one<hr>two",
	"<table>\n<tr><td>Go</td><td>5 years</td></tr>\n</table>",
	"![Portrait of a cook](cook.png)",
	"1. first\n2. second\n   - nested in second\n\n     and its second paragraph",
	"* * *",
	"[ref]: https://refs.example/1 \"A reference\"\n\nSee [the paper][ref] and [ref].",
	"<!-- ### Hidden Role | Secret Team\n**Nobody** — *Nowhere*\n*2001 – 2002*\n- Nothing. -->",
	"- [x] done\n- [ ] to do",
	"Term\n: its definition",
	"<details><summary>More</summary>\n\nInner *paragraph* of a fold.\n\n</details>",
	NULL,
};
static const char *const syntax[] = {
	"<!--",
	"-->",
	"```",
	"~~~",
	"---",
	"===",
	"> ",
	"    ",
	"\t",
	"&nbsp;",
	"<div>",
	"</div>",
	"|",
	" | ",
	"[x]: /y",
	"[",
	"](",
	")",
	"*",
	"**",
	"_",
	"__",
	"`",
	"\\",
	"• ",
	"- ",
	"1. ",
	"# ",
	"## ",
	"### ",
	"\n",
	"\n\n",
	"  \n",
	"\r",
	"<",
	">",
	"<br>",
	"<b",
	"Present",
	" – ",
	"2019",
	"Aug 2020",
	"(",
	"—",
	"@",
	",",
	": ",
	"\xef\xbb\xbf",
	"\xe2\x80\xa8",
	"\x1b[31m",
	"at ",
	"Location: ",
	"...",
	"\n+++\n",
	"{#id}",
	":::",
	"&#0;",
	"<?x",
	"<![CDATA[",
	NULL,
};

static const char *const *const lists[WORDS_LIST_COUNT] = {
	[WORDS_VERB] = verbs,
	[WORDS_NOUN] = nouns,
	[WORDS_FILLER] = fillers,
	[WORDS_NUMBER] = numbers,
	[WORDS_TRICKY] = trickies,
	[WORDS_SENTENCE] = sentences,
	[WORDS_SKILL] = skills,
	[WORDS_TITLE] = titles,
	[WORDS_TEAM] = teams,
	[WORDS_ORGANIZATION] = organizations,
	[WORDS_PLACE] = places,
	[WORDS_PROJECT] = projects,
	[WORDS_DEGREE] = degrees,
	[WORDS_HONOUR] = honours,
	[WORDS_PERSON] = people,
	[WORDS_HEADLINE] = headlines,
	[WORDS_CONTACT] = contacts,
	[WORDS_SECTION_WORK] = work_sections,
	[WORDS_SECTION_EDUCATION] = education_sections,
	[WORDS_SECTION_SKILLS] = skill_sections,
	[WORDS_SECTION_ENTRIES] = entry_sections,
	[WORDS_SECTION_OTHER] = other_sections,
	[WORDS_LABEL] = labels,
	[WORDS_BLOCK] = blocks,
	[WORDS_SYNTAX] = syntax,
};

struct cvd_str words_pick(struct rng *rng, enum word_list list)
{
	size_t count = 0;

	while (lists[list][count])
		count++;
	return cvd_str_from(lists[list][rng_below(rng, count)]);
}
