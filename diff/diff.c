/* One diff from end to end. What the matching needs lives as long as this call; the report keeps
 * what it tells. */
#include "diff/diff.h"

#include "base/map.h"
#include "diff/match.h"
#include "diff/script.h"
#include "records.h"
#include "view_build.h"

#include <string.h>

#define LINES_EVEN (UINT32_MAX / 2) /* as many lines on one side as on the other */

static struct cvd_str bytes_of(const struct cvd_document *doc)
{
	return doc->bytes.ptr ? doc->bytes : doc->source;
}

/* Counts the text's lines in the map, up or down. */
static void count_lines(struct cvd_map *map, struct cvd_str text, int step)
{
	for (size_t at = 0; at < text.len;) {
		struct cvd_str line = cvd_str_sub(text, at, cvd_str_find_char(text, '\n', at));
		uint32_t *count = cvd_map_put(map, cvd_hash64(line));

		if (*count == CVD_MAP_NONE)
			*count = LINES_EVEN;
		*count += (uint32_t)step;
		at += line.len + 1;
	}
}

/* Lines that stand in one text and not in the other, the more of both; their order does not count. */
static uint32_t count_different_lines(struct cvd_arena *arena, struct cvd_str old,
				      struct cvd_str new)
{
	struct cvd_map map;
	uint32_t removed = 0, added = 0;

	cvd_map_init(&map, arena, 0);
	count_lines(&map, old, -1);
	count_lines(&map, new, 1);
	for (size_t i = 0; i <= map.mask; i++) {
		uint32_t count = map.slots[i].value;

		if (count == CVD_MAP_NONE)
			continue;
		removed += count < LINES_EVEN ? LINES_EVEN - count : 0;
		added += count > LINES_EVEN ? count - LINES_EVEN : 0;
	}
	return removed > added ? removed : added;
}

static struct cvd_report *diff(struct cvd_prepared *old_side, struct cvd_prepared *new_side,
			       bool with_view)
{
	const struct cvd_document *old = cvd_prepared_document(old_side);
	const struct cvd_document *new = cvd_prepared_document(new_side);
	struct cvd_report *report = cvd_malloc(sizeof *report);
	struct cvd_arena scratch = {0};
	struct cvd_match match;
	struct cvd_script script;

	*report = (struct cvd_report){0};
	report->identical = old->format == new->format &&cvd_str_equal(bytes_of(old), bytes_of(new));
	report->old.format = old->format;
	report->new.format = new->format;
	match = cvd_match_build(&scratch, old_side, new_side);
	report->old.root = match.old_tree.content[0];
	report->new.root = match.new_tree.content[0];
	report->same_content = cvd_hash_equal(report->old.root, report->new.root);
	if (report->same_content && !report->identical)
		report->lines = count_different_lines(&scratch, bytes_of(old), bytes_of(new));
	report->limited = match.limited;
	script = cvd_script_build(&scratch, &match);
	cvd_records_build(report, &match, &script);
	if (with_view)
		report->view = cvd_view_build(report, &match, &script);
	cvd_arena_free(&scratch);
	return report;
}

struct cvd_report *cvd_diff_prepared(struct cvd_prepared *old, struct cvd_prepared *new)
{
	return diff(old, new, false);
}

struct cvd_report *cvd_diff_with_view(struct cvd_prepared *old, struct cvd_prepared *new)
{
	return diff(old, new, true);
}

struct cvd_report *cvd_diff(const struct cvd_document *old, const struct cvd_document *new)
{
	struct cvd_prepared *old_side = cvd_prepare(old), *new_side = cvd_prepare(new);
	struct cvd_report *report = cvd_diff_prepared(old_side, new_side);

	cvd_prepared_free(old_side);
	cvd_prepared_free(new_side);
	return report;
}
