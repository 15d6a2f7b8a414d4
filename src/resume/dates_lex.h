/* The tokens of dates. Private to the dates' files. */
#ifndef CVD_RESUME_DATES_LEX_H
#define CVD_RESUME_DATES_LEX_H

#include "dates_words.h"

enum cvd_date_token_kind {
	CVD_DATE_TOKEN_END,
	CVD_DATE_TOKEN_OTHER, /* what no date has; nothing is read behind it */
	CVD_DATE_TOKEN_NUMBER,
	CVD_DATE_TOKEN_WORD,
	CVD_DATE_TOKEN_DASH, /* any run of dashes, waves or an arrow */
	CVD_DATE_TOKEN_OPEN, /* `?`, `…` */
	CVD_DATE_TOKEN_MARK  /* value: / . , ' : | and the brackets ( and ) */
};

struct cvd_date_token {
	enum cvd_date_token_kind kind;
	bool spaced;       /* white space in front */
	bool ideographic;  /* a word that needs no borders */
	bool hyphen;       /* a single hyphen */
	bool wave;         /* begins with a tilde */
	unsigned classes;  /* of a word */
	int value, digits; /* a number's; a word's value; a mark's character */
	size_t from, to;   /* bytes of the text */
};

/* No date has more. */
#define CVD_DATE_TOKENS 48
/* Longer text is prose, not a date. */
#define CVD_DATE_BYTES 120

/* Reads tokens from `start` on, one when it is asked for, within a window of CVD_DATE_BYTES. */
struct cvd_date_lexer {
	struct cvd_arena *arena;
	struct cvd_str text;
	size_t start, next, end;
	struct cvd_date_token tokens[CVD_DATE_TOKENS];
	size_t count;
};

void cvd_date_lexer_start(struct cvd_date_lexer *lexer, struct cvd_arena *arena,
			  struct cvd_str text, size_t start);
/* The token of that number; END or OTHER for all behind the last. Constant time, amortised. */
const struct cvd_date_token *cvd_date_lexer_at(struct cvd_date_lexer *lexer, size_t index);

#endif
