/* JSON Resume (https://jsonresume.org/schema), version 1.0.0 of its schema. */
#ifndef CVD_RESUME_JSON_RESUME_H
#define CVD_RESUME_JSON_RESUME_H

#include "base/buf.h"
#include "resume/model.h"

/*
 * Appends the document as one that is valid under the schema, indented, with a line break at the end.
 * Every word of the model is in it. What the schema has no place for stands in additional properties:
 * of an item `team`, `detail`, `location`, `current`, `startText`, `endText`, `section`, `within`,
 * `highlights`, `highlightLevels`, `skills`, `groups`, `blocks`, `links`, of a certificate `endDate` where
 * the date has no day, and the rest in `x-cvdiff` of `meta`; cvdiff(1) says what they mean. Bullets that stand in groups are in the item's
 * `highlights` as well. Hidden entries are items with `hidden`; what else is hidden is left out. The document is finished. Linear.
 */
void cvd_json_resume_write(struct cvd_buf *out, const struct cvd_document *doc);

#endif
