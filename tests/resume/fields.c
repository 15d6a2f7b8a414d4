/*
 * Which piece of a header is which field (fields.c), asked of whole documents and drawn by show.h.
 * One table for each kind of evidence, with what must not be taken for it.
 */
#include "show.h"
#include "unit.h"

struct row {
	const char *source, *want;
};

#define CHECK_ROWS(rows)                                                                           \
	for (size_t row = 0; row < sizeof(rows) / sizeof *(rows); row++)                           \
	check_reads((rows)[row].source, (rows)[row].want)

/* A year or a range is told from the name beside it without a mark between. */
START_TEST(dates_stand_beside_names_without_a_mark)
{
	static const struct row rows[] = {
		{"## Work\n\n### 2019 Nordlys\n\n- a\n\n### Deckhand 2015 – 2018 Tidewatch Ltd\n",
		 "section work title'Work'\n"
		 "  role organization'Nordlys' start'2019'=2019\n"
		 "    bullet 'a'\n"
		 "  role title'Deckhand' organization'Tidewatch Ltd' start'2015'=2015"
		 " end'2018'=2018\n"},
		{"## Work\n\n### Nordlys GmbH 2008\n\n### Deckhand (part-time) 2007\n",
		 "section work title'Work'\n"
		 "  role organization'Nordlys GmbH' start'2008'=2008\n"
		 "  role title'Deckhand' start'2007'=2007 detail'part-time'\n"},
		{"## 職歴\n\n2017.10-? 株式会社みなと\n\n- 網\n",
		 "section work title'職歴'\n"
		 "  role organization'株式会社みなと' start'2017.10'=2017-10 end'?'=present\n"
		 "    bullet '網'\n"},
		/* of a name */
		{"## Projects\n\n### Deck Log 2018\n", "section projects title'Projects'\n"
						       "  project title'Deck Log 2018'\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(parentheses_are_parts_of_names)
{
	static const struct row rows[] = {
		{"## Projects\n\n### Tide tables (Go, SQL)\n\n> 2023.02 - 2023.05\n\n- a\n",
		 "section projects title'Projects'\n"
		 "  project title'Tide tables (Go, SQL)' start'2023.02'=2023-02 end'2023.05'=2023-05\n"
		 "    bullet 'a'\n"},
		{"## Work\n\n### Engineer, Nordlys Kvarv (Skjold), 2019 – 2021\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' organization'Nordlys Kvarv (Skjold)' start'2019'=2019"
		 " end'2021'=2021\n"},
		{"## Awards\n\n- 2018年 Golden Kite (top 5%)\n- 2019年汐風賞\n- Harbour Cup 2017年\n",
		 "section awards title'Awards'\n"
		 "  award title'Golden Kite (top 5%)' end'2018年'=2018\n"
		 "  award title'汐風賞' end'2019年'=2019\n"
		 "  award title'Harbour Cup' end'2017年'=2017\n"},
		/* but not brackets */
		{"## Work\n\n### Engineer [main post] – Nordlys AS, 2019 – 2021\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' organization'Nordlys AS' start'2019'=2019"
		 " end'2021'=2021 detail'main post'\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(who_works_for_himself)
{
	static const struct row rows[] = {
		{"## Work\n\n**Designer, Painter & Cook – Self-Employed** | Oslo, Norway (2019)\n\n- a\n",
		 "section work title'Work'\n"
		 "  role title'Designer, Painter & Cook' organization'Self-Employed'"
		 " location'Oslo, Norway' start'2019'=2019\n"
		 "    bullet 'a'\n"},
		{"## Work\n\n### Engineer, Nordlys AS, freelance (2019)\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' organization'Nordlys AS' start'2019'=2019"
		 " detail'freelance'\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

/* One that has words of a post says nothing of the others. */
START_TEST(employers_that_stand_alone)
{
	static const struct row rows[] = {
		{"## Work\n\n### Tidewatch (2017 - 2019)\n\n### iNord (2015 - 2017)\n\n"
		 "### Kite-founder (2014 - 2015)\n",
		 "section work title'Work'\n"
		 "  role organization'Tidewatch' start'2017'=2017 end'2019'=2019\n"
		 "  role organization'iNord' start'2015'=2015 end'2017'=2017\n"
		 "  role title'Kite-founder' start'2014'=2014 end'2015'=2015\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(words_tell_titles_from_organizations)
{
	static const struct row rows[] = {
		{"## Work\n\n### Engineer, Nordlys (2019 – 2021)\n\n"
		 "### Tidewatch Ltd, Deckhand (2017 – 2019)\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' organization'Nordlys' start'2019'=2019 end'2021'=2021\n"
		 "  role title'Deckhand' organization'Tidewatch Ltd' start'2017'=2017"
		 " end'2019'=2019\n"},
		{"## Work\n\n### Nordlys – Head of Sales – Oslo, Norway\n",
		 "section work title'Work'\n"
		 "  role title'Head of Sales' organization'Nordlys' location'Oslo, Norway'\n"},
		{"## Berufserfahrung\n\n"
		 "### Krankenpflegerin, Klinikum Ahorn, Bremen (2019 – heute)\n",
		 "section work title'Berufserfahrung'\n"
		 "  role title'Krankenpflegerin' organization'Klinikum Ahorn' location'Bremen'"
		 " start'2019'=2019 end'heute'=present\n"},
		{"## Expérience\n\n### Menuisier – Atelier Pinède – Nantes (2017 – 2021)\n",
		 "section work title'Expérience'\n"
		 "  role title'Menuisier' organization'Atelier Pinède' location'Nantes'"
		 " start'2017'=2017 end'2021'=2021\n"},
		/* a short name beside the full one is a part of it; a place of the same letters is not */
		{"## Education\n\n**NORDAK – Nordische Akademie Kiel**\nMaster of Science\n*2019*\n",
		 "section education title'Education'\n"
		 "  education title'Master of Science'"
		 " organization'NORDAK – Nordische Akademie Kiel' end'2019'=2019\n"},
		{"## Education\n\n**Saltmere Institute of Technology** — *Saltmere*  \n"
		 "Master of Science\n*2019*\n",
		 "section education title'Education'\n"
		 "  education title'Master of Science' organization'Saltmere Institute of Technology'"
		 " location'Saltmere' end'2019'=2019\n"},
		/* a title's word in the name of an employer, and an employer's in a title */
		{"## Work\n\n### Baker, Painters Guild Ltd (2019 – 2021)\n",
		 "section work title'Work'\n"
		 "  role title'Baker' organization'Painters Guild Ltd' start'2019'=2019"
		 " end'2021'=2021\n"},
		{"## Work\n\n### Bank Manager at Fjord (2019 – 2021)\n",
		 "section work title'Work'\n"
		 "  role title'Bank Manager' organization'Fjord' start'2019'=2019"
		 " end'2021'=2021\n"},
		{"## Experiência\n\n**Designer | Gráfica Boa Vista**\n*2016 - 2018*\n",
		 "section work title'Experiência'\n"
		 "  role title'Designer' organization'Gráfica Boa Vista' start'2016'=2016"
		 " end'2018'=2018\n"},
		/* who employs stands outside of the strong title */
		{"## Work\n\n**Engineer – Hulls** – Nordlys\n*2019 – 2021*\n",
		 "section work title'Work'\n"
		 "  role title'Engineer – Hulls' organization'Nordlys' start'2019'=2019"
		 " end'2021'=2021\n"},
		{"## Work\n\n**Engineer – Nordlys** – Oslo\n*2019 – 2021*\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' organization'Nordlys' location'Oslo' start'2019'=2019"
		 " end'2021'=2021\n"},
		/* a domain names who owns it */
		{"## Work\n\n### nordlys.example | Hull Crew\n2019\n",
		 "section work title'Work'\n"
		 "  role title'Hull Crew' organization'nordlys.example' start'2019'=2019\n"},
		/* parentheses inside of a name */
		{"## 工作经历\n\n### 海图（北京）科技有限公司 ｜ 前端工程师 ｜ 2019.03-至今\n",
		 "section work title'工作经历'\n"
		 "  role title'前端工程师' organization'海图（北京）科技有限公司'"
		 " start'2019.03'=2019-03 end'至今'=present\n"},
		/* one of the two */
		{"## Work\n\n### Engineer (2019 – 2021)\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' start'2019'=2019 end'2021'=2021\n"},
		{"## Work\n\n### Nordlys GmbH (2019 – 2021)\n",
		 "section work title'Work'\n"
		 "  role organization'Nordlys GmbH' start'2019'=2019 end'2021'=2021\n"},
		/* a name alone is an employer, unless others that stand alone are titles */
		{"## Work\n\n### Skerry (2019 – 2021)\n\n### Engineer, Nordlys (2017 – 2019)\n",
		 "section work title'Work'\n"
		 "  role organization'Skerry' start'2019'=2019 end'2021'=2021\n"
		 "  role title'Engineer' organization'Nordlys' start'2017'=2017 end'2019'=2019\n"},
		{"## Work\n\n### Ropewalker (2019 – 2021)\n\n### Engineer (2017 – 2019)\n\n"
		 "### Deckhand (2015 – 2017)\n",
		 "section work title'Work'\n"
		 "  role title'Ropewalker' start'2019'=2019 end'2021'=2021\n"
		 "  role title'Engineer' start'2017'=2017 end'2019'=2019\n"
		 "  role title'Deckhand' start'2015'=2015 end'2017'=2017\n"},
		/* what stands in front of the title in parentheses belongs to it */
		{"## Work\n\n### (Senior) Engineer, Nordlys, Abteilung Bojen (until 2019)\n",
		 "section work title'Work'\n"
		 "  role title'(Senior) Engineer' organization'Nordlys' team'Abteilung Bojen'"
		 " end'until 2019'=2019+until\n"},
		/* a part of a school, and a place without commas */
		{"## Education\n\n### BSc Physics, University of Calder, Faculty of Science (2010)\n\n"
		 "### MSc Physics, Skerry Institute, Troy NY USA (2012)\n",
		 "section education title'Education'\n"
		 "  education title'BSc Physics' organization'University of Calder'"
		 " team'Faculty of Science' end'2010'=2010\n"
		 "  education title'MSc Physics' organization'Skerry Institute'"
		 " location'Troy NY USA' end'2012'=2012\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(siblings_decide)
{
	static const struct row rows[] = {
		/* two names that no table has: as in the entries around it */
		{"## Work\n\n### Nordlys | Engineer\n2019 – 2021\n\n### Skerry | Tidewatch\n"
		 "2017 – 2019\n\n### Fjordline | Deckhand\n2015 – 2017\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' organization'Nordlys' start'2019'=2019 end'2021'=2021\n"
		 "  role title'Tidewatch' organization'Skerry' start'2017'=2017 end'2019'=2019\n"
		 "  role title'Deckhand' organization'Fjordline' start'2015'=2015"
		 " end'2017'=2017\n"},
		{"## Work\n\n### Engineer | Nordlys\n2019 – 2021\n\n### Skerry | Tidewatch\n"
		 "2017 – 2019\n\n### Deckhand | Fjordline\n2015 – 2017\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' organization'Nordlys' start'2019'=2019 end'2021'=2021\n"
		 "  role title'Skerry' organization'Tidewatch' start'2017'=2017 end'2019'=2019\n"
		 "  role title'Deckhand' organization'Fjordline' start'2015'=2015"
		 " end'2017'=2017\n"},
		/* with no one to ask, the title comes first */
		{"## Work\n\n### Skerry | Tidewatch\n2017 – 2019\n",
		 "section work title'Work'\n"
		 "  role title'Skerry' organization'Tidewatch' start'2017'=2017 end'2019'=2019\n"},
		/* a clear entry is not overruled by its siblings */
		{"## Work\n\n### Nordlys GmbH | Engineer\n2019 – 2021\n\n### Skerry Ltd |"
		 " Deckhand\n"
		 "2017 – 2019\n\n### Software Engineer | Fjordline Inc.\n2015 – 2017\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' organization'Nordlys GmbH' start'2019'=2019"
		 " end'2021'=2021\n"
		 "  role title'Deckhand' organization'Skerry Ltd' start'2017'=2017 end'2019'=2019\n"
		 "  role title'Software Engineer' organization'Fjordline Inc.' start'2015'=2015"
		 " end'2017'=2017\n"},
		/* entries of another shape are no siblings */
		{"## Work\n\n### Nordlys GmbH | Engineer\n2019 – 2021\n\n## Volunteering\n\n"
		 "- **Skerry**, Tidewatch, 2017 – 2019\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' organization'Nordlys GmbH' start'2019'=2019"
		 " end'2021'=2021\n"
		 "section volunteer title'Volunteering'\n"
		 "  volunteer title'Skerry' organization'Tidewatch' start'2017'=2017"
		 " end'2019'=2019\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(labels_name_fields)
{
	static const struct row rows[] = {
		{"## Work\n\n### Skerry\n\nPosition: Tidewatch\\\nLocation: Fjordby\\\n"
		 "Dates: 2019 – 2021\n",
		 "section work title'Work'\n"
		 "  role title'Tidewatch' organization'Skerry' location'Fjordby' start'2019'=2019"
		 " end'2021'=2021\n"},
		{"## 職歴\n\n### 会社名：スケリー\n\n役職：タイド\n期間：2019年5月〜2021年3月\n",
		 "section work title'職歴'\n"
		 "  role title'タイド' organization'スケリー' start'2019年5月'=2019-05"
		 " end'2021年3月'=2021-03\n"},
		{"## Work\n\n### Engineer, Nordlys\n\n"
		 "Team: Buoys | Start: May 2019 | End: June 2021\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' organization'Nordlys' team'Buoys' start'May"
		 " 2019'=2019-05 end'June 2021'=2021-06\n"},
		/* `Ort` of a school is where one went to school */
		{"## Ausbildung\n\n| Zeitraum | Abschluss | Ort |\n|--|--|--|\n"
		 "| 2000 – 2006 | Abitur | Gymnasium Skerry |\n",
		 "section education title'Ausbildung'\n"
		 "  education title'Abitur' organization'Gymnasium Skerry' start'2000'=2000"
		 " end'2006'=2006\n"},
		/* a label that names no field */
		{"## Work\n\n### Engineer, Nordlys (2019 – 2021)\n\nGoal: fewer floods\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' organization'Nordlys' start'2019'=2019 end'2021'=2021\n"
		 "    paragraph 'Goal: fewer floods'\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(teams)
{
	static const struct row rows[] = {
		{"## Work\n\n### Engineer | Platform Team | Nordlys GmbH\n2019 – 2021\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' organization'Nordlys GmbH' team'Platform Team'"
		 " start'2019'=2019 end'2021'=2021\n"},
		{"## 職歴\n\n### 株式会社あおば 設計部 主任\n2019年4月〜現在\n",
		 "section work title'職歴'\n"
		 "  role title'主任' organization'株式会社あおば' team'設計部' start'2019年4月'=2019-04"
		 " end'現在'=present\n"},
		{"## Work\n\n### Engineer | Payments\n**Nordlys** — *Oslo, Norway*\n*2019 –"
		 " 2021*\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' organization'Nordlys' team'Payments' location'Oslo,"
		 " Norway' start'2019'=2019 end'2021'=2021\n"},
		/* who leads one is no team */
		{"## Work\n\n### Team Lead, Nordlys (2019 – 2021)\n",
		 "section work title'Work'\n"
		 "  role title'Team Lead' organization'Nordlys' start'2019'=2019 end'2021'=2021\n"},
		{"## Work\n\n### Head of Department, Nordlys (2019 – 2021)\n",
		 "section work title'Work'\n"
		 "  role title'Head of Department' organization'Nordlys' start'2019'=2019"
		 " end'2021'=2021\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(locations)
{
	static const struct row rows[] = {
		{"## Work\n\n### Engineer, Nordlys, Oslo, Norway (2019 – 2021)\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' organization'Nordlys' location'Oslo, Norway'"
		 " start'2019'=2019 end'2021'=2021\n"},
		{"## Work\n\n### Engineer, Nordlys (Remote)\n2019 – 2021\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' organization'Nordlys' location'Remote' start'2019'=2019"
		 " end'2021'=2021\n"},
		{"## Work\n\n### Engineer, Nordlys GmbH, NO (2019 – 2021)\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' organization'Nordlys GmbH' location'NO' start'2019'=2019"
		 " end'2021'=2021\n"},
		{"## Work\n\n### Engineer – Nordlys\n*Oslo, Norway | 2019 – 2021*\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' organization'Nordlys' location'Oslo, Norway'"
		 " start'2019'=2019 end'2021'=2021\n"},
		/* an acronym goes with the name, a number does not */
		{"## Work\n\n### Engineer, Northern Light Society (NLS) (2019 – 2021)\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' organization'Northern Light Society (NLS)' start'2019'=2019"
		 " end'2021'=2021\n"},
		{"## Work\n\n### Engineer, Nordlys (8 years)\n2019 – 2021\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' organization'Nordlys' start'2019'=2019 end'2021'=2021"
		 " detail'8 years'\n"},
		/* a place in a name */
		{"## Work\n\n### Porter, Hotel Paris Ltd (2019 – 2021)\n",
		 "section work title'Work'\n"
		 "  role title'Porter' organization'Hotel Paris Ltd' start'2019'=2019"
		 " end'2021'=2021\n"},
		{"## Work\n\n### Lecturer, University of Oslo (2019 – 2021)\n",
		 "section work title'Work'\n"
		 "  role title'Lecturer' organization'University of Oslo' start'2019'=2019"
		 " end'2021'=2021\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(details)
{
	static const struct row rows[] = {
		{"## Work\n\n### Engineer, Nordlys, full-time (2019 – 2021)\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' organization'Nordlys' start'2019'=2019 end'2021'=2021"
		 " detail'full-time'\n"},
		{"## Work\n\n### Engineer, Nordlys (2019 – 2021, on and off)\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' organization'Nordlys' start'2019'=2019 end'2021'=2021"
		 " detail'on and off'\n"},
		{"## Work\n\n### Engineer – Nordlys – 2019 – 5 years\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' organization'Nordlys' start'2019'=2019 detail'5 years'\n"},
		{"## Education\n\n### B.Sc. Physics, University of Oslo, 1.3, cum laude (2019)\n",
		 "section education title'Education'\n"
		 "  education title'B.Sc. Physics' organization'University of Oslo'"
		 " end'2019'=2019 detail'1.3, cum laude'\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(the_first_start_and_the_last_end)
{
	static const struct row rows[] = {
		{"## Work\n\n### Engineer, Nordlys (2019 – 2020, 2022 – 2023)\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' organization'Nordlys' start'2019'=2019 end'2023'=2023"
		 " detail'2020, 2022'\n"},
		{"## Work\n\n### Engineer, Nordlys (2022 – Present, 2017 – 2019)\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' organization'Nordlys' start'2017'=2017"
		 " end'Present'=present detail'2022, 2019'\n"},
		{"## Work\n\n### Engineer, Nordlys\n"
		 "May 2015 – June 2016; July 2017 – June 2018; May 2020 – June 2021\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' organization'Nordlys' start'May 2015'=2015-05 end'June"
		 " 2021'=2021-06 detail'June 2016, July 2017 – June 2018, May 2020'\n"},
		/* an open end */
		{"## Work\n\n### Engineer, Nordlys (2019 – )\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' organization'Nordlys' start'2019'=2019 end''=present\n"},
		{"## Work\n\n### Engineer, Nordlys (since 2019)\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' organization'Nordlys' start'2019'=2019"
		 " end'since'=present\n"},
		{"## Work\n\n### Engineer, Nordlys (2019 – 現在)\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' organization'Nordlys' start'2019'=2019 end'現在'=present\n"},
		/* a single date: a post began, a degree was finished */
		{"## Work\n\n### Engineer, Nordlys (2019)\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' organization'Nordlys' start'2019'=2019\n"},
		{"## Education\n\n### B.Sc. Physics, University of Oslo (2019)\n",
		 "section education title'Education'\n"
		 "  education title'B.Sc. Physics' organization'University of Oslo'"
		 " end'2019'=2019\n"},
		{"## Education\n\n### B.Sc. Physics, University of Oslo\n\nStart: 2016\n",
		 "section education title'Education'\n"
		 "  education title'B.Sc. Physics' organization'University of Oslo'"
		 " start'2016'=2016\n"},
		/* years in names are no dates */
		{"## Work\n\n### Guide, Expo 2020 Office (2019 – 2021)\n",
		 "section work title'Work'\n"
		 "  role title'Guide' organization'Expo 2020 Office' start'2019'=2019"
		 " end'2021'=2021\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(an_organization_is_inherited)
{
	static const struct row rows[] = {
		{"## Work\n\n### Nordlys GmbH, Oslo\n\n#### Lead Engineer\n2021 – Present\n\n"
		 "- Leads.\n\n#### Engineer\n2019 – 2021\n\n- Builds.\n",
		 "section work title'Work'\n"
		 "  role title'Lead Engineer' organization'Nordlys GmbH' location'Oslo'"
		 " start'2021'=2021 end'Present'=present\n"
		 "    bullet 'Leads.'\n"
		 "  role title'Engineer' ~organization'Nordlys GmbH' ~location'Oslo'"
		 " start'2019'=2019 end'2021'=2021\n"
		 "    bullet 'Builds.'\n"},
		/* the next employer ends it */
		{"## Work\n\n### Nordlys GmbH\n\n#### Lead Engineer\n2021 – Present\n\n"
		 "#### Engineer\n2019 – 2021\n\n### Skerry Ltd\n\n#### Deckhand\n2017 – 2019\n",
		 "section work title'Work'\n"
		 "  role title'Lead Engineer' organization'Nordlys GmbH' start'2021'=2021"
		 " end'Present'=present\n"
		 "  role title'Engineer' ~organization'Nordlys GmbH' start'2019'=2019"
		 " end'2021'=2021\n"
		 "  role title'Deckhand' organization'Skerry Ltd' start'2017'=2017"
		 " end'2019'=2019\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(degrees_and_schools_in_either_order)
{
	static const struct row rows[] = {
		{"## Education\n\n### B.Sc. Physics, University of Oslo (2016 – 2019)\n",
		 "section education title'Education'\n"
		 "  education title'B.Sc. Physics' organization'University of Oslo'"
		 " start'2016'=2016 end'2019'=2019\n"},
		{"## Education\n\n### University of Oslo, B.Sc. Physics (2016 – 2019)\n",
		 "section education title'Education'\n"
		 "  education title'B.Sc. Physics' organization'University of Oslo'"
		 " start'2016'=2016 end'2019'=2019\n"},
		{"## Education\n\n**University of Oslo** — *Oslo, Norway*\\\nB.Sc. Physics\\\n"
		 "*2016 – 2019*\n",
		 "section education title'Education'\n"
		 "  education title'B.Sc. Physics' organization'University of Oslo'"
		 " location'Oslo, Norway' start'2016'=2016 end'2019'=2019\n"},
		{"## Ausbildung\n\n**Gymnasium Skerry**, Abitur, 2012\n",
		 "section education title'Ausbildung'\n"
		 "  education title'Abitur' organization'Gymnasium Skerry' end'2012'=2012\n"},
		{"## Formación\n\n### Grado en Física – Universidad de Roca (2016 – 2019)\n",
		 "section education title'Formación'\n"
		 "  education title'Grado en Física' organization'Universidad de Roca'"
		 " start'2016'=2016 end'2019'=2019\n"},
		{"## Образование\n\n### Приморский университет, магистр физики (2016 – 2019)\n",
		 "section education title'Образование'\n"
		 "  education title'магистр физики' organization'Приморский университет'"
		 " start'2016'=2016 end'2019'=2019\n"},
		/* a course, a school alone */
		{"## Education\n\n### Knots for Beginners, Fjord School (2019)\n",
		 "section education title'Education'\n"
		 "  education title'Knots for Beginners' organization'Fjord School'"
		 " end'2019'=2019\n"},
		{"## Education\n\n### University of Oslo (2016 – 2019)\n",
		 "section education title'Education'\n"
		 "  education organization'University of Oslo' start'2016'=2016 end'2019'=2019\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

/* A degree and its field are one title, and what numbers a degree belongs to it. */
START_TEST(parts_of_a_degree)
{
	static const struct row rows[] = {
		{"## 教育\n\n### 海港大学 | 计算机科学 | 本科\n\n2012 - 2016\n",
		 "section education title'教育'\n"
		 "  education title'计算机科学 本科' organization'海港大学' start'2012'=2012"
		 " end'2016'=2016\n"},
		{"## Education\n\n### BSc | University of Calder | Physics | 2002\n",
		 "section education title'Education'\n"
		 "  education title'BSc Physics' organization'University of Calder'"
		 " end'2002'=2002\n"},
		{"## Education\n\n### Secondary School (8h maths) | Arden College | 1999\n\n"
		 "### BSc (6 semesters) | University of Calder | 2002\n",
		 "section education title'Education'\n"
		 "  education title'Secondary School (8h maths)' organization'Arden College'"
		 " end'1999'=1999\n"
		 "  education title'BSc' organization'University of Calder' end'2002'=2002"
		 " detail'6 semesters'\n"},
		{"## 학력\n\n### 새벽대학교 수학과 학사 (2012 - 2016)\n",
		 "section education title'학력'\n"
		 "  education title'수학과 학사' organization'새벽대학교' start'2012'=2012"
		 " end'2016'=2016\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

/* What only says where a thing is found is its url, and no field. */
START_TEST(addresses)
{
	static const struct row rows[] = {
		{"## Work\n\n### Deckhand, Nordlys\nhttps://nordlys.example\n2019 – 2021\n",
		 "section work title'Work'\n"
		 "  role title'Deckhand' organization'Nordlys' start'2019'=2019 end'2021'=2021"
		 " url''=https://nordlys.example\n"},
		{"## Work\n\n### Deckhand, Nordlys | [Website](https://nordlys.example)\n2019\n",
		 "section work title'Work'\n"
		 "  role title'Deckhand' organization'Nordlys' start'2019'=2019"
		 " url''=https://nordlys.example\n"},
		{"## Projects\n\n### Harbour Map (<https://map.example>)\n\nDrawn by hand.\n",
		 "section projects title'Projects'\n"
		 "  project title'Harbour Map' url''=https://map.example\n"
		 "    paragraph 'Drawn by hand.'\n"},
		{"## Projects\n\n### Harbour Map\n\nhttps://map.example\n",
		 "section projects title'Projects'\n"
		 "  project title'Harbour Map' url''=https://map.example\n"},
		/* nothing else names it */
		{"## Projects\n\n### https://map.example\n\nDrawn by hand.\n",
		 "section projects title'Projects'\n"
		 "  project title'https://map.example'\n"
		 "    paragraph 'Drawn by hand.'\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(projects_and_papers)
{
	static const struct row rows[] = {
		{"## Education\n\n**Skerry University**  \n*BSc Physics*  \n*GPA: Very Good*  \n"
		 "*2016 - 2020*\n",
		 "section education title'Education'\n"
		 "  education title'BSc Physics' organization'Skerry University' start'2016'=2016"
		 " end'2020'=2020 detail'Very Good'\n"},
		{"## Projects\n\n### Tidewatch, a tide table (2019)\n",
		 "section projects title'Projects'\n"
		 "  project title'Tidewatch' start'2019'=2019 detail'a tide table'\n"},
		{"## Projects\n\n### [Tidewatch](https://tidewatch.example) | Rust, SQL\n",
		 "section projects title'Projects'\n"
		 "  project title'Tidewatch' url''=https://tidewatch.example detail'Rust, SQL'\n"},
		{"## Publications\n\n- **On Knots, Bends and Hitches**, *Journal of Ropes*, 2019\n",
		 "section publications title'Publications'\n"
		 "  publication title'On Knots, Bends and Hitches' organization'Journal of Ropes'"
		 " end'2019'=2019\n"},
		{"## Awards\n\n- Lifesaver of the Year, Harbour Society, 2019\n",
		 "section awards title'Awards'\n"
		 "  award title'Lifesaver of the Year' organization'Harbour Society'"
		 " end'2019'=2019\n"},
		{"## Certificates\n\n- Diving Licence – Skerry School (May 2019)\n",
		 "section certificates title'Certificates'\n"
		 "  certificate title'Diving Licence' organization'Skerry School' end'May"
		 " 2019'=2019-05\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(chinese_japanese_korean)
{
	static const struct row rows[] = {
		{"## 职业经历\n\n### 北极光科技有限公司 | 软件工程师\n2019年4月 - 至今\n",
		 "section work title'职业经历'\n"
		 "  role title'软件工程师' organization'北极光科技有限公司' start'2019年4月'=2019-04"
		 " end'至今'=present\n"},
		{"## 工作经历\n\n### 2019.04 - 2021.03 北极光科技有限公司 软件工程师\n",
		 "section work title'工作经历'\n"
		 "  role title'软件工程师' organization'北极光科技有限公司' start'2019.04'=2019-04"
		 " end'2021.03'=2021-03\n"},
		{"## 職歴\n\n### 株式会社あおば製作所（2018年4月 〜 現在）\n\n設計エンジニア\n",
		 "section work title'職歴'\n"
		 "  role title'設計エンジニア' organization'株式会社あおば製作所' start'2018年4月'=2018-04"
		 " end'現在'=present\n"},
		{"## 職歴\n\n### 設計エンジニア、株式会社あおば製作所、東京\n2018年4月 〜 2021年3月\n",
		 "section work title'職歴'\n"
		 "  role title'設計エンジニア' organization'株式会社あおば製作所' location'東京'"
		 " start'2018年4月'=2018-04 end'2021年3月'=2021-03\n"},
		{"## 경력\n\n### (주)달빛 | 백엔드 개발자\n2019.04 ~ 현재\n",
		 "section work title'경력'\n"
		 "  role title'백엔드 개발자' organization'(주)달빛' start'2019.04'=2019-04"
		 " end'현재'=present\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(links_of_headers)
{
	static const struct row rows[] = {
		{"## Work\n\n### Engineer, [Nordlys](https://nordlys.example) (2019 – 2021)\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' organization'Nordlys' start'2019'=2019 end'2021'=2021"
		 " url''=https://nordlys.example\n"},
		{"## Work\n\n### [Tidewatch](https://tidewatch.example), Skerry (2019 – 2021)\n",
		 "section work title'Work'\n"
		 "  role title'Skerry' organization'Tidewatch' start'2019'=2019 end'2021'=2021"
		 " url''=https://tidewatch.example\n"},
		/* it only repeats its text */
		{"## Work\n\n"
		 "### Engineer, [nordlys.example](https://nordlys.example/) (2019 – 2021)\n",
		 "section work title'Work'\n"
		 "  role title'Engineer' organization'nordlys.example' start'2019'=2019"
		 " end'2021'=2021\n"},
	};

	CHECK_ROWS(rows);
}
END_TEST

UNIT_MAIN("fields", employers_that_stand_alone, who_works_for_himself,
	  parentheses_are_parts_of_names, dates_stand_beside_names_without_a_mark,
	  words_tell_titles_from_organizations, siblings_decide, labels_name_fields, teams,
	  locations, details, the_first_start_and_the_last_end, an_organization_is_inherited,
	  degrees_and_schools_in_either_order, parts_of_a_degree, addresses, projects_and_papers,
	  chinese_japanese_korean, links_of_headers)
