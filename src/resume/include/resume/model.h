/*
 * The résumé model: the contract between the readers (one per format) and all that comes after.
 *
 * A document is a tree of nodes whose kinds speak the words of JSON Resume. Entries, sections and
 * groups say what they are in fields; all other nodes have a text. Text is plain: inline markup
 * removed, white space folded to single spaces, UTF-8 (a block keeps its line breaks). Each word of
 * the source stands in one field or text of one node, or in `layout`. What is commented out is no part
 * of the tree: it is read into subtrees of its own, the hidden ones, which no count and no hash of the
 * tree knows.
 *
 * All memory belongs to the document's arena, except the source, which the caller keeps alive.
 */
#ifndef CVD_RESUME_MODEL_H
#define CVD_RESUME_MODEL_H

#include "base/arena.h"
#include "base/error.h"
#include "resume/vocabulary.h"

struct cvd_value {
	bool present;   /* the source has the field */
	bool inherited; /* shown for this node but written elsewhere (the organization of several
			    positions): `text` belongs to another node and is told nowhere here */
	struct cvd_str text; /* as written, plain */
	struct cvd_str norm; /* normal form: a date as YYYY, YYYY-MM, YYYY-MM-DD or `present`; a url's
				target; empty where there is none */
	struct cvd_str rest; /* dates: what the normal form cannot hold (`summer`, `expected`), folded */
	uint32_t line;       /* 1-based; 0: as the node's */
};

struct cvd_link {
	uint32_t start, len;   /* the visible text, bytes of the node's text */
	struct cvd_str target; /* never one that only repeats its text */
};

struct cvd_node {
	enum cvd_kind kind;
	enum cvd_section_type section_type; /* of a section */
	enum cvd_form form;                 /* of a block */
	struct cvd_node *parent, *first_child, *last_child, *previous, *next;
	bool hidden; /* commented out, itself or with what it stands in; a hidden subtree's top keeps
			   its parent, of whose children it is none */
	uint32_t id;    /* position in document order, the root is 0 (set by cvd_document_finish);
			   hidden nodes have the ids behind those of the tree */
	uint32_t index; /* position among the siblings (likewise) */
	uint32_t end;   /* one past the last id of the subtree (likewise) */
	uint32_t child_count;
	uint32_t line,
		end_line;    /* 1-based lines of the whole subtree; 0 where the format has none */
	struct cvd_str text; /* kinds without fields */
	struct cvd_value *fields; /* CVD_FIELD_COUNT of them, or NULL; a skill may have a detail */
	struct cvd_link *links;   /* in order of start; of kinds without fields */
	uint32_t link_count;
	struct cvd_str source; /* how the node itself is written, without its children; borrows */
	const char *reason; /* what it was recognised by, static or in the arena; NULL if unknown */
};

/* A word of the source that only lays an entry out, and the entry. */
struct cvd_layout_word {
	struct cvd_str text;
	const struct cvd_node *node;
};

struct cvd_layout_words {
	struct cvd_layout_word *items;
	size_t len, cap;
};

/* The tops of the hidden subtrees, in the order in which they were hidden. */
struct cvd_hidden_nodes {
	struct cvd_node **items;
	size_t len, cap;
};

/* What a person should know of how the document was read. */
struct cvd_note {
	uint32_t line; /* 1-based; 0: of the whole */
	struct cvd_str text;
};

struct cvd_notes {
	struct cvd_note *items;
	size_t len, cap;
};

struct cvd_document {
	struct cvd_arena arena;
	enum cvd_format format;
	struct cvd_str source; /* the text that was read: UTF-8, no BOM, line ends as they are */
	struct cvd_str bytes;  /* the input before decoding, if the caller set it: two documents are
				    identical when these are; a NULL ptr stands for `source` */
	struct cvd_node *root; /* CVD_RESUME */
	struct cvd_node **nodes; /* by id; nodes[0] is the root, those from node_count on are hidden */
	uint32_t node_count;     /* of the tree */
	uint32_t hidden_count; /* of the nodes in hidden subtrees */
	struct cvd_hidden_nodes hidden;
	struct cvd_layout_words layout; /* of hidden nodes, too */
	struct cvd_notes notes;
};

/* An empty document with its root. The caller frees it with cvd_document_free. */
struct cvd_document *cvd_document_new(enum cvd_format format);
void cvd_document_free(struct cvd_document *doc); /* NULL is fine */

/* A new last child of `parent`, owned by the document. */
struct cvd_node *cvd_node_add(struct cvd_document *doc, struct cvd_node *parent, enum cvd_kind kind);
/* A field of the node for writing; allocates the fields at the first call. */
struct cvd_value *cvd_node_field(struct cvd_document *doc, struct cvd_node *node,
				 enum cvd_field field);
/* The field if it is present, else NULL. */
const struct cvd_value *cvd_node_get(const struct cvd_node *node, enum cvd_field field);
/* The same for what the node says itself: NULL for a field that it inherits, whose words belong to
 * another node. */
const struct cvd_value *cvd_node_own(const struct cvd_node *node, enum cvd_field field);
/*
 * The node is commented out: it leaves its parent's children, keeps its parent and becomes the last of
 * the hidden subtrees, with all that stands in it or is added to it later. Nodes that are hidden are to
 * be hidden in the order of the source; one that is hidden already stays where it is. Constant time
 * beside the size of the subtree.
 */
void cvd_node_hide(struct cvd_document *doc, struct cvd_node *node);
/* Numbers the nodes, then the hidden ones; fills `nodes`, `index`, `end`. Call it when the tree is
 * built, again if it is changed. Linear; no recursion, so that depth is bounded by memory alone. */
void cvd_document_finish(struct cvd_document *doc);

/*
 * Reads a Markdown résumé (CommonMark 0.30 by cmark). `source` is valid UTF-8 (cvd_text_decode) and
 * outlives the document. What is not understood degrades to section, group, bullet, paragraph or
 * block; every word is kept. Fails only where cmark cannot work at all. Linear in the source.
 */
enum cvd_status cvd_markdown_read(struct cvd_str source, struct cvd_document **doc,
				  struct cvd_error *error);
/* Numeric dates of a text that can only be read one way: `25/02/2020`, `02/25/2020`. */
struct cvd_date_votes {
	size_t day_first, month_first;
};

/* Counts them. Linear, allocates nothing. */
struct cvd_date_votes cvd_markdown_date_votes(struct cvd_str source);
/* Whether the day or the month of `01/02/2020` comes first, where these were counted. */
bool cvd_date_votes_month_first(struct cvd_date_votes votes);
/* Reads under a decision that is taken already: for one of two versions that are compared, from the
 * votes of both, and alike for both. */
enum cvd_status cvd_markdown_read_as(struct cvd_str source, bool month_first,
				     struct cvd_document **doc, struct cvd_error *error);

/* The node's own words as a person would cite them: an entry's fields as written joined by `, `
 * without inherited ones and link targets, a section's or group's title, any other node's text.
 * In the arena, or borrowed from the document. */
struct cvd_str cvd_node_text(struct cvd_arena *arena, const struct cvd_node *node);
/* A heading for the node in a breadcrumb: `Title, Organization` (inherited ones too), a title, the
 * first words of a text. In the arena. */
struct cvd_str cvd_node_heading(struct cvd_arena *arena, const struct cvd_node *node);

#endif
