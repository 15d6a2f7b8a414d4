/*
 * The outline of `show` with columns in front, of which those are left out that say nothing: who wrote it,
 * where there is one author; when it was first written, where that is when it was last changed.
 *
 *	         changed     written
 *	4b1c9e0  2024-05-01  2021-02-03  role  Senior Engineer, Tarn Systems
 *	9d03f1a  2021-02-03                bullet  Mentored four engineers.
 *
 * Sections, and what is there only because something in it is listed, have no columns. Neighbouring keywords of
 * one commit share a line.
 */
#include "blame.h"

#include "base/json_writer.h"
#include "moment.h"
#include "outline.h"
#include "terminal.h"

#define ID_LENGTH 7
#define DAY_LENGTH 10
#define AUTHOR_MOST 16 /* columns of a name that are shown */
#define GAP CVD_OUTLINE_GAP
#define UNCOMMITTED CVD_STR("not committed yet")

struct columns {
	size_t changed, author, written, text; /* where they begin; equal to the next: left out */
	bool cut;                              /* ids have room for a mark */
};

struct writer {
	const struct cvd_blame *blame;
	struct cvd_canvas canvas;
	struct columns at;
	bool *shown; /* by id: listed, or in front of what is */
};

/* --- what is listed ----------------------------------------------------------------------------- */

static const struct cvd_writing *last_of(const struct cvd_blame *blame, const struct cvd_node *node)
{
	return blame->trace->last[node->id];
}

static const struct cvd_writing *first_of(const struct cvd_blame *blame, const struct cvd_node *node)
{
	return blame->trace->first[node->id];
}

bool cvd_blame_lists(const struct cvd_blame *blame, const struct cvd_node *node)
{
	const struct cvd_writing *last = last_of(blame, node);

	return last && (!blame->stale || (last->commit.ptr && last->written < blame->before));
}

static bool *find_shown(struct cvd_arena *arena, const struct cvd_blame *blame)
{
	const struct cvd_document *doc = blame->trace->doc;
	bool *shown = CVD_NEW_ARRAY(arena, bool, doc->node_count);

	for (uint32_t id = doc->node_count; id-- > 1;) {
		shown[id] |= !blame->stale || cvd_blame_lists(blame, doc->nodes[id]);
		shown[doc->nodes[id]->parent->id] |= shown[id];
	}
	return shown;
}

/* --- columns ------------------------------------------------------------------------------------ */

static struct cvd_str name_of(struct cvd_canvas *canvas, const struct cvd_writing *writing,
			      bool *cut)
{
	struct cvd_str name = cvd_text_decode(canvas->arena, writing->author).text;

	return cvd_outline_fit(canvas, name, AUTHOR_MOST, cut);
}

static bool same_name(const struct cvd_writing *a, const struct cvd_writing *b)
{
	return !a->commit.ptr == !b->commit.ptr && cvd_str_equal(a->author, b->author);
}

/* The only one who wrote what is listed, or NULL. */
static const struct cvd_writing *only_author(const struct cvd_blame *blame)
{
	const struct cvd_document *doc = blame->trace->doc;
	const struct cvd_writing *only = NULL;

	for (uint32_t id = 1; id < doc->node_count; id++) {
		const struct cvd_writing *last = last_of(blame, doc->nodes[id]);

		if (!cvd_blame_lists(blame, doc->nodes[id]) || !last->commit.ptr)
			continue;
		if (only && !same_name(only, last))
			return NULL;
		only = last;
	}
	return only;
}

static struct columns lay_out(struct writer *writer)
{
	const struct cvd_blame *blame = writer->blame;
	const struct cvd_document *doc = blame->trace->doc;
	bool names = !only_author(blame), written = false, cut = false, any = false;
	size_t width = 0;
	struct columns at;

	for (uint32_t id = 1; id < doc->node_count; id++) {
		const struct cvd_writing *last = last_of(blame, doc->nodes[id]);
		const struct cvd_writing *first = first_of(blame, doc->nodes[id]);
		size_t columns;
		bool ignored;

		if (!cvd_blame_lists(blame, doc->nodes[id]))
			continue;
		any = true;
		cut |= last->cut;
		written |= first != last;
		columns = cvd_text_width(name_of(&writer->canvas, last, &ignored));
		if (names && columns > width)
			width = columns;
	}
	at.cut = cut;
	at.changed = ID_LENGTH + cut + GAP.len;
	at.author = at.changed + DAY_LENGTH + GAP.len;
	at.written = at.author + (width ? width + 1 + GAP.len : 0);
	at.text = any ? at.written + (written ? DAY_LENGTH + GAP.len : 0) : 0;
	return at;
}

static void write_titles(struct writer *writer)
{
	struct cvd_canvas *canvas = &writer->canvas;

	if (writer->at.text == writer->at.written)
		return;
	cvd_canvas_pad(canvas, writer->at.changed);
	cvd_canvas_put(canvas, CVD_STR("changed"), CVD_STYLED_NOTE);
	cvd_canvas_pad(canvas, writer->at.written);
	cvd_canvas_put(canvas, CVD_STR("written"), CVD_STYLED_NOTE);
	cvd_canvas_newline(canvas);
}

static struct cvd_str day_of(struct writer *writer, const struct cvd_writing *writing)
{
	return cvd_moment_day(writer->canvas.arena, writing->written, writing->zone);
}

static void put_last(struct writer *writer, const struct cvd_writing *last)
{
	struct cvd_canvas *canvas = &writer->canvas;
	struct cvd_str name;
	bool cut;

	if (!last->commit.ptr) {
		cvd_canvas_put(canvas, UNCOMMITTED, CVD_STYLED_ADDED);
		return;
	}
	if (writer->at.cut)
		cvd_canvas_put(canvas, last->cut ? CVD_STR("^") : CVD_STR(" "), CVD_STYLED_NOTE);
	cvd_canvas_put(canvas, cvd_str_sub(last->commit, 0, ID_LENGTH), CVD_STYLED_CHANGED);
	cvd_canvas_pad(canvas, writer->at.changed);
	cvd_canvas_put(canvas, day_of(writer, last), CVD_STYLED_PLAIN);
	if (writer->at.author == writer->at.written)
		return;
	name = name_of(canvas, last, &cut);
	cvd_canvas_pad(canvas, writer->at.author);
	cvd_canvas_put(canvas, name, CVD_STYLED_PLAIN);
	if (cut)
		cvd_canvas_put(canvas, CVD_STR("…"), CVD_STYLED_NOTE);
}

static void put_columns(struct writer *writer, const struct cvd_node *node)
{
	const struct cvd_writing *last = last_of(writer->blame, node);
	const struct cvd_writing *first = first_of(writer->blame, node);

	if (!cvd_blame_lists(writer->blame, node))
		return;
	put_last(writer, last);
	if (first == last)
		return;
	cvd_canvas_pad(&writer->canvas, writer->at.written);
	cvd_canvas_put(&writer->canvas, day_of(writer, first), CVD_STYLED_NOTE);
}

/* --- nodes -------------------------------------------------------------------------------------- */

static void add(struct writer *writer, struct cvd_str text)
{
	cvd_canvas_add(&writer->canvas, text, CVD_STYLED_PLAIN);
}

static void end_line(struct writer *writer, size_t hang)
{
	cvd_canvas_flow(&writer->canvas, hang);
	cvd_canvas_newline(&writer->canvas);
}

static bool shares_line(const struct writer *writer, const struct cvd_node *a,
			const struct cvd_node *b)
{
	const struct cvd_blame *blame = writer->blame;

	return b && a->kind == b->kind && !a->first_child && writer->shown[b->id] &&
	       cvd_blame_lists(blame, a) == cvd_blame_lists(blame, b) &&
	       last_of(blame, a) == last_of(blame, b) && first_of(blame, a) == first_of(blame, b);
}

static const struct cvd_node *write_keywords(struct writer *writer, const struct cvd_node *node)
{
	size_t column = writer->canvas.column;

	for (;; node = node->next) {
		add(writer, cvd_node_text(writer->canvas.arena, node));
		if (!shares_line(writer, node, node->next))
			break;
		add(writer, CVD_STR(", "));
	}
	end_line(writer, column);
	return node;
}

/* Writes the node, and the ones that share its line; returns the last of them. */
static const struct cvd_node *write_node(struct writer *writer, const struct cvd_node *node)
{
	struct cvd_canvas *canvas = &writer->canvas;

	put_columns(writer, node);
	cvd_outline_kind(canvas, node, writer->at.text);
	if (cvd_kind_is_keyword(node->kind))
		return write_keywords(writer, node);
	if (cvd_kind_has_fields(node->kind)) {
		add(writer, cvd_node_heading(canvas->arena, node));
		end_line(writer, canvas->column);
	} else {
		cvd_outline_statement(canvas, node->text);
	}
	return node;
}

static void write_header(struct writer *writer)
{
	const struct cvd_blame *blame = writer->blame;
	const struct cvd_writing *only = only_author(blame);
	struct cvd_canvas *canvas = &writer->canvas;

	cvd_canvas_add_name(canvas, blame->path, CVD_STYLED_HEADER);
	add(writer, GAP);
	add(writer, blame->label);
	if (only) {
		cvd_canvas_add(canvas, CVD_STR("  by "), CVD_STYLED_NOTE);
		add(writer, cvd_text_decode(canvas->arena, only->author).text);
	}
	end_line(writer, GAP.len);
	cvd_canvas_newline(canvas);
}

void cvd_blame_text(struct cvd_cli *cli, const struct cvd_blame *blame)
{
	const struct cvd_document *doc = blame->trace->doc;
	struct cvd_arena arena = {0};
	struct writer writer = {
		.blame = blame,
		.canvas = {.out = &cli->out,
			   .arena = &arena,
			   .width = cvd_terminal_width(cli),
			   .color = cvd_terminal_color(cli)},
		.shown = find_shown(&arena, blame),
	};

	writer.at = lay_out(&writer);
	write_header(&writer);
	write_titles(&writer);
	for (uint32_t id = 1; id < doc->node_count; id++)
		if (writer.shown[id])
			id = write_node(&writer, doc->nodes[id])->id;
	if (!writer.at.text) {
		add(&writer, blame->stale ? CVD_STR("Nothing in it is that old.")
					  : CVD_STR("There is nothing in it."));
		end_line(&writer, 0);
	}
	cvd_canvas_free(&writer.canvas);
	cvd_arena_free(&arena);
}

/* --- JSON --------------------------------------------------------------------------------------- */

static void write_writing(struct cvd_json *json, struct cvd_arena *arena, const char *key,
			  const struct cvd_writing *writing)
{
	cvd_json_key(json, key);
	cvd_json_open(json, '{');
	cvd_json_key(json, "commit");
	if (!writing->commit.ptr) {
		cvd_json_null(json);
		cvd_json_close(json, '}');
		return;
	}
	cvd_json_string(json, writing->commit);
	cvd_json_member(json, "date", cvd_moment_iso(arena, writing->written, writing->zone));
	cvd_json_member(json, "author", cvd_text_decode(arena, writing->author).text);
	cvd_json_member(json, "email", cvd_text_decode(arena, writing->address).text);
	cvd_json_key(json, "boundary");
	cvd_json_bool(json, writing->cut);
	cvd_json_close(json, '}');
}

static void write_path(struct cvd_json *json, struct cvd_arena *arena, const struct cvd_node *node)
{
	CVD_ARRAY(const struct cvd_node *) above = {0};

	for (node = node->parent; node->parent; node = node->parent)
		CVD_PUSH(arena, &above, node);
	cvd_json_key(json, "path");
	cvd_json_open(json, '[');
	while (above.len)
		cvd_json_string(json, cvd_node_heading(arena, above.items[--above.len]));
	cvd_json_close(json, ']');
}

static void write_listed(struct cvd_json *json, struct cvd_arena *arena,
			 const struct cvd_blame *blame, const struct cvd_node *node)
{
	cvd_json_open(json, '{');
	cvd_json_member(json, "kind", cvd_str_from(cvd_kind_name(node->kind)));
	if (cvd_kind_has_fields(node->kind))
		cvd_json_member(json, "heading", cvd_node_heading(arena, node));
	cvd_json_member(json, "text", cvd_node_text(arena, node));
	write_path(json, arena, node);
	cvd_json_key(json, "line");
	cvd_json_uint(json, node->line);
	write_writing(json, arena, "last", last_of(blame, node));
	write_writing(json, arena, "first", first_of(blame, node));
	cvd_json_close(json, '}');
}

void cvd_blame_json(struct cvd_buf *out, const struct cvd_blame *blame)
{
	const struct cvd_document *doc = blame->trace->doc;
	struct cvd_json json = {.out = out};
	struct cvd_arena arena = {0};

	cvd_json_open(&json, '{');
	cvd_json_member(&json, "schema", CVD_STR("cvdiff/blame/1"));
	cvd_json_member(&json, "path", blame->path);
	cvd_json_member(&json, "label", blame->label);
	cvd_json_key(&json, "commit");
	if (blame->commit.ptr)
		cvd_json_string(&json, blame->commit);
	else
		cvd_json_null(&json);
	cvd_json_key(&json, "nodes");
	cvd_json_open(&json, '[');
	for (uint32_t id = 1; id < doc->node_count; id++)
		if (cvd_blame_lists(blame, doc->nodes[id]))
			write_listed(&json, &arena, blame, doc->nodes[id]);
	cvd_json_close(&json, ']');
	cvd_json_close(&json, '}');
	cvd_buf_put(out, '\n');
	cvd_arena_free(&arena);
}
