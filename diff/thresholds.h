/*
 * What the matching believes: every threshold and weight, in one place. `./dev bench tune` builds cvdiff
 * with other values and measures each on invented edits (bench/accuracy, development seeds) and on the
 * stories; where several do equally well, the value is in their middle. Caps on work stand with the work
 * they bound. A value given with `-DNAME=VALUE` wins. Private to the diff.
 */
#ifndef CVD_DIFF_THRESHOLDS_H
#define CVD_DIFF_THRESHOLDS_H

/* --- words (similarity.c) ----------------------------------------------------------------------- */

/* A word's weight grows with its letters up to this many: short words are common in every language that
 * is written with spaces. */
#ifndef FULL_LETTERS
#define FULL_LETTERS 7
#endif
/* A longer word is known by this many of its first letters. */
#ifndef STEM_LETTERS
#define STEM_LETTERS 6
#endif
/* An ideograph, a kana or a Hangul syllable says as much as this many letters. */
#ifndef IDEOGRAPH_LETTERS
#define IDEOGRAPH_LETTERS 3
#endif
/* What a word counts that stands in every statement, against a rare one. */
#ifndef COMMON_WORD
#define COMMON_WORD 0.15
#endif

/* --- statements (match_statements.c) ------------------------------------------------------------ */

/* Similarity that makes a pair below the same parents, between the same neighbours there, and under
 * different parents, where two statements are alike by chance more often. */
#ifndef SAME_PARENT_SIMILARITY
#define SAME_PARENT_SIMILARITY 0.4
#endif
#ifndef SAME_PLACE_SIMILARITY
#define SAME_PLACE_SIMILARITY 0.27
#endif
#ifndef OTHER_PARENT_SIMILARITY
#define OTHER_PARENT_SIMILARITY 0.6
#endif
/* The least weight of words (cvd_bag) for a pair under different parents: about four words. */
#ifndef OTHER_PARENT_WEIGHT
#define OTHER_PARENT_WEIGHT 3.0F
#endif
/* The least weight (cvd_merkle) of an equal subtree that pairs under another parent, about four words:
 * what a person would know again in another place. */
#ifndef KNOWN_AGAIN_WEIGHT
#define KNOWN_AGAIN_WEIGHT 24
#endif

/* --- entries, sections, groups (match_containers.c) --------------------------------------------- */

/* What a field counts that only one side has, against its full weight: a little against a pair. */
#ifndef ONE_SIDED
#define ONE_SIDED 0.3
#endif
/* Words that any two texts share; similarity below it is none. */
#ifndef COMMON_WORDS
#define COMMON_WORDS 0.3
#endif
/* Entries of two kinds (a role that became a project) need stronger evidence. */
#ifndef OTHER_KIND
#define OTHER_KIND 0.9
#endif
/* Sections of the same known type have at least this similarity of titles. */
#ifndef SAME_TYPE
#define SAME_TYPE 0.6
#endif
/* The score that makes a pair of entries with more than a title; of sections, groups and other entries;
 * of groups under other parents. */
#ifndef DATED_SCORE
#define DATED_SCORE 0.5
#endif
#ifndef PLAIN_SCORE
#define PLAIN_SCORE 0.38
#endif
#ifndef MOVED_GROUP_SCORE
#define MOVED_GROUP_SCORE 0.55
#endif

/* --- split and merged (match_joints.c) ---------------------------------------------------------- */

/* What all parts together say against the whole; the share of its words that each part takes from the
 * whole beyond what the others take; and the least weight of a part's words (cvd_bag), two words. */
#ifndef WHOLE_SIMILARITY
#define WHOLE_SIMILARITY 0.6
#endif
#ifndef PART_COVER
#define PART_COVER 0.5
#endif
#ifndef PART_WEIGHT
#define PART_WEIGHT 1.5F
#endif
/* The share of its children that came from the container it was split from: of an entry, whose fields
 * speak as well, and of a section or group. */
#ifndef ENTRY_CHILDREN
#define ENTRY_CHILDREN 0.6
#endif
#ifndef TITLED_CHILDREN
#define TITLED_CHILDREN 0.9
#endif
/* A section or a group that got fewer children is a new one with something moved into it. */
#ifndef TITLED_CHILD_COUNT
#define TITLED_CHILD_COUNT 2
#endif

/* --- rewritten (rewritten.c, match_rewritten.c) ------------------------------------------------- */

/* On both sides this many statements must have gone or come, and at most this share of all have a
 * partner; less likeness than the last two is chance then, below the same parent and under others. */
#ifndef REWRITTEN_STATEMENTS
#define REWRITTEN_STATEMENTS 4
#endif
#ifndef SURVIVING_SHARE
#define SURVIVING_SHARE 0.2
#endif
#ifndef SURVIVING_SIMILARITY
#define SURVIVING_SIMILARITY 0.6
#endif
#ifndef SURVIVING_MOVE
#define SURVIVING_MOVE 0.8
#endif

/* --- words of a change (words.c, terms.c) ------------------------------------------------------- */

/* An equal stretch between two changes needs this much weight to stand, and one part in so many of what
 * changed around it. */
#ifndef ISLAND_WEIGHT
#define ISLAND_WEIGHT 12
#endif
#ifndef ISLAND_SHARE
#define ISLAND_SHARE 4
#endif
/* Words shorter than the first are not corrected but replaced; from the second on they may differ by two
 * letters. */
#ifndef TYPO_LETTERS
#define TYPO_LETTERS 4
#endif
#ifndef LONG_LETTERS
#define LONG_LETTERS 9
#endif

#endif
