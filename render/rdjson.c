/*
 * The Reviewdog Diagnostic Format (DiagnosticResult of reviewdog's proto/rdf). A range of lines
 * without columns includes its last line. Linear in the report.
 */
#include "render/render.h"

#include "base/text.h"
#include "location.h"
#include "wording.h"

void cvd_render_rdjson_begin(struct cvd_json *json)
{
	cvd_json_open(json, '{');
	cvd_json_key(json, "source");
	cvd_json_open(json, '{');
	cvd_json_member(json, "name", CVD_STR("cvdiff"));
	cvd_json_close(json, '}');
	cvd_json_key(json, "diagnostics");
	cvd_json_open(json, '[');
}

static void key_position(struct cvd_json *json, const char *key, uint32_t line)
{
	cvd_json_key(json, key);
	cvd_json_open(json, '{');
	cvd_json_key(json, "line");
	cvd_json_uint(json, line);
	cvd_json_close(json, '}');
}

static void key_location(struct cvd_json *json, const struct cvd_location *location)
{
	cvd_json_key(json, "location");
	cvd_json_open(json, '{');
	cvd_json_member(json, "path", location->path);
	if (location->line) {
		cvd_json_key(json, "range");
		cvd_json_open(json, '{');
		key_position(json, "start", location->line);
		key_position(json, "end", location->end_line);
		cvd_json_close(json, '}');
	}
	cvd_json_close(json, '}');
}

static void write_diagnostic(struct cvd_json *json, const struct cvd_locations *locations,
			     const struct cvd_change *change)
{
	struct cvd_location location = cvd_locations_find(locations, change);
	struct cvd_buf said = {0}, message = {0};

	cvd_wording_message(&said, change);
	cvd_text_visible(&message, cvd_buf_str(&said));
	cvd_json_open(json, '{');
	cvd_json_member(json, "message", cvd_buf_str(&message));
	key_location(json, &location);
	cvd_json_member(json, "severity",
			change->severity == CVD_FACT ? CVD_STR("WARNING") : CVD_STR("INFO"));
	cvd_json_key(json, "code");
	cvd_json_open(json, '{');
	cvd_json_member(json, "value", change->id);
	cvd_json_close(json, '}');
	cvd_json_close(json, '}');
	cvd_buf_free(&said);
	cvd_buf_free(&message);
}

void cvd_render_rdjson_add(struct cvd_json *json, const struct cvd_report *report, bool style)
{
	struct cvd_arena arena;
	struct cvd_locations locations;

	cvd_arena_init(&arena);
	locations = cvd_locations_collect(&arena, report);
	for (size_t i = 0; i < report->change_count; i++)
		if (style || report->changes[i].severity != CVD_STYLE)
			write_diagnostic(json, &locations, &report->changes[i]);
	cvd_arena_free(&arena);
}

void cvd_render_rdjson_end(struct cvd_json *json)
{
	cvd_json_close(json, ']');
	cvd_json_close(json, '}');
	cvd_buf_put(json->out, '\n');
}
