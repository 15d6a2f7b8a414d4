/* Building the model from blocks. Private to the Markdown reader. */
#ifndef CVD_RESUME_BUILD_H
#define CVD_RESUME_BUILD_H

#include "plan.h"

/* Deeper nesting is folded into this many levels, so that paths stay short. */
#define CVD_DEPTH_LIMIT 32

struct cvd_builder {
	struct cvd_reader *reader;
	struct cvd_node *section;
	bool untitled;                       /* it only holds entries that no section does */
	bool summary;                        /* the section's paragraphs are the summary */
	bool contact;                        /* it holds addresses */
	enum cvd_section_type type;          /* of the section */
	struct cvd_node *entry;              /* open in the section */
	const struct cvd_block *entry_block; /* that it begins with */
	const struct cvd_header *asked;      /* header whose links were looked for: of the entry */
	bool leads;                          /* it has one */
	const struct cvd_block *entry_end;   /* the first behind those beside it */
	bool entry_passed;                   /* it has been reached */
	struct cvd_node *open[CVD_MAX_LEVEL + 1]; /* the section's headings that are open, by level */
	const struct cvd_block *contact_list;     /* the last list asked for contacts */
	bool contact_list_holds;
	const struct cvd_node *technology_asked; /* the last group asked for technologies */
	bool technology_holds;
	const struct cvd_node *group_asked; /* the last group asked for the kind of its keywords */
	enum cvd_kind group_kind;
	const struct cvd_block *labelled_list; /* the last list that a line above it names */
	bool hidden;                           /* in a comment */
	bool front_told;                       /* what front matter says has been added */
	bool bare_technology;                  /* a line of technologies without a label was seen */
};

/* Nodes that take what comes next, with their last children. */
#define CVD_OPEN_NODES (CVD_MAX_LEVEL + 4 + CVD_DEPTH_LIMIT)
struct cvd_open_nodes {
	struct cvd_node *nodes[CVD_OPEN_NODES];
	struct cvd_node *last_children[CVD_OPEN_NODES];
	size_t count;
};

/* The nodes that are open where the block stands. */
struct cvd_open_nodes cvd_build_open_nodes(const struct cvd_builder *builder,
					   const struct cvd_block *block);
/* The innermost open one: a group, the entry, the section, the root. */
struct cvd_node *cvd_build_innermost(const struct cvd_builder *builder);
/* Closes the groups of that level and deeper. */
void cvd_build_close(struct cvd_builder *builder, int level);

/* The block's text as the title of a section or group, with its link. */
void cvd_build_title(struct cvd_builder *builder, struct cvd_node *node,
		     const struct cvd_block *block);
/* Opens a group in the innermost open node. */
void cvd_build_group(struct cvd_builder *builder, const struct cvd_block *block, int level);
/* A node with the block's text from the byte on. */
struct cvd_node *cvd_build_statement(struct cvd_builder *builder, struct cvd_node *parent,
				     enum cvd_kind kind, const struct cvd_block *block, size_t from);
/* The same for its part [from, to). */
struct cvd_node *cvd_build_statement_part(struct cvd_builder *builder, struct cvd_node *parent,
					  enum cvd_kind kind, const struct cvd_block *block,
					  size_t from, size_t to);
/* A line of technologies in an entry: `Stack: Go, Rust`, `*Kafka · Spark*`. False if it is none. */
bool cvd_build_technology(struct cvd_builder *builder, struct cvd_node *parent,
			  const struct cvd_block *block, uint32_t line);
/* The same for the last of several items in one of a list of entries, where it is a list of keywords. */
bool cvd_build_technology_last(struct cvd_builder *builder, struct cvd_node *parent,
			       const struct cvd_block *item);
/* The same for what stands from the byte on, set apart from what is in front of it. */
bool cvd_build_technology_from(struct cvd_builder *builder, struct cvd_node *parent,
			       const struct cvd_block *block, size_t from);
/* The line that begins at the byte is a link and nothing else: where the open entry leads, if no other
 * link says so. Returns the byte behind it, `from` if there is none. */
size_t cvd_build_link_line(struct cvd_builder *builder, const struct cvd_block *block, size_t from);
/* The same for the text of an item: links that are only named as such (`[Source](…) / [Demo](…)`), or an
 * address in parentheses, behind which a statement may follow. Returns the byte behind them, or 0. */
size_t cvd_build_link_item(struct cvd_builder *builder, const struct cvd_block *block);
/* The same for such links behind a statement of the entry, `Baked bread. [Source](…)`. Returns where the
 * statement ends. */
size_t cvd_build_link_tail(struct cvd_builder *builder, const struct cvd_block *block, size_t from);
/* A table that is understood no further: a paragraph per row. */
void cvd_build_table(struct cvd_builder *builder, struct cvd_node *parent,
		     const struct cvd_block *table);
/* The cells of an entry's row that are no fields: their lines are statements. */
void cvd_build_cells(struct cvd_builder *builder, const struct cvd_block *row);
/* The words of a table's head lay its entries out; they belong to none of them. */
void cvd_build_layout_row(struct cvd_builder *builder, const struct cvd_block *row);
/* A heading that names an entry once more opens it again. */
void cvd_build_again(struct cvd_builder *builder, const struct cvd_block *block);

/* Nothing but images. */
bool cvd_build_is_image(const struct cvd_block *block);
/* Bytes of the mark that a line begins with where it is a bullet (`• `), 0 if none. */
size_t cvd_build_bullet_mark(struct cvd_str line);
/* It ends with a full stop or the like. */
bool cvd_build_ends_sentence(struct cvd_str text);

#endif
