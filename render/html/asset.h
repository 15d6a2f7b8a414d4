/* Style sheets and scripts of the pages, embedded when cvdiff is built (embed.py). */
#ifndef CVD_RENDER_HTML_ASSET_H
#define CVD_RENDER_HTML_ASSET_H

#include "base/str.h"

struct html_asset {
	struct cvd_str text; /* ASCII; never contains a closing tag */
	const char *hash;    /* for a Content-Security-Policy: `sha256-…` */
};

extern const struct html_asset html_page_css, html_list_css, html_report_css, html_report_js,
	html_history_css, html_history_js;

#endif
