/* What the files that read the head of a résumé share. Private to the Markdown reader. */
#ifndef CVD_RESUME_HEADER_PARTS_H
#define CVD_RESUME_HEADER_PARTS_H

#include "lexicon.h"
#include "reader.h"

/* A longer text is no headline. */
#define CVD_HEADLINE_WORDS 12

/* What stands in front of an address. */
struct cvd_contact_label {
	size_t from, to; /* the label's words, without the colon; none if they are equal */
	size_t next;     /* behind it */
	enum cvd_label kind;
};

/* Reads the label that the text begins with: an icon, `Email:`, `Tel.` before a number. Bytes of the
 * text; all are 0 if it begins with none, or nothing stands behind it. */
struct cvd_contact_label cvd_contact_label_read(struct cvd_reader *reader, struct cvd_str text);

/* The text may be a person's name: short, without digits, no title of a post or a section. */
bool cvd_header_may_be_name(struct cvd_reader *reader, struct cvd_str text);

/* It looks like one wherever it stands: two to five words, each with a capital but for short ones between
 * (`Ada de la Cruz`). */
bool cvd_header_looks_like_name(struct cvd_reader *reader, struct cvd_str text);

/* The text without the words that name the document, unless it has no others. */
struct cvd_str cvd_header_without_document(struct cvd_str text);

/* The kind of node for what a label announces: the name, the headline, else a contact. */
enum cvd_kind cvd_header_kind_of(const struct cvd_reader *reader, enum cvd_label label);

/* A node of the header below `parent`: the name and the headline are remembered. */
struct cvd_node *cvd_header_add_node(struct cvd_reader *reader, struct cvd_node *parent,
				     enum cvd_kind kind);

#endif
