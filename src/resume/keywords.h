/* Keywords cut from text, for the files that read them. Private to the Markdown reader. */
#ifndef CVD_RESUME_KEYWORDS_H
#define CVD_RESUME_KEYWORDS_H

#include "reader.h"

/* A keyword or the label in front of some: bytes of the block's text. */
struct cvd_keyword {
	size_t from, to;
	bool label;
	bool line; /* begins a line that is no continuation: an open label ends before it */
	struct cvd_str joint; /* the word that joins it to the one in front: `Rust and C` */
};

struct cvd_keywords {
	const struct cvd_block *block;
	enum cvd_kind kind;
	size_t from, to;
	bool marks;   /* more than commas separate them */
	bool stopped; /* a full stop at the end says nothing: its neighbours have one, too */
	struct cvd_keyword *items;
	size_t len, cap;
};

/* Cuts [from, to) of the block's text, in the scratch arena. Linear. */
struct cvd_keywords cvd_keywords_cut(struct cvd_reader *reader, enum cvd_kind kind,
				     const struct cvd_block *block, size_t from, size_t to);
/* Whether the parts are keywords; else the text is prose. `named`: a label outside of the text says
 * that it is a list. An empty text is no list. Linear. */
bool cvd_keywords_are_list(struct cvd_reader *reader, const struct cvd_keywords *keywords,
			   bool named);
/* Adds the keywords below `parent`, each label as the group of those behind it. */
void cvd_keywords_add(struct cvd_reader *reader, struct cvd_node *parent,
		      const struct cvd_keywords *keywords, uint32_t first_line);
/* Adds a group below `parent` with the text of [from, to) as its title. */
struct cvd_node *cvd_keywords_add_group(struct cvd_reader *reader, struct cvd_node *parent,
					const struct cvd_block *block, const uint8_t *styles,
					size_t from, size_t to, uint32_t line);
/* How many words the text is as long as; scripts without spaces count by their characters. */
size_t cvd_keywords_weigh(struct cvd_str text);

#endif
