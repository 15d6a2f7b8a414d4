/*
 * A résumé kept as YAML in a code block above the text, written as the Markdown that says the same: the name
 * and the contacts, a heading a section, a heading an entry with its organization, place and dates below
 * it, its other values as text or items. Only where every key at the top is of the person or names a section,
 * so that nothing is lost. Linear.
 */
#include "outline_parts.h"

#include "front_matter.h"
#include "lexicon.h"

#include <string.h>

/* What the keys of a mapping say. */
enum meaning { OF_NOTHING, OF_NAME, OF_HEADLINE, OF_CONTACT, OF_PERSON, OF_SECTION };

struct writing {
	struct cvd_arena *scratch;
	struct cvd_lines *to;
	unsigned level; /* of a section's heading */
	const struct cvd_front *items;
	size_t count;
	size_t at; /* the item */
	struct cvd_str section;
	enum cvd_section_type type;
};

/* --- keys ------------------------------------------------------------------------------------------- */

/* `workExperience`, `work_experience` → `work Experience`, `work experience`; without a colon at its end. */
static struct cvd_str words_of_key(struct cvd_arena *scratch, struct cvd_str key)
{
	struct cvd_buf words = {0};
	struct cvd_str copy;

	while (key.len && (key.ptr[key.len - 1] == ':' || key.ptr[key.len - 1] == ' '))
		key.len--;
	for (size_t i = 0; i < key.len; i++) {
		char c = key.ptr[i];

		if (c >= 'A' && c <= 'Z' && i && key.ptr[i - 1] >= 'a' && key.ptr[i - 1] <= 'z')
			cvd_buf_put(&words, ' ');
		cvd_buf_put(&words, c == '_' ? ' ' : c);
	}
	copy = cvd_arena_copy(scratch, cvd_buf_str(&words));
	cvd_buf_free(&words);
	return copy;
}

/* Cuts the first part off the path. */
static struct cvd_str take_part(struct cvd_str *path)
{
	size_t dot = cvd_str_find_char(*path, '.', 0);
	struct cvd_str part = cvd_str_sub(*path, 0, dot == SIZE_MAX ? path->len : dot);

	*path = dot == SIZE_MAX ? (struct cvd_str){0} : cvd_str_sub(*path, dot + 1, path->len);
	return part;
}

static bool is_number(struct cvd_str part)
{
	for (size_t i = 0; i < part.len; i++)
		if (part.ptr[i] < '0' || part.ptr[i] > '9')
			return false;
	return part.len > 0;
}

/* Cuts the number of a list's item off the path. */
static bool take_number(struct cvd_str *path, struct cvd_str *number)
{
	struct cvd_str rest = *path;

	*number = take_part(&rest);
	if (!is_number(*number))
		return false;
	*path = rest;
	return true;
}

static bool is_person(struct cvd_str key)
{
	static const char *const keys[] = {"basics",  "contact",  "contacts", "personal",
					   "person",  "profiles", "links",    "social",
					   "socials", "author",   "info"};

	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (cvd_str_equal_ascii_nocase(key, cvd_str_from(keys[i])))
			return true;
	return false;
}

static enum meaning meaning_of(struct cvd_arena *scratch, struct cvd_str key, bool nested)
{
	struct cvd_str words = words_of_key(scratch, key);

	if (nested && is_person(key))
		return OF_PERSON;
	switch (cvd_lexicon_label(scratch, words)) {
	case CVD_LABEL_NAME:
		return OF_NAME;
	case CVD_LABEL_TITLE:
		return OF_HEADLINE;
	case CVD_LABEL_EMAIL:
	case CVD_LABEL_PHONE:
	case CVD_LABEL_ADDRESS:
	case CVD_LABEL_LOCATION:
	case CVD_LABEL_URL:
	case CVD_LABEL_PROFILE:
		return OF_CONTACT;
	default:
		return cvd_lexicon_section(scratch, words).known ? OF_SECTION : OF_NOTHING;
	}
}

/* --- lines ------------------------------------------------------------------------------------------ */

static uint32_t line_of(const struct writing *w)
{
	return w->items[w->at < w->count ? w->at : w->count - 1].line;
}

static void put(struct writing *w, struct cvd_str line)
{
	cvd_lines_add(w->scratch, w->to, line, line_of(w));
}

/* The value on one line. */
static void add_value(struct cvd_buf *line, struct cvd_str value)
{
	value = cvd_str_trim(value);
	for (size_t i = 0; i < value.len; i++)
		cvd_buf_put(line, (unsigned char)value.ptr[i] < ' ' ? ' ' : value.ptr[i]);
}

/* `begin`, the words and a colon, the value: a line. */
static void put_line(struct writing *w, const char *begin, struct cvd_str words,
		     struct cvd_str value)
{
	struct cvd_buf line = {0};

	cvd_buf_add(&line, cvd_str_from(begin));
	if (words.len)
		cvd_buf_printf(&line, "%.*s: ", CVD_STR_ARG(words));
	add_value(&line, value);
	put(w, cvd_buf_str(&line));
	cvd_buf_free(&line);
}

static void put_heading(struct writing *w, unsigned level, struct cvd_str words)
{
	struct cvd_buf line = {0};

	cvd_buf_fill(&line, '#', level);
	cvd_buf_put(&line, ' ');
	add_value(&line, words);
	put(w, CVD_STR(""));
	put(w, cvd_buf_str(&line));
	put(w, CVD_STR(""));
	cvd_buf_free(&line);
}

/* Markdown in a value, without what would begin code, HTML or a section. */
static void put_text(struct writing *w, struct cvd_str text)
{
	put(w, CVD_STR(""));
	for (size_t from = 0; from < text.len;) {
		size_t end = cvd_str_find_char(text, '\n', from);
		struct cvd_str line = cvd_str_sub(text, from, end == SIZE_MAX ? text.len : end);
		struct cvd_str content = cvd_str_trim(line);

		put_line(w, content.len && strchr("#`~<", content.ptr[0]) ? "\\" : "",
			 (struct cvd_str){0}, content);
		from = end == SIZE_MAX ? text.len : end + 1;
	}
	put(w, CVD_STR(""));
}

/* --- sections --------------------------------------------------------------------------------------- */

/* The item's path below the section; false where another section begins. */
static bool path_in_section(const struct writing *w, struct cvd_str *path)
{
	if (w->at >= w->count)
		return false;
	*path = w->items[w->at].key;
	return cvd_str_equal(take_part(path), w->section);
}

/* What stands in front of a value in a mapping: its path, without the number in a list. */
static struct cvd_str label_of(struct cvd_str path)
{
	size_t end = path.len;

	while (end && path.ptr[end - 1] >= '0' && path.ptr[end - 1] <= '9')
		end--;
	return end > 1 && end < path.len && path.ptr[end - 1] == '.' ? cvd_str_sub(path, 0, end - 1)
								     : path;
}

/* The values of `- words: …, …`, all with the label in their path. */
static void put_group(struct writing *w, struct cvd_str label, struct cvd_str words)
{
	struct cvd_str path;
	struct cvd_buf line = {0};
	uint32_t number = line_of(w);
	size_t count = 0;

	cvd_buf_printf(&line, "- **%.*s:** ", CVD_STR_ARG(words_of_key(w->scratch, words)));
	while (path_in_section(w, &path) && cvd_str_equal(label_of(path), label)) {
		if (count++)
			cvd_buf_add(&line, CVD_STR(", "));
		add_value(&line, w->items[w->at++].value);
	}
	cvd_lines_add(w->scratch, w->to, cvd_buf_str(&line), number);
	cvd_buf_free(&line);
}

/* `- Tools: …` as an item of a list: its one key is no name of a field. */
static bool is_group(struct writing *w, struct cvd_str number, struct cvd_str label)
{
	enum cvd_label known = cvd_lexicon_label(w->scratch, words_of_key(w->scratch, label));
	struct cvd_str path, found;
	size_t first = w->at;
	bool one = known != CVD_LABEL_NAME && known != CVD_LABEL_TITLE &&
		   !cvd_str_starts_with(w->section, label); /* `skill` of `skills` */

	for (; path_in_section(w, &path) && take_number(&path, &found) &&
	       cvd_str_equal(found, number);
	     w->at++)
		one &= cvd_str_equal(label_of(path), label);
	w->at = first;
	return one;
}

/* An item of a list whose values are keywords: the first names the others, or is the only one. */
static void put_named(struct writing *w, struct cvd_str number)
{
	struct cvd_str first = w->items[w->at].value, path, found;
	struct cvd_buf line = {0}, rest = {0};
	uint32_t first_line = line_of(w);

	for (w->at++; path_in_section(w, &path) && take_number(&path, &found) &&
		      cvd_str_equal(found, number);
	     w->at++) {
		cvd_buf_add(&rest, rest.len ? CVD_STR(", ") : CVD_STR(":** "));
		add_value(&rest, w->items[w->at].value);
	}
	cvd_buf_add(&line, rest.len ? CVD_STR("- **") : CVD_STR("- "));
	add_value(&line, first);
	cvd_buf_add(&line, cvd_buf_str(&rest));
	cvd_lines_add(w->scratch, w->to, cvd_buf_str(&line), first_line);
	cvd_buf_free(&rest);
	cvd_buf_free(&line);
}

enum slot {
	SLOT_TITLE,
	SLOT_ORGANIZATION,
	SLOT_PLACE,
	SLOT_START,
	SLOT_END,
	SLOT_NAME, /* of an organization beside a title, else the title */
	SLOT_URL,
	SLOTS
};

/* Which part of an entry's header the key says; SLOTS if none. */
static enum slot slot_of(struct cvd_arena *scratch, struct cvd_str key)
{
	switch (cvd_lexicon_label(scratch, words_of_key(scratch, key))) {
	case CVD_LABEL_TITLE:
	case CVD_LABEL_PROJECT:
		return SLOT_TITLE;
	case CVD_LABEL_NAME:
		return SLOT_NAME;
	case CVD_LABEL_URL:
		return SLOT_URL;
	case CVD_LABEL_ORGANIZATION:
	case CVD_LABEL_CLIENT:
		return SLOT_ORGANIZATION;
	case CVD_LABEL_LOCATION:
	case CVD_LABEL_ADDRESS:
		return SLOT_PLACE;
	case CVD_LABEL_DATES:
	case CVD_LABEL_START:
		return SLOT_START;
	case CVD_LABEL_END:
		return SLOT_END;
	default:
		return SLOTS;
	}
}

/* `### [Title](url) | Organization | Place | from – to`. */
static void put_header(struct writing *w, const struct cvd_str slots[SLOTS])
{
	struct cvd_buf line = {0};

	for (int i = 0; i < SLOT_NAME; i++) {
		struct cvd_str url = line.len ? (struct cvd_str){0} : slots[SLOT_URL];

		if (!slots[i].len)
			continue;
		if (line.len)
			cvd_buf_add(&line, i == SLOT_END ? CVD_STR(" – ") : CVD_STR(" | "));
		if (url.len)
			cvd_buf_put(&line, '[');
		add_value(&line, slots[i]);
		if (url.len)
			cvd_buf_printf(&line, "](<%.*s>)", CVD_STR_ARG(url));
	}
	put_heading(w, w->level + 1, cvd_buf_str(&line));
	cvd_buf_free(&line);
}

/* What the entry says beside its header. */
static void put_rest(struct writing *w, struct cvd_str path, struct cvd_str value)
{
	struct cvd_str key = take_part(&path);
	enum cvd_label label = cvd_lexicon_label(w->scratch, words_of_key(w->scratch, key));

	if (path.len)
		put_line(w, "- ", (struct cvd_str){0}, value);
	else if (label == CVD_LABEL_NONE || label == CVD_LABEL_STATEMENTS)
		put_text(w, value);
	else
		put_line(w, "- ", words_of_key(w->scratch, key), value);
}

/* The header's values may stand between the others: first they are found, then the rest is told. */
static void put_entry(struct writing *w, struct cvd_str number)
{
	struct cvd_str slots[SLOTS] = {0}, path, found;
	size_t first = w->at, end;

	for (; path_in_section(w, &path) && take_number(&path, &found) &&
	       cvd_str_equal(found, number);
	     w->at++) {
		enum slot slot = slot_of(w->scratch, path);

		if (slot < SLOTS && !slots[slot].len)
			slots[slot] = cvd_str_trim(w->items[w->at].value);
	}
	end = w->at;
	w->at = first;
	if (!slots[SLOT_TITLE].len || !slots[SLOT_ORGANIZATION].len)
		slots[slots[SLOT_TITLE].len ? SLOT_ORGANIZATION : SLOT_TITLE] = slots[SLOT_NAME];
	put_header(w, slots);
	for (; w->at < end; w->at++) {
		struct cvd_str value = cvd_str_trim(w->items[w->at].value);
		enum slot slot;

		path_in_section(w, &path);
		take_number(&path, &found);
		slot = slot_of(w->scratch, path);
		if (value.len && (slot == SLOTS || slots[slot].ptr != value.ptr))
			put_rest(w, path, value);
	}
}

static bool holds_keywords(enum cvd_section_type type)
{
	return type == CVD_SECTION_SKILLS || type == CVD_SECTION_LANGUAGES ||
	       type == CVD_SECTION_INTERESTS;
}

static void put_section(struct writing *w)
{
	struct cvd_str path = w->items[w->at].key, number, title;

	w->section = take_part(&path);
	title = words_of_key(w->scratch, w->section);
	w->type = cvd_lexicon_section(w->scratch, title).type;
	put_heading(w, w->level, title);
	while (path_in_section(w, &path)) {
		struct cvd_str label = label_of(path), value = w->items[w->at].value;

		if (!path.len) {
			put_text(w, value);
			w->at++;
		} else if (!take_number(&path, &number)) {
			put_group(w, label, label);
		} else if (!path.len) {
			put_line(w, "- ", path, value);
			w->at++;
		} else if (!holds_keywords(w->type)) {
			put_entry(w, number);
		} else if (is_group(w, number, label_of(path))) {
			put_group(w, label, label_of(path));
		} else {
			put_named(w, number);
		}
	}
}

/* --- the person ------------------------------------------------------------------------------------- */

/* The item's meaning; that of the last part of its path, where the first is about the person. */
static enum meaning find_meaning(struct cvd_arena *scratch, struct cvd_str path, struct cvd_str *key)
{
	enum meaning meaning;

	*key = take_part(&path);
	meaning = meaning_of(scratch, *key, path.len > 0);
	if (meaning != OF_PERSON)
		return path.len && meaning != OF_SECTION ? OF_NOTHING : meaning;
	while (path.len)
		*key = take_part(&path);
	meaning = meaning_of(scratch, *key, false);
	return meaning == OF_SECTION || meaning == OF_NOTHING ? OF_CONTACT : meaning;
}

static bool is_understood(struct writing *w)
{
	bool named = false;

	for (size_t i = 0; i < w->count; i++) {
		struct cvd_str key;
		enum meaning meaning = find_meaning(w->scratch, w->items[i].key, &key);

		if (meaning == OF_NOTHING)
			return false;
		named |= meaning == OF_NAME;
	}
	return named;
}

/* One kind of what is said of the person, and then the next. */
static void put_person(struct writing *w, enum meaning wanted)
{
	for (w->at = 0; w->at < w->count; w->at++) {
		struct cvd_str key, value = cvd_str_trim(w->items[w->at].value);

		if (!value.len || find_meaning(w->scratch, w->items[w->at].key, &key) != wanted)
			continue;
		if (wanted == OF_NAME)
			put_heading(w, 1, value);
		else if (wanted == OF_HEADLINE)
			put_text(w, value);
		else
			put_line(w, "- ",
				 is_number(key) ? (struct cvd_str){0}
						: words_of_key(w->scratch, key),
				 value);
	}
}

bool cvd_metadata_write(struct cvd_arena *scratch, struct cvd_str yaml, uint32_t first_line,
			unsigned level, struct cvd_lines *to)
{
	struct cvd_outline read = {0};
	struct writing w = {.scratch = scratch, .to = to, .level = level};

	if (!cvd_front_matter_read(scratch, scratch, yaml, first_line, &read))
		return false;
	w.items = read.front;
	w.count = read.front_count;
	if (!is_understood(&w))
		return false;
	put_person(&w, OF_NAME);
	put_person(&w, OF_HEADLINE);
	put_person(&w, OF_CONTACT);
	for (w.at = 0; w.at < w.count;) {
		struct cvd_str key;

		if (find_meaning(scratch, w.items[w.at].key, &key) == OF_SECTION)
			put_section(&w);
		else
			w.at++;
	}
	return true;
}
