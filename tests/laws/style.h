/*
 * How a structured résumé is written down: the dialect, and within a dialect the formattings that
 * law 6 calls equal.
 */
#ifndef LAWS_STYLE_H
#define LAWS_STYLE_H

#include "random.h"

enum style_key {
	STYLE_SHAPE,    /* enum shape */
	STYLE_WIDTH,    /* of wrapped text */
	STYLE_BULLET,   /* the bullet character */
	STYLE_HEADING,  /* enum heading_style */
	STYLE_EMPHASIS, /* `*` or `_` */
	STYLE_LINE_END, /* LF or CRLF */
	STYLE_BOM,
	STYLE_FINAL_NEWLINE,
	STYLE_LOOSE, /* blank lines between bullets */
	STYLE_LAZY,  /* wrapped bullets continue without indentation */
	STYLE_RULE,  /* how thematic breaks are written, if at all */
	STYLE_BREAK, /* between the lines of an entry's header */
	STYLE_DATE,  /* enum date_style */
	STYLE_RANGE, /* what stands between two dates: a dash or a word */
	STYLE_COUNT
};

enum shape {
	SHAPE_SEED,        /* `### Title | Team`, `**Org** — *Place*`, an italic line of dates */
	SHAPE_ONE_HEADING, /* `### Title, Org (dates)` */
	SHAPE_BOLD,        /* `**Title**, Org, Place (dates)` */
	SHAPE_STACKED, /* a heading for the organization, one for the title, one for the dates */
	SHAPE_LABELS,  /* `### Title at Org`, `Location: …`, `Dates: …` */
	SHAPE_TABLE,   /* a pipe table per entry */
	SHAPE_BULLETS, /* the entry is a bullet, its statements are nested ones */
	SHAPE_DEFINITIONS, /* the organization and `: title, dates` */
	SHAPE_PROSE,       /* sentences, no headings */
	SHAPE_COUNT
};

enum heading_style { HEADING_ATX, HEADING_CLOSED, HEADING_SETEXT };
enum date_style { DATES_FULL, DATES_SHORT, DATES_SLASH, DATES_ISO };

struct style {
	unsigned values[STYLE_COUNT];
};

/* The name of a key, for messages. */
const char *style_name(enum style_key key);
struct style style_random(struct rng *rng);
/* Another formatting of the same shape: what law 6 says makes no difference there. */
struct style style_vary(struct rng *rng, const struct style *style);

#endif
