/*
 * Completions for shells, written from the tables of options and commands, so that they never differ
 * from what the program takes. What a table cannot say is left to the shell: revisions come from git,
 * files from the file system.
 */
#include "cli.h"
#include "message.h"

#include <string.h>

#define REVISIONS "git for-each-ref --format=\"%(refname:short)\" 2>/dev/null"

static bool is_listed(const struct cvd_command *command)
{
	return !command->plumbing;
}

static bool takes_text(const struct cvd_option *option)
{
	return option->values && *option->values >= 'A' && *option->values <= 'Z';
}

static bool takes_file(const struct cvd_option *option)
{
	return option->values && cvd_str_equal(cvd_str_from(option->values), CVD_STR("FILE"));
}

/* The help of an option; an alias has its main option's. */
static struct cvd_str help_of(const struct cvd_option *option, const struct cvd_command *command)
{
	for (size_t i = 0; !option->help && i < cvd_option_count; i++)
		if (cvd_options[i].used & command->used &&
		    cvd_str_equal(cvd_str_from(cvd_options[i].name), cvd_str_from(option->alias_of)))
			return cvd_str_from(cvd_options[i].help);
	return cvd_str_from(option->help);
}

/* The help's first clause, on one line. */
static struct cvd_str summary_of(const struct cvd_command *command)
{
	struct cvd_str all = cvd_str_from(command->help);

	return cvd_str_sub(all, 0, strcspn(command->help, ":.\n"));
}

/* The text between single quotes; `escape` are bytes that get a backslash, too. */
static void put_quoted(struct cvd_buf *out, struct cvd_str text, const char *escape)
{
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];

		if (c == '\'') {
			cvd_buf_add(out, CVD_STR("'\\''"));
			continue;
		}
		for (const char *e = escape; *e; e++)
			if (c == *e)
				cvd_buf_put(out, '\\');
		cvd_buf_put(out, c);
	}
}

/* `text|json` with spaces for bars. */
static void put_words(struct cvd_buf *out, const char *values)
{
	for (; *values; values++)
		cvd_buf_put(out, *values == '|' ? ' ' : *values);
}

/* --- bash --------------------------------------------------------------------------------------- */

static void add_bash_command(struct cvd_buf *out, const struct cvd_command *command)
{
	cvd_buf_printf(out, "\t'%s') options='", command->name);
	for (size_t i = 0; i < cvd_option_count; i++)
		if (cvd_options[i].used & command->used)
			cvd_buf_printf(out, "--%s%s ", cvd_options[i].name,
				       cvd_options[i].values && !cvd_options[i].optional ? "=" : "");
	out->len--;
	cvd_buf_add(out, CVD_STR("' ;;\n"));
}

static void add_bash_values(struct cvd_buf *out, const struct cvd_command *command)
{
	for (size_t i = 0; i < cvd_option_count; i++) {
		const struct cvd_option *option = &cvd_options[i];

		if (!(option->used & command->used) || !option->values ||
		    (takes_text(option) && !takes_file(option)))
			continue;
		cvd_buf_printf(out, "\t'%s --%s') ", command->name, option->name);
		if (takes_file(option)) {
			cvd_buf_add(out, CVD_STR("files=1 ;;\n"));
			continue;
		}
		cvd_buf_add(out, CVD_STR("values='"));
		put_words(out, option->values);
		cvd_buf_add(out, CVD_STR("' ;;\n"));
	}
}

static void add_command_names(struct cvd_buf *out, const char *between)
{
	for (size_t i = 1; i < cvd_command_count; i++)
		if (is_listed(&cvd_commands[i]))
			cvd_buf_printf(out, "%s%s", i > 1 ? between : "", cvd_commands[i].name);
}

static void write_bash(struct cvd_buf *out)
{
	cvd_buf_add(out, CVD_STR("# Completion of cvdiff for bash: cvdiff completion bash\n"
				 "_cvdiff()\n{\n"
				 "\tlocal cur=${COMP_WORDS[COMP_CWORD]} option= command= options= "
				 "values= files= i\n\n"
				 "\tcase ${COMP_WORDS[1]} in\n\t"));
	add_command_names(out, " | ");
	cvd_buf_add(out, CVD_STR(") ((COMP_CWORD > 1)) && command=${COMP_WORDS[1]} ;;\n\tesac\n"
				 "\tfor ((i = 1; i < COMP_CWORD; i++)); do\n"
				 "\t\t[[ ${COMP_WORDS[i]} == -- ]] && files=1\n\tdone\n"
				 "\tcase $command in\n"));
	for (size_t i = 0; i < cvd_command_count; i++)
		if (is_listed(&cvd_commands[i]))
			add_bash_command(out, &cvd_commands[i]);
	cvd_buf_add(
		out,
		CVD_STR("\tesac\n"
			"\t# The equals sign is a word of its own, unless COMP_WORDBREAKS lacks it.\n"
			"\tif [[ $cur == --*=* ]]; then\n"
			"\t\toption=${cur%%=*} cur=${cur#*=}\n"
			"\telif [[ $cur == = ]]; then\n"
			"\t\toption=${COMP_WORDS[COMP_CWORD - 1]} cur=\n"
			"\telif [[ ${COMP_WORDS[COMP_CWORD - 1]} == = ]]; then\n"
			"\t\toption=${COMP_WORDS[COMP_CWORD - 2]}\n"
			"\telif [[ \" $options \" == *\" ${COMP_WORDS[COMP_CWORD - 1]}= \"* ]]; "
			"then\n"
			"\t\toption=${COMP_WORDS[COMP_CWORD - 1]}\n"
			"\tfi\n"
			"\tcase \"$command $option\" in\n"));
	for (size_t i = 0; i < cvd_command_count; i++)
		if (is_listed(&cvd_commands[i]))
			add_bash_values(out, &cvd_commands[i]);
	cvd_buf_add(out,
		    CVD_STR("\tesac\n"
			    "\tCOMPREPLY=()\n"
			    "\tif [[ $values ]]; then\n"
			    "\t\tmapfile -t COMPREPLY < <(compgen -W \"$values\" -- \"$cur\")\n"
			    "\telif [[ $files ]]; then\n"
			    "\t\tcompopt -o filenames 2>/dev/null\n"
			    "\t\tmapfile -t COMPREPLY < <(compgen -f -- \"$cur\")\n"
			    "\telif [[ $option ]]; then\n"
			    "\t\treturn\n"
			    "\telif [[ $cur == -* ]]; then\n"
			    "\t\tmapfile -t COMPREPLY < <(compgen -W \"$options\" -- \"$cur\")\n"
			    "\t\t[[ ${COMPREPLY[0]} == *= ]] && compopt -o nospace 2>/dev/null\n"
			    "\telse\n"
			    "\t\t((COMP_CWORD == 1)) && values='"));
	add_command_names(out, " ");
	cvd_buf_add(out, CVD_STR("'\n"
				 "\t\tcompopt -o filenames 2>/dev/null\n"
				 "\t\tmapfile -t COMPREPLY < <(\n"
				 "\t\t\tcompgen -W \"$values\" -- \"$cur\"\n"
				 "\t\t\twhile IFS= read -r i; do\n"
				 "\t\t\t\t[[ $i == \"$cur\"* ]] && printf '%s\\n' \"$i\"\n"
				 "\t\t\tdone < <(" REVISIONS ")\n"
				 "\t\t\tcompgen -f -- \"$cur\"\n"
				 "\t\t)\n"
				 "\tfi\n"
				 "}\n"
				 "complete -F _cvdiff cvdiff\n"));
}

/* --- zsh ---------------------------------------------------------------------------------------- */

static void add_zsh_option(struct cvd_buf *out, const struct cvd_option *option,
			   const struct cvd_command *command)
{
	struct cvd_str help = help_of(option, command);

	cvd_buf_printf(out, " \\\n\t\t\t'--%s", option->name);
	if (option->values)
		cvd_buf_add(out, option->optional ? CVD_STR("=-") : CVD_STR("="));
	cvd_buf_put(out, '[');
	put_quoted(out, help, "[]:\\");
	cvd_buf_put(out, ']');
	if (option->values)
		cvd_buf_add(out, option->optional ? CVD_STR("::value:") : CVD_STR(":value:"));
	if (takes_file(option)) {
		cvd_buf_add(out, CVD_STR("_files"));
	} else if (option->values && !takes_text(option)) {
		cvd_buf_put(out, '(');
		put_words(out, option->values);
		cvd_buf_put(out, ')');
	}
	cvd_buf_put(out, '\'');
}

static void write_zsh(struct cvd_buf *out)
{
	cvd_buf_add(out, CVD_STR("#compdef cvdiff\n"
				 "# Completion of cvdiff for zsh: cvdiff completion zsh\n"
				 "_cvdiff_operands()\n{\n"
				 "\tlocal -a revisions\n\n"
				 "\trevisions=(${(f)\"$(" REVISIONS ")\"})\n"
				 "\t_alternative 'revisions:revision:compadd -a revisions' "
				 "'files:file:_files'\n}\n\n"
				 "_cvdiff()\n{\n"
				 "\tlocal command=\n\tlocal -a commands\n\n\tcommands=("));
	for (size_t i = 1; i < cvd_command_count; i++) {
		if (!is_listed(&cvd_commands[i]))
			continue;
		cvd_buf_printf(out, "\n\t\t'%s:", cvd_commands[i].name);
		put_quoted(out, summary_of(&cvd_commands[i]), ":\\");
		cvd_buf_put(out, '\'');
	}
	cvd_buf_add(out, CVD_STR(")\n\tcase ${words[2]} in\n\t"));
	add_command_names(out, " | ");
	cvd_buf_add(out, CVD_STR(") ((CURRENT > 2)) && command=${words[2]} ;;\n\tesac\n"
				 "\t((CURRENT == 2)) && [[ ${words[2]} != -* ]] && "
				 "_describe command commands\n"
				 "\tcase $command in\n"));
	for (size_t i = 0; i < cvd_command_count; i++) {
		const struct cvd_command *command = &cvd_commands[i];

		if (!is_listed(command))
			continue;
		cvd_buf_printf(out, "\t'%s')\n\t\t_arguments", command->name);
		for (size_t o = 0; o < cvd_option_count; o++)
			if (cvd_options[o].used & command->used)
				add_zsh_option(out, &cvd_options[o], command);
		cvd_buf_add(out, CVD_STR(" \\\n\t\t\t'*:operand:_cvdiff_operands' ;;\n"));
	}
	cvd_buf_add(out, CVD_STR("\tesac\n}\n"
				 "if [[ $funcstack[1] == _cvdiff ]]; then\n\t_cvdiff \"$@\"\nelse\n"
				 "\tcompdef _cvdiff cvdiff\nfi\n"));
}

/* --- fish --------------------------------------------------------------------------------------- */

static void add_fish_condition(struct cvd_buf *out, const struct cvd_command *command)
{
	if (*command->name) {
		cvd_buf_printf(out, "complete -c cvdiff -n '__fish_seen_subcommand_from %s'",
			       command->name);
		return;
	}
	cvd_buf_add(out, CVD_STR("complete -c cvdiff -n 'not __fish_seen_subcommand_from "));
	add_command_names(out, " ");
	cvd_buf_put(out, '\'');
}

/* In fish, a backslash and a quote are escaped inside single quotes. */
static void put_fish(struct cvd_buf *out, struct cvd_str text)
{
	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] == '\'' || text.ptr[i] == '\\')
			cvd_buf_put(out, '\\');
		cvd_buf_put(out, text.ptr[i]);
	}
}

static void add_fish_option(struct cvd_buf *out, const struct cvd_option *option,
			    const struct cvd_command *command)
{
	add_fish_condition(out, command);
	cvd_buf_printf(out, " -l %s", option->name);
	if (option->letter)
		cvd_buf_printf(out, " -s %c", option->letter);
	if (takes_file(option)) {
		cvd_buf_add(out, CVD_STR(" -r -F"));
	} else if (option->values) {
		if (!option->optional)
			cvd_buf_add(out, CVD_STR(" -x"));
		if (!takes_text(option)) {
			cvd_buf_add(out, CVD_STR(" -a '"));
			put_words(out, option->values);
			cvd_buf_put(out, '\'');
		}
	}
	cvd_buf_add(out, CVD_STR(" -d '"));
	put_fish(out, help_of(option, command));
	cvd_buf_add(out, CVD_STR("'\n"));
}

static void write_fish(struct cvd_buf *out)
{
	cvd_buf_add(out, CVD_STR("# Completion of cvdiff for fish: cvdiff completion fish\n"
				 "complete -c cvdiff -a '(" REVISIONS ")' -d revision\n"));
	for (size_t i = 1; i < cvd_command_count; i++) {
		if (!is_listed(&cvd_commands[i]))
			continue;
		cvd_buf_printf(out, "complete -c cvdiff -n __fish_use_subcommand -a %s -d '",
			       cvd_commands[i].name);
		put_fish(out, summary_of(&cvd_commands[i]));
		cvd_buf_add(out, CVD_STR("'\n"));
	}
	for (size_t i = 0; i < cvd_command_count; i++)
		for (size_t o = 0; is_listed(&cvd_commands[i]) && o < cvd_option_count; o++)
			if (cvd_options[o].used & cvd_commands[i].used)
				add_fish_option(out, &cvd_options[o], &cvd_commands[i]);
}

/* --- the command -------------------------------------------------------------------------------- */

static const struct {
	const char *name;
	void (*write)(struct cvd_buf *out);
} shells[] = {{"bash", write_bash}, {"zsh", write_zsh}, {"fish", write_fish}};

void cvd_run_completion(struct cvd_cli *cli)
{
	const struct cvd_operands *operands = &cli->options.operands;
	struct cvd_error error;

	for (size_t i = 0; operands->len == 1 && i < sizeof shells / sizeof *shells; i++)
		if (cvd_str_equal(cvd_str_from(shells[i].name), operands->items[0])) {
			shells[i].write(&cli->out);
			return;
		}
	cvd_fail(&error, CVD_ERROR_USAGE, "completion is for bash, zsh or fish");
	cvd_error_hint(&error, "cvdiff completion bash");
	cvd_message_error(&error);
	cli->trouble = true;
}
