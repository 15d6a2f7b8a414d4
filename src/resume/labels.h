/* Which field a piece of a header is. Private to the readers. */
#ifndef CVD_RESUME_LABELS_H
#define CVD_RESUME_LABELS_H

#include "plan.h"

/* What the headers of a document have in common. */
struct cvd_labels;

/* Learns from all headers, in the scratch arena. Linear. */
struct cvd_labels *cvd_labels_learn(struct cvd_arena *scratch, const struct cvd_header *headers);
/* A field may go on behind the joint: what stands between the two pieces is then part of it. */
bool cvd_labels_go_on(enum cvd_field field, enum cvd_joint joint);
/* Nothing but a dash parts the piece from the one in front of it, in a title rather than two fields. */
bool cvd_labels_follows_dash(const struct cvd_piece *piece);
/* The field (enum cvd_field) of each piece that is no date; of dates it says nothing. Linear. */
void cvd_labels_decide(struct cvd_labels *labels, const struct cvd_header *header, uint8_t *fields);

#endif
