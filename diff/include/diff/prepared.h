/*
 * What a diff needs of one document, whichever side it stands on: made once where a document is compared
 * several times, as each version in a history is with the one before and the one behind it.
 */
#ifndef CVD_DIFF_PREPARED_H
#define CVD_DIFF_PREPARED_H

#include "diff/merkle.h"

struct cvd_prepared;

/* Hashes the document, which outlives the result. The words of its statements are counted by the first diff
 * that asks for them. The caller frees it. Linear in the text. */
struct cvd_prepared *cvd_prepare(const struct cvd_document *doc);
void cvd_prepared_free(struct cvd_prepared *prepared); /* NULL is fine */

const struct cvd_document *cvd_prepared_document(const struct cvd_prepared *prepared);
const struct cvd_merkle *cvd_prepared_tree(const struct cvd_prepared *prepared);

#endif
