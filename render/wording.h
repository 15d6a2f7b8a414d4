/*
 * What a change is called, in words that a person would use. One table for all renderers, keyed by
 * what the record says; a newcomer adds a row.
 */
#ifndef CVD_RENDER_WORDING_H
#define CVD_RENDER_WORDING_H

#include "base/buf.h"
#include "phrase.h"

enum cvd_mark {
	CVD_MARK_ADDED,
	CVD_MARK_REMOVED,
	CVD_MARK_CHANGED,
	CVD_MARK_ARRIVED,
	CVD_MARK_LEFT,
	CVD_MARK_REORDERED,
	CVD_MARK_COUNT
};

struct cvd_wording {
	enum cvd_mark mark;
	struct cvd_str label; /* beside the mark: `Bullet` */
	struct cvd_str title; /* without the mark: `Removed bullet` */
	struct cvd_phrase body;
};

struct cvd_wording_options {
	size_t columns; /* shorten what is cited whole to this width; 0: never */
	bool full;      /* cut nothing, and leave nothing out of what did not change */
	bool brief;     /* cut changed words, too, and end long word diffs early */
	bool named;     /* the node is named just above: of a move, say only where it came from */
};

/* The wording of any change, in the arena and borrowing from the change. Linear in its text. */
struct cvd_wording cvd_wording_find(struct cvd_arena *arena, const struct cvd_change *change,
				    const struct cvd_wording_options *options);
/* Of a move, as seen from the old place: `Moved away`, `(to Acme › Billing)`. */
struct cvd_wording cvd_wording_left(struct cvd_arena *arena, const struct cvd_change *change,
				    const struct cvd_wording_options *options);

/* Appends the change in one line of plain text, without a line break and not yet made visible:
 * `Ended: Present → October 2026`. Long statements are shortened with `…`. */
void cvd_wording_message(struct cvd_buf *out, const struct cvd_change *change);

#endif
