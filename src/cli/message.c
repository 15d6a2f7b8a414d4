/* A message is built whole and written at once, so that it is never torn by another process. */
#include "message.h"

#include "base/file.h"
#include "base/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

static void write_line(struct cvd_str head, const char *message, const char *hint)
{
	struct cvd_buf line = {0};

	cvd_buf_add(&line, head);
	cvd_text_visible(&line, cvd_str_from(message));
	cvd_buf_put(&line, '\n');
	if (hint && *hint) {
		cvd_buf_add(&line, CVD_STR("hint: "));
		cvd_text_visible(&line, cvd_str_from(hint));
		cvd_buf_put(&line, '\n');
	}
	/* Nobody is left to be told if this fails. */
	cvd_file_write_fd(STDERR_FILENO, "standard error", cvd_buf_str(&line), NULL);
	cvd_buf_free(&line);
}

void cvd_message_error(const struct cvd_error *error)
{
	write_line(CVD_STR("cvdiff: error: "), error->message, error->hint);
}

void cvd_message_warning(const char *format, ...)
{
	char message[1024];
	va_list args;

	va_start(args, format);
	vsnprintf(message, sizeof message, format, args);
	va_end(args);
	write_line(CVD_STR("cvdiff: warning: "), message, NULL);
}
