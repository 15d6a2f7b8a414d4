/*
 * A JSON writer instead of a library: cvdiff only ever writes JSON, the order of keys and the form
 * of every number are part of a stable output, and a dependency would be larger than this file.
 *
 * Invariant: what is in the buffer is a prefix of one JSON text, in valid UTF-8 whatever the input
 * was. A comma is written before a value or key, never after one, so that two bits of state are
 * enough: whether a value stands before, and whether a key does. RFC 8259; all that is not safe to print is
 * escaped as well, U+2028 among it, so that the line stays one line for every reader. One pass over each string.
 */
#include "base/json_writer.h"

#include "base/text.h"

#include <assert.h>
#include <inttypes.h>
#include <string.h>

static void break_line(struct cvd_json *json)
{
	if (!json->indent)
		return;
	cvd_buf_put(json->out, '\n');
	cvd_buf_fill(json->out, ' ', json->indent * json->depth);
}

static void separate(struct cvd_json *json)
{
	if (!json->keyed) {
		if (json->comma)
			cvd_buf_put(json->out, ',');
		if (json->depth)
			break_line(json);
	}
	json->keyed = false;
	json->comma = true;
}

static void literal(struct cvd_json *json, const char *text)
{
	separate(json);
	cvd_buf_add(json->out, cvd_str_from(text));
}

void cvd_json_open(struct cvd_json *json, char bracket)
{
	assert(bracket == '{' || bracket == '[');
	separate(json);
	cvd_buf_put(json->out, bracket);
	json->depth++;
	json->comma = false;
}

void cvd_json_close(struct cvd_json *json, char bracket)
{
	assert(bracket == '}' || bracket == ']');
	assert(json->depth > 0 && !json->keyed);
	json->depth--;
	if (json->comma)
		break_line(json);
	cvd_buf_put(json->out, bracket);
	json->comma = true;
}

void cvd_json_key(struct cvd_json *json, const char *key)
{
	assert(json->depth > 0 && !json->keyed && !strpbrk(key, "\"\\"));
	separate(json);
	cvd_buf_printf(json->out, json->indent ? "\"%s\": " : "\"%s\":", key);
	json->keyed = true;
}

/* The letter of the two-character escapes of RFC 8259, by code point; 0 where there is none. */
static const char short_escapes[128] = {
	['\b'] = 'b', ['\t'] = 't', ['\n'] = 'n',  ['\f'] = 'f',
	['\r'] = 'r', ['"'] = '"',  ['\\'] = '\\',
};

static bool is_escaped(uint32_t c)
{
	return c == '"' || c == '\\' || cvd_text_is_unsafe(c);
}

void cvd_json_string(struct cvd_json *json, struct cvd_str text)
{
	size_t pos = 0;

	separate(json);
	cvd_buf_put(json->out, '"');
	while (pos < text.len) {
		uint32_t c = cvd_utf8_next(text, &pos);

		if (!is_escaped(c))
			cvd_utf8_put(json->out, c);
		else if (c < sizeof(short_escapes) && short_escapes[c])
			cvd_buf_printf(json->out, "\\%c", short_escapes[c]);
		else
			cvd_buf_printf(json->out, "\\u%04" PRIx32, c);
	}
	cvd_buf_put(json->out, '"');
}

void cvd_json_uint(struct cvd_json *json, uint64_t number)
{
	separate(json);
	cvd_buf_printf(json->out, "%" PRIu64, number);
}

/* printf's %f would write the locale's decimal separator. */
void cvd_json_decimal(struct cvd_json *json, double number)
{
	uint64_t thousandths = (uint64_t)(number * 1000 + 0.5);
	unsigned fraction = (unsigned)(thousandths % 1000);
	int digits = 3;

	assert(number >= 0 && number < 1e15);
	cvd_json_uint(json, thousandths / 1000);
	if (!fraction)
		return;
	for (; fraction % 10 == 0; digits--)
		fraction /= 10;
	cvd_buf_printf(json->out, ".%0*u", digits, fraction);
}

void cvd_json_bool(struct cvd_json *json, bool value)
{
	literal(json, value ? "true" : "false");
}

void cvd_json_null(struct cvd_json *json)
{
	literal(json, "null");
}

void cvd_json_member(struct cvd_json *json, const char *key, struct cvd_str text)
{
	cvd_json_key(json, key);
	cvd_json_string(json, text);
}

void cvd_json_member_if(struct cvd_json *json, const char *key, struct cvd_str text)
{
	if (text.len)
		cvd_json_member(json, key, text);
}

void cvd_json_begin_list(struct cvd_json *json, const char *key, bool *open)
{
	if (*open)
		return;
	cvd_json_key(json, key);
	cvd_json_open(json, '[');
	*open = true;
}

void cvd_json_end_list(struct cvd_json *json, bool open)
{
	if (open)
		cvd_json_close(json, ']');
}
