/* Where days are in the figures of a history, and which of them have a tick. Linear in the commits and lanes. */
#include "days.h"
#include "figure.h"

#define YEARS_MOST (80 * 366) /* days before the first commit that are shown */

/* Of the time before the commits, as wide as it is long, but within bounds; whole columns are left. */
static int border_of(const struct html_axis *axis)
{
	int64_t before = axis->first - axis->start, all = axis->last - axis->start;
	int width = (int)(HTML_WIDTH * before / all);

	if (!before)
		return 0;
	width = width < HTML_WIDTH / 10 ? HTML_WIDTH / 10 : width;
	width = width > HTML_WIDTH * 2 / 5 ? HTML_WIDTH * 2 / 5 : width;
	return HTML_WIDTH - (HTML_WIDTH - width) / HTML_COLUMN * HTML_COLUMN;
}

/* Times between two ticks. */
static const struct step {
	int32_t length; /* in days or months */
	bool months;
	int digits; /* of a date that are written: `2024`, `2024-05`, `2024-05-01` */
	int least;  /* pixels to the next tick */
} steps[] = {
	{1, false, 10, 76},  {2, false, 10, 76}, {7, false, 10, 76}, {14, false, 10, 76},
	{1, true, 7, 52},    {3, true, 7, 52},   {6, true, 7, 52},   {12, true, 4, 52},
	{24, true, 4, 52},   {60, true, 4, 52},  {120, true, 4, 52}, {240, true, 4, 52},
	{1200, true, 4, 52},
};

static const struct step *find_step(int32_t days, int width)
{
	const struct step *step = steps, *last = steps + sizeof steps / sizeof *steps - 1;

	while (step < last && (int64_t)width * step->length * (step->months ? 30 : 1) <
				      (int64_t)step->least * days)
		step++;
	return step;
}

static void add_ticks(struct html_axis *axis, int32_t from, int32_t to)
{
	int left = html_axis_place(axis, from), right = html_axis_place(axis, to), written = left;
	const struct step *step = find_step(to - from, right - left);
	int32_t first = step->months ? html_month_from(from) : from, day;

	for (int32_t i = (first + step->length - 1) / step->length;
	     axis->tick_count < HTML_TICKS_MOST; i++) {
		struct html_tick tick = {.digits = step->digits};

		day = step->months ? html_day_of_month(i * step->length) : i * step->length;
		if (day >= to)
			break;
		tick.day = day;
		tick.x = html_axis_place(axis, day);
		tick.labelled =
			tick.x - written >= step->least / 2 && right - tick.x >= step->least / 2;
		written = tick.labelled ? tick.x : written;
		axis->ticks[axis->tick_count++] = tick;
	}
}

struct html_axis html_axis_of(const struct cvd_html_history *history)
{
	int32_t newest = history->commits.items[0].date, room;
	struct html_axis axis = {.first = newest, .last = newest};

	for (size_t i = 1; i < history->commits.len; i++) {
		int32_t date = history->commits.items[i].date;

		axis.first = date < axis.first ? date : axis.first;
		axis.last = date > axis.last ? date : axis.last;
	}
	room = (axis.last - axis.first) / 50 + 4;
	axis.first -= room;
	axis.last += room;
	axis.start = axis.first;
	for (size_t i = 0; i < history->lanes.len; i++) {
		const struct html_lane *lane = &history->lanes.items[i];

		if (lane->dated && lane->start < axis.start)
			axis.start = lane->start;
	}
	if (axis.first - axis.start > YEARS_MOST)
		axis.start = axis.first - YEARS_MOST;
	axis.border = border_of(&axis);
	if (axis.start < axis.first)
		add_ticks(&axis, axis.start, axis.first);
	add_ticks(&axis, axis.first, axis.last);
	return axis;
}

static int share(int width, int64_t part, int64_t whole)
{
	return whole > 0 ? (int)(width * part / whole) : 0;
}

int html_axis_place(const struct html_axis *axis, int32_t day)
{
	if (day <= axis->start)
		return 0;
	if (day >= axis->last)
		return HTML_WIDTH;
	if (day < axis->first)
		return share(axis->border, day - axis->start, axis->first - axis->start);
	return axis->border +
	       share(HTML_WIDTH - axis->border, day - axis->first, axis->last - axis->first);
}

int html_axis_column(const struct html_axis *axis, int32_t day)
{
	int column = (html_axis_place(axis, day) - axis->border) / HTML_COLUMN;
	int last = (HTML_WIDTH - axis->border) / HTML_COLUMN - 1;

	return column > last ? last : column;
}

int html_axis_column_place(const struct html_axis *axis, int column)
{
	return axis->border + column * HTML_COLUMN;
}
