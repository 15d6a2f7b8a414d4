/* What a résumé consists of, in few words: for the first version of it. */
#ifndef CVD_CLI_INVENTORY_H
#define CVD_CLI_INVENTORY_H

#include "base/buf.h"
#include "resume/model.h"

/* Appends a list in Markdown: whose résumé it is, and below it the sections with what they hold.
 * Linear. */
void cvd_inventory_write(struct cvd_buf *out, const struct cvd_document *doc);

#endif
