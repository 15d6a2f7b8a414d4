/* Dates as numbers of days, for places on an axis. Private to the page of a history. */
#ifndef CVD_RENDER_HTML_DAYS_H
#define CVD_RENDER_HTML_DAYS_H

#include "base/buf.h"

/* Days since 1970 of `2024`, `2024-05` or `2024-05-01`, at the beginning or the end of that time; false where the
 * text is none of them. */
bool html_day_of(struct cvd_str text, bool last, int32_t *day);
/* The first day of a month; months are counted from that of the year 0 on. */
int32_t html_day_of_month(int32_t month);
/* The first month that begins on the day or after it. */
int32_t html_month_from(int32_t day);
/* Appends the first digits of `2024-05-01`: 4, 7 or 10. */
void html_day_write(struct cvd_buf *out, int32_t day, int digits);

#endif
