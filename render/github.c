/*
 * Workflow commands of GitHub Actions, a line each: `::notice file=…,line=…,title=…::message`. The
 * runner undoes the escapes of the table, and no others; a line that begins with `::` is read as a
 * command only up to the next `::` that no escape hides. Linear in the report.
 */
#include "render/render.h"

#include "base/text.h"
#include "location.h"
#include "wording.h"

#define MESSAGE_COLUMNS 100 /* of a statement cited whole */

/* What the message needs; properties need the rest, too. */
#define IN_MESSAGE 3
static const struct {
	char c;
	const char *escape;
} escapes[] = {{'%', "%25"}, {'\r', "%0D"}, {'\n', "%0A"}, {':', "%3A"}, {',', "%2C"}};

static void add_escaped(struct cvd_buf *out, struct cvd_str text, size_t count)
{
	for (size_t i = 0; i < text.len; i++) {
		size_t row = 0;

		while (row < count && escapes[row].c != text.ptr[i])
			row++;
		if (row < count)
			cvd_buf_add(out, cvd_str_from(escapes[row].escape));
		else
			cvd_buf_put(out, text.ptr[i]);
	}
}

static void add_property(struct cvd_buf *out, const char *name, struct cvd_str value)
{
	cvd_buf_printf(out, "%s=", name);
	add_escaped(out, value, sizeof escapes / sizeof *escapes);
}

static struct cvd_str visible(struct cvd_arena *arena, struct cvd_str text)
{
	struct cvd_buf buf = {0};
	struct cvd_str copy;

	cvd_text_visible(&buf, cvd_text_squeeze(arena, text));
	copy = cvd_arena_copy(arena, cvd_buf_str(&buf));
	cvd_buf_free(&buf);
	return copy;
}

/* The words of the change, and below them where it is: a removed bullet says nothing of its role. */
static void add_message(struct cvd_buf *out, struct cvd_arena *arena,
			const struct cvd_change *change, const struct cvd_wording *wording)
{
	struct cvd_phrase place = {.arena = arena};
	struct cvd_buf text = {0};

	cvd_phrase_plain(&text, &wording->body);
	if (!text.len)
		cvd_buf_add(&text, wording->title);
	add_escaped(out, visible(arena, cvd_buf_str(&text)), IN_MESSAGE);
	text.len = 0;
	cvd_phrase_path(&place, change->path.items, change->path.len, CVD_TONE_PLAIN);
	cvd_phrase_plain(&text, &place);
	if (text.len) {
		add_escaped(out, CVD_STR("\n"), IN_MESSAGE);
		add_escaped(out, visible(arena, cvd_buf_str(&text)), IN_MESSAGE);
	}
	cvd_buf_free(&text);
}

static void add_annotation(struct cvd_buf *out, struct cvd_arena *arena,
			   const struct cvd_locations *locations, const struct cvd_change *change)
{
	static const struct cvd_wording_options options = {.columns = MESSAGE_COLUMNS};
	struct cvd_wording wording = cvd_wording_find(arena, change, &options);
	struct cvd_location location = cvd_locations_find(locations, change);

	cvd_buf_add(out,
		    change->severity == CVD_FACT ? CVD_STR("::warning ") : CVD_STR("::notice "));
	add_property(out, "file", visible(arena, location.path));
	if (location.line)
		cvd_buf_printf(out, ",line=%u,endLine=%u", (unsigned)location.line,
			       (unsigned)location.end_line);
	cvd_buf_put(out, ',');
	add_property(out, "title", wording.title);
	cvd_buf_add(out, CVD_STR("::"));
	add_message(out, arena, change, &wording);
	cvd_buf_put(out, '\n');
}

void cvd_render_github(struct cvd_buf *out, const struct cvd_report *report, bool style)
{
	struct cvd_arena arena;
	struct cvd_locations locations;

	cvd_arena_init(&arena);
	locations = cvd_locations_collect(&arena, report);
	for (size_t i = 0; i < report->change_count; i++)
		if (style || report->changes[i].severity != CVD_STYLE)
			add_annotation(out, &arena, &locations, &report->changes[i]);
	cvd_arena_free(&arena);
}
