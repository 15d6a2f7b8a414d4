/*
 * From a place to a document: fetch the bytes, refuse what is no text, decode, read. What is refused is
 * refused by its kind in git or by its first bytes, before anything is made of it.
 */
#include "source.h"

#include "base/file.h"
#include "base/text.h"
#include "message.h"

#include <string.h>
#include <unistd.h>

#define BINARY_PROBE 8000 /* bytes that git looks at for a NUL */

struct cvd_source cvd_source_file(const char *path)
{
	return (struct cvd_source){.file = path};
}

struct cvd_source cvd_source_git(const struct cvd_git_side *side, const struct cvd_git_file *entry)
{
	return (struct cvd_source){.side = *side, .entry = *entry};
}

struct cvd_source cvd_source_copy(const char *file, struct cvd_str path, struct cvd_str label,
				  uint32_t mode)
{
	struct cvd_source source = {.file = file, .side.label = label};

	source.side.place =
		cvd_str_equal(label, CVD_STR("working tree")) ? CVD_GIT_WORKTREE : CVD_GIT_TREE;
	source.entry.kind = file ? CVD_GIT_FILE : CVD_GIT_ABSENT;
	source.entry.path = path;
	source.entry.mode = mode;
	return source;
}

struct cvd_source cvd_source_blob(const struct cvd_git_side *side)
{
	struct cvd_source source = {.side = *side};

	source.entry.kind = cvd_git_kind_of(side->mode);
	source.entry.path = side->path.len ? side->path : side->label;
	source.entry.mode = side->mode;
	source.entry.id = side->id;
	return source;
}

/* Known by the name of its file, rather than by a path that git has. */
static bool is_plain_file(const struct cvd_source *source)
{
	return source->file && !source->entry.path.ptr;
}

static bool is_stdin(const struct cvd_source *source)
{
	return is_plain_file(source) && !strcmp(source->file, "-");
}

struct cvd_str cvd_source_name(struct cvd_arena *arena, const struct cvd_source *source)
{
	const struct cvd_git_side *side = &source->side;

	if (is_stdin(source))
		return CVD_STR("standard input");
	if (is_plain_file(source))
		return cvd_arena_format(arena, "'%s'", source->file);
	if (side->place == CVD_GIT_BLOB)
		return cvd_arena_format(arena, "'%.*s'", CVD_STR_ARG(side->label));
	if (side->place == CVD_GIT_WORKTREE || side->place == CVD_GIT_INDEX)
		return cvd_arena_format(arena, "'%.*s' in the %.*s",
					CVD_STR_ARG(source->entry.path), CVD_STR_ARG(side->label));
	return cvd_arena_format(arena, "'%.*s' at '%.*s'", CVD_STR_ARG(source->entry.path),
				CVD_STR_ARG(side->label));
}

/* What git has there but no reader can read. */
static enum cvd_status refuse_kind(struct cvd_cli *cli, struct cvd_arena *arena,
				   const struct cvd_source *source, struct cvd_error *error)
{
	struct cvd_str name = cvd_source_name(arena, source), target;
	enum cvd_status status;

	switch (source->entry.kind) {
	case CVD_GIT_SYMLINK:
		status = cvd_git_read_link(cli->git, arena, &source->side, &source->entry, &target,
					   error);
		if (status)
			return status;
		cvd_fail(error, CVD_ERROR_FORMAT, "cannot compare %.*s: a symbolic link to '%.*s'",
			 CVD_STR_ARG(name), CVD_STR_ARG(target));
		cvd_error_hint(error, "name the file that it points to");
		return CVD_ERROR_FORMAT;
	case CVD_GIT_SUBMODULE:
		cvd_fail(error, CVD_ERROR_FORMAT, "cannot compare %.*s: a submodule",
			 CVD_STR_ARG(name));
		cvd_error_hint(error, "run cvdiff inside of it");
		return CVD_ERROR_FORMAT;
	case CVD_GIT_CONFLICT:
		cvd_fail(error, CVD_ERROR_FORMAT, "cannot compare %.*s: it has merge conflicts",
			 CVD_STR_ARG(name));
		cvd_error_hint(error, "resolve them and run `git add`, or compare the sides: "
				      "cvdiff HEAD MERGE_HEAD");
		return CVD_ERROR_FORMAT;
	case CVD_GIT_FOLDER:
		return cvd_fail(error, CVD_ERROR_FORMAT, "cannot compare %.*s: a folder",
				CVD_STR_ARG(name));
	case CVD_GIT_ABSENT:
	case CVD_GIT_FILE:
		break;
	}
	return CVD_OK;
}

static enum cvd_status fetch(struct cvd_cli *cli, struct cvd_arena *arena,
			     const struct cvd_source *source, struct cvd_str *bytes,
			     struct cvd_error *error)
{
	enum cvd_status status;

	if (is_stdin(source))
		return cvd_file_read_fd(arena, STDIN_FILENO, "standard input", bytes, error);
	if (source->file)
		return cvd_file_read(arena, source->file, bytes, error);
	status = refuse_kind(cli, arena, source, error);
	return status ? status
		      : cvd_git_read(cli->git, arena, &source->side, &source->entry, bytes, error);
}

static bool is_lfs_pointer(struct cvd_str bytes)
{
	return cvd_str_starts_with(bytes, CVD_STR("version https://git-lfs.github.com/spec/"));
}

static bool is_binary(struct cvd_str bytes)
{
	bool utf16 = cvd_str_starts_with(bytes, CVD_STR("\xff\xfe")) ||
		     cvd_str_starts_with(bytes, CVD_STR("\xfe\xff"));

	return !utf16 && cvd_str_find_char(cvd_str_sub(bytes, 0, BINARY_PROBE), '\0', 0) != SIZE_MAX;
}

bool cvd_source_is_conflict_line(struct cvd_str line)
{
	static const struct cvd_str marks[] = {CVD_STR("<<<<<<< "), CVD_STR("||||||| "),
					       CVD_STR(">>>>>>> ")};

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (cvd_str_starts_with(line, marks[i]))
			return true;
	return cvd_str_equal(cvd_str_trim(line), CVD_STR("======="));
}

bool cvd_source_has_conflict(struct cvd_str text)
{
	size_t end = cvd_str_find(text, CVD_STR("\n>>>>>>> "), 0);

	return end != SIZE_MAX &&
	       (cvd_str_starts_with(text, CVD_STR("<<<<<<< ")) ||
		cvd_str_find(cvd_str_sub(text, 0, end), CVD_STR("\n<<<<<<< "), 0) != SIZE_MAX);
}

static enum cvd_status refuse_bytes(struct cvd_arena *arena, const struct cvd_source *source,
				    struct cvd_str bytes, struct cvd_error *error)
{
	struct cvd_str name = cvd_source_name(arena, source);

	if (is_lfs_pointer(bytes)) {
		cvd_fail(error, CVD_ERROR_FORMAT, "cannot compare %.*s: a pointer of Git LFS",
			 CVD_STR_ARG(name));
		cvd_error_hint(error,
			       "git show REV:PATH | git lfs smudge > OLD.md gives its content; "
			       "then cvdiff OLD.md NEW.md");
		return CVD_ERROR_FORMAT;
	}
	if (is_binary(bytes)) {
		cvd_fail(error, CVD_ERROR_FORMAT, "cannot compare %.*s: a binary file",
			 CVD_STR_ARG(name));
		cvd_error_hint(error, "cvdiff reads Markdown");
		return CVD_ERROR_FORMAT;
	}
	return CVD_OK;
}

enum cvd_status cvd_source_fetch(struct cvd_cli *cli, struct cvd_arena *arena,
				 const struct cvd_source *source, struct cvd_source_text *text,
				 struct cvd_error *error)
{
	struct cvd_decoded decoded;
	enum cvd_status status;

	*text = (struct cvd_source_text){.absent = !source->file &&
						   source->entry.kind == CVD_GIT_ABSENT};
	if (text->absent)
		return CVD_OK;
	status = fetch(cli, arena, source, &text->bytes, error);
	if (!status)
		status = refuse_bytes(arena, source, text->bytes, error);
	if (status)
		return status;
	decoded = cvd_text_decode(arena, text->bytes);
	text->text = decoded.text;
	text->encoding = decoded.encoding;
	text->replaced = decoded.replaced;
	text->votes = cvd_markdown_date_votes(text->text);
	return CVD_OK;
}

void cvd_source_warn(struct cvd_arena *arena, const struct cvd_source *source,
		     const struct cvd_source_text *text)
{
	struct cvd_str name;

	if (text->absent || (text->encoding != CVD_WINDOWS_1252 && !text->replaced))
		return;
	name = cvd_source_name(arena, source);
	if (text->encoding == CVD_WINDOWS_1252)
		cvd_message_warning("%.*s: not UTF-8, read as Windows-1252", CVD_STR_ARG(name));
	if (text->replaced)
		cvd_message_warning("%.*s: %zu %s be decoded, shown as U+FFFD", CVD_STR_ARG(name),
				    text->replaced,
				    text->replaced == 1 ? "character cannot" : "characters cannot");
}

enum cvd_status cvd_source_parse_as(const struct cvd_source_text *text, bool month_first,
				    struct cvd_document **doc, struct cvd_error *error)
{
	enum cvd_status status;

	if (text->absent) {
		*doc = cvd_document_new(CVD_FORMAT_MARKDOWN);
		cvd_document_finish(*doc);
		return CVD_OK;
	}
	status = cvd_markdown_read_as(text->text, month_first, doc, error);
	if (status)
		return status;
	(*doc)->bytes = text->bytes;
	return CVD_OK;
}

enum cvd_status cvd_source_parse(const struct cvd_source_text *text,
				 const struct cvd_source_text *beside, struct cvd_document **doc,
				 struct cvd_error *error)
{
	struct cvd_date_votes votes = text->votes;

	if (beside) {
		votes.day_first += beside->votes.day_first;
		votes.month_first += beside->votes.month_first;
	}
	return cvd_source_parse_as(text, cvd_date_votes_month_first(votes), doc, error);
}

void cvd_source_describe(const struct cvd_source *source, struct cvd_revision *revision)
{
	if (is_plain_file(source)) {
		revision->path = cvd_str_from(source->file);
		revision->label = is_stdin(source) ? CVD_STR("standard input") : revision->path;
		return;
	}
	revision->label = source->side.label;
	revision->commit = source->side.commit;
	revision->path = source->entry.path;
	revision->absent = source->entry.kind == CVD_GIT_ABSENT;
}
