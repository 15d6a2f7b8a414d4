/*
 * What a change is called, in words that a person would use. One table for all renderers, keyed by
 * what the record says; a newcomer adds a row.
 */
#ifndef CVD_RENDER_WORDING_H
#define CVD_RENDER_WORDING_H

#include "base/buf.h"
#include "diff/changes.h"

/* Appends the change's one line of plain text, without a line break and not yet made visible:
 * `Ended: Present → October 2026`. Long statements are shortened with `…`. */
void cvd_wording_message(struct cvd_buf *out, const struct cvd_change *change);

#endif
