/* The Gregorian calendar by arithmetic: years begin in March, so that the odd month is the last one. */
#include "days.h"

#include <stdio.h>

#define BEFORE_1970 719528 /* days from the year 0 on */
#define CYCLE 146097       /* days of 400 years */

static int32_t days_from(int32_t year, int32_t month, int32_t day)
{
	int32_t y = year - (month <= 2), era = y / 400, of_era = y - era * 400;
	int32_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

	return era * CYCLE + of_era * 365 + of_era / 4 - of_era / 100 + of_year + 60 - BEFORE_1970;
}

/* The number behind the dash, or at the beginning; 0 where there is none. */
static int32_t number_at(struct cvd_str text, size_t *at, size_t digits)
{
	int32_t number = 0;

	if (*at && (*at >= text.len || text.ptr[(*at)++] != '-'))
		return 0;
	for (size_t end = *at + digits; *at < end; ++*at) {
		if (*at >= text.len || text.ptr[*at] < '0' || text.ptr[*at] > '9')
			return 0;
		number = number * 10 + (text.ptr[*at] - '0');
	}
	return number;
}

bool html_day_of(struct cvd_str text, bool last, int32_t *day)
{
	size_t at = 0;
	int32_t year = number_at(text, &at, 4), month, number;

	if (!year)
		return false;
	month = number_at(text, &at, 2);
	number = month ? number_at(text, &at, 2) : 0;
	if (month > 12)
		return false;
	if (number || !last)
		*day = days_from(year, month ? month : 1, number ? number : 1);
	else
		*day = html_day_of_month(year * 12 + (month ? month : 12)) - 1;
	return true;
}

int32_t html_day_of_month(int32_t month)
{
	return days_from(month / 12, month % 12 + 1, 1);
}

int32_t html_month_from(int32_t day)
{
	int32_t month = (int32_t)((int64_t)(day + BEFORE_1970) * 4800 / CYCLE);

	return html_day_of_month(month) >= day ? month : month + 1;
}

void html_day_write(struct cvd_buf *out, int32_t day, int digits)
{
	int32_t month = html_month_from(day);
	char text[32];

	if (html_day_of_month(month) > day)
		month--;
	snprintf(text, sizeof text, "%04d-%02d-%02d", (int)(month / 12), (int)(month % 12 + 1),
		 (int)(day - html_day_of_month(month) + 1));
	cvd_buf_add(out, cvd_str_sub(cvd_str_from(text), 0, (size_t)digits));
}
