/*
 * Classes of words. At each unit the longest row of all tables counts, and none that lies inside
 * a longer one: `scrum master` is no degree, 大学院 no 学院. Each unit keeps the classes of the rows
 * that lie over it; what the text is, is read from them.
 *
 * Places have a form as well. What a country or state ends begins with a place that need not be in
 * the tables (`Saint-Malo, France`), if no word of another class stands in it. Cities do not vouch
 * for what stands before them: `Nordlys, Oslo` is more often an employer than a quarter.
 */
#include "lexicon_tables.h"

#include <string.h>

#define CLASSES ((CVD_WORD_GRADE << 1) - 1)
#define MAX_PLACE_WORDS 3

/* Rows of these classes may stand beside one of the first, which then still covers the whole. */
static const struct {
	unsigned class, beside;
} companions[] = {
	{CVD_WORD_TITLE,
	 CVD_WORD_MODIFIER | CVD_WORD_SCHOOL | CVD_WORD_STUDY | CVD_WORD_TERMS | CVD_WORD_TEAM},
	{CVD_WORD_DEGREE, CVD_WORD_STUDY | CVD_WORD_GRADE},
	{CVD_WORD_SCHOOL, CVD_WORD_PLACE | CVD_WORD_STUDY | CVD_WORD_MODIFIER},
	{CVD_WORD_COMPANY, 0},
	{CVD_WORD_PLACE, 0},
	{CVD_WORD_TEAM, CVD_WORD_MODIFIER},
	{CVD_WORD_TERMS, 0},
	{CVD_WORD_STUDY, 0},
	{CVD_WORD_GRADE, 0},
};

static struct cvd_str unit_text(const struct cvd_key *key, size_t unit)
{
	return cvd_str_sub(key->text, key->units[unit].at, key->units[unit].end);
}

static bool ends_run(const struct cvd_key *key, size_t unit)
{
	return unit + 1 == key->len || !key->units[unit + 1].wide || !key->units[unit + 1].joined;
}

/* A code is one only in capitals and where a part ends; that of a place stands alone or behind
 * a comma or a place, that of a company behind its name. */
static bool is_code(const struct cvd_key *key, const unsigned *classes, size_t unit, unsigned value)
{
	const struct cvd_unit *it = &key->units[unit];
	bool ends = unit + 1 == key->len || it[1].first || it[1].number;

	if (!it->capitals || !ends)
		return false;
	if (value & CVD_WORD_COMPANY)
		return !it->first;
	return it->first || classes[unit - 1] & CVD_WORD_PLACE;
}

/* Classes of the longest rows at the unit; *units is their length. */
static unsigned classes_at(const struct cvd_key *key, const unsigned *classes, size_t unit,
			   size_t *units)
{
	static const struct cvd_table *const tables[] = {&cvd_words_titles, &cvd_words_places,
							 &cvd_words_terms};
	unsigned found = 0;

	*units = 0;
	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
		size_t len;
		const struct cvd_row *row = cvd_table_longest(tables[i], key, unit, &len);
		unsigned value = row ? row->value : 0;

		if (value & CVD_WORD_CODE && !is_code(key, classes, unit, value))
			value = 0;
		if (!value || len < *units)
			continue;
		found = len > *units ? value : found | value;
		*units = len;
	}
	/* Many words hold the characters 部 and 社; those that are such end with them. */
	if (*units == 1 && key->units[unit].wide && !ends_run(key, unit))
		found &= CVD_WORD_NEUTRAL;
	return found;
}

/* `Spieleentwickler`, and `entwickler` of `entwickler:in`. */
static unsigned classes_of_parts(struct cvd_str word)
{
	const struct cvd_row *row;

	for (size_t i = 3; i + 1 < word.len; i++) {
		char c = word.ptr[i];

		if (c == ':' || c == '.' || c == '\'' ||
		    (c == "·"[0] &&
		     cvd_str_starts_with(cvd_str_sub(word, i, word.len), CVD_STR("·")))) {
			word.len = i;
			row = cvd_table_find(&cvd_words_titles, word);
			if (row)
				return row->value;
		}
	}
	return cvd_table_ends(&cvd_words_endings, word, 3, 4) ? CVD_WORD_TITLE : 0;
}

static unsigned *read_classes(struct cvd_arena *scratch, const struct cvd_key *key)
{
	unsigned *classes = CVD_NEW_ARRAY(scratch, unsigned, key->len);
	size_t covered = 0, units;

	for (size_t i = 0; i < key->len; i++) {
		unsigned found;

		if (key->units[i].tail)
			continue;
		found = classes_at(key, classes, i, &units);
		if (!found && i >= covered && !key->units[i].wide && !key->units[i].number) {
			found = classes_of_parts(unit_text(key, i));
			units = 1;
		}
		if (i + units <= covered)
			continue;
		for (size_t k = i; k < i + units; k++)
			classes[k] |= found;
		if (found && units > 1)
			covered = i + units;
	}
	return classes;
}

/* Digits of a postal code; four may be a year. */
static bool is_postal(const struct cvd_key *key, size_t unit)
{
	struct cvd_str text = unit_text(key, unit);

	return key->units[unit].number && text.len >= 4 && text.len <= 6 &&
	       (text.len > 4 || (text.ptr[0] > '2') || (text.ptr[0] == '1' && text.ptr[1] != '9') ||
		(text.ptr[0] == '2' && text.ptr[1] != '0'));
}

static bool covers(const struct cvd_key *key, const unsigned *classes, size_t unit, unsigned class,
		   unsigned beside)
{
	struct cvd_str text = unit_text(key, unit);

	if (key->units[unit].tail || classes[unit] & (class | beside | CVD_WORD_NEUTRAL))
		return true;
	if (class == CVD_WORD_PLACE)
		return is_postal(key, unit);
	if (class == CVD_WORD_TITLE)
		return key->units[unit].number && text.len == 1;
	return class & (CVD_WORD_GRADE | CVD_WORD_TERMS) && key->units[unit].number;
}

/* A mark without a word: `1.3`, `3.8/4.0`. */
static bool is_mark(const struct cvd_key *key)
{
	struct cvd_str text = unit_text(key, 0);

	for (size_t i = 0; i < key->len; i++)
		if (!key->units[i].number)
			return false;
	return key->len <= 2 && text.len >= 3 && text.len <= 4 &&
	       (text.ptr[1] == '.' || text.ptr[1] == ',');
}

static bool has_place_form(const struct cvd_key *key, const unsigned *classes)
{
	const unsigned names = CVD_WORD_TITLE | CVD_WORD_DEGREE | CVD_WORD_SCHOOL |
			       CVD_WORD_COMPANY | CVD_WORD_TEAM | CVD_WORD_TERMS;
	bool region = false;
	size_t unknown = 0;

	for (size_t from = 0, to; from < key->len; from = to) {
		bool place = true, ends_in_region = false;

		for (to = from; to == from || (to < key->len && !key->units[to].first); to++) {
			place = place && covers(key, classes, to, CVD_WORD_PLACE, 0);
			ends_in_region = ends_in_region || classes[to] & CVD_WORD_REGION;
		}
		if (place) {
			region = region || (ends_in_region && from > 0);
			continue;
		}
		for (size_t i = from; i < to; i++)
			if (region || key->units[i].number || classes[i] & names ||
			    !(key->units[i].capital || classes[i] & CVD_WORD_NEUTRAL))
				return false;
		unknown += to - from;
	}
	return region && unknown <= MAX_PLACE_WORDS;
}

/* `Troy NY USA`: a state's code between up to three names and a country. */
static bool has_state_form(const struct cvd_key *key, const unsigned *classes)
{
	size_t code = key->len - 2;

	if (key->len < 3 || code > MAX_PLACE_WORDS || !(classes[code + 1] & CVD_WORD_REGION) ||
	    !key->units[code].capitals || unit_text(key, code).len != 2)
		return false;
	for (size_t i = 0; i < code; i++)
		if (!key->units[i].capital || key->units[i].number || (classes[i] & CLASSES))
			return false;
	return true;
}

static bool counts_as_last(const struct cvd_key *key, const unsigned *classes, size_t unit)
{
	const struct cvd_unit *it = &key->units[unit];

	return !it->tail && !it->bracketed && !(classes[unit] & CVD_WORD_RANK) &&
	       !(it->number && it->end - it->at == 1);
}

struct cvd_words cvd_lexicon_words(struct cvd_arena *scratch, struct cvd_str text)
{
	struct cvd_words words = {0};
	struct cvd_key key = cvd_key_make(scratch, text, CVD_LEXICON_MAX_TEXT);
	unsigned *classes = read_classes(scratch, &key);
	size_t last = key.len;

	if (!key.len)
		return words;
	for (size_t i = 0; i < key.len; i++)
		words.any |= classes[i] & CLASSES;
	while (last > 0 && !counts_as_last(&key, classes, last - 1))
		last--;
	words.first = classes[0] & CLASSES;
	words.last = classes[last ? last - 1 : key.len - 1] & CLASSES;
	for (size_t i = 0; i < sizeof companions / sizeof *companions; i++) {
		size_t unit = 0;

		if (!(words.any & companions[i].class))
			continue;
		while (unit < key.len &&
		       covers(&key, classes, unit, companions[i].class, companions[i].beside))
			unit++;
		if (unit == key.len)
			words.whole |= companions[i].class;
	}
	if (is_mark(&key)) {
		words.any |= CVD_WORD_GRADE;
		words.whole |= CVD_WORD_GRADE;
	}
	if (words.any & CVD_WORD_PLACE &&
	    (has_place_form(&key, classes) || has_state_form(&key, classes)))
		words.whole |= CVD_WORD_PLACE;
	return words;
}

bool cvd_lexicon_is_title(struct cvd_arena *scratch, struct cvd_str text)
{
	return cvd_lexicon_words(scratch, text).any & CVD_WORD_TITLE;
}
