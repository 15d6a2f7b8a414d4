/*
 * A pathspec is read once into a pattern from the top of the working tree, so that matching knows no
 * current folder: magic off the front, the prefix put before, `.` and `..` resolved. Matching follows
 * git's match_pathspec_item: a folder names all beneath it; else the pattern must match the whole path.
 * Specification: gitglossary(7), "pathspec".
 */
#include "git/pathspec.h"

#include "base/buf.h"
#include "wildcard.h"

enum magic {
	MAGIC_TOP = 1,
	MAGIC_EXCLUDE = 2,
	MAGIC_ICASE = 4,
	MAGIC_LITERAL = 8,
	MAGIC_GLOB = 16
};

static const struct {
	struct cvd_str name;
	char sign; /* the short form, or NUL */
	unsigned magic;
} magic_words[] = {
	{CVD_STR("top"), '/', MAGIC_TOP},          {CVD_STR("exclude"), '!', MAGIC_EXCLUDE},
	{CVD_STR("exclude"), '^', MAGIC_EXCLUDE},  {CVD_STR("icase"), '\0', MAGIC_ICASE},
	{CVD_STR("literal"), '\0', MAGIC_LITERAL}, {CVD_STR("glob"), '\0', MAGIC_GLOB},
};

#define MAGIC_WORD_COUNT (sizeof magic_words / sizeof *magic_words)

/* `:(word,word)rest` */
static enum cvd_status long_magic(struct cvd_str *rest, unsigned *magic, struct cvd_error *error)
{
	struct cvd_str all = *rest;
	size_t end = cvd_str_find_char(all, ')', 2);

	if (end == SIZE_MAX)
		return cvd_fail(error, CVD_ERROR_USAGE, "missing ')' in pathspec '%.*s'",
				CVD_STR_ARG(all));
	for (size_t at = 2; at <= end;) {
		size_t comma = cvd_str_find_char(all, ',', at);
		struct cvd_str word = cvd_str_sub(all, at, comma < end ? comma : end);
		size_t i = 0;

		while (i < MAGIC_WORD_COUNT && !cvd_str_equal(magic_words[i].name, word))
			i++;
		if (i < MAGIC_WORD_COUNT)
			*magic |= magic_words[i].magic;
		else if (word.len)
			return cvd_fail(error, CVD_ERROR_USAGE,
					"unsupported pathspec magic '%.*s' in '%.*s'",
					CVD_STR_ARG(word), CVD_STR_ARG(all));
		at += word.len + 1;
	}
	*rest = cvd_str_sub(all, end + 1, all.len);
	return CVD_OK;
}

/* `:/rest`, `:!rest`, `:!/rest`, `::rest` */
static enum cvd_status short_magic(struct cvd_str *rest, unsigned *magic, struct cvd_error *error)
{
	static const struct cvd_str reserved = CVD_STR("\"#%&'*,-;<=>@_`~");
	size_t at = 1, i;

	for (; at < rest->len; at++) {
		for (i = 0; i < MAGIC_WORD_COUNT; i++)
			if (magic_words[i].sign && magic_words[i].sign == rest->ptr[at])
				break;
		if (i == MAGIC_WORD_COUNT)
			break;
		*magic |= magic_words[i].magic;
	}
	if (at < rest->len && cvd_str_find_char(reserved, rest->ptr[at], 0) != SIZE_MAX)
		return cvd_fail(error, CVD_ERROR_USAGE, "unsupported pathspec magic '%c' in '%.*s'",
				rest->ptr[at], CVD_STR_ARG(*rest));
	at += at < rest->len && rest->ptr[at] == ':';
	*rest = cvd_str_sub(*rest, at, rest->len);
	return CVD_OK;
}

/* Appends the path with `.` and `..` resolved; false where it leaves the top. */
static bool add_normal(struct cvd_buf *out, struct cvd_str path)
{
	for (size_t at = 0; at < path.len;) {
		size_t slash = cvd_str_find_char(path, '/', at);
		struct cvd_str name = cvd_str_sub(path, at, slash);

		at = slash == SIZE_MAX ? path.len : slash + 1;
		if (!name.len || cvd_str_equal(name, CVD_STR(".")))
			continue;
		if (cvd_str_equal(name, CVD_STR(".."))) {
			if (!out->len)
				return false;
			for (out->len--; out->len && out->ptr[out->len - 1] != '/';)
				out->len--;
			continue;
		}
		cvd_buf_add(out, name);
		if (slash != SIZE_MAX)
			cvd_buf_put(out, '/');
	}
	return true;
}

/* The part of an absolute path beneath the working tree; false where it is elsewhere. */
static bool beneath(const char *top, struct cvd_str *path)
{
	struct cvd_str folder = cvd_str_from(top);

	while (folder.len && folder.ptr[folder.len - 1] == '/')
		folder.len--;
	if (!top || !cvd_str_starts_with(*path, folder))
		return false;
	if (path->len > folder.len && path->ptr[folder.len] != '/')
		return false;
	*path = cvd_str_sub(*path, folder.len, path->len);
	return true;
}

static bool is_wild(struct cvd_str pattern)
{
	for (size_t i = 0; i < pattern.len; i++)
		if (cvd_str_find_char(CVD_STR("*?[\\"), pattern.ptr[i], 0) != SIZE_MAX)
			return true;
	return false;
}

enum cvd_status cvd_pathspec_add(struct cvd_arena *arena, struct cvd_pathspecs *specs,
				 struct cvd_str prefix, const char *top, struct cvd_str written,
				 struct cvd_error *error)
{
	struct cvd_str rest = written;
	struct cvd_buf pattern = {0};
	enum cvd_status status = CVD_OK;
	unsigned magic = 0;
	bool inside = true;

	if (!written.len)
		return cvd_fail(error, CVD_ERROR_USAGE, "an empty string is no path");
	if (cvd_str_starts_with(written, CVD_STR(":(")))
		status = long_magic(&rest, &magic, error);
	else if (written.ptr[0] == ':')
		status = short_magic(&rest, &magic, error);
	if (status)
		return status;
	if (cvd_str_starts_with(rest, CVD_STR("/")))
		inside = beneath(top, &rest);
	else if (!(magic & MAGIC_TOP))
		cvd_buf_add(&pattern, prefix);
	if (!inside || !add_normal(&pattern, rest)) {
		status = cvd_fail(error, CVD_ERROR_USAGE, "'%.*s' is outside the repository%s%s%s",
				  CVD_STR_ARG(written), top ? " at '" : "", top ? top : "",
				  top ? "'" : "");
		goto done;
	}
	CVD_PUSH(arena, specs,
		 (struct cvd_pathspec){
			 .written = written,
			 .pattern = cvd_arena_copy(arena, cvd_buf_str(&pattern)),
			 .wild = !(magic & MAGIC_LITERAL) && is_wild(cvd_buf_str(&pattern)),
			 .exclude = magic & MAGIC_EXCLUDE,
			 .icase = magic & MAGIC_ICASE,
			 .glob = magic & MAGIC_GLOB,
		 });
done:
	cvd_buf_free(&pattern);
	return status;
}

bool cvd_pathspec_is_literal(const struct cvd_pathspec *spec)
{
	return !spec->wild && !spec->exclude && !spec->icase;
}

bool cvd_pathspec_names(const struct cvd_pathspec *spec, struct cvd_str path)
{
	struct cvd_str pattern = spec->pattern;
	struct cvd_str head = cvd_str_sub(path, 0, pattern.len);
	unsigned flags = (spec->icase ? CVD_WILD_ICASE : 0) | (spec->glob ? CVD_WILD_PATH : 0);

	if (spec->icase ? cvd_str_equal_ascii_nocase(head, pattern) : cvd_str_equal(head, pattern))
		if (!pattern.len || path.len == pattern.len || path.ptr[pattern.len] == '/' ||
		    pattern.ptr[pattern.len - 1] == '/')
			return true;
	return spec->wild && cvd_wildcard_match(pattern, path, flags);
}

bool cvd_pathspecs_match(const struct cvd_pathspecs *specs, struct cvd_str path)
{
	bool any_wanted = false, named = false;

	for (size_t i = 0; specs && i < specs->len; i++) {
		const struct cvd_pathspec *spec = &specs->items[i];

		any_wanted |= !spec->exclude;
		if (!cvd_pathspec_names(spec, path))
			continue;
		if (spec->exclude)
			return false;
		named = true;
	}
	return named || !any_wanted;
}
