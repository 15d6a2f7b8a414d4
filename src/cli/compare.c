/* The comparison: operands to pairs of versions, each pair to a report, each report into the output. */
#include "compare.h"

#include "base/text.h"
#include "diff/diff.h"
#include "hyperlink.h"
#include "message.h"
#include "operands.h"
#include "render/html.h"
#include "render/render.h"
#include "render/words.h"
#include "select.h"
#include "terminal.h"

#define COUNTS_ROOM 512  /* bytes of a résumé's heading and counts */
#define LEFT_OUT_ROOM 64 /* bytes for how many résumés are left out */

/* What the renderers of one run share. */
struct printing {
	struct cvd_json json;
	struct cvd_html page;
	struct cvd_str link; /* URI of the new version's file, or empty */
	size_t left;         /* résumés that are not printed yet, with the one at hand */
	bool several;        /* more than one to begin with */
	size_t left_out;     /* résumés that the length of the output had no room for */
};

static bool is_text(const struct cvd_cli *cli)
{
	return cli->options.format == CVD_OUTPUT_TEXT && !cli->options.quiet;
}

static void print_text(struct cvd_cli *cli, struct printing *printing,
		       const struct cvd_report *report)
{
	struct cvd_text_options options = {
		.width = cvd_terminal_width(cli),
		.color = cvd_terminal_color(cli),
		.word_diff = (enum cvd_word_diff)cli->options.word_diff,
		.full = cli->options.full,
		.style = cli->options.style,
		.stat = cli->options.stat,
		.name_path = printing->several,
		.link = printing->link,
	};

	if (cli->out.len && !options.stat)
		cvd_buf_put(&cli->out, '\n');
	cvd_render_text(&cli->out, report, &options);
}

static void print_json(struct cvd_cli *cli, struct printing *printing,
		       const struct cvd_report *report)
{
	(void)printing;
	cvd_render_json(&cli->out, report);
}

/* Each résumé has the room that those before it left, less some for the counts of those behind it. */
static void print_markdown(struct cvd_cli *cli, struct printing *printing,
			   const struct cvd_report *report)
{
	size_t room = CVD_MARKDOWN_LIMIT - LEFT_OUT_ROOM - cli->out.len;
	size_t share = room / printing->left, others = printing->left - 1;
	struct cvd_markdown_options options = {
		.style = cli->options.style,
		.stat = cli->options.stat,
		.name_path = printing->several,
		.limit = cli->out.len + room - others * (share < COUNTS_ROOM ? share : COUNTS_ROOM),
	};

	printing->left_out += !cvd_render_markdown(&cli->out, report, &options);
}

static void end_markdown(struct cvd_cli *cli, struct printing *printing)
{
	if (printing->left_out)
		cvd_buf_printf(&cli->out, "\n%.*s\n",
			       CVD_STR_ARG(cvd_words(&cli->arena, CVD_SAY_MORE_RESUMES,
						     printing->left_out, CVD_STR(""))));
}

static void print_github(struct cvd_cli *cli, struct printing *printing,
			 const struct cvd_report *report)
{
	(void)printing;
	cvd_render_github(&cli->out, report, cli->options.style);
}

static void begin_rdjson(struct cvd_cli *cli, struct printing *printing)
{
	printing->json.out = &cli->out;
	cvd_render_rdjson_begin(&printing->json);
}

static void print_rdjson(struct cvd_cli *cli, struct printing *printing,
			 const struct cvd_report *report)
{
	cvd_render_rdjson_add(&printing->json, report, cli->options.style);
}

static void end_rdjson(struct cvd_cli *cli, struct printing *printing)
{
	(void)cli;
	cvd_render_rdjson_end(&printing->json);
}

static void begin_html(struct cvd_cli *cli, struct printing *printing)
{
	printing->page.style = cli->options.style;
	printing->page.several = printing->several;
}

static void print_html(struct cvd_cli *cli, struct printing *printing,
		       const struct cvd_report *report)
{
	(void)cli;
	cvd_render_html_add(&printing->page, report);
}

static void end_html(struct cvd_cli *cli, struct printing *printing)
{
	cvd_render_html_end(&printing->page, &cli->out);
}

/* How each format is printed: what stands around all reports, if anything, and a report. */
static const struct printer {
	void (*begin)(struct cvd_cli *cli, struct printing *printing);
	void (*print)(struct cvd_cli *cli, struct printing *printing,
		      const struct cvd_report *report);
	void (*end)(struct cvd_cli *cli, struct printing *printing);
} printers[] = {
	[CVD_OUTPUT_TEXT] = {NULL, print_text, NULL},
	[CVD_OUTPUT_JSON] = {NULL, print_json, NULL},
	[CVD_OUTPUT_MARKDOWN] = {NULL, print_markdown, end_markdown},
	[CVD_OUTPUT_GITHUB] = {NULL, print_github, NULL},
	[CVD_OUTPUT_RDJSON] = {begin_rdjson, print_rdjson, end_rdjson},
	[CVD_OUTPUT_HTML] = {begin_html, print_html, end_html},
};

/* git's own words for a change that the content does not show. */
static void note_mode(struct cvd_cli *cli, const struct cvd_pair *pair)
{
	uint32_t before = pair->old.entry.mode, after = pair->new.entry.mode;

	if (is_text(cli) && !cli->options.stat && before && after && before != after)
		cvd_buf_printf(&cli->out, "mode %06o → %06o\n", (unsigned)before, (unsigned)after);
}

static struct cvd_report *diff(const struct cvd_cli *cli, const struct cvd_document *old,
			       const struct cvd_document *new)
{
	bool view = cli->options.format == CVD_OUTPUT_HTML;
	struct cvd_prepared *before = cvd_prepare(old), *after = cvd_prepare(new);
	struct cvd_report *report =
		view ? cvd_diff_with_view(before, after) : cvd_diff_prepared(before, after);

	cvd_prepared_free(before);
	cvd_prepared_free(after);
	return report;
}

static enum cvd_status compare_pair(struct cvd_cli *cli, const struct cvd_pair *pair,
				    struct printing *printing, struct cvd_error *error)
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
	report = diff(cli, old, new);
	cvd_source_describe(&pair->old, &report->old);
	cvd_source_describe(&pair->new, &report->new);
	report->identical &= report->old.absent == report->new.absent;
	cli->found[CVD_STYLE] |= !report->identical; /* a BOM, say, which no record tells of */
	for (int severity = 0; severity < CVD_SEVERITY_COUNT; severity++)
		cli->found[severity] |= report->severities[severity] > 0;
	if (is_text(cli))
		printing->link = cvd_hyperlink(cli, &arena, &pair->new);
	if (!cli->options.quiet)
		printers[cli->options.format].print(cli, printing, report);
	note_mode(cli, pair);
done:
	cvd_report_free(report);
	cvd_document_free(old);
	cvd_document_free(new);
	cvd_arena_free(&arena);
	return status;
}

enum cvd_status cvd_compare_pair(struct cvd_cli *cli, const struct cvd_pair *pair, bool several,
				 struct cvd_error *error)
{
	struct printing printing = {.left = 1, .several = several};

	return compare_pair(cli, pair, &printing, error);
}

static void note_nothing(struct cvd_cli *cli, const struct cvd_comparison *comparison)
{
	struct cvd_str old = comparison->old.label, new = comparison->new.label;
	bool markdown = cli->options.format == CVD_OUTPUT_MARKDOWN && !cli->options.quiet;
	void (*add)(struct cvd_buf *, struct cvd_str) =
		markdown ? cvd_render_markdown_text : cvd_text_visible;

	if ((!is_text(cli) && !markdown) || cli->trouble)
		return;
	cvd_buf_add(&cli->out, cvd_words_plain(CVD_SAY_NOTHING_DIFFERS));
	add(&cli->out, old);
	cvd_buf_add(&cli->out, CVD_STR(" → "));
	add(&cli->out, new);
	cvd_buf_add(&cli->out, CVD_STR(".\n"));
}

static void print_pairs(struct cvd_cli *cli, const struct cvd_pairs *pairs)
{
	const struct printer *printer = &printers[cli->options.format];
	struct printing printing = {.several = pairs->len > 1};
	struct cvd_error error = {0};

	if (printer->begin && !cli->options.quiet)
		printer->begin(cli, &printing);
	for (size_t i = 0; i < pairs->len; i++) {
		printing.left = pairs->len - i;
		if (!compare_pair(cli, &pairs->items[i], &printing, &error))
			continue;
		cvd_message_error(&error);
		cli->trouble = true;
	}
	if (printer->end && !cli->options.quiet)
		printer->end(cli, &printing);
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
	print_pairs(cli, &pairs);
	if (!pairs.len)
		note_nothing(cli, &comparison);
}
