/* The parts of an entry's header. Private to the readers. */
#ifndef CVD_RESUME_PIECES_H
#define CVD_RESUME_PIECES_H

#include "dates.h"
#include "lexicon.h"
#include "reader.h"

/* What stands between a piece and the one in front of it. */
enum cvd_joint {
	CVD_JOINT_LINE,   /* it begins a line */
	CVD_JOINT_MARK,   /* `|`, `·`, a dash between spaces */
	CVD_JOINT_COLON,  /* `:` */
	CVD_JOINT_WORD,   /* `at`, `@` */
	CVD_JOINT_MAYBE,  /* a word that may join or belong to a phrase (`en`) */
	CVD_JOINT_SLASH,  /* `/` between spaces */
	CVD_JOINT_COMMA,  /* `,`, `、` */
	CVD_JOINT_BORDER, /* markup begins or ends */
	CVD_JOINT_SPACE,  /* a space in text that has none between words */
	CVD_JOINT_PAREN   /* it stands in parentheses */
};

struct cvd_piece {
	const struct cvd_block *block;
	size_t from, to;             /* bytes of the block's text */
	size_t outer_from, outer_to; /* the same with parentheses around it */
	struct cvd_str text;
	uint32_t line;   /* of the source */
	uint16_t row;    /* lines of the header above it */
	uint8_t segment; /* strong separators in front of it in its row */
	uint8_t atom;    /* weak ones behind the last strong one */
	int style;       /* CVD_SPAN_… that cover all of it */
	enum cvd_joint joint;
	struct cvd_str joint_word; /* of CVD_JOINT_WORD and _MAYBE, unless it is a mark */
	bool inner;                /* in parentheses */
	bool above;                /* of a heading above several positions */
	bool told;                 /* then: its words belong to the first of them */
	bool address; /* it says where the thing is found, and no more: a URL, `[website](…)` */
	bool dated;
	struct cvd_date_range range;
	enum cvd_label named; /* what a label says of it */
	struct cvd_str label; /* that label, if it stands right in front */
	struct cvd_words words;
};

/* What a block, or the first lines of it, say as a header. */
struct cvd_cut {
	struct cvd_piece *pieces; /* in the scratch arena */
	size_t count;
	size_t end;       /* bytes of the block's text that are header; what follows is not */
	size_t rows;      /* lines */
	bool dated;       /* a date stands in it */
	bool ranged;      /* a range of dates, or an open one */
	bool only_dated;  /* nothing else stands in it */
	bool marked;      /* it begins with something strong, emphasised or code */
	bool labelled;    /* a label names a field */
	bool leads;       /* a plain line that was found to stand above a dated one */
	bool several;     /* more than one line is an entry of its own */
	unsigned classes; /* of all pieces: enum cvd_word_class */
};

/*
 * Cuts a heading, a term or a cell (all of its text), or a paragraph (its first lines, as long as each
 * looks like a header's) into pieces. The result is kept with the block, so that asking again costs
 * nothing. Linear; a text longer than a header is one piece.
 */
const struct cvd_cut *cvd_pieces_cut(struct cvd_reader *reader, struct cvd_block *block);

/* The pieces that stand in [from, to) of the block's text, in a cut of their own. `wrapped`: its lines
 * are one. */
struct cvd_cut cvd_pieces_of(struct cvd_reader *reader, const struct cvd_block *block, size_t from,
			     size_t to, bool wrapped);
/* The same for the first sentence of a paragraph of prose that begins as a header does: `Curator, Museum,
 * Dunedin, since 2017. I keep …`, `2013 – 2020: Museum, curator. I kept …`. None if it does not. */
struct cvd_cut cvd_pieces_of_prose(struct cvd_reader *reader, const struct cvd_block *block);

#endif
