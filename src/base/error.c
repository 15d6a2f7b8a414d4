/* An error is filled once, where it happens; callers pass it up untouched or add a hint. */
#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>

enum cvd_status cvd_error_set(struct cvd_error *error, enum cvd_status status, const char *file,
			      int line, const char *format, ...)
{
	va_list args;

	if (!error)
		return status;
	*error = (struct cvd_error){.status = status, .file = file, .line = line};
	va_start(args, format);
	vsnprintf(error->message, sizeof error->message, format, args);
	va_end(args);
	return status;
}

void cvd_error_hint(struct cvd_error *error, const char *format, ...)
{
	va_list args;

	if (!error)
		return;
	va_start(args, format);
	vsnprintf(error->hint, sizeof error->hint, format, args);
	va_end(args);
}
