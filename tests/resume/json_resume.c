/*
 * JSON Resume of documents built by hand, to the byte but for white space: what no résumé in Markdown
 * need ever give (an entry in a group of another), and what must not depend on how one is read.
 */
#include "unit.h"

#include "resume/json_resume.h"

#include <string.h>

#define HEAD                                                                                       \
	"{\"$schema\":\"https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json\","

static struct cvd_document *doc;

static struct cvd_node *add(struct cvd_node *parent, enum cvd_kind kind, const char *text)
{
	struct cvd_node *node = cvd_node_add(doc, parent, kind);

	if (cvd_kind_has_fields(kind)) {
		struct cvd_value *title = cvd_node_field(doc, node, CVD_TITLE);

		title->present = *text;
		title->text = cvd_str_from(text);
	} else {
		node->text = cvd_str_from(text);
	}
	return node;
}

static struct cvd_node *add_section(enum cvd_section_type type, const char *title)
{
	struct cvd_node *section = add(doc->root, CVD_SECTION, title);

	section->section_type = type;
	return section;
}

static void set(struct cvd_node *node, enum cvd_field field, const char *text, const char *norm,
		const char *rest)
{
	*cvd_node_field(doc, node, field) = (struct cvd_value){.present = true,
							       .text = cvd_str_from(text),
							       .norm = cvd_str_from(norm),
							       .rest = cvd_str_from(rest)};
}

/* Removes line breaks and indentation, and the space behind a key. The texts have no `": `. */
static void squeeze(struct cvd_buf *out)
{
	size_t to = 0;

	for (size_t i = 0; i < out->len; i++) {
		if (out->ptr[i] == '\n') {
			while (i + 1 < out->len && out->ptr[i + 1] == ' ')
				i++;
			continue;
		}
		if (out->ptr[i] == ' ' && i >= 2 && !memcmp(out->ptr + i - 2, "\":", 2))
			continue;
		out->ptr[to++] = out->ptr[i];
	}
	out->len = to;
}

/* Ends the document, which then is freed. */
static void check(const char *want)
{
	struct cvd_buf out = {0};

	cvd_document_finish(doc);
	cvd_json_resume_write(&out, doc);
	ck_assert_int_eq(out.ptr[out.len - 1], '\n');
	squeeze(&out);
	assert_text(cvd_buf_str(&out), want);
	cvd_buf_free(&out);
	cvd_document_free(doc);
}

static void begin(void)
{
	doc = cvd_document_new(CVD_FORMAT_MARKDOWN);
}

START_TEST(an_empty_document)
{
	begin();
	check(HEAD "\"basics\":{},\"meta\":{\"x-cvdiff\":{}}}");
}
END_TEST

START_TEST(basics_hold_what_they_can_and_lose_nothing)
{
	begin();
	add(doc->root, CVD_NAME, "Ada Nilsson");
	add(doc->root, CVD_HEADLINE, "Engineer");
	add(doc->root, CVD_CONTACT, "ada@nilsson.example");
	add(doc->root, CVD_CONTACT, "Mobile: +47 55 55 01 23");
	add(doc->root, CVD_CONTACT, "nilsson.example");
	add(doc->root, CVD_CONTACT, "Bergen, Norway");
	add(doc->root, CVD_CONTACT, "github.com/ada");
	add(doc->root, CVD_CONTACT, "ada@second.example");
	add(doc->root, CVD_CONTACT, "blog.example");
	add(doc->root, CVD_SUMMARY, "One.");
	add(doc->root, CVD_SUMMARY, "Two.");
	add(doc->root, CVD_PARAGRAPH, "Stray.");
	check(HEAD "\"basics\":{\"name\":\"Ada Nilsson\",\"label\":\"Engineer\","
		   "\"email\":\"ada@nilsson.example\",\"phone\":\"+47 55 55 01 23\","
		   "\"url\":\"https://nilsson.example\",\"summary\":\"One.\\n\\nTwo.\","
		   "\"location\":{\"city\":\"Bergen\",\"region\":\"Norway\"},"
		   "\"profiles\":[{\"network\":\"GitHub\",\"username\":\"ada\","
		   "\"url\":\"https://github.com/ada\"},{\"url\":\"https://blog.example\"}]},"
		   "\"meta\":{\"x-cvdiff\":{\"contacts\":[{\"text\":\"Mobile: +47 55 55 01 23\"},"
		   "{\"text\":\"ada@second.example\"}],\"summary\":\"Stray.\"}}}");
}
END_TEST

START_TEST(dates_have_the_form_of_the_schema)
{
	struct cvd_node *work, *role, *awards, *award;

	begin();
	work = add_section(CVD_SECTION_WORK, "");
	role = add(work, CVD_ROLE, "A");
	set(role, CVD_START, "Summer 2020", "2020", "summer");
	set(role, CVD_END, "today", "present", "");
	role = add(work, CVD_ROLE, "B");
	set(role, CVD_START, "the beginning", "", "the beginning");
	set(role, CVD_END, "3 May 3021", "3021-05-03", "");
	awards = add_section(CVD_SECTION_AWARDS, "");
	award = add(awards, CVD_AWARD, "C");
	set(award, CVD_START, "May 2020", "2020-05", "");
	award = add(awards, CVD_AWARD, "D");
	set(award, CVD_START, "2019", "2019", "");
	set(award, CVD_END, "2020", "2020", "");
	check(HEAD
	      "\"basics\":{},\"work\":[{\"position\":\"A\",\"startDate\":\"2020\",\"current\":true,"
	      "\"startText\":\"Summer 2020\"},{\"position\":\"B\",\"startText\":\"the beginning\","
	      "\"endText\":\"3 May 3021\"}],\"awards\":[{\"title\":\"C\",\"date\":\"2020-05\"},"
	      "{\"title\":\"D\",\"startDate\":\"2019\",\"date\":\"2020\"}],"
	      "\"meta\":{\"x-cvdiff\":{\"sections\":[{\"type\":\"work\"},{\"type\":\"awards\"}]}}}");
}
END_TEST

START_TEST(groups_bullets_and_entries_nest)
{
	struct cvd_node *role, *outer, *inner, *bullet;

	begin();
	role = add(add_section(CVD_SECTION_WORK, "Work"), CVD_ROLE, "A");
	add(role, CVD_PARAGRAPH, "Text.");
	bullet = add(role, CVD_BULLET, "One");
	add(add(bullet, CVD_BULLET, "Two"), CVD_PARAGRAPH, "Three");
	outer = add(role, CVD_GROUP, "Outer");
	add(outer, CVD_BULLET, "Four");
	inner = add(outer, CVD_GROUP, "Inner");
	add(inner, CVD_BLOCK, "a\nb");
	add(add(inner, CVD_PROJECT, "P"), CVD_BULLET, "Five");
	add(add(role, CVD_GROUP, "Stack"), CVD_SKILL, "Go");
	check(HEAD
	      "\"basics\":{},\"work\":[{\"position\":\"A\",\"summary\":\"Text.\","
	      "\"highlights\":[\"One\",\"Two\",\"Three\",\"Four\"],\"highlightLevels\":[0,1,2,0],"
	      "\"skills\":[{\"name\":\"Stack\",\"keywords\":[\"Go\"]}],"
	      "\"groups\":[{\"name\":\"Outer\",\"highlights\":[\"Four\"]},"
	      "{\"name\":\"Inner\",\"within\":\"Outer\",\"blocks\":[\"a\\nb\"]}]}],"
	      "\"projects\":[{\"name\":\"P\",\"highlights\":[\"Five\"],\"within\":\"Inner\","
	      "\"section\":\"Work\"}],"
	      "\"meta\":{\"x-cvdiff\":{\"sections\":[{\"type\":\"work\",\"title\":\"Work\"}]}}}");
}
END_TEST

START_TEST(lists_of_skills_nest)
{
	struct cvd_node *skills, *radio, *role, *techs;

	begin();
	skills = add_section(CVD_SECTION_SKILLS, "Skills");
	radio = add(skills, CVD_GROUP, "Radio");
	add(add(radio, CVD_GROUP, "Core"), CVD_SKILL, "LoRa");
	add(add(radio, CVD_GROUP, "Expert"), CVD_SKILL, "DSP");
	add(add(skills, CVD_GROUP, "Spoken"), CVD_LANGUAGE, "Welsh");
	role = add(add_section(CVD_SECTION_WORK, "Work"), CVD_ROLE, "A");
	techs = add(role, CVD_GROUP, "Techs");
	add(add(techs, CVD_GROUP, "Storage"), CVD_SKILL, "SQLite");
	check(HEAD
	      "\"basics\":{},\"work\":[{\"position\":\"A\",\"skills\":[{\"name\":\"Storage\","
	      "\"within\":\"Techs\",\"keywords\":[\"SQLite\"]}]}],"
	      "\"skills\":[{\"name\":\"Core\",\"keywords\":[\"LoRa\"],\"within\":\"Radio\"},"
	      "{\"name\":\"Radio\",\"level\":\"Expert\",\"keywords\":[\"DSP\"],"
	      "\"within\":\"Radio\"}],"
	      "\"languages\":[{\"language\":\"Welsh\",\"within\":\"Spoken\",\"section\":\"Skills\"}],"
	      "\"meta\":{\"x-cvdiff\":{\"sections\":[{\"type\":\"skills\",\"title\":\"Skills\","
	      "\"groups\":[{\"name\":\"Spoken\"}]},"
	      "{\"type\":\"work\",\"title\":\"Work\"}]}}}");
}
END_TEST

START_TEST(keywords_and_bullets_are_items)
{
	struct cvd_node *skills, *go, *languages, *german, *awards, *references, *club, *entry;

	begin();
	skills = add_section(CVD_SECTION_SKILLS, "Skills");
	go = add(skills, CVD_SKILL, "Go");
	set(go, CVD_DETAIL, "expert", "", "");
	add(skills, CVD_SKILL, "C");
	add(add(skills, CVD_GROUP, "Tools"), CVD_SKILL, "Git");
	add(skills, CVD_SKILL, "Vim");
	add(skills, CVD_BULLET, "Can read a map");
	languages = add_section(CVD_SECTION_LANGUAGES, "Languages");
	german = add(languages, CVD_LANGUAGE, "German");
	set(german, CVD_DETAIL, "native", "", "");
	awards = add_section(CVD_SECTION_AWARDS, "Prizes");
	add(add(awards, CVD_BULLET, "Best of 2020"), CVD_BULLET, "twice");
	references = add_section(CVD_SECTION_REFERENCES, "References");
	add(references, CVD_BULLET, "She is good.");
	club = add_section(CVD_SECTION_OTHER, "Clubs");
	entry = add(club, CVD_ENTRY, "Chess");
	set(entry, CVD_URL, "", "https://chess.example", "");
	check(HEAD
	      "\"basics\":{},\"awards\":[{\"title\":\"Best of 2020\",\"highlights\":[\"twice\"]}],"
	      "\"skills\":[{\"keywords\":[\"Go (expert)\",\"C\"]},"
	      "{\"name\":\"Tools\",\"keywords\":[\"Git\"]},{\"keywords\":[\"Vim\"]},"
	      "{\"name\":\"Can read a map\"}],"
	      "\"languages\":[{\"language\":\"German\",\"fluency\":\"native\"}],"
	      "\"references\":[{\"reference\":\"She is good.\"}],"
	      "\"meta\":{\"x-cvdiff\":{\"sections\":[{\"type\":\"skills\",\"title\":\"Skills\"},"
	      "{\"type\":\"languages\",\"title\":\"Languages\"},"
	      "{\"type\":\"awards\",\"title\":\"Prizes\"},"
	      "{\"type\":\"references\",\"title\":\"References\"},"
	      "{\"type\":\"other\",\"title\":\"Clubs\"}],"
	      "\"entries\":[{\"title\":\"Chess\",\"url\":\"https://chess.example\","
	      "\"section\":\"Clubs\"}]}}}");
}
END_TEST

START_TEST(hidden_entries_are_items)
{
	struct cvd_node *work, *role, *past, *other;

	begin();
	work = add_section(CVD_SECTION_WORK, "Work");
	role = add(work, CVD_ROLE, "A");
	add(role, CVD_BULLET, "One");
	cvd_node_hide(doc, add(role, CVD_BULLET, "Two"));
	role = add(work, CVD_ROLE, "B");
	cvd_node_hide(doc, role);
	add(role, CVD_BULLET, "Three");
	add(add(role, CVD_GROUP, "Stack"), CVD_SKILL, "Go");
	past = add_section(CVD_SECTION_EDUCATION, "Past");
	cvd_node_hide(doc, past);
	add(past, CVD_EDUCATION, "C");
	other = add(add_section(CVD_SECTION_OTHER, "Clubs"), CVD_ENTRY, "Chess");
	cvd_node_hide(doc, other);
	cvd_node_hide(doc, add(doc->root, CVD_CONTACT, "ada@nilsson.example"));
	check(HEAD "\"basics\":{},\"work\":[{\"position\":\"A\",\"highlights\":[\"One\"]},"
		   "{\"position\":\"B\",\"highlights\":[\"Three\"],\"skills\":[{\"name\":\"Stack\","
		   "\"keywords\":[\"Go\"]}],\"hidden\":true}],"
		   "\"education\":[{\"studyType\":\"C\",\"hidden\":true}],"
		   "\"meta\":{\"x-cvdiff\":{\"sections\":[{\"type\":\"work\",\"title\":\"Work\"},"
		   "{\"type\":\"other\",\"title\":\"Clubs\"}],"
		   "\"entries\":[{\"title\":\"Chess\",\"section\":\"Clubs\",\"hidden\":true}]}}}");
}
END_TEST

START_TEST(links_are_kept)
{
	struct cvd_link link = {3, 4, CVD_STR("/talk.pdf")};
	struct cvd_node *role, *bullet;

	begin();
	role = add(add_section(CVD_SECTION_WORK, ""), CVD_ROLE, "A");
	set(role, CVD_URL, "site", "../a.html", "");
	set(add(role->parent, CVD_ROLE, "B"), CVD_URL, "",
	    "https://a.example/b https://b.example/c", "");
	bullet = add(add(role, CVD_GROUP, "G"), CVD_BULLET, "My talk");
	bullet->links = &link;
	bullet->link_count = 1;
	check(HEAD "\"basics\":{},\"work\":[{\"position\":\"A\",\"highlights\":[\"My talk\"],"
		   "\"groups\":[{\"name\":\"G\",\"highlights\":[\"My talk\"]}],"
		   "\"links\":[{\"text\":\"site\",\"url\":\"../a.html\"},"
		   "{\"text\":\"talk\",\"url\":\"/talk.pdf\"}]},"
		   "{\"position\":\"B\",\"url\":\"https://a.example/b\","
		   "\"links\":[{\"url\":\"https://b.example/c\"}]}],"
		   "\"meta\":{\"x-cvdiff\":{\"sections\":[{\"type\":\"work\"}]}}}");
}
END_TEST

START_TEST(depth_costs_no_more_than_its_nodes)
{
	struct cvd_buf out = {0};
	struct cvd_node *node;

	begin();
	node = add(add_section(CVD_SECTION_WORK, ""), CVD_ROLE, "A");
	for (int i = 0; i < 100000; i++)
		node = add(node, i % 2 ? CVD_BULLET : CVD_GROUP, "x");
	cvd_document_finish(doc);
	cvd_json_resume_write(&out, doc);
	ck_assert_uint_gt(out.len, 100000);
	cvd_buf_free(&out);
	cvd_document_free(doc);
}
END_TEST

/* A title of a megabyte is not repeated with each item that stands under it. */
START_TEST(long_titles_are_named_by_their_beginning)
{
	static char title[1 << 20];
	struct cvd_buf out = {0};
	struct cvd_node *group;

	memset(title, 'x', sizeof title - 1);
	begin();
	group = add(add_section(CVD_SECTION_AWARDS, title), CVD_GROUP, title);
	add_section(CVD_SECTION_AWARDS, "Others");
	for (int i = 0; i < 1000; i++)
		add(group, CVD_BULLET, "y");
	cvd_document_finish(doc);
	cvd_json_resume_write(&out, doc);
	ck_assert_uint_gt(out.len, 2 * sizeof title);
	ck_assert_uint_lt(out.len, 4 * sizeof title);
	cvd_buf_free(&out);
	cvd_document_free(doc);
}
END_TEST

UNIT_MAIN("JSON Resume", an_empty_document, basics_hold_what_they_can_and_lose_nothing,
	  dates_have_the_form_of_the_schema, groups_bullets_and_entries_nest, lists_of_skills_nest,
	  keywords_and_bullets_are_items, hidden_entries_are_items, links_are_kept,
	  depth_costs_no_more_than_its_nodes, long_titles_are_named_by_their_beginning)
