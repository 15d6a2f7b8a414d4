/*
 * Writes JSON (RFC 8259) into a buffer, value by value: without spaces, or indented, a value a line.
 * Commas are the writer's business; that keys and values alternate inside objects is the caller's,
 * and is asserted.
 *
 *	struct cvd_json json = {.out = &buf};
 *	cvd_json_open(&json, '{');
 *	cvd_json_key(&json, "line");
 *	cvd_json_uint(&json, 3);
 *	cvd_json_close(&json, '}');
 */
#ifndef CVD_BASE_JSON_WRITER_H
#define CVD_BASE_JSON_WRITER_H

#include "base/buf.h"

struct cvd_json {
	struct cvd_buf *out;
	size_t indent; /* spaces for each level; 0: all on one line */
	size_t depth;
	bool comma; /* a value stands before, in the same array or object */
	bool keyed; /* a key stands before, and waits for its value */
};

/* Begins an object or array, '{' or '['; ends it, '}' or ']'. */
void cvd_json_open(struct cvd_json *json, char bracket);
void cvd_json_close(struct cvd_json *json, char bracket);
/* The next value's name. `key` is a literal of printable ASCII without quotes or backslashes. */
void cvd_json_key(struct cvd_json *json, const char *key);

/* Bytes that are not UTF-8 become U+FFFD; quotes, backslashes, controls, U+2028, U+2029 escaped. */
void cvd_json_string(struct cvd_json *json, struct cvd_str text);
void cvd_json_uint(struct cvd_json *json, uint64_t number);
/* At most three decimals, no trailing zeros; `number` is finite and not negative. */
void cvd_json_decimal(struct cvd_json *json, double number);
void cvd_json_bool(struct cvd_json *json, bool value);
void cvd_json_null(struct cvd_json *json);

/* A key and its string; the second writes nothing for an empty one. */
void cvd_json_member(struct cvd_json *json, const char *key, struct cvd_str text);
void cvd_json_member_if(struct cvd_json *json, const char *key, struct cvd_str text);
/* A member that is an array, and is there only if it has values: begin it before each value, and end
 * it after the last. `*open` starts as false. */
void cvd_json_begin_list(struct cvd_json *json, const char *key, bool *open);
void cvd_json_end_list(struct cvd_json *json, bool open);

#endif
