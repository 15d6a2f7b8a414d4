/*
 * The changes of each commit. This thread walks the history, fetches versions and writes; the others read and
 * compare them. At most WINDOW commits are in work at a time, and they are written in the order of
 * the walk, so that output begins with the first and memory does not grow with the history. A page is
 * written at the end alone.
 */
#include "base/file.h"
#include "base/hash.h"
#include "base/json_writer.h"
#include "diff/diff.h"
#include "filter.h"
#include "git/date.h"
#include "message.h"
#include "moment.h"
#include "pool.h"
#include "render/canvas.h"
#include "render/html.h"
#include "render/render.h"
#include "render/words.h"
#include "terminal.h"
#include "versions.h"
#include "walk.h"

#include <regex.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#define WINDOW 32      /* commits in work */
#define SPARE 64       /* versions that are kept: the next commit's parent is mostly one of them */
#define THREADS_MOST 8 /* more have nothing to do: walking and fetching is one thread's work */
#define ID_LENGTH 7    /* digits of an id that are shown, as in git */
#define INDENT 4

struct log {
	struct cvd_cli *cli;
	struct cvd_walk walk;
	struct cvd_filter filter;
	struct cvd_versions versions;
	struct cvd_pool *pool;
	struct cvd_text_options text;
	struct cvd_html_history *page; /* NULL for other formats */
	regex_t author;
	int64_t since, until;                     /* until: 0 for none */
	CVD_ARRAY(struct cvd_git_step) backwards; /* all steps, for --reverse */
	bool collected;
	CVD_ARRAY(struct cvd_str) kept; /* entries of --reverse with --max-count */
	struct entry *window[WINDOW];   /* a ring, oldest at `first` */
	size_t first, count;
	size_t begun_entries, shown;
	time_t begun;
	bool progress; /* a line of it stands on the terminal */
};

/* One commit in work. */
struct entry {
	struct cvd_job job; /* first: the pool knows no more */
	struct log *log;
	struct cvd_arena arena;
	struct cvd_git_step step;
	struct cvd_version **old, **new; /* of each changed file */
	struct cvd_html_file *files;     /* the same for a page, and its reports */
	struct cvd_report **reports;
	struct cvd_buf out;
	bool found[CVD_SEVERITY_COUNT];
};

/* --- what is told of a commit: in any thread ---------------------------------------------------- */

static struct cvd_str decoded(struct entry *entry, struct cvd_str bytes)
{
	return cvd_text_decode(&entry->arena, bytes).text;
}

static struct cvd_str day_of(struct entry *entry)
{
	return cvd_moment_day(&entry->arena, entry->step.commit.written, entry->step.commit.zone);
}

static void write_head(struct entry *entry)
{
	const struct cvd_git_commit *commit = &entry->step.commit;
	struct cvd_canvas canvas = {
		.out = &entry->out,
		.arena = &entry->arena,
		.width = entry->log->text.width,
		.color = entry->log->text.color,
	};

	cvd_canvas_put(&canvas, cvd_str_sub(commit->id, 0, ID_LENGTH), CVD_STYLED_CHANGED);
	cvd_canvas_put(&canvas, CVD_STR("  "), CVD_STYLED_PLAIN);
	cvd_canvas_put(&canvas, day_of(entry), CVD_STYLED_PLAIN);
	cvd_canvas_put(&canvas, CVD_STR("  "), CVD_STYLED_PLAIN);
	cvd_canvas_add(&canvas, decoded(entry, commit->author), CVD_STYLED_PLAIN);
	cvd_canvas_add(&canvas, CVD_STR("  "), CVD_STYLED_PLAIN);
	cvd_canvas_add(&canvas, decoded(entry, commit->subject), CVD_STYLED_HEADER);
	if (commit->parents > 1)
		cvd_canvas_add(&canvas,
			       cvd_words(&entry->arena, CVD_SAY_MERGE, 0,
					 cvd_str_sub(entry->step.parent, 0, ID_LENGTH)),
			       CVD_STYLED_NOTE);
	cvd_canvas_flow(&canvas, INDENT);
	cvd_canvas_newline(&canvas);
	cvd_canvas_free(&canvas);
}

/* Appends the lines of `text`, moved to the right. */
static void add_indented(struct cvd_buf *out, struct cvd_str text)
{
	for (size_t at = 0; at < text.len;) {
		struct cvd_str line = cvd_str_sub(text, at, cvd_str_find_char(text, '\n', at));

		if (line.len)
			cvd_buf_fill(out, ' ', INDENT);
		cvd_buf_add(out, line);
		cvd_buf_put(out, '\n');
		at += line.len + 1;
	}
}

/* A file's own line, where there are several or its name changed. */
static void write_name(struct entry *entry, const struct cvd_git_change *change)
{
	bool renamed = change->old.kind != CVD_GIT_ABSENT && change->new.kind != CVD_GIT_ABSENT &&
		       !cvd_str_equal(change->old.path, change->new.path);

	if (!renamed && entry->log->walk.files.len < 2)
		return;
	cvd_buf_fill(&entry->out, ' ', INDENT);
	if (renamed) {
		cvd_buf_add(&entry->out, cvd_words_plain(CVD_SAY_RENAMED));
		cvd_text_visible(&entry->out, change->old.path);
		cvd_buf_add(&entry->out, CVD_STR(" → "));
	}
	cvd_text_visible(&entry->out, change->new.path);
	cvd_buf_put(&entry->out, '\n');
}

static void write_text(struct entry *entry, const struct cvd_git_change *change,
		       const struct cvd_report *report)
{
	struct cvd_buf text = {0};

	if (!entry->out.len)
		write_head(entry);
	write_name(entry, change);
	if (!report->identical)
		cvd_render_text(&text, report, &entry->log->text);
	add_indented(&entry->out, cvd_buf_str(&text));
	cvd_buf_free(&text);
}

static void write_json(struct entry *entry, const struct cvd_report *report)
{
	const struct cvd_git_commit *commit = &entry->step.commit;
	struct cvd_json json = {.out = &entry->out};

	cvd_json_open(&json, '{');
	cvd_json_member(&json, "schema", CVD_STR("cvdiff/log/1"));
	cvd_json_key(&json, "commit");
	cvd_json_open(&json, '{');
	cvd_json_member(&json, "id", commit->id);
	cvd_json_key(&json, "parent");
	if (entry->step.parent.ptr)
		cvd_json_string(&json, entry->step.parent);
	else
		cvd_json_null(&json);
	cvd_json_key(&json, "merge");
	cvd_json_bool(&json, commit->parents > 1);
	cvd_json_member(&json, "author", decoded(entry, commit->author));
	cvd_json_member(&json, "email", decoded(entry, commit->address));
	cvd_json_member(&json, "date", cvd_moment_iso(&entry->arena, commit->written, commit->zone));
	cvd_json_member(&json, "subject", decoded(entry, commit->subject));
	cvd_json_close(&json, '}');
	cvd_json_key(&json, "report");
	cvd_render_json(&entry->out, report);
	entry->out.len--; /* the report's line break */
	cvd_buf_add(&entry->out, CVD_STR("}\n"));
}

/* Equal for one text under one name. */
static uint64_t version_number(struct cvd_arena *arena, const struct cvd_git_file *file)
{
	struct cvd_str id = {(const char *)file->id.bytes, sizeof file->id.bytes};

	if (file->kind == CVD_GIT_ABSENT)
		return 0;
	return cvd_hash64(cvd_arena_format(arena, "%016llx %.*s", (unsigned long long)cvd_hash64(id),
					   CVD_STR_ARG(file->path)));
}

static void begin_file(struct entry *entry, size_t file)
{
	const struct cvd_git_change *change = &entry->step.changes.items[file];

	entry->files[file] = (struct cvd_html_file){
		.old_path = decoded(entry, change->old.path),
		.new_path = decoded(entry, change->new.path),
		.old_version = version_number(&entry->arena, &change->old),
		.new_version = version_number(&entry->arena, &change->new),
	};
}

/* What stands there cannot be compared. */
static void write_failure(struct entry *entry, size_t file, const struct cvd_error *error)
{
	if (entry->log->cli->options.format == CVD_OUTPUT_JSON ||
	    !cvd_filter_is_empty(&entry->log->filter))
		return;
	if (entry->log->page) {
		entry->files[file].note =
			cvd_arena_copy(&entry->arena, cvd_str_from(error->message));
		entry->files[file].shown = true;
		return;
	}
	if (!entry->out.len)
		write_head(entry);
	write_name(entry, &entry->step.changes.items[file]);
	cvd_buf_fill(&entry->out, ' ', INDENT);
	cvd_text_visible(&entry->out, cvd_str_from(error->message));
	cvd_buf_put(&entry->out, '\n');
}

static void write_report(struct entry *entry, size_t file, const struct cvd_report *report)
{
	if (!report->change_count && !cvd_filter_is_empty(&entry->log->filter))
		return;
	if (entry->log->page)
		entry->files[file].shown = true;
	else if (entry->log->cli->options.format == CVD_OUTPUT_JSON)
		write_json(entry, report);
	else
		write_text(entry, &entry->step.changes.items[file], report);
}

static void compare_file(struct entry *entry, size_t file)
{
	struct cvd_version *before = entry->old[file], *after = entry->new[file];
	struct cvd_prepared *old = cvd_version_prepare(before, after);
	struct cvd_prepared *new = cvd_version_prepare(after, before);
	bool page = entry->log->page;
	struct cvd_report *report;

	if (page)
		begin_file(entry, file);
	if (!old || !new) {
		write_failure(entry, file, old ? &after->error : &before->error);
		return;
	}
	report = page ? cvd_diff_with_view(old, new) : cvd_diff_prepared(old, new);
	cvd_source_describe(&before->source, &report->old);
	cvd_source_describe(&after->source, &report->new);
	report->old.label = entry->step.parent;
	report->old.commit = entry->step.parent;
	report->new.label = entry->step.commit.id;
	report->new.commit = entry->step.commit.id;
	report->identical &= report->old.absent == report->new.absent;
	cvd_filter_apply(&entry->log->filter, report);
	write_report(entry, file, report);
	if (page)
		entry->files[file].report = entry->reports[file] = report;
	else
		cvd_report_free(report);
}

static void compare(struct cvd_job *job)
{
	struct entry *entry = (struct entry *)job;

	for (size_t i = 0; i < entry->step.changes.len; i++)
		compare_file(entry, i);
}

/* --- which commits ------------------------------------------------------------------------------ */

static bool is_wanted(struct log *log, struct cvd_arena *arena, const struct cvd_git_step *step)
{
	const struct cvd_git_commit *commit = &step->commit;
	struct cvd_str who;

	if (commit->committed < log->since || (log->until && commit->committed > log->until))
		return false;
	if (!log->cli->options.author.ptr)
		return true;
	who = cvd_arena_format(arena, "%.*s <%.*s>", CVD_STR_ARG(commit->author),
			       CVD_STR_ARG(commit->address));
	return !regexec(&log->author, who.ptr, 0, NULL, 0);
}

static void clear_progress(struct log *log)
{
	if (log->progress)
		cvd_file_write_fd(STDERR_FILENO, "standard error", CVD_STR("\r\033[K"), NULL);
	log->progress = false;
}

/* A second after the beginning, and where nothing else is written to the terminal. */
static void show_progress(struct log *log)
{
	size_t walked = cvd_git_history_walked(log->walk.history);
	struct cvd_buf line = {0};

	if (walked % 256 || log->cli->pager || time(NULL) - log->begun < 2 ||
	    !isatty(STDERR_FILENO) || (isatty(STDOUT_FILENO) && log->cli->flushed))
		return;
	cvd_buf_printf(&line, "\rlooked at %zu commits ...", walked);
	cvd_file_write_fd(STDERR_FILENO, "standard error", cvd_buf_str(&line), NULL);
	cvd_buf_free(&line);
	log->progress = true;
}

static enum cvd_status walk_on(struct log *log, struct cvd_arena *arena, struct cvd_git_step *step,
			       struct cvd_error *error)
{
	enum cvd_status status;

	do {
		status = cvd_git_history_next(log->walk.history, arena, step, error);
		show_progress(log);
	} while (!status && step->commit.id.ptr && !is_wanted(log, arena, step));
	return status;
}

static enum cvd_status collect(struct log *log, struct cvd_error *error)
{
	struct cvd_arena *arena = &log->cli->arena;
	struct cvd_git_step step;
	enum cvd_status status;

	while (!(status = walk_on(log, arena, &step, error)) && step.commit.id.ptr)
		CVD_PUSH(arena, &log->backwards, step);
	log->collected = true;
	return status;
}

/* The next commit to tell of; its id's ptr is NULL at the end. */
static enum cvd_status next_step(struct log *log, struct cvd_arena *arena,
				 struct cvd_git_step *step, struct cvd_error *error)
{
	enum cvd_status status = CVD_OK;

	if (!log->cli->options.reverse || log->cli->options.max_count || log->page)
		return walk_on(log, arena, step, error);
	if (!log->collected)
		status = collect(log, error);
	*step = (struct cvd_git_step){0};
	if (!status && log->backwards.len)
		*step = log->backwards.items[--log->backwards.len];
	return status;
}

/* --- the window --------------------------------------------------------------------------------- */

static void free_entry(struct entry *entry)
{
	if (!entry)
		return;
	for (size_t i = 0; i < entry->step.changes.len; i++) {
		if (entry->old[i])
			cvd_versions_give_back(entry->old[i]);
		if (entry->new[i])
			cvd_versions_give_back(entry->new[i]);
		if (entry->reports)
			cvd_report_free(entry->reports[i]);
	}
	cvd_buf_free(&entry->out);
	cvd_arena_free(&entry->arena);
	free(entry);
}

/* Puts the next commit into the window; *end where there is none. */
static enum cvd_status begin_entry(struct log *log, bool *end, struct cvd_error *error)
{
	struct entry *entry = cvd_malloc(sizeof *entry);
	const struct cvd_git_changes *changes = &entry->step.changes;
	enum cvd_status status;

	*entry = (struct entry){.log = log};
	cvd_arena_init(&entry->arena);
	status = next_step(log, &entry->arena, &entry->step, error);
	*end = status || !entry->step.commit.id.ptr;
	if (*end) {
		cvd_arena_free(&entry->arena);
		free(entry);
		return status;
	}
	entry->old = CVD_NEW_ARRAY(&entry->arena, struct cvd_version *, changes->len);
	entry->new = CVD_NEW_ARRAY(&entry->arena, struct cvd_version *, changes->len);
	if (log->page) {
		entry->files = CVD_NEW_ARRAY(&entry->arena, struct cvd_html_file, changes->len);
		entry->reports = CVD_NEW_ARRAY(&entry->arena, struct cvd_report *, changes->len);
	}
	for (size_t i = 0; !status && i < changes->len; i++) {
		status = cvd_versions_hold_git(&log->versions, &entry->step.old,
					       &changes->items[i].old, &entry->old[i], error);
		if (!status)
			status = cvd_versions_hold_git(&log->versions, &entry->step.new,
						       &changes->items[i].new, &entry->new[i],
						       error);
	}
	if (status) {
		free_entry(entry);
		return status;
	}
	log->window[(log->first + log->count++) % WINDOW] = entry;
	log->begun_entries++;
	cvd_pool_give(log->pool, &entry->job);
	return CVD_OK;
}

static struct entry *oldest(const struct log *log)
{
	return log->window[log->first];
}

static void drop_oldest(struct log *log)
{
	cvd_pool_wait(log->pool, &oldest(log)->job);
	free_entry(oldest(log));
	log->first = (log->first + 1) % WINDOW;
	log->count--;
}

static void add_entry(struct log *log, struct cvd_str text)
{
	struct cvd_buf *out = &log->cli->out;

	if (log->cli->options.format == CVD_OUTPUT_TEXT && !log->cli->options.stat &&
	    (out->len || log->cli->flushed))
		cvd_buf_put(out, '\n');
	cvd_buf_add(out, text);
}

static void add_to_page(struct log *log, struct entry *entry)
{
	const struct cvd_git_commit *commit = &entry->step.commit;
	struct cvd_html_commit about = {
		.id = commit->id,
		.author = decoded(entry, commit->author),
		.subject = decoded(entry, commit->subject),
		.day = day_of(entry),
		.beside = commit->parents > 1 ? entry->step.parent : (struct cvd_str){0},
	};

	log->shown += cvd_html_history_add(log->page, &about, entry->files, entry->step.changes.len);
}

static void tell_oldest(struct log *log)
{
	struct entry *entry = oldest(log);
	struct cvd_str text;

	cvd_pool_wait(log->pool, &entry->job);
	text = cvd_buf_str(&entry->out);
	if (log->page) {
		add_to_page(log, entry);
	} else if (text.len) {
		log->shown++;
		if (log->cli->options.reverse && log->cli->options.max_count)
			CVD_PUSH(&log->cli->arena, &log->kept,
				 cvd_arena_copy(&log->cli->arena, text));
		else
			add_entry(log, text);
	}
	drop_oldest(log);
}

static bool is_enough(const struct log *log)
{
	size_t most = (size_t)log->cli->options.max_count;

	return log->cli->reader_gone || (most && log->shown >= most);
}

/* Writes what is ready before waiting for what is not. */
static enum cvd_status flush_ready(struct log *log, struct cvd_error *error)
{
	if (!log->cli->out.len || cvd_pool_is_done(log->pool, &oldest(log)->job))
		return CVD_OK;
	clear_progress(log);
	return cvd_terminal_flush(log->cli, error);
}

static enum cvd_status tell_all(struct log *log, struct cvd_error *error)
{
	enum cvd_status status = CVD_OK;
	bool end = false;

	while (!status && !is_enough(log)) {
		if (!end && log->count < WINDOW) {
			status = begin_entry(log, &end, error);
			while (log->count && !is_enough(log) &&
			       cvd_pool_is_done(log->pool, &oldest(log)->job))
				tell_oldest(log);
			continue;
		}
		if (!log->count)
			break;
		status = flush_ready(log, error);
		if (!status)
			tell_oldest(log);
	}
	while (log->count)
		drop_oldest(log);
	while (log->kept.len)
		add_entry(log, log->kept.items[--log->kept.len]);
	return status;
}

/* --- the command -------------------------------------------------------------------------------- */

static enum cvd_status read_conditions(struct log *log, struct cvd_error *error)
{
	const struct cvd_options *options = &log->cli->options;
	enum cvd_status status = cvd_filter_make(&log->cli->arena, options->only,
						 options->grep_change, &log->filter, error);

	if (!status && options->since.ptr)
		status = cvd_git_date(options->since, &log->since, error);
	if (!status && options->until.ptr)
		status = cvd_git_date(options->until, &log->until, error);
	if (!status && options->author.ptr && regcomp(&log->author, options->author.ptr, REG_NOSUB)) {
		cvd_fail(error, CVD_ERROR_USAGE, "--author: '%.*s' is no regular expression",
			 CVD_STR_ARG(options->author));
		log->cli->options.author = (struct cvd_str){0};
		status = CVD_ERROR_USAGE;
	}
	return status;
}

static void begin_page(struct log *log)
{
	struct cvd_html_history_options options = {
		.style = log->cli->options.style,
		.reverse = log->cli->options.reverse,
		.several = log->walk.files.len > 1,
		.tip = log->walk.tip.label,
	};

	if (log->cli->options.format == CVD_OUTPUT_HTML)
		log->page = cvd_html_history_new(&options);
}

static void note_end(struct log *log)
{
	struct cvd_str shallow = cvd_git_history_shallow(log->walk.history);

	if (shallow.ptr && !is_enough(log))
		cvd_message_warning("the clone is shallow: what was before %.*s is not in it "
				    "(git fetch --unshallow)",
				    ID_LENGTH, shallow.ptr);
}

void cvd_run_log(struct cvd_cli *cli)
{
	struct cvd_git_history_options options = {
		.first_parent = cli->options.first_parent,
		.each_parent = cli->options.each_parent,
		.no_follow = cli->options.no_follow,
	};
	struct log log = {.cli = cli, .begun = time(NULL)};
	struct cvd_error error = {0};
	enum cvd_status status = read_conditions(&log, &error);

	if (!status)
		status = cvd_walk_begin(cli, &options, &log.walk, &error);
	if (status)
		goto done;
	log.text = (struct cvd_text_options){
		.word_diff = (enum cvd_word_diff)cli->options.word_diff,
		.full = cli->options.full,
		.style = cli->options.style,
		.stat = cli->options.stat,
		.compact = true,
	};
	log.text.color = cvd_terminal_color(cli);
	log.text.width = cvd_terminal_width(cli) - INDENT;
	cvd_versions_init(&log.versions, cli, SPARE);
	begin_page(&log);
	log.pool = cvd_pool_new(compare, THREADS_MOST);
	status = tell_all(&log, &error);
	if (!status && !log.begun_entries && log.walk.gone.len)
		status = cvd_fail(&error, CVD_ERROR_NOT_FOUND, "'%.*s' is in none of these commits",
				  CVD_STR_ARG(log.walk.gone));
	if (log.page && !status)
		cvd_html_history_end(log.page, &cli->out);
	else
		cvd_html_history_free(log.page);
	cvd_pool_free(log.pool);
	cvd_versions_free(&log.versions);
	clear_progress(&log);
	note_end(&log);
done:
	if (status) {
		cvd_message_error(&error);
		cli->trouble = true;
	}
	cvd_walk_end(&log.walk);
	if (cli->options.author.ptr)
		regfree(&log.author);
}
