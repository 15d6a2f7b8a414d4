/* The whole diff in one call: Merkle trees, matching, edit script, change records. */
#ifndef CVD_DIFF_DIFF_H
#define CVD_DIFF_DIFF_H

#include "diff/changes.h"
#include "diff/prepared.h"
#include "resume/model.h"

/*
 * Tells what changed from `old` to `new`. Never fails: past a named cap the answer is coarser and
 * `limited` says which. Labels, commits and paths of the revisions are the caller's to fill in; all
 * else is set. The documents outlive the report; the caller frees it with cvd_report_free.
 * Cost: linear in the size of the documents, plus n·k for the k changed siblings among n.
 */
struct cvd_report *cvd_diff(const struct cvd_document *old, const struct cvd_document *new);
/* The same for documents that are compared several times. Threads may share them. */
struct cvd_report *cvd_diff_prepared(struct cvd_prepared *old, struct cvd_prepared *new);
/* The same with the report's view: both versions as one document. Linear in their texts beside the diff. */
struct cvd_report *cvd_diff_with_view(struct cvd_prepared *old, struct cvd_prepared *new);

#endif
