/* Text as HTML that shows just that text, and the few elements that all pages share. */
#ifndef CVD_RENDER_HTML_MARKUP_H
#define CVD_RENDER_HTML_MARKUP_H

#include "base/buf.h"

#include "../phrase.h"

/* Appends text for the content of an element or a quoted attribute. What a terminal would not show
 * (cvd_text_visible) is written out, but line breaks and tabs stay. Linear. */
void html_text(struct cvd_buf *out, struct cvd_str text);
/* The same in <bdi>, for text whose direction is not known. */
void html_isolated(struct cvd_buf *out, struct cvd_str text);
void html_tagged(struct cvd_buf *out, const char *tag, struct cvd_str text);
/* <del>old</del> → <ins>new</ins>; either may be empty. */
void html_change(struct cvd_buf *out, struct cvd_str old, struct cvd_str new);
/* The phrase; what was said and is said now in <del> and <ins>. */
void html_phrase(struct cvd_buf *out, const struct cvd_phrase *phrase);

/* Whether a target may be a link: http, https, mailto and tel alone. A bare mail address is none. */
bool html_may_link(struct cvd_str target);
/* <a> to the target, if it may be a link, with what is in between as its text. Whoever opens it says
 * with what it returned how it is to be closed. */
bool html_link_begin(struct cvd_buf *out, struct cvd_str target);
void html_link_end(struct cvd_buf *out, bool linked);

/* The language of a text as far as its script tells (`ja`, `ko`, `zh`, `ru`, `ar` …), else `und`, for an
 * undetermined one (BCP 47). Feed it all texts of a document, then ask. */
struct html_scripts {
	size_t letters[10];
};
void html_scripts_count(struct html_scripts *scripts, struct cvd_str text);
const char *html_scripts_language(const struct html_scripts *scripts);
/* `ltr` or `rtl`, for one of those. */
const char *html_language_direction(const char *language);

#endif
