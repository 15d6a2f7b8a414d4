/* One diff from end to end. What the matching needs lives as long as this call; the report keeps
 * what it tells. */
#include "diff/diff.h"

#include "diff/match.h"
#include "diff/script.h"
#include "records.h"

#include <string.h>

static struct cvd_str bytes_of(const struct cvd_document *doc)
{
	return doc->bytes.ptr ? doc->bytes : doc->source;
}

struct cvd_report *cvd_diff(const struct cvd_document *old, const struct cvd_document *new)
{
	struct cvd_report *report = cvd_malloc(sizeof *report);
	struct cvd_arena scratch = {0};
	struct cvd_match match;
	struct cvd_script script;

	*report = (struct cvd_report){0};
	report->identical = old->format == new->format &&cvd_str_equal(bytes_of(old), bytes_of(new));
	report->old.format = old->format;
	report->new.format = new->format;
	match = cvd_match_build(&scratch, old, new);
	report->old.root = match.old_tree.content[0];
	report->new.root = match.new_tree.content[0];
	report->same_content = cvd_hash_equal(report->old.root, report->new.root);
	report->limited = match.limited;
	script = cvd_script_build(&scratch, &match);
	cvd_records_build(report, &match, &script);
	cvd_arena_free(&scratch);
	return report;
}
