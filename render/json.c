/*
 * The report as JSON: the contract cvdiff/changes/1, key by key, in the contract's order.
 *
 * Nothing is decided here. Each function writes one `$defs` of the schema; optional keys are written
 * where the record has them, required ones always. Every string goes through the JSON writer, which
 * makes valid UTF-8 of it. Linear in the report.
 */
#include "render/render.h"

#include "base/json_writer.h"
#include "wording.h"

static void key_string(struct cvd_json *json, const char *key, struct cvd_str text)
{
	cvd_json_key(json, key);
	cvd_json_string(json, text);
}

static void key_name(struct cvd_json *json, const char *key, const char *name)
{
	cvd_json_key(json, key);
	if (name)
		cvd_json_string(json, cvd_str_from(name));
	else
		cvd_json_null(json);
}

static void key_uint(struct cvd_json *json, const char *key, uint64_t number)
{
	cvd_json_key(json, key);
	cvd_json_uint(json, number);
}

/* A line number, of which 0 means that the format has none. */
static void key_line(struct cvd_json *json, const char *key, uint32_t line)
{
	cvd_json_key(json, key);
	if (line)
		cvd_json_uint(json, line);
	else
		cvd_json_null(json);
}

static void key_strings(struct cvd_json *json, const char *key, const struct cvd_strs *strings)
{
	cvd_json_key(json, key);
	cvd_json_open(json, '[');
	for (size_t i = 0; i < strings->len; i++)
		cvd_json_string(json, strings->items[i]);
	cvd_json_close(json, ']');
}

static void key_content(struct cvd_json *json, const struct cvd_content *content)
{
	cvd_json_key(json, "content");
	cvd_json_open(json, '[');
	for (size_t i = 0; i < content->len; i++)
		cvd_json_string(json, content->items[i].text);
	cvd_json_close(json, ']');
}

static void key_path(struct cvd_json *json, const struct cvd_crumbs *path)
{
	cvd_json_key(json, "path");
	cvd_json_open(json, '[');
	for (size_t i = 0; i < path->len; i++)
		cvd_json_string(json, path->items[i].title);
	cvd_json_close(json, ']');
}

static void write_side(struct cvd_json *json, const struct cvd_side *side)
{
	if (!side) {
		cvd_json_null(json);
		return;
	}
	cvd_json_open(json, '{');
	key_string(json, "text", side->text);
	if (side->has_content)
		key_content(json, &side->content);
	if (side->has_value)
		key_string(json, "value", side->value);
	key_path(json, &side->path);
	key_uint(json, "index", side->index);
	key_line(json, "line", side->line);
	key_line(json, "end_line", side->end_line);
	if (side->has_source)
		key_string(json, "source", side->source);
	cvd_json_close(json, '}');
}

static void key_parts(struct cvd_json *json, const struct cvd_change *change)
{
	cvd_json_key(json, "parts");
	cvd_json_open(json, '[');
	for (size_t i = 0; i < change->part_count; i++)
		write_side(json, &change->parts[i]);
	cvd_json_close(json, ']');
}

static void key_words(struct cvd_json *json, const struct cvd_pieces *words)
{
	cvd_json_key(json, "words");
	cvd_json_open(json, '[');
	for (size_t i = 0; i < words->len; i++) {
		cvd_json_open(json, '[');
		cvd_json_string(json, (struct cvd_str){&words->items[i].op, 1});
		cvd_json_string(json, words->items[i].text);
		cvd_json_close(json, ']');
	}
	cvd_json_close(json, ']');
}

static void key_optional(struct cvd_json *json, const char *key, struct cvd_str text)
{
	cvd_json_key(json, key);
	if (text.ptr)
		cvd_json_string(json, text);
	else
		cvd_json_null(json);
}

static void key_metrics(struct cvd_json *json, const struct cvd_change *change)
{
	cvd_json_key(json, "metrics");
	cvd_json_open(json, '[');
	for (size_t i = 0; i < change->metric_count; i++) {
		cvd_json_open(json, '{');
		key_optional(json, "old", change->metrics[i].old);
		key_optional(json, "new", change->metrics[i].new);
		cvd_json_close(json, '}');
	}
	cvd_json_close(json, ']');
}

static void write_change(struct cvd_json *json, const struct cvd_change *change,
			 struct cvd_buf *message)
{
	bool of_parts = change->op == CVD_OP_SPLIT || change->op == CVD_OP_MERGED;

	message->len = 0;
	cvd_wording_message(message, change);

	cvd_json_open(json, '{');
	key_string(json, "id", change->id);
	key_name(json, "op", cvd_op_name(change->op));
	key_name(json, "node", cvd_kind_name(change->node));
	key_name(json, "field", cvd_field_name(change->field));
	key_name(json, "severity", cvd_severity_name(change->severity));
	cvd_json_key(json, "old");
	write_side(json, change->old);
	cvd_json_key(json, "new");
	write_side(json, change->new);
	if (of_parts)
		key_parts(json, change);
	if (change->words.len)
		key_words(json, &change->words);
	if (change->metric_count)
		key_metrics(json, change);
	if (change->similarity >= 0) {
		cvd_json_key(json, "similarity");
		cvd_json_decimal(json, change->similarity);
	}
	key_string(json, "message", cvd_buf_str(message));
	key_path(json, &change->path);
	if (change->old_node != change->node)
		key_name(json, "old_node", cvd_kind_name(change->old_node));
	cvd_json_close(json, '}');
}

static void key_revision(struct cvd_json *json, const char *key, const struct cvd_revision *revision)
{
	char hex[33];

	cvd_hash_hex(revision->root, hex);
	cvd_json_key(json, key);
	cvd_json_open(json, '{');
	key_string(json, "label", revision->label);
	key_optional(json, "commit", revision->commit);
	key_string(json, "path", revision->path);
	key_name(json, "format", cvd_format_name(revision->format));
	key_string(json, "root", cvd_str_from(hex));
	cvd_json_close(json, '}');
}

static void key_counts(struct cvd_json *json, const struct cvd_report *report)
{
	cvd_json_key(json, "counts");
	cvd_json_open(json, '{');
	for (int i = 0; i < CVD_SEVERITY_COUNT; i++)
		key_uint(json, cvd_severity_name((enum cvd_severity)i), report->severities[i]);
	for (int i = 0; i < CVD_OP_COUNT; i++)
		key_uint(json, cvd_op_name((enum cvd_op)i), report->ops[i]);
	cvd_json_close(json, '}');
}

static void key_layout(struct cvd_json *json, const struct cvd_report *report)
{
	cvd_json_key(json, "layout");
	cvd_json_open(json, '{');
	key_strings(json, "old", &report->old_layout);
	key_strings(json, "new", &report->new_layout);
	cvd_json_close(json, '}');
}

void cvd_render_json(struct cvd_buf *out, const struct cvd_report *report)
{
	struct cvd_json json = {.out = out};
	struct cvd_buf message = {0};

	cvd_json_open(&json, '{');
	key_name(&json, "schema", "cvdiff/changes/1");
	key_revision(&json, "old", &report->old);
	key_revision(&json, "new", &report->new);
	cvd_json_key(&json, "identical");
	cvd_json_bool(&json, report->identical);
	key_counts(&json, report);
	cvd_json_key(&json, "changes");
	cvd_json_open(&json, '[');
	for (size_t i = 0; i < report->change_count; i++)
		write_change(&json, &report->changes[i], &message);
	cvd_json_close(&json, ']');
	key_name(&json, "limited", report->limited);
	key_layout(&json, report);
	cvd_json_close(&json, '}');
	cvd_buf_put(out, '\n');
	cvd_buf_free(&message);
}
