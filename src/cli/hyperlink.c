/*
 * No terminal can be asked whether it shows hyperlinks, and one that does not may print garbage. So links
 * are for those that are known by what they put into the environment, and neither behind a multiplexer,
 * which leaves that environment in place, nor through a pager that is not less, which passes links on.
 *
 * The URI names the host, so that a terminal of another machine does not open a file of its own.
 */
#include "hyperlink.h"

#include "pager.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define HOST_MOST 256

/* --- whether ------------------------------------------------------------------------------------ */

/* What terminals that show links have in their environment. */
static const struct {
	const char *variable;
	const char *value; /* NULL: any */
	long least;        /* of a version; 0: any value */
} known[] = {
	{"VTE_VERSION", NULL, 5202}, /* GNOME Terminal, Tilix, Guake, xfce4-terminal … */
	{"KONSOLE_VERSION", NULL, 201200},
	{"WT_SESSION", NULL, 0}, /* Windows Terminal */
	{"DOMTERM", NULL, 0},
	{"TERM", "xterm-kitty", 0},
	{"TERM", "xterm-ghostty", 0},
	{"TERM", "alacritty", 0},
	{"TERM", "alacritty-direct", 0},
	{"TERM", "foot", 0},
	{"TERM", "foot-direct", 0},
	{"TERM", "contour", 0},
	{"TERM_PROGRAM", "iTerm.app", 0},
	{"TERM_PROGRAM", "WezTerm", 0},
	{"TERM_PROGRAM", "vscode", 0},
	{"TERM_PROGRAM", "Hyper", 0},
	{"TERM_PROGRAM", "terminology", 0},
};

static bool is_known(void)
{
	for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
		const char *value = getenv(known[i].variable);

		if (value && *value && (!known[i].value || !strcmp(value, known[i].value)) &&
		    (!known[i].least || strtol(value, NULL, 10) >= known[i].least))
			return true;
	}
	return false;
}

/* Neither a terminal that can do nothing nor GNU Screen or tmux. */
static bool is_plain_terminal(void)
{
	static const char *const others[] = {"dumb", "screen", "tmux"};
	const char *term = getenv("TERM");

	for (size_t i = 0; term && i < sizeof others / sizeof *others; i++)
		if (cvd_str_starts_with(cvd_str_from(term), cvd_str_from(others[i])))
			return false;
	return term && isatty(STDOUT_FILENO);
}

/* `less -R`, by whatever path. */
static bool is_less(const char *pager)
{
	struct cvd_str command = cvd_str_trim(cvd_str_from(pager));
	struct cvd_str program = cvd_str_sub(command, 0, cvd_str_find_char(command, ' ', 0));

	return cvd_str_equal(program, CVD_STR("less")) ||
	       cvd_str_ends_with(program, CVD_STR("/less"));
}

static bool are_wanted(struct cvd_cli *cli)
{
	enum cvd_when when = (enum cvd_when)cli->options.hyperlinks;
	const char *pager;

	if (when == CVD_WHEN_ALWAYS || when == CVD_WHEN_NEVER)
		return when == CVD_WHEN_ALWAYS;
	if (!is_plain_terminal() || !is_known())
		return false;
	pager = cli->options.no_pager ? NULL : cvd_pager_command(cli);
	return !pager || is_less(pager);
}

/* --- whereto ------------------------------------------------------------------------------------ */

/* The file of today that has the version's lines; false if there is none. */
static bool find_file(struct cvd_cli *cli, struct cvd_arena *arena, const struct cvd_source *source,
		      char path[PATH_MAX])
{
	bool plain = source->file && !source->entry.path.ptr;
	const char *name = source->file;
	struct stat status;

	if (!plain && (source->side.place != CVD_GIT_WORKTREE || source->entry.kind != CVD_GIT_FILE))
		return false;
	if (!name)
		name = cvd_arena_format(arena, "%s%.*s", cvd_git_worktree(cli->git),
					CVD_STR_ARG(source->entry.path))
			       .ptr;
	return realpath(name, path) && !stat(path, &status) && S_ISREG(status.st_mode);
}

#define UNRESERVED "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"

/* All but what RFC 3986 calls unreserved is encoded, so that nothing in a name ends the sequence. */
static void add_encoded(struct cvd_buf *uri, const char *text, const char *allowed)
{
	for (; *text; text++) {
		if (strchr(allowed, *text))
			cvd_buf_put(uri, *text);
		else
			cvd_buf_printf(uri, "%%%02X", (unsigned)(unsigned char)*text);
	}
}

struct cvd_str cvd_hyperlink(struct cvd_cli *cli, struct cvd_arena *arena,
			     const struct cvd_source *source)
{
	char path[PATH_MAX], host[HOST_MOST] = "";
	struct cvd_buf uri = {0};
	struct cvd_str text;

	if (!are_wanted(cli) || !find_file(cli, arena, source, path))
		return (struct cvd_str){0};
	if (gethostname(host, sizeof host - 1))
		*host = '\0';
	cvd_buf_add(&uri, CVD_STR("file://"));
	add_encoded(&uri, host, UNRESERVED);
	add_encoded(&uri, path, UNRESERVED "/");
	text = cvd_arena_copy(arena, cvd_buf_str(&uri));
	cvd_buf_free(&uri);
	return text;
}
