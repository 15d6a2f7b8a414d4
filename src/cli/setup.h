/* What the files of `cvdiff setup` share. */
#ifndef CVD_CLI_SETUP_H
#define CVD_CLI_SETUP_H

#include "cli.h"

/* One run of setup. */
struct cvd_setup {
	struct cvd_cli *cli;
	bool undo, dry_run, global;
	struct cvd_str program; /* how a shell calls this cvdiff: `cvdiff`, or its path, quoted */
	const char *part;       /* the part at work */
	bool changed;           /* something was done for it, or would be */
};

/* Adds a line on what was done, or would be: `done` is the participle, `would` the infinitive. */
void cvd_setup_did(struct cvd_setup *setup, const char *done, const char *would, const char *format,
		   ...) __attribute__((format(printf, 4, 5)));
/* The path as a person would write it in the current folder; NUL-terminated. */
const char *cvd_setup_shown(struct cvd_setup *setup, struct cvd_str path);
/* Adds a line with a remark. */
void cvd_setup_note(struct cvd_setup *setup, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/*
 * Puts the hook of that name in place, or takes it away. A hook that was there is kept beside it as
 * NAME.before-cvdiff, which the new one runs first. `reads_input`: git gives the hook something on
 * standard input, which both get.
 */
enum cvd_status cvd_setup_hook(struct cvd_setup *setup, const char *name, bool reads_input,
			       struct cvd_error *error);

#endif
