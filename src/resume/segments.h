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
	bool known;           /* its field is told by its words (names.c) */
	enum cvd_field field; /* then, this one */
	struct cvd_str joint; /* the word that joins it to the segment in front (`at`), if any */
};

/* The most that a header is cut into. */
#define CVD_SEGMENTS 64

struct cvd_segments {
	struct cvd_segment items[CVD_SEGMENTS];
	size_t len;
	bool full; /* there were more */
};

/*
 * Tells titles, organizations and places of one line's segments apart by their words (line -1: the
 * heading, where the paragraph below names no organization): cuts `Engineer at Acme` and `Engineer, Acme, Oslo` apart, and
 * finds which of `Acme | Engineer` is which. Without evidence nothing changes.
 */
void cvd_segments_name(struct cvd_reader *reader, struct cvd_segments *segments, int line);

#endif
