/*
 * A document for people: what changed in the résumé from one version to the next. History is cut into
 * periods, and of each the version at its end is compared with the one at the end of the period before,
 * so that what came and went in between is not told. The newest period is told first, but a period
 * needs the version before it: versions are held two at a time. A period without changes has no
 * heading.
 */
#include "changelog.h"

#include "base/file.h"
#include "base/json_writer.h"
#include "base/region.h"
#include "diff/diff.h"
#include "filter.h"
#include "inventory.h"
#include "message.h"
#include "names.h"
#include "operands.h"
#include "periods.h"
#include "render/render.h"
#include "versions.h"

#include <sys/stat.h>

#define SPARE 2     /* versions that are kept beside those in work */
#define ID_LENGTH 7 /* digits of an id that are shown, as in git */
#define TITLE                                                                                      \
	CVD_STR("# Changelog\n\n"                                                                  \
		"All notable changes to this résumé are told here, in the format of\n"           \
		"[Keep a Changelog](https://keepachangelog.com/en/1.1.0/).\n")

struct changelog {
	struct cvd_cli *cli;
	struct cvd_line line;
	struct cvd_filter filter;
	struct cvd_periods periods;
	struct cvd_versions versions;
	struct cvd_buf *told; /* of each period, what changed */
};

static bool is_json(const struct changelog *changelog)
{
	return changelog->cli->options.format == CVD_OUTPUT_JSON;
}

/* --- one résumé in one period ------------------------------------------------------------------- */

/* The end of a period, or for the number behind the last one what was before all of them. */
static const struct cvd_line_point *end_of(const struct changelog *changelog, size_t period)
{
	return period < changelog->periods.len ? changelog->periods.items[period].end
					       : &changelog->line.before;
}

static struct cvd_version *hold(struct changelog *changelog, size_t period, size_t file)
{
	const struct cvd_line_point *point = end_of(changelog, period);
	struct cvd_git_file absent = {.path = changelog->line.walk.files.items[file]};
	struct cvd_git_side side = {
		.place = point->commit.len ? CVD_GIT_TREE : CVD_GIT_EMPTY,
		.label = point->tag_count ? point->tags[0].name
					  : cvd_str_sub(point->commit, 0, ID_LENGTH),
		.commit = point->commit,
	};
	struct cvd_source source =
		cvd_source_git(&side, point->files ? &point->files[file] : &absent);

	return cvd_versions_hold(&changelog->versions, &source);
}

static void describe(const struct changelog *changelog, size_t period, size_t file,
		     struct cvd_revision *revision)
{
	const struct cvd_line_point *point = end_of(changelog, period);

	revision->label = point->commit;
	revision->commit = point->commit;
	revision->path =
		point->files ? point->files[file].path : changelog->line.walk.files.items[file];
	revision->absent = !point->files || point->files[file].kind == CVD_GIT_ABSENT;
}

/* Below the period's heading, and the file's where there are several. */
static void write_heading(struct cvd_buf *out, size_t level, const char *text)
{
	cvd_buf_put(out, '\n');
	cvd_buf_fill(out, '#', level);
	cvd_buf_printf(out, " %s\n\n", text);
}

static bool write_markdown(struct changelog *changelog, struct cvd_buf *out,
			   const struct cvd_report *report, const struct cvd_document *new,
			   size_t level)
{
	struct cvd_changelog_options options = {.style = changelog->cli->options.style,
						.level = level};

	if (report->old.absent == report->new.absent || !cvd_filter_is_empty(&changelog->filter))
		return cvd_render_changelog(out, report, &options);
	write_heading(out, level, report->old.absent ? "Added" : "Removed");
	if (report->old.absent)
		cvd_inventory_write(out, new);
	else
		cvd_buf_add(out, CVD_STR("- The résumé\n"));
	return true;
}

static void add_markdown(struct changelog *changelog, struct cvd_buf *told,
			 const struct cvd_report *report, const struct cvd_document *new,
			 size_t file)
{
	const struct cvd_git_paths *files = &changelog->line.walk.files;
	struct cvd_buf text = {0};
	bool several = files->len > 1;

	if (write_markdown(changelog, &text, report, new, several ? 4 : 3)) {
		if (several) {
			cvd_buf_add(told, CVD_STR("\n### "));
			cvd_render_markdown_text(told, files->items[file]);
			cvd_buf_put(told, '\n');
		}
		cvd_buf_add(told, cvd_buf_str(&text));
	}
	cvd_buf_free(&text);
}

static void add_json(struct cvd_buf *told, const struct cvd_report *report)
{
	if (!report->change_count)
		return;
	if (told->len)
		cvd_buf_put(told, ',');
	cvd_render_json(told, report);
	told->len--; /* its line break */
}

/* Tells how the file became what it is at the end of a period, from the end of an older one on. */
static enum cvd_status tell(struct changelog *changelog, size_t file, size_t period,
			    struct cvd_version *after, size_t older, struct cvd_version *before,
			    struct cvd_error *error)
{
	struct cvd_prepared *old = cvd_version_prepare(before, after);
	struct cvd_prepared *new = cvd_version_prepare(after, before);
	struct cvd_report *report;

	if (!old || !new) {
		*error = old ? after->error : before->error;
		return error->status;
	}
	report = cvd_diff_prepared(old, new);
	describe(changelog, older, file, &report->old);
	describe(changelog, period, file, &report->new);
	cvd_filter_apply(&changelog->filter, report);
	if (is_json(changelog))
		add_json(&changelog->told[period], report);
	else
		add_markdown(changelog, &changelog->told[period], report,
			     cvd_prepared_document(new), file);
	cvd_report_free(report);
	return CVD_OK;
}

/* A version that cannot be compared is passed over: the period goes on to the next one. */
static enum cvd_status tell_file(struct changelog *changelog, size_t file, struct cvd_error *error)
{
	struct cvd_version *after = NULL;
	size_t period = 0;
	enum cvd_status status = CVD_OK;

	for (size_t i = 0; !status && i <= changelog->periods.len; i++) {
		struct cvd_version *version = hold(changelog, i, file);

		if (version->status) {
			cvd_message_warning("%s", version->error.message);
			cvd_versions_give_back(version);
			continue;
		}
		if (after && after != version)
			status = tell(changelog, file, period, after, i, version, error);
		if (after)
			cvd_versions_give_back(after);
		after = version;
		period = i;
	}
	if (after)
		cvd_versions_give_back(after);
	return status;
}

/* --- the document ------------------------------------------------------------------------------- */

static bool is_alphanumeric(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* A name that is no markup, and that a link's definition elsewhere in the file can name as it is. */
static bool is_plain(struct cvd_str name)
{
	static const char inside[] = ".-/+";

	for (size_t i = 0; i < name.len; i++)
		if (!is_alphanumeric(name.ptr[i]) &&
		    !(i && memchr(inside, name.ptr[i], sizeof inside - 1)))
			return false;
	return true;
}

/* `[v1.2]`. Around another name the brackets are text, lest a bracket in it makes a link of it. */
static void add_version(struct cvd_buf *out, struct cvd_str name)
{
	struct cvd_buf version = {0};

	cvd_buf_printf(&version, "[%.*s]", CVD_STR_ARG(name));
	if (is_plain(name))
		cvd_buf_add(out, cvd_buf_str(&version));
	else
		cvd_render_markdown_text(out, cvd_buf_str(&version));
	cvd_buf_free(&version);
}

/* `## [v1.2] - 2026-05-01`, `## 2026-05` */
static void add_heading(struct cvd_buf *out, const struct cvd_period *period)
{
	cvd_buf_add(out, CVD_STR("## "));
	for (size_t i = 0; i < period->names.len; i++) {
		cvd_buf_add(out, i ? CVD_STR(", ") : CVD_STR(""));
		if (period->versions)
			add_version(out, period->names.items[i]);
		else
			cvd_render_markdown_text(out, period->names.items[i]);
	}
	if (period->day.len)
		cvd_buf_printf(out, " - %.*s", CVD_STR_ARG(period->day));
	cvd_buf_put(out, '\n');
}

static void write_periods(const struct changelog *changelog, struct cvd_buf *out)
{
	size_t from = out->len;

	for (size_t i = 0; i < changelog->periods.len; i++) {
		if (!changelog->told[i].len)
			continue;
		if (out->len > from)
			cvd_buf_put(out, '\n');
		add_heading(out, &changelog->periods.items[i]);
		cvd_buf_add(out, cvd_buf_str(&changelog->told[i]));
	}
}

static void add_commit(struct cvd_json *json, const char *key, const struct cvd_line_point *point)
{
	cvd_json_key(json, key);
	if (point->commit.len)
		cvd_json_string(json, point->commit);
	else
		cvd_json_null(json);
}

static void add_json_period(const struct changelog *changelog, struct cvd_json *json, size_t at)
{
	const struct cvd_period *period = &changelog->periods.items[at];

	cvd_json_open(json, '{');
	cvd_json_key(json, "names");
	cvd_json_open(json, '[');
	for (size_t i = 0; i < period->names.len; i++)
		cvd_json_string(json, period->names.items[i]);
	cvd_json_close(json, ']');
	cvd_json_key(json, "date");
	if (period->day.len)
		cvd_json_string(json, period->day);
	else
		cvd_json_null(json);
	add_commit(json, "from", end_of(changelog, at + 1));
	add_commit(json, "to", end_of(changelog, at));
	cvd_json_key(json, "reports");
	cvd_json_open(json, '[');
	cvd_buf_add(json->out, cvd_buf_str(&changelog->told[at]));
	cvd_json_close(json, ']');
	cvd_json_close(json, '}');
}

static void write_json(const struct changelog *changelog, struct cvd_buf *out)
{
	struct cvd_json json = {.out = out};

	cvd_json_open(&json, '{');
	cvd_json_member(&json, "schema", CVD_STR("cvdiff/changelog/1"));
	cvd_json_key(&json, "periods");
	cvd_json_open(&json, '[');
	for (size_t i = 0; i < changelog->periods.len; i++)
		if (changelog->told[i].len)
			add_json_period(changelog, &json, i);
	cvd_json_close(&json, ']');
	cvd_json_close(&json, '}');
	cvd_buf_put(out, '\n');
}

/* --- the command -------------------------------------------------------------------------------- */

static enum cvd_status begin(struct changelog *changelog, struct cvd_error *error)
{
	struct cvd_cli *cli = changelog->cli;
	int by = cli->options.by;
	enum cvd_status status = cvd_filter_make(&cli->arena, cli->options.only, CVD_STR(""),
						 &changelog->filter, error);

	if (!status)
		status = cvd_line_begin(cli, by == CVD_BY_UNSET || by == CVD_BY_TAG,
					&changelog->line, error);
	if (by == CVD_BY_UNSET)
		by = changelog->line.tagged ? CVD_BY_TAG : CVD_BY_MONTH;
	changelog->periods = cvd_periods_cut(&cli->arena, &changelog->line, (enum cvd_by)by);
	changelog->told = CVD_NEW_ARRAY(&cli->arena, struct cvd_buf, changelog->periods.len);
	cvd_versions_init(&changelog->versions, cli, SPARE);
	return status;
}

static void end(struct changelog *changelog)
{
	for (size_t i = 0; i < changelog->periods.len; i++)
		cvd_buf_free(&changelog->told[i]);
	cvd_versions_free(&changelog->versions);
	cvd_line_end(&changelog->line);
}

static struct cvd_str cut_off(const struct changelog *changelog)
{
	return cvd_git_history_shallow(changelog->line.walk.history);
}

static enum cvd_status tell_all(struct changelog *changelog, struct cvd_error *error)
{
	enum cvd_status status = begin(changelog, error);

	for (size_t i = 0; !status && i < changelog->line.walk.files.len; i++)
		status = tell_file(changelog, i, error);
	return status;
}

/* --- a file ------------------------------------------------------------------------------------- */

static enum cvd_status is_resume(struct cvd_str path, struct cvd_error *error)
{
	cvd_fail(error, CVD_ERROR_USAGE, "cannot write '%.*s': it is a résumé itself",
		 CVD_STR_ARG(path));
	cvd_error_hint(error, "cvdiff changelog --output=CHANGELOG.md");
	return CVD_ERROR_USAGE;
}

/* A file that would be taken for a résumé elsewhere. */
static enum cvd_status refuse_resume(struct cvd_cli *cli, struct cvd_str path,
				     struct cvd_error *error)
{
	struct cvd_str in_git;
	bool attributed = cvd_git_worktree(cli->git) &&
			  !cvd_operands_path(cli, path, &in_git, &(struct cvd_error){0}) &&
			  cvd_git_attributed(cli->git, in_git.ptr);

	return attributed || cvd_name_is_resume(&cli->arena, path) ? is_resume(path, error) : CVD_OK;
}

/* One that is told of here, by whatever name. */
static enum cvd_status refuse_told(const struct changelog *changelog, struct cvd_str path,
				   struct cvd_error *error)
{
	const struct cvd_git_paths *files = &changelog->line.walk.files;
	const char *top = cvd_git_worktree(changelog->cli->git);
	struct stat output, file;

	if (!top || stat(path.ptr, &output))
		return CVD_OK;
	for (size_t i = 0; i < files->len; i++) {
		struct cvd_str name = cvd_arena_format(&changelog->cli->arena, "%s%.*s", top,
						       CVD_STR_ARG(files->items[i]));

		if (!stat(name.ptr, &file) && file.st_dev == output.st_dev &&
		    file.st_ino == output.st_ino)
			return is_resume(path, error);
	}
	return CVD_OK;
}

static enum cvd_status refuse_part(const struct changelog *changelog, struct cvd_error *error)
{
	struct cvd_str cut = cut_off(changelog);

	if (!cut.ptr)
		return CVD_OK;
	cvd_fail(error, CVD_ERROR_GIT,
		 "cannot write a changelog: the clone is shallow, what was before %.*s is not in it",
		 ID_LENGTH, cut.ptr);
	cvd_error_hint(error, "git fetch --unshallow");
	return CVD_ERROR_GIT;
}

static enum cvd_status write_file(struct cvd_arena *arena, struct cvd_str path, struct cvd_str body,
				  bool *changed, struct cvd_error *error)
{
	struct cvd_str text = {0}, written;
	bool missing;
	enum cvd_status status = cvd_file_read(arena, path.ptr, &text, error);

	missing = status == CVD_ERROR_NOT_FOUND;
	if (status && !missing)
		return status;
	status = cvd_region_write(arena, missing ? TITLE : text, body, path.ptr, &written, error);
	*changed = !status && (missing || !cvd_str_equal(text, written));
	return *changed ? cvd_file_replace(path.ptr, written, 0666, false, error) : status;
}

enum cvd_status cvd_changelog_update(struct cvd_cli *cli, struct cvd_str path, bool *changed,
				     struct cvd_error *error)
{
	struct changelog changelog = {.cli = cli};
	struct cvd_buf body = {0};
	enum cvd_status status = cvd_cli_open_git(cli, error);

	*changed = false;
	path = cvd_arena_copy(&cli->arena, path);
	cli->options.output = path;
	if (!status)
		status = refuse_resume(cli, path, error);
	if (status)
		return status;
	status = tell_all(&changelog, error);
	if (!status)
		status = refuse_told(&changelog, path, error);
	if (!status)
		status = refuse_part(&changelog, error);
	if (!status) {
		write_periods(&changelog, &body);
		status = write_file(&cli->arena, path, cvd_buf_str(&body), changed, error);
	}
	cvd_buf_free(&body);
	end(&changelog);
	return status;
}

static enum cvd_status print(struct cvd_cli *cli, struct cvd_error *error)
{
	struct changelog changelog = {.cli = cli};
	enum cvd_status status = tell_all(&changelog, error);

	if (!status && cut_off(&changelog).ptr)
		cvd_message_warning("the clone is shallow: what was before %.*s is not in it "
				    "(git fetch --unshallow)",
				    ID_LENGTH, cut_off(&changelog).ptr);
	if (!status && is_json(&changelog)) {
		write_json(&changelog, &cli->out);
	} else if (!status) {
		cvd_buf_add(&cli->out, TITLE);
		cvd_buf_put(&cli->out, '\n');
		write_periods(&changelog, &cli->out);
	}
	end(&changelog);
	return status;
}

void cvd_run_changelog(struct cvd_cli *cli)
{
	struct cvd_str output = cli->options.output;
	struct cvd_error error = {0};
	enum cvd_status status;
	bool changed;

	if (!output.ptr)
		status = print(cli, &error);
	else if (cli->options.format == CVD_OUTPUT_JSON)
		status = cvd_fail(&error, CVD_ERROR_USAGE, "--output writes Markdown, not JSON");
	else
		status = cvd_changelog_update(cli, output, &changed, &error);
	if (!status)
		return;
	cvd_message_error(&error);
	cli->trouble = true;
}
