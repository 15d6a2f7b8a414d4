/* A line of words in the making: spans of text, each with the tone in which it is said. */
#ifndef CVD_RENDER_PHRASE_H
#define CVD_RENDER_PHRASE_H

#include "base/buf.h"
#include "diff/changes.h"
#include "render/words.h"

enum cvd_tone {
	CVD_TONE_PLAIN,
	CVD_TONE_OLD,     /* what was */
	CVD_TONE_NEW,     /* what is now */
	CVD_TONE_NOTE,    /* said about the change, in nobody's résumé */
	CVD_TONE_DELETED, /* words of a word diff */
	CVD_TONE_INSERTED,
	CVD_TONE_COUNT
};

/* What stands around a span of that tone in plain text: git's marks around the words of a word diff,
 * nothing around others. Renderers with a markup of their own have no need of them. */
struct cvd_tone_marks {
	struct cvd_str open, close;
};
struct cvd_tone_marks cvd_phrase_marks(enum cvd_tone tone);

struct cvd_span {
	struct cvd_str text;
	enum cvd_tone tone;
};

/* Spans borrow their text from the report or the arena, which also holds the spans. */
struct cvd_phrase {
	struct cvd_arena *arena;
	bool full;  /* nothing is cut or left out */
	bool brief; /* changed words are cut, too */
	struct cvd_span *items;
	size_t len, cap;
};

void cvd_phrase_add(struct cvd_phrase *phrase, struct cvd_str text, enum cvd_tone tone);
/* printf in the tone of a note. */
void cvd_phrase_note(struct cvd_phrase *phrase, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
/* Words of the table in the tone of a note. */
void cvd_phrase_say(struct cvd_phrase *phrase, enum cvd_words words, size_t number,
		    struct cvd_str text);
/* `old → new`. */
void cvd_phrase_arrow(struct cvd_phrase *phrase, struct cvd_str old, struct cvd_str new);
/* The same without repeating, on the left, the last words that both have in common:
 * `Senior → Staff Engineer`. */
void cvd_phrase_short_arrow(struct cvd_phrase *phrase, struct cvd_str old, struct cvd_str new);
/* The text, cut between words with `…` where it is wider than `columns` (0: never). */
void cvd_phrase_cut(struct cvd_phrase *phrase, struct cvd_str text, size_t columns);
/* A word diff, deleted and inserted words in their tones, with long stretches that did not change left out.
 * In brief, so are those that did, and all after some lines. */
void cvd_phrase_words(struct cvd_phrase *phrase, const struct cvd_pieces *words);
/* The word diff of two texts that share a beginning and an end, as one change between them. */
void cvd_phrase_middle(struct cvd_phrase *phrase, struct cvd_str old, struct cvd_str new);
/* Appends the phrase as plain text, with the marks. */
void cvd_phrase_plain(struct cvd_buf *out, const struct cvd_phrase *phrase);
/* How many ancestors, from the outermost on, two paths have in common. */
size_t cvd_phrase_shared(const struct cvd_crumbs *a, const struct cvd_crumbs *b);
/* What to call a step of a path: a bullet may be empty, a section may have no heading. */
struct cvd_str cvd_phrase_title(const struct cvd_crumb *crumb);
/* The titles joined by ` › `. */
void cvd_phrase_path(struct cvd_phrase *phrase, const struct cvd_crumb *crumbs, size_t count,
		     enum cvd_tone tone);

#endif
