/* The text of raw HTML in Markdown. Private to the readers. */
#ifndef CVD_RESUME_HTML_H
#define CVD_RESUME_HTML_H

#include "base/arena.h"

/* Whether the inline tag is `<br>`. */
bool cvd_html_is_break(struct cvd_str tag);

/* What a reader would read of an HTML block: no tags, no comments, no style or script, entities as
 * their characters, lines kept, no blank lines. In the arena. Linear. */
struct cvd_str cvd_html_text(struct cvd_arena *arena, struct cvd_str html);

#endif
