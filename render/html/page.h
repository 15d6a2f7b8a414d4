/* What stands around the content of every page: the head with its policy, the style, the script. */
#ifndef CVD_RENDER_HTML_PAGE_H
#define CVD_RENDER_HTML_PAGE_H

#include "asset.h"
#include "base/buf.h"

#define HTML_STYLES 3

struct html_page {
	struct cvd_str title;                         /* text, not markup */
	const struct html_asset *styles[HTML_STYLES]; /* in order; the last ones may be NULL */
	const struct html_asset *script;
};

/* Appends all up to and with <body>. Nothing but the page's own style and script may be used or
 * fetched (Content-Security-Policy, by their hashes). */
void html_page_begin(struct cvd_buf *out, const struct html_page *page);
/* Appends the script and the closing tags. */
void html_page_end(struct cvd_buf *out, const struct html_page *page);

#endif
