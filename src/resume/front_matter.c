/*
 * libyaml tells the events of the YAML one by one; a stack of the open mappings and lists, eight levels
 * high, makes the path of each scalar. Events hold no copies, so an alias costs nothing and cannot
 * grow; it is told as no entry at all. Entries are added when the last event has come without an error:
 * broken metadata is none.
 */
#include "front_matter.h"

#include "base/buf.h"

#include <string.h>
#include <yaml.h>

#define DEPTH_LIMIT 8
#define PATH_BYTES 256

struct level {
	bool list, has_key;
	uint32_t index;  /* of the next item */
	size_t path_len; /* of the path that the level stands at */
};

struct reading {
	struct cvd_arena *texts, *scratch;
	uint32_t first_line;
	struct level levels[DEPTH_LIMIT];
	size_t depth; /* of what is open, may pass the limit */
	struct cvd_buf path;
	CVD_ARRAY(struct cvd_front) entries;
	bool mapping;
};

bool cvd_front_matter_key(struct cvd_str line)
{
	size_t at = 0;

	while (at < line.len &&
	       (((line.ptr[at] | 32) >= 'a' && (line.ptr[at] | 32) <= 'z') || line.ptr[at] == '_' ||
		line.ptr[at] == '-' || (at && line.ptr[at] >= '0' && line.ptr[at] <= '9')))
		at++;
	return at > 0 && at < line.len && line.ptr[at] == ':';
}

uint32_t cvd_front_matter_lines(const struct cvd_outline *outline, struct cvd_str source, bool *toml)
{
	struct cvd_str line;

	*toml = false;
	if (outline->line_count < 2)
		return 0;
	line = cvd_str_trim(cvd_outline_source(outline, source, 1, 1));
	*toml = cvd_str_equal(line, CVD_STR("+++"));
	if (!*toml && (!cvd_str_equal(line, CVD_STR("---")) ||
		       !cvd_front_matter_key(cvd_outline_source(outline, source, 2, 2))))
		return 0;
	for (uint32_t at = 2; at <= outline->line_count; at++) {
		line = cvd_str_trim(cvd_outline_source(outline, source, at, at));
		if (*toml ? cvd_str_equal(line, CVD_STR("+++"))
			  : cvd_str_equal(line, CVD_STR("---")) ||
				    cvd_str_equal(line, CVD_STR("...")))
			return at;
	}
	return 0;
}

static struct level *innermost(struct reading *reading)
{
	return reading->depth && reading->depth <= DEPTH_LIMIT
		       ? &reading->levels[reading->depth - 1]
		       : NULL;
}

/* The path of the value that comes next: the level's own and, in a list, its number. False where it is
 * too deep or too long. */
static bool begin_value(struct reading *reading)
{
	struct level *level = innermost(reading);

	if (!level)
		return !reading->depth;
	if (level->list) {
		reading->path.len = level->path_len;
		if (level->path_len)
			cvd_buf_put(&reading->path, '.');
		cvd_buf_printf(&reading->path, "%u", (unsigned)level->index++);
	}
	return reading->path.len <= PATH_BYTES;
}

static void end_value(struct reading *reading)
{
	struct level *level = innermost(reading);

	if (!level)
		return;
	level->has_key = false;
	reading->path.len = level->path_len;
}

static void open_level(struct reading *reading, bool list)
{
	if (!reading->depth)
		reading->mapping = !list;
	begin_value(reading);
	reading->depth++;
	if (innermost(reading))
		*innermost(reading) = (struct level){.list = list, .path_len = reading->path.len};
}

static void close_level(struct reading *reading)
{
	reading->depth--;
	end_value(reading);
}

static void read_key(struct reading *reading, struct level *level, struct cvd_str key)
{
	level->has_key = true;
	reading->path.len = level->path_len;
	if (level->path_len)
		cvd_buf_put(&reading->path, '.');
	cvd_buf_add(&reading->path, cvd_str_sub(key, 0, PATH_BYTES + 1));
}

static void read_scalar(struct reading *reading, const yaml_event_t *event)
{
	struct level *level = innermost(reading);
	struct cvd_str value = {(const char *)event->data.scalar.value, event->data.scalar.length};

	if (level && !level->list && !level->has_key) {
		read_key(reading, level, value);
		return;
	}
	if (level && begin_value(reading)) {
		struct cvd_front entry = {
			.key = cvd_arena_copy(reading->texts, cvd_buf_str(&reading->path)),
			.value = cvd_arena_copy(reading->texts, value),
			.line = reading->first_line + (uint32_t)event->start_mark.line};

		CVD_PUSH(reading->scratch, &reading->entries, entry);
	}
	end_value(reading);
}

/* A mapping or list that is a key has no path: its own scalars are told below where it stands. */
static void read_event(struct reading *reading, const yaml_event_t *event)
{
	switch (event->type) {
	case YAML_MAPPING_START_EVENT:
	case YAML_SEQUENCE_START_EVENT:
		open_level(reading, event->type == YAML_SEQUENCE_START_EVENT);
		break;
	case YAML_MAPPING_END_EVENT:
	case YAML_SEQUENCE_END_EVENT:
		close_level(reading);
		break;
	case YAML_SCALAR_EVENT:
		read_scalar(reading, event);
		break;
	case YAML_ALIAS_EVENT:
		begin_value(reading);
		end_value(reading);
		break;
	default:
		break;
	}
}

static bool read_events(struct reading *reading, struct cvd_str yaml)
{
	yaml_parser_t parser;
	yaml_event_type_t type = YAML_NO_EVENT;

	if (!yaml_parser_initialize(&parser))
		cvd_out_of_memory();
	yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&parser, (const unsigned char *)yaml.ptr, yaml.len);
	while (type != YAML_STREAM_END_EVENT) {
		yaml_event_t event;

		if (!yaml_parser_parse(&parser, &event))
			break;
		type = event.type;
		read_event(reading, &event);
		yaml_event_delete(&event);
	}
	yaml_parser_delete(&parser);
	return type == YAML_STREAM_END_EVENT;
}

static void append(struct reading *reading, struct cvd_outline *outline)
{
	size_t count = outline->front_count + reading->entries.len;
	struct cvd_front *all = CVD_NEW_ARRAY(reading->scratch, struct cvd_front, count);

	if (outline->front_count)
		memcpy(all, outline->front, outline->front_count * sizeof *all);
	if (reading->entries.len)
		memcpy(all + outline->front_count, reading->entries.items,
		       reading->entries.len * sizeof *all);
	outline->front = all;
	outline->front_count = (uint32_t)count;
}

bool cvd_front_matter_read(struct cvd_arena *texts, struct cvd_arena *scratch, struct cvd_str yaml,
			   uint32_t first_line, struct cvd_outline *outline)
{
	struct reading reading = {.texts = texts, .scratch = scratch, .first_line = first_line};
	bool good = yaml.len && read_events(&reading, yaml) && reading.mapping;

	if (good)
		append(&reading, outline);
	cvd_buf_free(&reading.path);
	return good;
}
