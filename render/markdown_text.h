/* Text for Markdown that GitHub and GitLab show as it is. */
#ifndef CVD_RENDER_MARKDOWN_TEXT_H
#define CVD_RENDER_MARKDOWN_TEXT_H

#include "phrase.h"

/* Appends the text so that it may begin a line, or follow a space: no part of it is markup, a link, or
 * a reference of GitHub or GitLab. White space becomes single spaces, control and bidirectional
 * characters stand visibly. Linear. */
void cvd_markdown_text(struct cvd_buf *out, struct cvd_str text);
/* The same within `**`, which need not stand between spaces. Nothing for an empty text. */
void cvd_markdown_strong(struct cvd_buf *out, struct cvd_str text);
/* The same for a phrase, deleted words struck through and inserted ones strong; `line`: it begins a
 * line. */
void cvd_markdown_phrase(struct cvd_buf *out, const struct cvd_phrase *phrase, bool line);

#endif
