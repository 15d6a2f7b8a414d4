/* The parts of an entry's header. Private to the readers. */
#ifndef CVD_RESUME_SEGMENTS_H
#define CVD_RESUME_SEGMENTS_H

#include "dates.h"
#include "reader.h"

struct cvd_segment {
	size_t from, to; /* bytes of the block's text */
	struct cvd_str text;
	int style;        /* what covers all of it */
	int line;         /* of the paragraph, from 0; -1: of the heading */
	bool inner;       /* stood in parentheses */
	bool beside_date; /* in parentheses with a date */
	bool dated;
	struct cvd_date_range range;
};

#endif
