/*
 * One run: read the arguments, let the command fill the output, write it whole, say how it ended.
 * Nothing is written to standard output before everything is known.
 */
#include "cli.h"
#include "help.h"
#include "message.h"
#include "output.h"

enum cvd_status cvd_cli_open_git(struct cvd_cli *cli, struct cvd_error *error)
{
	enum cvd_status status = cli->git ? CVD_OK : cvd_git_open(&cli->git, error);

	if (status == CVD_ERROR_NOT_FOUND)
		cvd_error_hint(error, "go to the folder of a repository, or compare two files: "
				      "cvdiff OLD.md NEW.md");
	return status;
}

static int exit_status(const struct cvd_cli *cli)
{
	int fail_on = cli->options.fail_on;

	if (!fail_on && (cli->options.exit_code || cli->options.quiet))
		fail_on = CVD_FAIL_ON_STYLE;
	if (cli->stops)
		return CVD_EXIT_DIFFERENT;
	if (cli->trouble)
		return CVD_EXIT_TROUBLE;
	for (int severity = 0; severity < fail_on; severity++)
		if (cli->found[severity])
			return CVD_EXIT_DIFFERENT;
	return CVD_EXIT_DONE;
}

static void run(struct cvd_cli *cli)
{
	if (cli->options.version)
		cvd_buf_add(&cli->out, CVD_STR("cvdiff " CVD_VERSION "\n"));
	else if (cli->options.help)
		cvd_help_print(&cli->out, cli->options.command);
	else
		cli->options.command->run(cli);
}

int main(int argc, char **argv)
{
	struct cvd_cli cli = {0};
	struct cvd_error error = {0};
	enum cvd_status status = cvd_options_parse(&cli.arena, argc, argv, &cli.options, &error);

	if (!status)
		status = cvd_output_begin(&cli, &error);
	if (!status) {
		run(&cli);
		status = cvd_output_end(&cli, &error);
	}
	if (status) {
		cvd_message_error(&error);
		cli.trouble = true;
	}
	cvd_git_close(cli.git);
	cvd_buf_free(&cli.out);
	cvd_arena_free(&cli.arena);
	return exit_status(&cli);
}
