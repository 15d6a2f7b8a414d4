/* The comparison: operands to pairs of versions, each pair to a report, each report into the output. */
#include "compare.h"

#include "base/text.h"
#include "diff/diff.h"
#include "message.h"
#include "operands.h"
#include "render/render.h"
#include "select.h"
#include "terminal.h"

static bool is_text(const struct cvd_cli *cli)
{
	return cli->options.format == CVD_OUTPUT_TEXT && !cli->options.quiet;
}

static void render(struct cvd_cli *cli, const struct cvd_report *report, bool several)
{
	struct cvd_text_options options = {
		.style = cli->options.style,
		.stat = cli->options.stat,
		.name_path = several,
	};

	if (cli->options.quiet)
		return;
	if (cli->options.format == CVD_OUTPUT_JSON) {
		cvd_render_json(&cli->out, report);
		return;
	}
	if (cli->out.len && !cli->options.stat)
		cvd_buf_put(&cli->out, '\n');
	options.width = cvd_terminal_width(cli);
	options.color = cvd_terminal_color(cli);
	cvd_render_text(&cli->out, report, &options);
}

/* git's own words for a change that the content does not show. */
static void note_mode(struct cvd_cli *cli, const struct cvd_pair *pair)
{
	uint32_t before = pair->old.entry.mode, after = pair->new.entry.mode;

	if (is_text(cli) && !cli->options.stat && before && after && before != after)
		cvd_buf_printf(&cli->out, "mode %06o → %06o\n", (unsigned)before, (unsigned)after);
}

enum cvd_status cvd_compare_pair(struct cvd_cli *cli, const struct cvd_pair *pair, bool several,
				 struct cvd_error *error)
{
	struct cvd_arena arena = {0};
	struct cvd_document *old = NULL, *new = NULL;
	struct cvd_report *report = NULL;
	struct cvd_source_text before, after;
	enum cvd_status status = cvd_source_fetch(cli, &arena, &pair->old, &before, error);

	if (!status)
		status = cvd_source_fetch(cli, &arena, &pair->new, &after, error);
	if (!status) {
		cvd_source_warn(&arena, &pair->old, &before);
		cvd_source_warn(&arena, &pair->new, &after);
		status = cvd_source_parse(&before, &after, &old, error);
	}
	if (!status)
		status = cvd_source_parse(&after, &before, &new, error);
	if (status)
		goto done;
	report = cvd_diff(old, new);
	cvd_source_describe(&pair->old, &report->old);
	cvd_source_describe(&pair->new, &report->new);
	report->identical &= report->old.absent == report->new.absent;
	cli->found[CVD_STYLE] |= !report->identical; /* a BOM, say, which no record tells of */
	for (int severity = 0; severity < CVD_SEVERITY_COUNT; severity++)
		cli->found[severity] |= report->severities[severity] > 0;
	render(cli, report, several);
	note_mode(cli, pair);
done:
	cvd_report_free(report);
	cvd_document_free(old);
	cvd_document_free(new);
	cvd_arena_free(&arena);
	return status;
}

static void note_nothing(struct cvd_cli *cli, const struct cvd_comparison *comparison)
{
	struct cvd_str old = comparison->old.label, new = comparison->new.label;

	if (!is_text(cli) || cli->trouble)
		return;
	cvd_buf_add(&cli->out, CVD_STR("No Markdown file differs: "));
	cvd_text_visible(&cli->out, old);
	cvd_buf_add(&cli->out, CVD_STR(" → "));
	cvd_text_visible(&cli->out, new);
	cvd_buf_add(&cli->out, CVD_STR(".\n"));
}

void cvd_run_diff(struct cvd_cli *cli)
{
	struct cvd_comparison comparison;
	struct cvd_pairs pairs = {0};
	struct cvd_error error = {0};
	enum cvd_status status = cvd_operands_read(cli, &comparison, &error);

	if (!status && comparison.direct)
		CVD_PUSH(&cli->arena, &pairs, comparison.pair);
	else if (!status)
		status = cvd_select_changed(cli, &comparison, &pairs, &error);
	if (status) {
		cvd_message_error(&error);
		cli->trouble = true;
		return;
	}
	for (size_t i = 0; i < pairs.len; i++) {
		if (!cvd_compare_pair(cli, &pairs.items[i], pairs.len > 1, &error))
			continue;
		cvd_message_error(&error);
		cli->trouble = true;
	}
	if (!pairs.len)
		note_nothing(cli, &comparison);
}
