/* What the parts of the plan share. Private to plan*.c. */
#ifndef CVD_RESUME_PLAN_PARTS_H
#define CVD_RESUME_PLAN_PARTS_H

#include "plan.h"

struct cvd_plan {
	struct cvd_reader *reader;
	struct cvd_block **tops; /* the blocks at the top, in order */
	size_t top_count;
	struct cvd_block *name;
	int section_rank;      /* headings of that rank or higher begin sections; 0: lines do */
	int projects;          /* level of headings that are projects in no section, or 0 */
	bool runs;             /* entries stand in no section, a heading each */
	bool underlined_first; /* of one level, underlined headings stand above the others */
	enum cvd_section_type type; /* of the section that is planned */
	struct {
		struct cvd_header **items;
		size_t len, cap;
	} headers;
};

/* Blocks above several positions; the first position has their words. */
#define CVD_ABOVE 3
struct cvd_above {
	struct cvd_block *blocks[CVD_ABOVE];
	size_t count;
	bool told;
};

/* Whether the block stands in a comment. */
bool cvd_plan_is_hidden(const struct cvd_block *block);
/* Twice the heading's level; one more where underlined headings stand above it. */
int cvd_plan_rank(struct cvd_plan *plan, const struct cvd_block *block);

/* A new entry that begins with the block. */
struct cvd_header *cvd_plan_header(struct cvd_plan *plan, struct cvd_block *block,
				   const char *shape);
/* A line of the header, with its pieces. */
void cvd_plan_add(struct cvd_plan *plan, struct cvd_header *header, struct cvd_header_line line,
		  const struct cvd_cut *cut);
/* The same for as much of the block as is header. */
void cvd_plan_add_block(struct cvd_plan *plan, struct cvd_header *header, struct cvd_block *block);
/* The same for what stands above several positions. */
void cvd_plan_add_above(struct cvd_plan *plan, struct cvd_header *header, struct cvd_above *above);

/* The block below, in a quote or out of it; NULL at the end. */
struct cvd_block *cvd_plan_line_below(const struct cvd_block *block);
/* The paragraphs behind the block that belong to its header, at most three. `dated`: it has a date;
 * *found: it or they have. */
size_t cvd_plan_lines_after(struct cvd_plan *plan, struct cvd_block *block, bool dated,
			    struct cvd_block **lines, bool *found);

/* The items of the list below the block that belong to its header, at most three, the last of them its
 * dates; 0 if they are statements. */
size_t cvd_plan_items_after(struct cvd_plan *plan, const struct cvd_block *block,
			    struct cvd_block **lines);
/* A line of the header: all of the block. */
void cvd_plan_add_whole(struct cvd_plan *plan, struct cvd_header *header, struct cvd_block *block);

/* Marks the entries among the blocks at the top from `from` to before `to`. */
void cvd_plan_entries(struct cvd_plan *plan, size_t from, size_t to);
/* The same where no heading begins any; `above`: what stands above all of them, or NULL. True if there
 * is one. */
bool cvd_plan_body(struct cvd_plan *plan, size_t from, size_t to, struct cvd_above *above);
/* Whether the heading names no entry, but what those in its body have in common. */
bool cvd_plan_is_category(struct cvd_plan *plan, struct cvd_block *heading, size_t from, size_t to);
/* The same where they are dated lines that each say what and where. */
bool cvd_plan_heads_complete(struct cvd_plan *plan, struct cvd_block *heading, size_t from,
			     size_t to);
/* Makes each item of lists of short ones an entry, dated or not; `above`: what stands above all of them, or
 * NULL. */
void cvd_plan_short_items(struct cvd_plan *plan, size_t from, size_t to, struct cvd_above *above);
/* Gives the headers from the `first` that name a school and no degree the line below that says one. */
void cvd_plan_degrees(struct cvd_plan *plan, size_t first);
/* Positions that are items of lists below the heading of their organization. */
bool cvd_plan_item_positions(struct cvd_plan *plan, size_t from, size_t to, struct cvd_above *above);

#endif
