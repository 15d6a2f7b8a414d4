/* Words are looked up in the tables of names that the JSON uses; texts are compared without regard to case
 * and white space, so that `50%` finds `50 %`, but a number is never found inside a longer one. */
#include "filter.h"

#include "base/text.h"
#include "diff/view.h"

#define EDGE(c) ((c) >= '0' && (c) <= '9')

static bool is_named(struct cvd_str word, const char *name)
{
	struct cvd_str singular = cvd_str_from(name);

	return cvd_str_equal_ascii_nocase(word, singular) ||
	       (cvd_str_ends_with(word, CVD_STR("s")) &&
		cvd_str_equal_ascii_nocase(cvd_str_sub(word, 0, word.len - 1), singular));
}

static bool add_word(struct cvd_filter *filter, struct cvd_str word)
{
	bool found = false;

	for (unsigned i = 0; i < CVD_SEVERITY_COUNT; i++)
		if (is_named(word, cvd_severity_name((enum cvd_severity)i))) {
			filter->severities |= 1u << i;
			found = true;
		}
	for (unsigned i = 0; i < CVD_KIND_COUNT; i++)
		if (is_named(word, cvd_kind_name((enum cvd_kind)i))) {
			filter->kinds |= 1u << i;
			found = true;
		}
	for (unsigned i = 0; i < CVD_SECTION_TYPE_COUNT; i++)
		if (is_named(word, cvd_section_type_name((enum cvd_section_type)i))) {
			filter->sections |= 1u << i;
			found = true;
		}
	return found;
}

/* Appends the text folded, without white space. */
static void fold_dense(struct cvd_buf *buf, struct cvd_str text)
{
	size_t from = buf->len, to = from;

	cvd_text_fold_into(buf, text);
	for (size_t i = from; i < buf->len;) {
		struct cvd_str all = cvd_buf_str(buf);
		size_t next = i;
		uint32_t code = cvd_utf8_next(all, &next);
		bool space = code == ' ' || (code >= '\t' && code <= '\r') || code == 0xA0 ||
			     code == 0x202F || (code >= 0x2000 && code <= 0x200A) || code == 0x3000;

		for (; i < next; i++)
			if (!space)
				buf->ptr[to++] = buf->ptr[i];
	}
	buf->len = to;
}

enum cvd_status cvd_filter_make(struct cvd_arena *arena, struct cvd_str only, struct cvd_str text,
				struct cvd_filter *filter, struct cvd_error *error)
{
	struct cvd_buf folded = {0};

	*filter = (struct cvd_filter){0};
	for (size_t at = 0; at < only.len;) {
		size_t comma = cvd_str_find_char(only, ',', at);
		struct cvd_str word = cvd_str_sub(only, at, comma);

		at += word.len + 1;
		word = cvd_str_trim(word);
		if (add_word(filter, word))
			continue;
		cvd_fail(error, CVD_ERROR_USAGE, "--only does not know '%.*s'", CVD_STR_ARG(word));
		cvd_error_hint(error, "fact, content or style; role, education, bullet or another "
				      "kind of node; work, skills or another type of section");
		return CVD_ERROR_USAGE;
	}
	fold_dense(&folded, text);
	filter->text = cvd_arena_copy(arena, cvd_buf_str(&folded));
	cvd_buf_free(&folded);
	return CVD_OK;
}

bool cvd_filter_is_empty(const struct cvd_filter *filter)
{
	return !filter->severities && !filter->kinds && !filter->sections && !filter->text.len;
}

static bool splits_number(struct cvd_str text, size_t at, struct cvd_str needle)
{
	size_t end = at + needle.len;

	return (at > 0 && EDGE(needle.ptr[0]) && EDGE(text.ptr[at - 1])) ||
	       (end < text.len && EDGE(needle.ptr[needle.len - 1]) && EDGE(text.ptr[end]));
}

static size_t count_in(struct cvd_buf *buf, struct cvd_str text, struct cvd_str needle)
{
	size_t count = 0;
	struct cvd_str dense;

	buf->len = 0;
	fold_dense(buf, text);
	dense = cvd_buf_str(buf);
	for (size_t at = cvd_str_find(dense, needle, 0); at != SIZE_MAX;
	     at = cvd_str_find(dense, needle, at + 1))
		count += !splits_number(dense, at, needle);
	return count;
}

static size_t count_in_side(struct cvd_buf *buf, const struct cvd_side *side, struct cvd_str needle)
{
	size_t count = count_in(buf, side->text, needle);

	for (size_t i = 0; i < side->content.len; i++)
		count += count_in(buf, side->content.items[i].text, needle);
	return count;
}

static bool text_differs(struct cvd_buf *buf, const struct cvd_change *change, struct cvd_str needle)
{
	size_t counts[2] = {0, 0}, parts = 0;

	if (change->old)
		counts[0] = count_in_side(buf, change->old, needle);
	if (change->new)
		counts[1] = count_in_side(buf, change->new, needle);
	for (size_t i = 0; i < change->part_count; i++)
		parts += count_in_side(buf, &change->parts[i], needle);
	if (change->part_count)
		counts[change->op == CVD_OP_MERGED ? 0 : 1] = parts;
	return counts[0] != counts[1];
}

static bool has(unsigned bits, unsigned bit)
{
	return bits & (1u << bit);
}

static bool is_asked_for(const struct cvd_filter *filter, struct cvd_buf *buf,
			 const struct cvd_change *change)
{
	bool subject = !filter->kinds && !filter->sections;

	subject |= has(filter->kinds, change->node) || has(filter->sections, change->section);
	return subject && (!filter->severities || has(filter->severities, change->severity)) &&
	       (!filter->text.len || text_differs(buf, change, filter->text));
}

/* Has the parts of the view say where their changes are now; CVD_NO_PART: nowhere. */
static void renumber(struct cvd_report *report, const uint32_t *places)
{
	for (uint32_t i = 0; i < report->view->len; i++) {
		struct cvd_part *part = &report->view->parts[i];
		uint32_t *changes = CVD_NEW_ARRAY(&report->arena, uint32_t, part->change_count);
		uint32_t kept = 0;

		for (uint32_t k = 0; k < part->change_count; k++)
			if (places[part->changes[k]] != CVD_NO_PART)
				changes[kept++] = places[part->changes[k]];
		part->changes = changes;
		part->change_count = kept;
	}
}

void cvd_filter_apply(const struct cvd_filter *filter, struct cvd_report *report)
{
	struct cvd_buf buf = {0};
	uint32_t *places, kept = 0;

	if (cvd_filter_is_empty(filter))
		return;
	places = CVD_NEW_ARRAY(&report->arena, uint32_t, report->change_count);
	for (size_t i = 0; i < report->change_count; i++) {
		struct cvd_change *change = &report->changes[i];

		places[i] = CVD_NO_PART;
		if (is_asked_for(filter, &buf, change)) {
			places[i] = kept;
			report->changes[kept++] = *change;
			continue;
		}
		report->severities[change->severity]--;
		report->ops[change->op]--;
	}
	report->change_count = kept;
	if (report->view)
		renumber(report, places);
	cvd_buf_free(&buf);
}
