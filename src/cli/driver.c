/*
 * `cvdiff driver`: what git runs for a file with the attribute `diff=cvdiff` (gitattributes(5), "Defining
 * an external diff driver"). git has written both versions to files and says all there is to know, so no
 * repository is opened. A driver that fails ends the whole `git log -p`: what cannot be told as a résumé
 * is told in a line.
 */
#include "base/file.h"
#include "compare.h"
#include "message.h"
#include "render/canvas.h"
#include "render/render.h"
#include "render/words.h"
#include "terminal.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define SHORT_ID 7
#define ARGUMENTS_MOST 16 /* that are handed over */

/* The shapes of the arguments, by their number; git may come to add to the longest. */
enum { UNMERGED = 1, TOOL = 3, CHANGED = 7, RENAMED = 8 };

/* What git says of one version. */
struct version {
	const char *file;
	struct cvd_str id; /* zeros: in the working tree alone */
	uint32_t mode;
};

static bool is_zero(struct cvd_str id)
{
	for (size_t i = 0; i < id.len; i++)
		if (id.ptr[i] != '0')
			return false;
	return id.len > 0;
}

static struct version read_version(const struct cvd_str *words)
{
	return (struct version){
		.file = strcmp(words[0].ptr, "/dev/null") != 0 ? words[0].ptr : NULL,
		.id = words[1],
		.mode = (uint32_t)strtoul(words[2].ptr, NULL, 8),
	};
}

static struct cvd_str label_of(const struct version *version, const struct version *other)
{
	if (!version->file)
		return label_of(other, other);
	if (!is_zero(version->id))
		return cvd_str_sub(version->id, 0, SHORT_ID);
	/* Two files that git has neither of: `git diff --no-index`. */
	if (other != version && other->file && is_zero(other->id))
		return cvd_str_from(version->file);
	return CVD_STR("working tree");
}

static struct cvd_pair read_pair(const struct cvd_operands *operands)
{
	const struct cvd_str *words = operands->items;
	struct version old = read_version(words + 1), new = read_version(words + 4);
	struct cvd_str path = operands->len >= RENAMED ? words[7] : words[0];

	return (struct cvd_pair){
		cvd_source_copy(old.file, words[0], label_of(&old, &new), old.mode),
		cvd_source_copy(new.file, path, label_of(&new, &old), new.mode),
	};
}

/* `git difftool` names the files and no more. */
static struct cvd_pair read_tool_pair(const struct cvd_operands *operands)
{
	const struct cvd_str none = CVD_STR("");
	const struct cvd_str old[] = {operands->items[1], none, none};
	const struct cvd_str new[] = {operands->items[2], none, none};

	return (struct cvd_pair){
		cvd_source_copy(read_version(old).file, operands->items[0], CVD_STR("old"), 0),
		cvd_source_copy(read_version(new).file, operands->items[0], CVD_STR("new"), 0),
	};
}

/* --- what is told in a line --------------------------------------------------------------------- */

static void add_note(struct cvd_cli *cli, const struct cvd_pair *pair, struct cvd_str note)
{
	struct cvd_text_options options = {.stat = cli->options.stat,
					   .width = cvd_terminal_width(cli),
					   .color = cvd_terminal_color(cli)};
	struct cvd_report report = {0};

	cvd_source_describe(&pair->old, &report.old);
	cvd_source_describe(&pair->new, &report.new);
	cvd_render_note(&cli->out, &report, note, &options);
}

/* The target of a link or the commit of a submodule, as git wrote it to the file. */
static struct cvd_str pointed_to(struct cvd_cli *cli, const struct cvd_source *source)
{
	struct cvd_str text = {0};

	if (source->file && !cvd_file_read(&cli->arena, source->file, &text, NULL) &&
	    source->entry.mode && cvd_git_kind_of(source->entry.mode) == CVD_GIT_SUBMODULE &&
	    cvd_str_starts_with(text, CVD_STR("Subproject commit ")))
		text = cvd_str_sub(text, sizeof "Subproject commit " - 1, text.len);
	return cvd_str_trim(text);
}

/* Links and submodules; false for all that may be a résumé. */
static bool tell_pointer(struct cvd_cli *cli, const struct cvd_pair *pair)
{
	const struct cvd_source *any = pair->new.file ? &pair->new : &pair->old;
	enum cvd_git_kind kind = any->entry.mode ? cvd_git_kind_of(any->entry.mode) : CVD_GIT_FILE;
	const char *name = kind == CVD_GIT_SYMLINK ? "Symbolic link" : "Submodule";
	struct cvd_str old, new;

	if (kind != CVD_GIT_SYMLINK && kind != CVD_GIT_SUBMODULE)
		return false;
	old = pointed_to(cli, &pair->old);
	new = pointed_to(cli, &pair->new);
	add_note(cli, pair,
		 cvd_arena_format(&cli->arena, "%s: %.*s%s%.*s", name, CVD_STR_ARG(old),
				  old.len && new.len ? " → " : "", CVD_STR_ARG(new)));
	return true;
}

/* A change of mode or name that leaves the content as it is. */
static bool tell_same(struct cvd_cli *cli, const struct cvd_pair *pair)
{
	uint32_t before = pair->old.entry.mode, after = pair->new.entry.mode;
	struct cvd_arena arena = {0};
	struct cvd_str old, new;
	bool same = pair->old.file && pair->new.file &&
		    !cvd_file_read(&arena, pair->old.file, &old, NULL) &&
		    !cvd_file_read(&arena, pair->new.file, &new, NULL) && cvd_str_equal(old, new);

	cvd_arena_free(&arena);
	if (!same)
		return false;
	if (before != after)
		add_note(cli, pair,
			 cvd_arena_format(&cli->arena, "mode %06o → %06o", (unsigned)before,
					  (unsigned)after));
	else if (!cvd_str_equal(pair->old.entry.path, pair->new.entry.path))
		add_note(cli, pair, cvd_words_plain(CVD_SAY_RENAMED_ONLY));
	else
		add_note(cli, pair, cvd_words_plain(CVD_SAY_NO_CHANGES));
	return true;
}

static bool has_conflict(struct cvd_cli *cli, const struct cvd_source *source)
{
	struct cvd_str text;

	return source->file && !cvd_file_read(&cli->arena, source->file, &text, NULL) &&
	       cvd_source_has_conflict(text);
}

static void tell(struct cvd_cli *cli, const struct cvd_pair *pair)
{
	struct cvd_error error = {0};

	if (tell_pointer(cli, pair) || tell_same(cli, pair))
		return;
	if (has_conflict(cli, &pair->old) || has_conflict(cli, &pair->new)) {
		add_note(cli, pair, cvd_words_plain(CVD_SAY_CONFLICTS));
		return;
	}
	if (cvd_compare_pair(cli, pair, true, &error))
		add_note(cli, pair, cvd_str_from(error.message));
}

/* Whether git shows other files beside this one. (Which of them is the last cannot be known: in `git log`,
 * GIT_DIFF_PATH_COUNTER goes on from commit to commit.) */
static bool is_one_of_several(void)
{
	const char *total = getenv("GIT_DIFF_PATH_TOTAL");

	return total && strcmp(total, "1") != 0;
}

/*
 * `git difftool` asks by GIT_EXTERNAL_DIFF for the tool that the user named, but git runs the driver of the
 * attribute before that. So the driver hands over. Returns if there is nobody to hand over to.
 */
static void yield_to_difftool(const struct cvd_operands *operands)
{
	const char *asked = getenv("GIT_EXTERNAL_DIFF");
	char *words[ARGUMENTS_MOST + 3] = {(char *)"git", (char *)"difftool--helper"};

	if (!asked || strcmp(asked, "git-difftool--helper") != 0)
		return;
	for (size_t i = 0; i < operands->len && i < ARGUMENTS_MOST; i++)
		words[i + 2] = (char *)operands->items[i].ptr;
	execvp("git", words);
}

void cvd_run_driver(struct cvd_cli *cli)
{
	const struct cvd_operands *operands = &cli->options.operands;
	struct cvd_error error = {0};
	struct cvd_pair pair;

	if (operands->len != UNMERGED && operands->len != TOOL && operands->len < CHANGED) {
		cvd_fail(&error, CVD_ERROR_USAGE,
			 "git gives its driver 1, 7 or 9 arguments, not %zu", operands->len);
		cvd_error_hint(&error, "cvdiff setup diff has git run it");
		cvd_message_error(&error);
		cli->trouble = true;
		return;
	}
	/* git has started the pager, or was asked for none; git difftool knows of no pager. */
	if (operands->len != TOOL)
		yield_to_difftool(operands);
	cli->for_git = operands->len != TOOL;
	cli->options.no_pager |= cli->for_git;
	if (operands->len == UNMERGED) {
		pair.old = cvd_source_copy(NULL, operands->items[0], (struct cvd_str){0}, 0);
		pair.new = pair.old;
		add_note(cli, &pair, cvd_words_plain(CVD_SAY_CONFLICTS));
	} else {
		pair = operands->len == TOOL ? read_tool_pair(operands) : read_pair(operands);
		tell(cli, &pair);
	}
	if (cli->for_git && !cli->options.stat && is_one_of_several())
		cvd_buf_put(&cli->out, '\n');
}
