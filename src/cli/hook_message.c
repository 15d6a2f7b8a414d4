/*
 * prepare-commit-msg (githooks(5)): what the commit changes, as comments in the message that is about to be
 * edited. The file is a person's: it is added to where git removes what is added, and only if it is
 * sure that git will. What git itself wrote there shows which lines it takes for comments.
 */
#include "base/file.h"
#include "compare.h"
#include "hook.h"
#include "select.h"

#include <stdlib.h>
#include <string.h>

#define WIDTH 72      /* columns of a commit message */
#define LINES_MOST 60 /* lines of the summary; the others are counted */
#define CUT CVD_STR(" ------------------------ >8 ------------------------")
#define AUTO_CHARACTERS CVD_STR("#;@!$%^&|:") /* that git chooses from */

/* commit.cleanup, as far as it matters: which comments git removes. */
enum cleanup { ALL, BELOW_CUT, NONE };

struct message {
	struct cvd_str text;
	CVD_ARRAY(struct cvd_str) comments; /* what a line that git removes may begin with */
	struct cvd_str comment;             /* what it begins with; empty: not known yet */
	size_t cut;                         /* where git's scissors line begins, or SIZE_MAX */
};

static enum cleanup read_cleanup(const struct cvd_hook *hook)
{
	static const struct {
		struct cvd_str word;
		enum cleanup cleanup;
	} words[] = {
		{CVD_STR("default"), ALL},
		{CVD_STR("strip"), ALL},
		{CVD_STR("scissors"), BELOW_CUT},
	};
	struct cvd_str value = cvd_hook_setting(hook, "commit.cleanup");

	if (!value.ptr)
		return ALL;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (cvd_str_equal(words[i].word, value))
			return words[i].cleanup;
	return NONE;
}

/* --- lines -------------------------------------------------------------------------------------- */

/* The line that begins at `at`, without its end. */
static struct cvd_str line_at(struct cvd_str text, size_t at)
{
	return cvd_str_sub(text, at, cvd_str_find_char(text, '\n', at));
}

static size_t next_line(struct cvd_str text, size_t at)
{
	size_t end = cvd_str_find_char(text, '\n', at);

	return end == SIZE_MAX ? text.len : end + 1;
}

/* Where the last line that has anything in it begins; the text is not empty. */
static size_t last_line(struct cvd_str text)
{
	size_t at;

	while (text.len && text.ptr[text.len - 1] == '\n')
		text.len--;
	for (at = text.len; at && text.ptr[at - 1] != '\n'; at--)
		;
	return at;
}

/* --- what git takes for a comment --------------------------------------------------------------- */

/*
 * What a comment may begin with by the settings. core.commentString is core.commentChar to git since 2.45, and
 * nothing to an older one; with `auto`, git chose a character that no line of the message began with.
 */
static void list_comments(const struct cvd_hook *hook, struct message *message)
{
	struct cvd_arena *arena = &hook->cli->arena;
	struct cvd_str character = cvd_hook_setting(hook, "core.commentchar");
	struct cvd_str string = cvd_hook_setting(hook, "core.commentstring");
	struct cvd_str all = AUTO_CHARACTERS;

	if (string.len)
		CVD_PUSH(arena, &message->comments, string);
	if (!character.len)
		character = CVD_STR("#");
	if (!cvd_str_equal(character, CVD_STR("auto")) && !cvd_str_equal(string, CVD_STR("auto"))) {
		CVD_PUSH(arena, &message->comments, character);
		return;
	}
	for (size_t i = 0; i < all.len; i++)
		CVD_PUSH(arena, &message->comments, cvd_str_sub(all, i, i + 1));
}

/* The line's beginning if it is git's scissors line. */
static struct cvd_str cut_of(const struct message *message, struct cvd_str line)
{
	for (size_t i = 0; cvd_str_ends_with(line, CUT) && i < message->comments.len; i++)
		if (cvd_str_equal(message->comments.items[i],
				  cvd_str_sub(line, 0, line.len - CUT.len)))
			return message->comments.items[i];
	return (struct cvd_str){0};
}

static void find_cut(struct message *message)
{
	struct cvd_str text = message->text;

	message->cut = SIZE_MAX;
	for (size_t at = 0; at < text.len && !message->comment.len; at = next_line(text, at)) {
		message->comment = cut_of(message, line_at(text, at));
		if (message->comment.len)
			message->cut = at;
	}
}

/* Whether git's own lines end the text and begin so: among them is always one with nothing else. */
static bool ends_in_comments(struct cvd_str text, struct cvd_str comment)
{
	while (text.len) {
		size_t at = last_line(text);
		struct cvd_str line = line_at(text, at);

		if (!cvd_str_starts_with(line, comment) || cvd_str_equal(line, comment))
			return cvd_str_equal(line, comment);
		text = cvd_str_sub(text, 0, at);
	}
	return false;
}

static bool find_comment(struct message *message)
{
	for (size_t i = 0; !message->comment.len && i < message->comments.len; i++)
		if (ends_in_comments(message->text, message->comments.items[i]))
			message->comment = message->comments.items[i];
	/* Where git wrote nothing, the settings must leave no doubt. */
	if (!message->comment.len && message->comments.len == 1)
		message->comment = message->comments.items[0];
	return message->comment.len;
}

/* --- the summary -------------------------------------------------------------------------------- */

static bool is_same(const struct cvd_pair *pair)
{
	const struct cvd_git_file *old = &pair->old.entry, *new = &pair->new.entry;

	return old->kind == new->kind &&cvd_str_equal(old->path, new->path) &&
	       !memcmp(&old->id, &new->id, sizeof old->id);
}

/* Fills cli->out. */
static void summarize(struct cvd_hook *hook)
{
	struct cvd_cli *cli = hook->cli;
	struct cvd_comparison comparison = {.sure = true};
	struct cvd_pairs pairs = {0};
	struct cvd_error error = {0};
	enum cvd_status status = cvd_cli_open_git(cli, &error);

	if (!status)
		status = cvd_git_head(cli->git, &cli->arena, &comparison.old, &error);
	if (!status)
		status = cvd_git_index_side(cli->git, &comparison.new, &error);
	if (!status)
		status = cvd_select_changed(cli, &comparison, &pairs, &error);
	for (size_t i = 0; !status && i < pairs.len; i++)
		if (!is_same(&pairs.items[i]))
			status = cvd_compare_pair(cli, &pairs.items[i], pairs.len > 1, &error);
	if (status)
		cvd_hook_fail(hook, &error);
}

static void add_comments(struct cvd_buf *out, struct cvd_str text, struct cvd_str comment)
{
	size_t at = 0, left = 0;

	for (size_t count = 0; at < text.len && count < LINES_MOST; count++) {
		struct cvd_str line = line_at(text, at);

		cvd_buf_add(out, comment);
		cvd_buf_add(out, line.len ? CVD_STR(" ") : CVD_STR(""));
		cvd_buf_add(out, line);
		cvd_buf_put(out, '\n');
		at = next_line(text, at);
	}
	for (; at < text.len; at = next_line(text, at))
		left++;
	if (left)
		cvd_buf_printf(out, "%.*s … and %zu more lines: cvdiff --staged\n",
			       CVD_STR_ARG(comment), left);
	cvd_buf_printf(out, "%.*s\n", CVD_STR_ARG(comment));
}

/* Behind git's own comments, which stand at the end or around its scissors line. */
static size_t find_place(const struct message *message, enum cleanup cleanup)
{
	size_t at = message->cut;

	if (at == SIZE_MAX)
		return message->text.len;
	if (cleanup == BELOW_CUT)
		while (at < message->text.len &&
		       cvd_str_starts_with(line_at(message->text, at), message->comment))
			at = next_line(message->text, at);
	return at;
}

static void put_in(struct cvd_hook *hook, const struct message *message, enum cleanup cleanup)
{
	struct cvd_str text = message->text;
	size_t at = find_place(message, cleanup);
	struct cvd_buf whole = {0};
	struct cvd_error error;

	cvd_buf_add(&whole, cvd_str_sub(text, 0, at));
	if (!at || text.ptr[at - 1] != '\n')
		cvd_buf_put(&whole, '\n');
	add_comments(&whole, cvd_buf_str(&hook->cli->out), message->comment);
	cvd_buf_add(&whole, cvd_str_sub(text, at, text.len));
	hook->cli->out.len = 0;
	if (cvd_file_replace(hook->arguments[0].ptr, cvd_buf_str(&whole), 0644, false, &error))
		cvd_hook_fail(hook, &error);
	cvd_buf_free(&whole);
}

/* --- the hook ----------------------------------------------------------------------------------- */

/* Whether the message is about to be edited and says nothing of the commit yet; in git's words and in the
 * pre-commit framework's. */
bool cvd_hook_begin_message(struct cvd_hook *hook)
{
	const char *editor = getenv("GIT_EDITOR");
	const char *framework = hook->count == 1 ? getenv("PRE_COMMIT_COMMIT_MSG_SOURCE") : NULL;
	struct cvd_str source = hook->count > 1 ? hook->arguments[1] : cvd_str_from(framework);

	if (!hook->count || (editor && !strcmp(editor, ":")) || read_cleanup(hook) == NONE)
		return false;
	return !source.len || cvd_str_equal(source, CVD_STR("template"));
}

void cvd_hook_run_message(struct cvd_hook *hook)
{
	enum cleanup cleanup = read_cleanup(hook);
	struct message message = {0};
	struct cvd_error error;

	if (cvd_file_read(&hook->cli->arena, hook->arguments[0].ptr, &message.text, &error)) {
		cvd_hook_fail(hook, &error);
		return;
	}
	list_comments(hook, &message);
	find_cut(&message);
	if (!find_comment(&message) || (cleanup == BELOW_CUT && message.cut == SIZE_MAX))
		return;
	hook->cli->options.color = CVD_WHEN_NEVER;
	hook->cli->options.width = WIDTH - (int)message.comment.len - 1;
	summarize(hook);
	if (hook->cli->out.len)
		put_in(hook, &message, cleanup);
}
