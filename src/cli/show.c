/*
 * `cvdiff show`: what was understood of a résumé, a line per node in document order, with the line of
 * the source in front and an entry's fields below it:
 *
 *	  8    role  Principal Engineer
 *	             organization  Nordvane
 *	             dates         October 2026 – Present  2026-10 – present
 *	 11      bullet  Set the direction of a telemetry platform for 40,000 delivery …
 *
 * What stands in comments follows behind the rest. Keywords that stand side by side share a line. What
 * the reader made of the text, rather than read in it, is quiet: normal forms, targets, a section's
 * type. Statements are cut to the width, fields are not. All of it goes through the canvas, which shows
 * control characters. Linear; no recursion.
 */
#include "base/text.h"
#include "outline.h"
#include "resume/json_resume.h"
#include "single.h"
#include "terminal.h"

#include <string.h>

#define INDENT 2
#define GAP CVD_OUTLINE_GAP
#define REASON CVD_STR("recognised by  ")
#define LABEL_WIDTH 14 /* `organization` and a gap */

static void add(struct cvd_canvas *canvas, struct cvd_str text)
{
	cvd_canvas_add(canvas, text, CVD_STYLED_PLAIN);
}

static void add_quiet(struct cvd_canvas *canvas, struct cvd_str text)
{
	cvd_canvas_add(canvas, text, CVD_STYLED_NOTE);
}

static void end_line(struct cvd_canvas *canvas, size_t hang)
{
	cvd_canvas_flow(canvas, hang);
	cvd_canvas_newline(canvas);
}

/* --- fields ------------------------------------------------------------------------------------- */

static void begin_field(struct cvd_canvas *canvas, const char *label, size_t column)
{
	cvd_canvas_pad(canvas, column);
	cvd_canvas_put(canvas, cvd_str_from(label), CVD_STYLED_NOTE);
	cvd_canvas_pad(canvas, column + LABEL_WIDTH);
}

/* The normal form, and what it cannot hold. */
static void add_norm(struct cvd_canvas *canvas, const struct cvd_value *value)
{
	add_quiet(canvas, value->norm.len ? value->norm : CVD_STR("?"));
	if (value->rest.len) {
		add_quiet(canvas, CVD_STR(" + "));
		add_quiet(canvas, value->rest);
	}
}

/* White space from `at` backwards, forwards. */
static size_t space_before(struct cvd_str text, size_t at)
{
	while (at > 0 && strchr(" \t\r\n", text.ptr[at - 1]))
		at--;
	return at;
}

static size_t space_behind(struct cvd_str text, size_t at)
{
	while (at < text.len && strchr(" \t\r\n", text.ptr[at]))
		at++;
	return at;
}

/*
 * `Since 2019`, `2019 to date`: an open start with the word that says so beside it in the source, as it
 * is written there. Empty if it is a range of two dates.
 */
static struct cvd_str open_start(struct cvd_str source, struct cvd_str start, struct cvd_str word)
{
	size_t at = word.len && start.len ? cvd_str_find(source, start, 0) : SIZE_MAX;

	for (; at != SIZE_MAX; at = cvd_str_find(source, start, at + 1)) {
		size_t before = space_before(source, at), end = at + start.len;
		size_t behind = space_behind(source, end);

		if (cvd_str_ends_with(cvd_str_sub(source, 0, before), word))
			return cvd_str_sub(source, before - word.len, end);
		if (cvd_str_starts_with(cvd_str_sub(source, behind, source.len), word))
			return cvd_str_sub(source, at, behind + word.len);
	}
	return (struct cvd_str){0};
}

/* The dates as they are written; a range has one dash, whatever stands there. */
static void add_dates(struct cvd_canvas *canvas, const struct cvd_node *node,
		      const struct cvd_value *start, const struct cvd_value *end)
{
	struct cvd_str open = start && end ? open_start(node->source, start->text, end->text)
					   : (struct cvd_str){0};

	if (open.len) {
		add(canvas, cvd_text_squeeze(canvas->arena, open));
		return;
	}
	if (start)
		add(canvas, start->text);
	if (start && end)
		add(canvas, end->text.len ? CVD_STR(" – ") : CVD_STR(" –"));
	if (end)
		add(canvas, end->text);
}

static void write_dates(struct cvd_canvas *canvas, const struct cvd_node *node, size_t column)
{
	const struct cvd_value *start = cvd_node_get(node, CVD_START);
	const struct cvd_value *end = cvd_node_get(node, CVD_END);

	if (!start && !end)
		return;
	begin_field(canvas, start && end ? "dates" : cvd_field_name(start ? CVD_START : CVD_END),
		    column);
	add_dates(canvas, node, start, end);
	add(canvas, GAP);
	if (start)
		add_norm(canvas, start);
	if (start && end)
		add_quiet(canvas, CVD_STR(" – "));
	if (end)
		add_norm(canvas, end);
	end_line(canvas, column + LABEL_WIDTH);
}

static void write_field(struct cvd_canvas *canvas, const struct cvd_node *node,
			enum cvd_field field, size_t column)
{
	const struct cvd_value *value = cvd_node_get(node, field);

	if (!value || (!value->text.len && !value->norm.len))
		return;
	begin_field(canvas, cvd_field_name(field), column);
	add(canvas, value->text);
	if (value->norm.len && !cvd_str_equal(value->norm, value->text)) {
		if (value->text.len)
			add(canvas, GAP);
		add_quiet(canvas, value->norm);
	}
	if (value->inherited)
		add_quiet(canvas, CVD_STR("  (from above)"));
	end_line(canvas, column + LABEL_WIDTH);
}

/* The fields below the node's line. A title stands in that line. */
static void write_fields(struct cvd_canvas *canvas, const struct cvd_node *node, size_t column)
{
	for (enum cvd_field field = 0; field < CVD_FIELD_COUNT; field++) {
		if (field == CVD_START)
			write_dates(canvas, node, column);
		else if (field != CVD_TITLE && field != CVD_END)
			write_field(canvas, node, field, column);
	}
}

/* --- nodes -------------------------------------------------------------------------------------- */

/* The keyword and its siblings of the same kind. Returns the last of them. */
static const struct cvd_node *write_keywords(struct cvd_canvas *canvas, const struct cvd_node *node)
{
	size_t column = canvas->column;

	for (;; node = node->next) {
		const struct cvd_value *detail = cvd_node_get(node, CVD_DETAIL);
		bool last = !node->next || node->next->kind != node->kind || node->first_child;

		add(canvas, node->text);
		if (detail && detail->text.len) {
			add_quiet(canvas, CVD_STR(" ("));
			add_quiet(canvas, detail->text);
			add_quiet(canvas, CVD_STR(")"));
		}
		if (last)
			break;
		add(canvas, CVD_STR(", "));
	}
	end_line(canvas, column);
	return node;
}

static void write_reason(struct cvd_canvas *canvas, const struct cvd_node *node, size_t column)
{
	if (!node->reason)
		return;
	cvd_canvas_pad(canvas, column);
	add_quiet(canvas, REASON);
	add_quiet(canvas, cvd_str_from(node->reason));
	end_line(canvas, column + REASON.len);
}

static void write_titled(struct cvd_canvas *canvas, const struct cvd_node *node, bool explain)
{
	const struct cvd_value *title = cvd_node_get(node, CVD_TITLE);
	size_t column = canvas->column;

	add(canvas, title ? title->text : node->text);
	if (node->kind == CVD_SECTION) {
		add(canvas, GAP);
		add_quiet(canvas, cvd_str_from(cvd_section_type_name(node->section_type)));
	}
	end_line(canvas, column);
	write_fields(canvas, node, column);
	if (explain)
		write_reason(canvas, node, column);
}

/* Writes the node, and the ones that share its line; returns the last of them. */
static const struct cvd_node *write_node(struct cvd_canvas *canvas, const struct cvd_node *node,
					 size_t margin, bool explain)
{
	struct cvd_str line = cvd_arena_format(canvas->arena, "%u", node->line);

	if (node->line) {
		cvd_canvas_pad(canvas, margin > line.len ? margin - line.len : 0);
		cvd_canvas_begin_link(canvas, node->line);
		cvd_canvas_put(canvas, line, CVD_STYLED_NOTE);
		cvd_canvas_end_link(canvas);
	}
	cvd_outline_kind(canvas, node, margin + GAP.len);
	if (cvd_kind_is_keyword(node->kind))
		return write_keywords(canvas, node);
	if (cvd_kind_has_fields(node->kind))
		write_titled(canvas, node, explain);
	else
		cvd_outline_statement(canvas, node->text);
	return node;
}

static void write_header(struct cvd_canvas *canvas, const struct cvd_revision *revision)
{
	cvd_canvas_begin_link(canvas, 0);
	cvd_canvas_add_name(canvas, revision->path, CVD_STYLED_HEADER);
	cvd_canvas_end_link(canvas);
	if (!cvd_str_equal(revision->label, revision->path)) {
		add(canvas, GAP);
		cvd_canvas_add_name(canvas, revision->label, CVD_STYLED_PLAIN);
	}
	end_line(canvas, INDENT);
	cvd_canvas_newline(canvas);
}

/* Columns of the largest line number. */
static size_t margin_of(const struct cvd_document *doc)
{
	uint32_t last = doc->root->end_line;
	size_t digits = 1;

	for (size_t i = 0; i < doc->hidden.len; i++)
		if (last < doc->hidden.items[i]->end_line)
			last = doc->hidden.items[i]->end_line;
	for (; last >= 10; last /= 10)
		digits++;
	return digits;
}

/* The nodes with ids from `id` to before `end`. */
static void write_nodes(struct cvd_canvas *canvas, const struct cvd_document *doc, uint32_t id,
			uint32_t end, size_t margin, bool explain)
{
	for (; id < end; id++)
		id = write_node(canvas, doc->nodes[id], margin, explain)->id;
}

static void write_notes(struct cvd_canvas *canvas, const struct cvd_document *doc)
{
	if (doc->notes.len)
		cvd_canvas_newline(canvas);
	for (size_t i = 0; i < doc->notes.len; i++) {
		const struct cvd_note *note = &doc->notes.items[i];

		if (note->line)
			add_quiet(canvas, cvd_arena_format(canvas->arena, "line %u: ", note->line));
		add_quiet(canvas, note->text);
		end_line(canvas, INDENT);
	}
}

static void print_outline(struct cvd_cli *cli, struct cvd_arena *arena,
			  const struct cvd_document *doc, const struct cvd_revision *revision,
			  struct cvd_str link)
{
	struct cvd_canvas canvas = {.out = &cli->out,
				    .arena = arena,
				    .width = cvd_terminal_width(cli),
				    .color = cvd_terminal_color(cli),
				    .file = link};
	size_t margin = margin_of(doc);
	bool explain = cli->options.explain;

	write_header(&canvas, revision);
	write_nodes(&canvas, doc, 1, doc->node_count, margin, explain);
	if (doc->node_count == 1) {
		add(&canvas, CVD_STR("There is nothing in it."));
		end_line(&canvas, 0);
	}
	if (doc->hidden_count) {
		cvd_canvas_newline(&canvas);
		cvd_canvas_add(&canvas, CVD_STR("Hidden (in comments)"), CVD_STYLED_HEADING);
		end_line(&canvas, 0);
		write_nodes(&canvas, doc, doc->node_count, doc->node_count + doc->hidden_count,
			    margin, explain);
	}
	write_notes(&canvas, doc);
	cvd_canvas_free(&canvas);
}

void cvd_run_show(struct cvd_cli *cli)
{
	struct cvd_arena arena = {0};
	struct cvd_revision revision;
	struct cvd_str link;
	struct cvd_document *doc = cvd_single_read(cli, &arena, &revision, &link);

	if (doc && cli->options.format == CVD_OUTPUT_JSON_RESUME)
		cvd_json_resume_write(&cli->out, doc);
	else if (doc)
		print_outline(cli, &arena, doc, &revision, link);
	cvd_document_free(doc);
	cvd_arena_free(&arena);
}
