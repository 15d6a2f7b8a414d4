/*
 * Titles, organizations and places by their words. A person's work has title words (`engineer`,
 * `Leiterin`), a degree or a school its own; what stands beside such a part is the other one. Only clear
 * evidence counts: one of two parts has it and the other does not.
 *
 * Linear in the heading.
 */
#include "lexicon.h"
#include "segments.h"

#include <string.h>

enum class { CLASS_UNKNOWN, CLASS_TITLE, CLASS_SCHOOL };

static enum class class_of(struct cvd_reader *reader, struct cvd_str text) {
	if (cvd_lexicon_is_school(reader->scratch, text)) return CLASS_SCHOOL;
	if (cvd_lexicon_is_title(reader->scratch, text) ||
	    cvd_lexicon_is_degree(reader->scratch, text)) return CLASS_TITLE;
	return CLASS_UNKNOWN;
}

static bool is_plain(const struct cvd_segment *segment, int line)
{
	return segment->line == line && !segment->dated && !segment->inner;
}

static void set_known(struct cvd_segment *segment, enum cvd_field field)
{
	segment->known = true;
	segment->field = field;
}

/* Cuts the segment in two: [from, at) and [behind, to), each without white space at its ends. */
static bool cut(struct cvd_segments *segments, size_t index, size_t at, size_t behind)
{
	struct cvd_segment *first = &segments->items[index], second = *first;
	struct cvd_str left = cvd_str_trim(cvd_str_sub(first->text, 0, at));
	struct cvd_str right = cvd_str_trim(cvd_str_sub(first->text, behind, first->text.len));

	if (segments->len == CVD_SEGMENTS || !left.len || !right.len)
		return false;
	second.from = second.to - (size_t)(first->text.ptr + first->text.len - right.ptr);
	second.to = second.from + right.len;
	second.text = right;
	second.joint = CVD_STR("");
	first->to = first->from + left.len;
	first->text = left;
	memmove(&segments->items[index + 2], &segments->items[index + 1],
		(segments->len - index - 1) * sizeof *segments->items);
	segments->items[index + 1] = second;
	segments->len++;
	return true;
}

/* `Title at Organization`, with the words that join the two in several languages. */
static bool cut_at_joint(struct cvd_reader *reader, struct cvd_segments *segments, size_t index)
{
	static const char *const joints[] = {" @ ", " at ", " bei ", " chez ", " presso ", " bij "};
	struct cvd_str text = segments->items[index].text;

	for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
		struct cvd_str joint = cvd_str_from(joints[i]);
		size_t at = cvd_str_find(text, joint, 0);
		bool mark = joint.ptr[1] == '@';

		if (at == SIZE_MAX)
			continue;
		if (!mark && class_of(reader, cvd_str_sub(text, 0, at)) != CLASS_TITLE)
			continue;
		if (!cut(segments, index, at, at + joint.len))
			return false;
		set_known(&segments->items[index], CVD_TITLE);
		set_known(&segments->items[index + 1], CVD_ORGANIZATION);
		if (!mark)
			segments->items[index + 1].joint =
				cvd_str_sub(text, at + 1, at + joint.len - 1);
		return true;
	}
	return false;
}

/* The first comma that separates, at or behind `from`; SIZE_MAX if none does. */
static size_t find_comma(struct cvd_str text, size_t from)
{
	size_t at = from;

	while ((at = cvd_str_find(text, CVD_STR(", "), at)) != SIZE_MAX) {
		if (!cvd_lexicon_legal_form(cvd_str_sub(text, at + 2, text.len)))
			return at;
		at++;
	}
	return SIZE_MAX;
}

/* `Title, Organization, Place` or `Organization, Title`. */
static bool cut_at_comma(struct cvd_reader *reader, struct cvd_segments *segments, size_t index)
{
	struct cvd_str text = segments->items[index].text, left, right;
	size_t at = find_comma(text, 0), next;
	enum class first, second;

	if (at == SIZE_MAX)
		return false;
	next = find_comma(text, at + 2);
	left = cvd_str_sub(text, 0, at);
	right = cvd_str_sub(text, at + 2, next == SIZE_MAX ? text.len : next);
	first = class_of(reader, left);
	second = class_of(reader, right);
	if (first == second || (first != CLASS_TITLE && second != CLASS_TITLE))
		return false;
	if (!cut(segments, index, at, at + 2))
		return false;
	set_known(&segments->items[index], first == CLASS_TITLE ? CVD_TITLE : CVD_ORGANIZATION);
	set_known(&segments->items[index + 1], first == CLASS_TITLE ? CVD_ORGANIZATION : CVD_TITLE);
	return true;
}

/* `Organization, Place` behind a title. */
static void cut_place(struct cvd_segments *segments, size_t index)
{
	size_t at = find_comma(segments->items[index].text, 0);

	if (at != SIZE_MAX && cut(segments, index, at, at + 2))
		set_known(&segments->items[index + 1], CVD_LOCATION);
}

static size_t next_plain(const struct cvd_segments *segments, size_t from, int line)
{
	while (from < segments->len && !is_plain(&segments->items[from], line))
		from++;
	return from;
}

/* `Lund University, Lund, Sweden`; a school's name may hold one comma itself. */
static bool has_city_and_country(struct cvd_reader *reader, struct cvd_str text)
{
	size_t first = find_comma(text, 0);
	size_t second = first == SIZE_MAX ? SIZE_MAX : find_comma(text, first + 2);

	return second != SIZE_MAX &&
	       class_of(reader, cvd_str_sub(text, first + 2, second)) == CLASS_UNKNOWN;
}

/* `Remote`, or a city with its country. */
static bool is_place(struct cvd_str text)
{
	static const char *const words[] = {"remote", "hybrid", "onsite", "on-site"};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (cvd_str_equal_ascii_nocase(text, cvd_str_from(words[i])))
			return true;
	return find_comma(text, 0) != SIZE_MAX;
}

/* Two parts by themselves: the second is the title, or the first is and the second says where. */
static void name_two(struct cvd_reader *reader, struct cvd_segments *segments, size_t first,
		     size_t second)
{
	struct cvd_segment *a = &segments->items[first], *b = &segments->items[second];
	enum class one = class_of(reader, a->text), two = class_of(reader, b->text);

	if (one != CLASS_TITLE && two == CLASS_TITLE) {
		set_known(a, CVD_ORGANIZATION);
		set_known(b, CVD_TITLE);
	} else if (a->line < 0 && two == CLASS_UNKNOWN && is_place(b->text) &&
		   cut_at_comma(reader, segments, first)) {
		set_known(&segments->items[second + 1], CVD_LOCATION);
	} else if (a->line >= 0 && one == CLASS_TITLE && two != CLASS_TITLE) {
		set_known(a, CVD_TITLE);
		set_known(b, CVD_ORGANIZATION);
		if (!b->style && (two == CLASS_UNKNOWN || has_city_and_country(reader, b->text)))
			cut_place(segments, second);
	}
}

void cvd_segments_name(struct cvd_reader *reader, struct cvd_segments *segments, int line)
{
	size_t first = next_plain(segments, 0, line);
	size_t second = next_plain(segments, first + 1, line);

	if (first >= segments->len)
		return;
	if (second < segments->len) {
		name_two(reader, segments, first, second);
		return;
	}
	if (!cut_at_joint(reader, segments, first) && !cut_at_comma(reader, segments, first))
		return;
	for (size_t i = first; i < first + 2; i++) {
		if (segments->items[i].field == CVD_ORGANIZATION &&
		    (class_of(reader, segments->items[i].text) != CLASS_SCHOOL ||
		     has_city_and_country(reader, segments->items[i].text))) {
			cut_place(segments, i);
			break;
		}
	}
}
