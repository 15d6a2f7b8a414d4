/* The text of raw HTML in Markdown. Private to the readers. */
#ifndef CVD_RESUME_HTML_H
#define CVD_RESUME_HTML_H

#include "base/arena.h"

/* What a tag does to the words beside it. */
enum cvd_html_effect {
	CVD_HTML_NOTHING, /* `<b>`: they may be one word */
	CVD_HTML_SPACE,   /* `<td>`: they are two */
	CVD_HTML_BREAK    /* `<br>`: they stand on two lines */
};

enum cvd_html_effect cvd_html_tag_effect(struct cvd_str tag);

/* What a reader would read of an HTML block: no tags, no comments, no style or script, entities as
 * their characters, lines kept, no blank lines. In the arena. Linear. */
struct cvd_str cvd_html_text(struct cvd_arena *arena, struct cvd_str html);

#endif
