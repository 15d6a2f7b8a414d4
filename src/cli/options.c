/*
 * One pass over the arguments, and one over the options that were given, whose values depend on the
 * command. Options may stand anywhere before `--`; a value comes after `=` or as the next argument, but
 * only after `=` where it may be left out, as in git. A short option's value may follow it at once (`-n5`).
 */
#include "options.h"

#include "cli.h"
#include "render/render.h"

#include <stddef.h>

#define INTO(member) offsetof(struct cvd_options, member)
#define FORMATS "text|json|markdown|github|rdjson|html"

const struct cvd_option cvd_options[] = {
	{"staged", 0, NULL, NULL, false, INTO(staged), 1, CVD_USED_DIFF,
	 "compare with the index instead of the working tree"},
	{"cached", 0, "staged", NULL, false, INTO(staged), 1, CVD_USED_DIFF, NULL},
	{"no-index", 0, NULL, NULL, false, INTO(no_index), 1, CVD_USED_DIFF,
	 "compare two files, whatever git makes of their names"},
	{"format", 0, NULL, FORMATS, false, INTO(format), CVD_OUTPUT_TEXT, CVD_USED_DIFF,
	 "text, JSON, a comment on a review, annotations, diagnostics, a page"},
	{"format", 0, NULL, "text|json", false, INTO(format), CVD_OUTPUT_TEXT, CVD_USED_TREE,
	 "text for people, or one line of JSON"},
	{"format", 0, NULL, "text|json|html", false, INTO(format), CVD_OUTPUT_TEXT, CVD_USED_LOG,
	 "text for people, one line of JSON per commit and résumé, or a page with a timeline",
	 FORMATS},
	{"format", 0, NULL, "text|json", false, INTO(format), CVD_OUTPUT_TEXT, CVD_USED_BLAME,
	 "an outline for people, or one line of JSON"},
	{"format", 0, NULL, "text|json-resume", false, INTO(format), CVD_OUTPUT_TEXT, CVD_USED_SHOW,
	 "an outline for people, or a JSON Resume document"},
	{"format", 0, NULL, "json|markdown", false, INTO(format), CVD_OUTPUT_JSON,
	 CVD_USED_CHANGELOG, "Markdown, which is the default, or one line of JSON"},
	{"explain", 0, NULL, NULL, false, INTO(explain), 1, CVD_USED_SHOW,
	 "say what each entry and section was recognised by"},
	{"older-than", 0, NULL, "AGE", false, INTO(older_than), 0, CVD_USED_BLAME,
	 "what was last changed before that: 2y, 18m, 6w, 90d, or a date as git reads it"},
	{"by", 0, NULL, "tag|month|year|commit", false, INTO(by), CVD_BY_TAG, CVD_USED_CHANGELOG,
	 "what a heading stands for (a tag, or a month where nothing is tagged)"},
	{"output", 'o', NULL, "FILE", false, INTO(output), 0, CVD_USED_CHANGELOG,
	 "write into that file, between markers that are kept in it"},
	{"output", 'o', NULL, "FILE", false, INTO(output), 0, CVD_USED_DIFF | CVD_USED_LOG,
	 "write into that file instead of standard output"},
	{"open", 0, NULL, NULL, false, INTO(open), 1, CVD_USED_DIFF | CVD_USED_LOG,
	 "show it in a browser; implies --format=html"},
	{"max-count", 'n', NULL, "N", false, INTO(max_count), 0, CVD_USED_LOG,
	 "stop after N commits"},
	{"since", 0, NULL, "DATE", false, INTO(since), 0, CVD_USED_LOG,
	 "commits after that date, as git reads it: 2024-05-01, '2 weeks ago'"},
	{"after", 0, "since", "DATE", false, INTO(since), 0, CVD_USED_LOG, NULL},
	{"until", 0, NULL, "DATE", false, INTO(until), 0, CVD_USED_LOG, "commits before that date"},
	{"before", 0, "until", "DATE", false, INTO(until), 0, CVD_USED_LOG, NULL},
	{"author", 0, NULL, "PATTERN", false, INTO(author), 0, CVD_USED_LOG,
	 "commits whose author's name or address matches the regular expression"},
	{"only", 0, NULL, "LIST", false, INTO(only), 0, CVD_USED_LOG | CVD_USED_CHANGELOG,
	 "changes of these weights, kinds and sections alone: fact,role,skills"},
	{"grep-change", 0, NULL, "TEXT", false, INTO(grep_change), 0, CVD_USED_LOG,
	 "changes that add or take away that text alone"},
	{"reverse", 0, NULL, NULL, false, INTO(reverse), 1, CVD_USED_LOG, "oldest first"},
	{"first-parent", 0, NULL, NULL, false, INTO(first_parent), 1,
	 CVD_USED_LOG | CVD_USED_CHANGELOG, "walk the first parents of merges alone"},
	{"each-parent", 'm', NULL, NULL, false, INTO(each_parent), 1, CVD_USED_LOG,
	 "compare a merge with each of its parents"},
	{"follow", 0, NULL, NULL, false, INTO(no_follow), 0, CVD_USED_LOG | CVD_USED_CHANGELOG,
	 "follow renamed files, which is the default"},
	{"no-follow", 0, NULL, NULL, false, INTO(no_follow), 1, CVD_USED_LOG | CVD_USED_CHANGELOG,
	 "take a renamed file for a removed and an added one"},
	{"style", 0, NULL, NULL, false, INTO(style), 1,
	 CVD_USED_DIFF | CVD_USED_DRIVER | CVD_USED_LOG | CVD_USED_CHANGELOG,
	 "show changes of formatting, too, which are counted either way"},
	{"stat", 0, NULL, NULL, false, INTO(stat), 1,
	 CVD_USED_DIFF | CVD_USED_DRIVER | CVD_USED_LOG, "print the counts alone"},
	{"word-diff", 0, NULL, "color|plain|none", false, INTO(word_diff), CVD_WORD_DIFF_COLOR,
	 CVD_USED_DIFF | CVD_USED_DRIVER | CVD_USED_LOG,
	 "changed words in colour, [-old-]{+new+}, or as they are now"},
	{"full", 0, NULL, NULL, false, INTO(full), 1, CVD_USED_DIFF | CVD_USED_DRIVER | CVD_USED_LOG,
	 "statements and lists whole, without leaving out what did not change"},
	{"exit-code", 0, NULL, NULL, false, INTO(exit_code), 1, CVD_USED_DIFF,
	 "exit with 1 if anything differs"},
	{"quiet", 0, NULL, NULL, false, INTO(quiet), 1, CVD_USED_DIFF,
	 "print nothing; implies --exit-code"},
	{"fail-on", 0, NULL, "fact|content|style", false, INTO(fail_on), CVD_FAIL_ON_FACT,
	 CVD_USED_DIFF, "exit with 1 if anything of that weight or more differs"},
	{"color", 0, NULL, "auto|always|never", true, INTO(color), CVD_WHEN_AUTO, CVD_USED_COLOR,
	 "when to colour (auto: on a terminal)"},
	{"no-color", 0, NULL, NULL, false, INTO(color), CVD_WHEN_NEVER, CVD_USED_COLOR,
	 "the same as --color=never"},
	{"hyperlinks", 0, NULL, "auto|always|never", true, INTO(hyperlinks), CVD_WHEN_AUTO,
	 CVD_USED_HYPERLINKS, "when to link to lines of the file (auto: on terminals that can)"},
	{"width", 0, NULL, "N", false, INTO(width), 0, CVD_USED_COLOR & ~CVD_USED_TREE,
	 "wrap text to N columns instead of the terminal's"},
	{"global", 0, NULL, NULL, false, INTO(global), 1, CVD_USED_SETUP,
	 "for all repositories of this user, and files with the names of résumés"},
	{"undo", 0, NULL, NULL, false, INTO(undo), 1, CVD_USED_SETUP,
	 "take away what setup did, and nothing else"},
	{"dry-run", 0, NULL, NULL, false, INTO(dry_run), 1, CVD_USED_SETUP,
	 "only say what would be done"},
	{"no-pager", 0, NULL, NULL, false, INTO(no_pager), 1, CVD_USED_ALL,
	 "print straight to the terminal"},
	{"help", 'h', NULL, NULL, false, INTO(help), 1, CVD_USED_ALL, "print this help"},
	{"version", 0, NULL, NULL, false, INTO(version), 1, CVD_USED_ALL, "print the version"},
};
const size_t cvd_option_count = sizeof cvd_options / sizeof *cvd_options;

const struct cvd_command cvd_commands[] = {
	{"", CVD_USED_DIFF, cvd_run_diff,
	 "cvdiff [OPTIONS]                          the last commit against the working tree\n"
	 "cvdiff [OPTIONS] --staged [REV]           a commit against the index\n"
	 "cvdiff [OPTIONS] REV [-- PATH...]         a revision against the working tree\n"
	 "cvdiff [OPTIONS] REV REV [-- PATH...]     two revisions; also REV..REV and REV...REV\n"
	 "cvdiff [OPTIONS] REV:PATH REV:PATH        two files, each from a revision\n"
	 "cvdiff [OPTIONS] FILE FILE                two files outside git; - is standard input\n",
	 "Tells what changed between two versions of a résumé, in the words of résumés."},
	{"log", CVD_USED_LOG, cvd_run_log, "cvdiff log [OPTIONS] [REV...] [-- PATH...]\n",
	 "Tells what each commit changed in the résumé, newest first, through renames. Revisions and\n"
	 "ranges are those of git log."},
	{"changelog", CVD_USED_CHANGELOG, cvd_run_changelog,
	 "cvdiff changelog [OPTIONS] [RANGE] [-- PATH...]\n",
	 "Writes a changelog of the résumé in Markdown: a heading for each tag, or for each month where\n"
	 "there are none, with what changed between the two ends of that time."},
	{"show", CVD_USED_SHOW, cvd_run_show, "cvdiff show [OPTIONS] [REV] [PATH]\n",
	 "Prints what cvdiff understood of a résumé: an outline with the kind, the line and the fields\n"
	 "of each part. PATH is a file of the file system where no REV is given."},
	{"blame", CVD_USED_BLAME, cvd_run_blame, "cvdiff blame [OPTIONS] [REV] [--] [PATH]\n",
	 "Tells of each part of a résumé which commit last changed it, who that was and when, and when it\n"
	 "was first written. Moved, reordered and reformatted is not changed."},
	{"tree", CVD_USED_TREE, cvd_run_tree, "cvdiff tree [OPTIONS] [REV] [PATH]\n",
	 "Prints a résumé as cvdiff reads it: its Merkle tree with kind, short hash, line and\n"
	 "title of each node. PATH is a file of the file system where no REV is given."},
	{"setup", CVD_USED_SETUP, cvd_run_setup,
	 "cvdiff setup [--global] [--undo] [--dry-run] [PART...]\n",
	 "Has git run cvdiff, and says what it does for that. Parts:\n\n"
	 "  diff                git diff, git show --ext-diff, git log -p --ext-diff\n"
	 "  textconv            git blame, git log -G and git's own diffs see statements\n"
	 "  difftool            git difftool -t cvdiff\n"
	 "  alias               git cvdiff\n"
	 "  pre-push            a hook; one that is there is kept and runs first\n"
	 "  prepare-commit-msg  likewise\n\n"
	 "Without PART all but the hooks; with --undo the hooks, too. diff and textconv are for the\n"
	 "résumés that cvdiff finds in the repository, which get the attribute diff=cvdiff."},
	{"driver", CVD_USED_DRIVER, cvd_run_driver,
	 "cvdiff driver [OPTIONS] -- PATH OLD-FILE OLD-ID OLD-MODE NEW-FILE NEW-ID NEW-MODE\n",
	 "Tells what changed in one file, as git's diff driver: git runs it, for files with the\n"
	 "attribute diff=cvdiff. It opens no repository, and settings of git do not count.",
	 true},
	{"textconv", CVD_USED_TEXTCONV, cvd_run_textconv, "cvdiff textconv -- FILE\n",
	 "Prints a résumé as plain text, a statement on a line, for git's own line by line tools.",
	 true},
	{"completion", CVD_USED_COMPLETION, cvd_run_completion, "cvdiff completion bash|zsh|fish\n",
	 "Prints what completes cvdiff's commands and options in that shell.", true},
	{"hook", CVD_USED_HOOK, cvd_run_hook,
	 "cvdiff hook pre-push|prepare-commit-msg [ARGUMENT...]\n",
	 "Does the work of a hook of git, which runs it: cvdiff setup pre-push prepare-commit-msg.\n"
	 "pre-push tells what is pushed, as cvdiff.prePush has it: print, write (into the\n"
	 "changelog, cvdiff.changelogFile), note, gate; with gate, cvdiff.failOn = fact|content|style\n"
	 "says from what weight on the push is stopped.\n"
	 "prepare-commit-msg adds to the message, as a comment, what the commit changes.",
	 true, 1},
	{"help", CVD_USED_HELP, cvd_run_help, "cvdiff help [COMMAND]\n",
	 "Says how a command is used."},
};
const size_t cvd_command_count = sizeof cvd_commands / sizeof *cvd_commands;

const struct cvd_command *cvd_command_find(struct cvd_str name)
{
	for (size_t i = 0; i < cvd_command_count; i++)
		if (cvd_str_equal(cvd_str_from(cvd_commands[i].name), name))
			return &cvd_commands[i];
	return NULL;
}

static enum cvd_status usage_hint(struct cvd_error *error)
{
	cvd_error_hint(error, "cvdiff --help lists the options");
	return CVD_ERROR_USAGE;
}

/* The value's place in `first|second|…`, or -1. */
static int find_word(const char *words, struct cvd_str value)
{
	struct cvd_str all = cvd_str_from(words);
	int index = 0;

	for (size_t at = 0; at <= all.len; index++) {
		size_t bar = cvd_str_find_char(all, '|', at);
		struct cvd_str word = cvd_str_sub(all, at, bar);

		if (cvd_str_equal(word, value))
			return index;
		at += word.len + 1;
	}
	return -1;
}

/* A number of at most four digits, or -1. */
static int read_number(struct cvd_str value)
{
	int number = 0;

	if (!value.len || value.len > 4)
		return -1;
	for (size_t i = 0; i < value.len; i++) {
		if (value.ptr[i] < '0' || value.ptr[i] > '9')
			return -1;
		number = number * 10 + (value.ptr[i] - '0');
	}
	return number;
}

static enum cvd_status store(struct cvd_options *options, const struct cvd_option *option,
			     struct cvd_str value, struct cvd_error *error)
{
	bool number = cvd_str_equal(cvd_str_from(option->values), CVD_STR("N"));
	char *member = (char *)options + option->offset;
	int read;

	if (!number && *option->values >= 'A' && *option->values <= 'Z') {
		*(struct cvd_str *)member = value;
		return CVD_OK;
	}
	read = number ? read_number(value) : find_word(option->values, value);
	if (read < 0) {
		cvd_fail(error, CVD_ERROR_USAGE, "--%s cannot be '%.*s'", option->name,
			 CVD_STR_ARG(value));
		cvd_error_hint(error, "--%s=%s", option->name, option->values);
		return CVD_ERROR_USAGE;
	}
	if (option->numbered)
		read = find_word(option->numbered, value);
	*(int *)member = option->value + read;
	return CVD_OK;
}

static const struct cvd_option *find_option(struct cvd_str name, char letter)
{
	for (size_t i = 0; i < cvd_option_count; i++)
		if (letter ? cvd_options[i].letter == letter
			   : cvd_str_equal(cvd_str_from(cvd_options[i].name), name))
			return &cvd_options[i];
	return NULL;
}

/* An option as it was given. Its value is read when the command is known. */
struct given {
	const struct cvd_option *option;
	struct cvd_str value; /* NULL ptr: none */
};

/* Reads the option at argv[*at]; moves *at to the last argument that belongs to it. */
static enum cvd_status read_option(int argc, char **argv, int *at, struct given *given,
				   struct cvd_error *error)
{
	struct cvd_str text = cvd_str_from(argv[*at]);
	bool is_long = cvd_str_starts_with(text, CVD_STR("--"));
	size_t equals = cvd_str_find_char(text, '=', 0);
	const struct cvd_option *option = NULL;

	if (is_long)
		option = find_option(cvd_str_sub(text, 2, equals), '\0');
	else
		option = find_option(text, text.ptr[1]);
	if (option && !is_long && text.len > 2 && !option->values)
		option = NULL;
	if (!option) {
		cvd_fail(error, CVD_ERROR_USAGE, "unknown option '%.*s'", CVD_STR_ARG(text));
		return usage_hint(error);
	}
	if (is_long && equals != SIZE_MAX && !option->values) {
		cvd_fail(error, CVD_ERROR_USAGE, "--%s takes no value", option->name);
		return usage_hint(error);
	}
	given->option = option;
	given->value = (struct cvd_str){0};
	if (!is_long && text.len > 2) {
		given->value = cvd_str_sub(text, 2, text.len);
	} else if (is_long && equals != SIZE_MAX) {
		given->value = cvd_str_sub(text, equals + 1, text.len);
	} else if (option->optional) {
		given->value = CVD_STR("always");
	} else if (option->values) {
		if (*at + 1 >= argc) {
			cvd_fail(error, CVD_ERROR_USAGE, "--%s needs a value", option->name);
			cvd_error_hint(error, "--%s=%s", option->name, option->values);
			return CVD_ERROR_USAGE;
		}
		given->value = cvd_str_from(argv[++*at]);
	}
	return CVD_OK;
}

/* The first operand is the command, if it names one and does not stand after `--`. */
static void take_command(struct cvd_options *options)
{
	struct cvd_operands *operands = &options->operands;

	options->command = &cvd_commands[0];
	if (!operands->before_dashes || !operands->items[0].len ||
	    !cvd_command_find(operands->items[0]))
		return;
	options->command = cvd_command_find(operands->items[0]);
	operands->items++;
	operands->len--;
	operands->cap--;
	operands->before_dashes--;
}

/* Whether the command that the operands so far begin with takes all that follows as it is. */
static bool takes_all(const struct cvd_operands *operands)
{
	const struct cvd_command *command =
		operands->len > 1 ? cvd_command_find(operands->items[0]) : NULL;

	return command && command->own_words && operands->len > command->own_words;
}

/* The option's row for the command, or NULL. */
static const struct cvd_option *row_for(const struct cvd_option *option,
					const struct cvd_command *command)
{
	for (size_t i = 0; i < cvd_option_count; i++)
		if (cvd_options[i].used & command->used &&
		    cvd_str_equal(cvd_str_from(cvd_options[i].name), cvd_str_from(option->name)))
			return &cvd_options[i];
	return NULL;
}

static enum cvd_status take_option(struct cvd_options *options, const struct given *given,
				   struct cvd_error *error)
{
	const struct cvd_option *option = row_for(given->option, options->command);

	if (!option) {
		const char *name = options->command->name, *gap = *name ? " " : "";

		cvd_fail(error, CVD_ERROR_USAGE, "'cvdiff%s%s' has no option --%s", gap, name,
			 given->option->name);
		cvd_error_hint(error, "cvdiff help%s%s", gap, name);
		return CVD_ERROR_USAGE;
	}
	if (option->values)
		return store(options, option, given->value, error);
	*(int *)((char *)options + option->offset) = option->value;
	return CVD_OK;
}

enum cvd_status cvd_options_parse(struct cvd_arena *arena, int argc, char **argv,
				  struct cvd_options *options, struct cvd_error *error)
{
	struct cvd_operands *operands = &options->operands;
	CVD_ARRAY(struct given) given = {0};
	enum cvd_status status = CVD_OK;

	*options = (struct cvd_options){0};
	for (int i = 1; i < argc; i++) {
		struct cvd_str text = cvd_str_from(argv[i]);

		if (operands->dashes || text.len < 2 || text.ptr[0] != '-' || takes_all(operands)) {
			CVD_PUSH(arena, operands, text);
			continue;
		}
		if (text.len == 2 && text.ptr[1] == '-') {
			operands->dashes = true;
			operands->before_dashes = operands->len;
			continue;
		}
		CVD_PUSH(arena, &given, (struct given){0});
		status = read_option(argc, argv, &i, &given.items[given.len - 1], error);
		if (status)
			return status;
	}
	if (!operands->dashes)
		operands->before_dashes = operands->len;
	take_command(options);
	for (size_t i = 0; i < given.len && !status; i++)
		status = take_option(options, &given.items[i], error);
	return status;
}
