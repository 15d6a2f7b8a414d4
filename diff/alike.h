/* How grave it is that a node or a field changed, and what of a pair of nodes is alike for a reader though it
 * is written or read otherwise. Private to the diff. */
#ifndef CVD_DIFF_ALIKE_H
#define CVD_DIFF_ALIKE_H

#include "diff/changes.h"
#include "resume/model.h"

/* To add, to remove or to reword a node, by kind. */
extern const enum cvd_severity cvd_severity_of_node[CVD_KIND_COUNT];
/* To change a field of an entry. */
extern const enum cvd_severity cvd_severity_of_field[CVD_FIELD_COUNT];

/* Equal text and normal form, or both NULL. */
bool cvd_alike_values(const struct cvd_value *a, const struct cvd_value *b);
/* What is written alike but was read otherwise did not change, except that a reference link in it may
 * lead elsewhere now. */
bool cvd_alike_source(const struct cvd_node *old, const struct cvd_node *new);
/* Fields that are told apart by the words in them. */
bool cvd_alike_is_worded(enum cvd_field field);
/* An entry says the same words in other fields: what moved to another section, or stands beside others
 * now, is read in their light, and nobody exchanged its title for its employer. */
bool cvd_alike_relabelled(struct cvd_arena *scratch, const struct cvd_node *old,
			  const struct cvd_node *new);
bool cvd_alike_other_words(struct cvd_arena *scratch, const struct cvd_value *a,
			   const struct cvd_value *b);
/* One of the two inherits what the other says itself: the words have passed to or from the entry beside it,
 * and for a reader nothing has changed. */
bool cvd_alike_passed_on(const struct cvd_node *old, const struct cvd_node *new,
			 enum cvd_field field);

#endif
