/* --help and `cvdiff help`: the tables of options and commands, laid out. */
#include "help.h"

#include "cli.h"
#include "message.h"

#define OPTION_COLUMN 32 /* where the help of an option begins */

static void add_option(struct cvd_buf *out, const struct cvd_option *option)
{
	size_t start = out->len, used;

	cvd_buf_add(out, CVD_STR("  "));
	if (option->letter)
		cvd_buf_printf(out, "-%c, ", option->letter);
	cvd_buf_printf(out, "--%s", option->name);
	if (option->values)
		cvd_buf_printf(out, option->optional ? "[=%s]" : "=%s", option->values);
	for (size_t i = 0; i < cvd_option_count; i++)
		if (cvd_options[i].alias_of && cvd_str_equal(cvd_str_from(cvd_options[i].alias_of),
							     cvd_str_from(option->name)))
			cvd_buf_printf(out, ", --%s", cvd_options[i].name);
	used = out->len - start;
	if (used >= OPTION_COLUMN) {
		cvd_buf_put(out, '\n');
		used = 0;
	}
	cvd_buf_fill(out, ' ', OPTION_COLUMN - used);
	cvd_buf_printf(out, "%s\n", option->help);
}

static void add_synopsis(struct cvd_buf *out, const struct cvd_command *command)
{
	struct cvd_str all = cvd_str_from(command->synopsis);

	for (size_t at = 0; at < all.len;) {
		struct cvd_str line = cvd_str_sub(all, at, cvd_str_find_char(all, '\n', at));

		cvd_buf_printf(out, "%s%.*s\n", at ? "       " : "usage: ", CVD_STR_ARG(line));
		at += line.len + 1;
	}
}

static void add_commands(struct cvd_buf *out, bool plumbing)
{
	for (size_t i = 1; i < cvd_command_count; i++) {
		struct cvd_str synopsis = cvd_str_from(cvd_commands[i].synopsis);

		if (cvd_commands[i].plumbing == plumbing)
			cvd_buf_printf(out, "  %.*s\n", CVD_STR_ARG(cvd_str_trim(synopsis)));
	}
}

void cvd_help_print(struct cvd_buf *out, const struct cvd_command *command)
{
	add_synopsis(out, command);
	cvd_buf_printf(out, "\n%s\n\noptions:\n", command->help);
	for (size_t i = 0; i < cvd_option_count; i++)
		if (cvd_options[i].used & command->used && !cvd_options[i].alias_of)
			add_option(out, &cvd_options[i]);
	if (command != &cvd_commands[0])
		return;
	cvd_buf_add(out, CVD_STR("\ncommands:\n"));
	add_commands(out, false);
	cvd_buf_add(out, CVD_STR("\ncommands that git and shells run:\n"));
	add_commands(out, true);
	cvd_buf_add(out, CVD_STR("\nThe résumé is found by the git attribute `cvdiff`, the git "
				 "configuration `cvdiff.path`,\nor its name; see man cvdiff.\n"
				 "Exit: 0 done, 1 differences where --exit-code or --fail-on asked, "
				 "2 trouble.\n"));
}

void cvd_run_help(struct cvd_cli *cli)
{
	const struct cvd_operands *operands = &cli->options.operands;
	const struct cvd_command *command = &cvd_commands[0];
	struct cvd_error error;

	if (operands->len)
		command = cvd_command_find(operands->items[0]);
	if (command && operands->len <= 1) {
		cvd_help_print(&cli->out, command);
		return;
	}
	cvd_fail(&error, CVD_ERROR_USAGE, "no command '%.*s'",
		 CVD_STR_ARG(operands->items[operands->len - 1]));
	cvd_error_hint(&error, "cvdiff help lists the commands");
	cvd_message_error(&error);
	cli->trouble = true;
}
