/*
 * Options and commands, in two tables: parsing, --help and whatever else lists them read the same
 * rows. A newcomer adds an option with a row and a member of struct cvd_options.
 */
#ifndef CVD_CLI_OPTIONS_H
#define CVD_CLI_OPTIONS_H

#include "base/arena.h"
#include "base/error.h"

struct cvd_cli;

/* In the order of the words that the table allows. */
enum cvd_output {
	CVD_OUTPUT_TEXT,
	CVD_OUTPUT_JSON,
	CVD_OUTPUT_MARKDOWN,
	CVD_OUTPUT_GITHUB,
	CVD_OUTPUT_RDJSON,
	CVD_OUTPUT_HTML,
	CVD_OUTPUT_JSON_RESUME = CVD_OUTPUT_JSON
};
enum cvd_when { CVD_WHEN_UNSET, CVD_WHEN_AUTO, CVD_WHEN_ALWAYS, CVD_WHEN_NEVER };
enum cvd_fail_on { CVD_FAIL_ON_NOTHING, CVD_FAIL_ON_FACT, CVD_FAIL_ON_CONTENT, CVD_FAIL_ON_STYLE };
enum cvd_by { CVD_BY_UNSET, CVD_BY_TAG, CVD_BY_MONTH, CVD_BY_YEAR, CVD_BY_COMMIT };

struct cvd_operands {
	struct cvd_str *items; /* NUL-terminated */
	size_t len, cap;
	size_t before_dashes; /* how many stand before `--`; all, where there is none */
	bool dashes;          /* `--` was given */
};

struct cvd_options {
	const struct cvd_command *command;
	int staged, no_index, format, style, stat, color, hyperlinks, no_pager, exit_code, quiet,
		fail_on, width, explain, word_diff, full, max_count, first_parent, each_parent,
		no_follow, reverse, undo, dry_run, global, by, open;
	struct cvd_str since, until, author, only, grep_change, older_than, output;
	int help, version;
	struct cvd_operands operands; /* without the command's own name */
};

struct cvd_option {
	const char *name;     /* without the dashes */
	char letter;          /* the short form, or NUL */
	const char *alias_of; /* an option with the same help, which is not repeated; or NULL */
	const char *values; /* allowed words, `text|json`; in capitals what the value is: `N`, a number;
			       any other, a text; NULL: takes none */
	bool optional;      /* the value may be left out (`--color`) */
	size_t offset; /* in struct cvd_options: of an int, or of a struct cvd_str for a text */
	int value;     /* stored where no value is given; the first word's value where words are */
	unsigned used; /* commands that take it: bits of enum cvd_used; an option whose values differ
			  among commands has a row for each set of values */
	const char *help;
	const char *numbered; /* words by whose places the allowed ones are numbered; NULL: by their own */
};

enum cvd_used {
	CVD_USED_DIFF = 1,
	CVD_USED_TREE = 2,
	CVD_USED_HELP = 4,
	CVD_USED_SHOW = 8,
	CVD_USED_DRIVER = 16,
	CVD_USED_TEXTCONV = 32,
	CVD_USED_LOG = 64,
	CVD_USED_CHANGELOG = 128,
	CVD_USED_BLAME = 256,
	CVD_USED_SETUP = 512,
	CVD_USED_HOOK = 1024,
	CVD_USED_COMPLETION = 2048,
	/* print text for people */
	CVD_USED_COLOR = CVD_USED_DIFF | CVD_USED_TREE | CVD_USED_SHOW | CVD_USED_DRIVER |
			 CVD_USED_LOG | CVD_USED_BLAME,
	/* of a file that may lie in the working tree */
	CVD_USED_HYPERLINKS = CVD_USED_DIFF | CVD_USED_SHOW | CVD_USED_DRIVER,
	CVD_USED_ALL = ~0
};

struct cvd_command {
	const char *name; /* "" for the comparison, which needs no word */
	enum cvd_used used;
	void (*run)(struct cvd_cli *cli);
	const char *synopsis; /* a line each */
	const char *help;
	bool plumbing; /* run by git or a shell rather than by people */
	size_t own_words; /* operands after which all that follows is one, whatever it looks like; 0: none */
};

extern const struct cvd_option cvd_options[];
extern const size_t cvd_option_count;
extern const struct cvd_command cvd_commands[];
extern const size_t cvd_command_count;

/* The command of that name, or NULL. */
const struct cvd_command *cvd_command_find(struct cvd_str name);

/* Reads the arguments. The first operand is a command if it names one. CVD_ERROR_USAGE with a hint
 * where they cannot be understood. Slices borrow from `argv`. */
enum cvd_status cvd_options_parse(struct cvd_arena *arena, int argc, char **argv,
				  struct cvd_options *options, struct cvd_error *error);

#endif
