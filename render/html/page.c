/* The policy forbids every load and every script, style, form and base but the page's own. So even a hole in
 * the escaping would run nothing and tell nobody. */
#include "page.h"

#include "markup.h"

static void add_policy(struct cvd_buf *out, const struct html_page *page)
{
	cvd_buf_add(out,
		    CVD_STR("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
			    "'none'; base-uri 'none'; form-action 'none'; style-src"));
	for (int i = 0; i < HTML_STYLES && page->styles[i]; i++)
		cvd_buf_printf(out, " '%s'", page->styles[i]->hash);
	cvd_buf_printf(out, "; script-src '%s'\">\n", page->script->hash);
}

void html_page_begin(struct cvd_buf *out, const struct html_page *page)
{
	cvd_buf_add(
		out,
		CVD_STR("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"));
	add_policy(out, page);
	cvd_buf_add(
		out,
		CVD_STR("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
			"<meta name=\"referrer\" content=\"no-referrer\">\n"
			"<meta name=\"color-scheme\" content=\"light dark\">\n"
			"<meta name=\"generator\" content=\"cvdiff\">\n<title>"));
	html_text(out, page->title);
	cvd_buf_add(out, CVD_STR("</title>\n"));
	for (int i = 0; i < HTML_STYLES && page->styles[i]; i++) {
		cvd_buf_add(out, CVD_STR("<style>"));
		cvd_buf_add(out, page->styles[i]->text);
		cvd_buf_add(out, CVD_STR("</style>\n"));
	}
	cvd_buf_add(out, CVD_STR("</head>\n<body>\n"));
}

void html_page_end(struct cvd_buf *out, const struct html_page *page)
{
	cvd_buf_add(out, CVD_STR("<script>"));
	cvd_buf_add(out, page->script->text);
	cvd_buf_add(out, CVD_STR("</script>\n</body>\n</html>\n"));
}
