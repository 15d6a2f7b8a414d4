/*
 * Any two résumés, old and new, divided by a line `@@@@`, or the halves of the input where there is
 * none. Both ways round: the edit script replays (law 2), word diffs rebuild both texts (law 5), the
 * counts add up, the renderings are harmless UTF-8.
 */
#include "fuzz.h"

#include "base/text.h"
#include "diff/diff.h"
#include "diff/script.h"
#include "render/render.h"

#define SEPARATOR "\n@@@@\n"

static void check_replay(const struct cvd_document *old, const struct cvd_document *new)
{
	struct cvd_arena arena = {0};
	struct cvd_prepared *before = cvd_prepare(old), *after = cvd_prepare(new);
	struct cvd_match match = cvd_match_build(&arena, before, after);
	struct cvd_script script = cvd_script_build(&arena, &match);
	struct cvd_document *applied = cvd_script_apply(old, &script);
	struct cvd_merkle tree = cvd_merkle_build(&arena, applied);

	FUZZ_CHECK(applied->node_count == new->node_count);
	FUZZ_CHECK(cvd_hash_equal(tree.content[0], match.new_tree.content[0]));
	cvd_document_free(applied);
	cvd_prepared_free(before);
	cvd_prepared_free(after);
	cvd_arena_free(&arena);
}

/* Takes the piece off the front of what is left of the text. */
static void take(struct cvd_str *left, struct cvd_str piece)
{
	FUZZ_CHECK(cvd_str_starts_with(*left, piece));
	*left = cvd_str_sub(*left, piece.len, left->len);
}

static void check_words(const struct cvd_change *change)
{
	struct cvd_str old = change->old ? change->old->text : CVD_STR("");
	struct cvd_str new = change->new ? change->new->text : CVD_STR("");

	if (!change->words.len)
		return;
	for (size_t i = 0; i < change->words.len; i++) {
		const struct cvd_piece *piece = &change->words.items[i];

		FUZZ_CHECK(piece->text.len > 0);
		if (piece->op != '+')
			take(&old, piece->text);
		if (piece->op != '-')
			take(&new, piece->text);
	}
	FUZZ_CHECK(!old.len && !new.len);
}

static void check_report(const struct cvd_report *report)
{
	size_t severities = 0, ops = 0;

	for (enum cvd_severity i = 0; i < CVD_SEVERITY_COUNT; i++)
		severities += report->severities[i];
	for (enum cvd_op i = 0; i < CVD_OP_COUNT; i++)
		ops += report->ops[i];
	FUZZ_CHECK(severities == report->change_count && ops == report->change_count);
	FUZZ_CHECK(report->identical == !report->change_count);
	for (size_t i = 0; i < report->change_count; i++) {
		FUZZ_CHECK(report->changes[i].old || report->changes[i].new);
		check_words(&report->changes[i]);
	}
}

static void check_text(const struct cvd_report *report, size_t width)
{
	struct cvd_text_options options = {.width = width, .style = true};
	struct cvd_buf out = {0};

	cvd_render_text(&out, report, &options);
	FUZZ_CHECK(out.len && out.ptr[out.len - 1] == '\n');
	FUZZ_CHECK(cvd_utf8_check(cvd_buf_str(&out)) == out.len);
	for (size_t i = 0; i < out.len; i++)
		FUZZ_CHECK((unsigned char)out.ptr[i] >= ' ' || out.ptr[i] == '\n');
	cvd_buf_free(&out);
}

static void check_json(const struct cvd_report *report)
{
	struct cvd_buf out = {0};

	cvd_render_json(&out, report);
	FUZZ_CHECK(cvd_str_find_char(cvd_buf_str(&out), '\n', 0) == out.len - 1);
	FUZZ_CHECK(cvd_utf8_check(cvd_buf_str(&out)) == out.len);
	cvd_buf_free(&out);
}

static void check_pair(const struct cvd_document *old, const struct cvd_document *new)
{
	struct cvd_report *report = cvd_diff(old, new);

	check_replay(old, new);
	check_report(report);
	check_text(report, 0);
	check_text(report, 60);
	check_json(report);
	cvd_report_free(report);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct cvd_str input = {(const char *)data, size};
	size_t at = cvd_str_find(input, CVD_STR(SEPARATOR), 0), behind = at;
	struct fuzz_resume old, new;

	if (at == SIZE_MAX)
		at = behind = size / 2;
	else
		behind += sizeof SEPARATOR - 1;
	fuzz_resume_read(&old, data, at);
	fuzz_resume_read(&new, data + behind, size - behind);
	check_pair(old.doc, new.doc);
	check_pair(new.doc, old.doc);
	fuzz_resume_free(&old);
	fuzz_resume_free(&new);
	return 0;
}
