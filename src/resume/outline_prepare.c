/*
 * Lines that other dialects write are written as CommonMark has them before it sees them: one pass, a
 * row in a table per first byte of a line, and a state of code fences and comments, in which nothing is
 * touched. Lines may come or go, because each keeps its number. A line that looks ahead (a lone bullet,
 * metadata) stops where its paragraph or block does, and no line is looked at twice for the same
 * question, so that the whole is linear.
 */
#include "outline_parts.h"

#include "front_matter.h"
#include "html.h"

#include <string.h>

#define TITLE_WORDS 8
#define MARKED_TITLE_WORDS 24 /* behind `###`, which nothing else begins with */

struct preparing {
	struct cvd_outline_context *context;
	const struct cvd_lines *from;
	struct cvd_lines *to;
	size_t at;  /* the line */
	char fence; /* of the code block that is open */
	size_t fence_len;
	size_t plain_end; /* the line that closes the block of text that all of the file is, or 0 */
	bool begun;       /* a line has words */
	bool comment;     /* HTML's, open */
	struct cvd_str bullet; /* the sign of the list that is open */
	size_t container;      /* the line behind a `<div>` */
	size_t no_end_from[2]; /* no end of a comment comes behind this line */
};

static struct cvd_str line_at(const struct preparing *p, size_t index)
{
	return cvd_lines_at(p->from, index);
}

static void put(struct preparing *p, struct cvd_str line)
{
	cvd_lines_add(p->context->scratch, p->to, line, p->from->numbers.items[p->at]);
}

static void put_parts(struct preparing *p, struct cvd_str a, struct cvd_str b, struct cvd_str c)
{
	struct cvd_buf line = {0};

	cvd_buf_add(&line, a);
	cvd_buf_add(&line, b);
	cvd_buf_add(&line, c);
	put(p, cvd_buf_str(&line));
	cvd_buf_free(&line);
}

static bool follows_blank(const struct preparing *p)
{
	return !p->to->starts.len || cvd_line_is_blank(cvd_lines_at(p->to, p->to->starts.len - 1));
}

/* A handler for lines by their first byte. It writes the line and returns true, or leaves it. */
typedef bool prepare_fn(struct preparing *p, struct cvd_str line, struct cvd_str content);

/* --- code and comments ------------------------------------------------------------------------------ */

static size_t run_of(struct cvd_str content, char c)
{
	size_t len = 0;

	while (len < content.len && content.ptr[len] == c)
		len++;
	return len;
}

/* The level of the sections in the text below. */
static unsigned level_below(const struct preparing *p, size_t at)
{
	for (; at < p->from->starts.len; at++) {
		size_t level = run_of(line_at(p, at), '#');

		if (level)
			return level < 2 ? 2 : level > 5 ? 5 : (unsigned)level;
	}
	return 2;
}

/* A résumé as YAML in the first block of the file. */
static bool put_resume(struct preparing *p, struct cvd_str content, size_t fence_len)
{
	static const char *const languages[] = {"", "yaml", "yml"};
	const struct cvd_lines *from = p->from;
	struct cvd_str language = cvd_str_trim(cvd_str_sub(content, fence_len, content.len));
	size_t end = p->at + 1;
	bool known = false;

	for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
		known |= cvd_str_equal_ascii_nocase(language, cvd_str_from(languages[i]));
	if (p->begun || p->context->depth || !known)
		return false;
	for (; end < from->starts.len; end++) {
		struct cvd_str line = cvd_str_trim(line_at(p, end));

		if (line.len >= fence_len && run_of(line, content.ptr[0]) == line.len)
			break;
	}
	if (end >= from->starts.len ||
	    !cvd_metadata_write(p->context->scratch,
				cvd_str_sub(cvd_buf_str(&from->text), from->starts.items[p->at + 1],
					    from->starts.items[end]),
				from->numbers.items[p->at + 1], level_below(p, end), p->to))
		return false;
	p->at = end;
	put(p, CVD_STR(""));
	return true;
}

/* All of the file is one block that says it is plain text: its lines are read as if no fence stood
 * around them. */
static bool put_plain_text(struct preparing *p, struct cvd_str content, size_t fence_len)
{
	static const char *const languages[] = {"text", "txt", "plain", "plaintext"};
	struct cvd_str language = cvd_str_trim(cvd_str_sub(content, fence_len, content.len));
	size_t end = p->from->starts.len, last;
	bool known = false;

	for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
		known |= cvd_str_equal_ascii_nocase(language, cvd_str_from(languages[i]));
	if (p->begun || p->context->depth || !known)
		return false;
	while (end > p->at + 1 && cvd_line_is_blank(line_at(p, end - 1)))
		end--;
	if (end <= p->at + 2)
		return false;
	last = end - 1;
	for (size_t at = p->at + 1; at <= last; at++) {
		struct cvd_str line = cvd_str_trim(line_at(p, at));
		bool closes = line.len >= fence_len && run_of(line, content.ptr[0]) == line.len;

		if (closes != (at == last))
			return false;
	}
	p->plain_end = last;
	put(p, CVD_STR(""));
	return true;
}

static bool open_fence(struct preparing *p, struct cvd_str line, struct cvd_str content)
{
	size_t len = run_of(content, content.ptr[0]);

	if (len < 3 || (content.ptr[0] == '`' && cvd_str_find_char(content, '`', len) != SIZE_MAX))
		return false;
	if (p->plain_end && p->at == p->plain_end) {
		put(p, CVD_STR(""));
		return true;
	}
	if (put_resume(p, content, len) || put_plain_text(p, content, len))
		return true;
	p->fence = content.ptr[0];
	p->fence_len = len;
	put(p, line);
	return true;
}

static bool in_fence(struct preparing *p, struct cvd_str line)
{
	struct cvd_str content = cvd_str_trim(line);

	if (!p->fence)
		return false;
	if (content.len >= p->fence_len && run_of(content, p->fence) == content.len)
		p->fence = '\0';
	put(p, line);
	return true;
}

/* `<div>` or `<div><section class="x">`: tags that hold blocks and nothing else. */
static bool opens_container(struct cvd_str content)
{
	struct cvd_html_scanner scanner = {.html = cvd_str_trim(content)};
	struct cvd_html_token token;
	bool any = false;

	while (cvd_html_next(&scanner, &token)) {
		if (token.kind != CVD_HTML_START || token.tag->action != CVD_TAG_BLOCK ||
		    !cvd_str_ends_with(token.text, CVD_STR(">")) ||
		    strcmp(token.tag->name, "p") == 0)
			return false;
		any = true;
	}
	return any;
}

/* Text right behind `<div>` is Markdown, as if an empty line stood between. */
static bool open_container(struct preparing *p, struct cvd_str content)
{
	struct cvd_str next = line_at(p, p->at + 1);

	if (((!p->at || p->at != p->container) && !follows_blank(p)) || !opens_container(content))
		return false;
	p->container = p->at + 1;
	return !cvd_line_is_blank(next) && cvd_line_indent(next) < 4 &&
	       cvd_line_content(next).ptr[0] != '<';
}

static bool open_html(struct preparing *p, struct cvd_str line, struct cvd_str content)
{
	bool text_follows = open_container(p, content);

	p->comment = cvd_str_starts_with(content, CVD_STR("<!--")) &&
		     cvd_str_find(content, CVD_STR("-->"), 4) == SIZE_MAX;
	put(p, line);
	if (text_follows)
		put(p, CVD_STR(""));
	return true;
}

static bool in_comment(struct preparing *p, struct cvd_str line)
{
	if (!p->comment)
		return false;
	p->comment = cvd_str_find(line, CVD_STR("-->"), 0) == SIZE_MAX;
	put(p, line);
	return true;
}

/* --- comments of Liquid and kramdown ---------------------------------------------------------------- */

static const struct {
	struct cvd_str begin, end;
} comments[] = {{{"{% comment %}", 13}, {"{% endcomment %}", 16}},
		{{"{::comment}", 11}, {"{:/", 3}}};

/* The comment's words, with what would end HTML's comment taken apart. */
static void add_words(struct cvd_buf *out, struct cvd_str words)
{
	for (size_t at = 0; at < words.len; at++) {
		if (words.ptr[at] == '>' && at >= 2 && words.ptr[at - 1] == '-' &&
		    words.ptr[at - 2] == '-')
			cvd_buf_put(out, ' ');
		cvd_buf_put(out, words.ptr[at]);
	}
}

static void put_comment_line(struct preparing *p, size_t indent, bool first, struct cvd_str words,
			     bool last)
{
	struct cvd_buf line = {0};

	if (first) {
		cvd_buf_fill(&line, ' ', indent);
		cvd_buf_add(&line, CVD_STR("<!--"));
	}
	add_words(&line, words);
	if (last)
		cvd_buf_add(&line, CVD_STR("-->"));
	put(p, cvd_buf_str(&line));
	cvd_buf_free(&line);
}

static size_t find_comment_end(struct preparing *p, size_t row)
{
	if (p->no_end_from[row] && p->at >= p->no_end_from[row] - 1)
		return SIZE_MAX;
	for (size_t at = p->at; at < p->from->starts.len; at++)
		if (cvd_str_find(line_at(p, at), comments[row].end, 0) != SIZE_MAX)
			return at;
	p->no_end_from[row] = p->at + 1;
	return SIZE_MAX;
}

static bool put_comment(struct preparing *p, size_t indent, struct cvd_str content, size_t row)
{
	struct cvd_str begin = comments[row].begin, end = comments[row].end, line, rest = {0};
	size_t last = find_comment_end(p, row), to, close;

	if (last == SIZE_MAX)
		return false;
	for (bool first = true; p->at <= last; p->at++, first = false) {
		line = first ? cvd_str_sub(content, begin.len, content.len) : line_at(p, p->at);
		if (p->at < last) {
			put_comment_line(p, indent, first, line, false);
			continue;
		}
		to = cvd_str_find(line, end, 0);
		close = cvd_str_find_char(line, '}', to + 1);
		close = close == SIZE_MAX ? line.len : close + 1;
		put_comment_line(p, indent, first, cvd_str_sub(line, 0, to), true);
		rest = cvd_str_trim(cvd_str_sub(line, close, line.len));
	}
	p->at--;
	if (rest.len)
		put(p, rest);
	return true;
}

/* Nothing but attributes and tags. */
static bool is_markup(struct cvd_str content)
{
	size_t at = 0, end;

	while (at < content.len) {
		struct cvd_str rest = cvd_str_sub(content, at, content.len);

		if (cvd_str_starts_with(rest, CVD_STR("{%")))
			end = cvd_str_find(content, CVD_STR("%}"), at);
		else if (cvd_str_starts_with(rest, CVD_STR("{{")))
			end = cvd_str_find(content, CVD_STR("}}"), at);
		else
			end = cvd_markup_attributes(content, at) - 2;
		if (end >= SIZE_MAX - 2)
			return false;
		for (at = end + 2; at < content.len && content.ptr[at] == ' ';)
			at++;
	}
	return true;
}

static bool prepare_brace(struct preparing *p, struct cvd_str line, struct cvd_str content)
{
	struct cvd_str above;

	for (size_t row = 0; row < sizeof comments / sizeof *comments; row++)
		if (cvd_str_starts_with(content, comments[row].begin) &&
		    put_comment(p, cvd_line_indent(line), content, row))
			return true;
	content = cvd_str_trim(content);
	if (!is_markup(content))
		return false;
	/* `- TOC`, `{:toc}`: the line above only keeps the place of a table of contents */
	above = p->to->starts.len ? cvd_lines_at(p->to, p->to->starts.len - 1) : (struct cvd_str){0};
	if (cvd_str_starts_with(content, CVD_STR("{:toc")) && cvd_line_begins_item(above))
		cvd_lines_pop(p->to);
	put(p, CVD_STR(""));
	return true;
}

/* --- fences, commands, marks ------------------------------------------------------------------------ */

/* A class's name, or nothing. */
static bool is_name(struct cvd_str text)
{
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];

		if (!((c | 32) >= 'a' && (c | 32) <= 'z') && !(c >= '0' && c <= '9') && c != '-' &&
		    c != '_')
			return false;
	}
	return true;
}

/* A longer run is no fence: it would hide the word behind it. */
#define FENCE_COLONS 80

/* `:::`, `::: name`, `::: {.class}` */
static bool prepare_colon(struct preparing *p, struct cvd_str line, struct cvd_str content)
{
	struct cvd_str rest = cvd_str_trim(content);
	size_t colons = run_of(rest, ':');

	(void)line;
	if (colons < 3 || colons > FENCE_COLONS)
		return false;
	while (rest.len > colons && rest.ptr[rest.len - 1] == ':')
		rest.len--;
	rest = cvd_str_trim(cvd_str_sub(rest, colons, rest.len));
	if (!is_name(rest) && cvd_markup_attributes(rest, 0) != rest.len)
		return false;
	put(p, CVD_STR(""));
	return true;
}

/* Commands whose arguments are no words of the text. */
static const char *const layout_commands[] = {
	"begin",           "end",           "vspace",        "hspace",    "setlength",
	"pagestyle",       "thispagestyle", "pagenumbering", "fontsize",  "usepackage",
	"enlargethispage", "addtolength",   "setcounter",    "pagecolor", "color",
	"include",         "input",         "vskip",         "hskip"};

static bool is_layout_command(struct cvd_str name)
{
	for (size_t i = 0; i < sizeof layout_commands / sizeof *layout_commands; i++)
		if (cvd_str_equal(name, cvd_str_from(layout_commands[i])))
			return true;
	return false;
}

/* `\newpage`, `\vspace{1cm}`: commands alone on the line. */
static bool prepare_command(struct preparing *p, struct cvd_str line, struct cvd_str content)
{
	struct cvd_str s = cvd_str_trim(content), name;
	size_t to = 1;

	(void)line;
	while (to < s.len && (s.ptr[to] | 32) >= 'a' && (s.ptr[to] | 32) <= 'z')
		to++;
	name = cvd_str_sub(s, 1, to);
	if (name.len < 2)
		return false;
	to += to < s.len && s.ptr[to] == '*';
	if (to < s.len && !is_layout_command(name))
		return false;
	while (to < s.len) {
		char close = s.ptr[to] == '{' ? '}' : ']';
		size_t end = s.ptr[to] == '{' || s.ptr[to] == '[' ? cvd_str_find_char(s, close, to)
								  : SIZE_MAX;

		if (end == SIZE_MAX)
			return false;
		to = end + 1;
	}
	put(p, CVD_STR(""));
	return true;
}

/* `[^1]: note` would be a link's target where the note is one word; `[TOC]` keeps a place. */
static bool prepare_bracket(struct preparing *p, struct cvd_str line, struct cvd_str content)
{
	static const char *const tocs[] = {"[TOC]", "[[TOC]]", "[[_TOC_]]"};
	size_t end;

	(void)line;
	for (size_t i = 0; i < sizeof tocs / sizeof *tocs; i++)
		if (cvd_str_equal_ascii_nocase(cvd_str_trim(content), cvd_str_from(tocs[i]))) {
			put(p, CVD_STR(""));
			return true;
		}
	end = cvd_str_find_char(cvd_str_sub(content, 0, 64), ']', 0);
	if (end == SIZE_MAX || end < 3 || content.ptr[1] != '^' || end + 1 >= content.len ||
	    content.ptr[end + 1] != ':')
		return false;
	if (!follows_blank(p))
		put(p, CVD_STR(""));
	put_parts(p, CVD_STR("\\"), content, CVD_STR(""));
	return true;
}

/* --- headings without their space ------------------------------------------------------------------- */

static bool is_letter(char c)
{
	return ((c | 32) >= 'a' && (c | 32) <= 'z') || (unsigned char)c >= 0x80;
}

/* Words, or SIZE_MAX where one of them is another `#tag`. */
static size_t count_words(struct cvd_str text)
{
	size_t words = 0;

	for (size_t at = 0; at < text.len && words <= MARKED_TITLE_WORDS; at++) {
		if (strchr(" \t", text.ptr[at]) || (at && !strchr(" \t", text.ptr[at - 1])))
			continue;
		if (text.ptr[at] == '#' && at + 1 < text.len && is_letter(text.ptr[at + 1]))
			return SIZE_MAX;
		words++;
	}
	return words;
}

/* The title without the marks that close it; those of `C#` belong to the word. */
static struct cvd_str without_closing(struct cvd_str title, size_t marks)
{
	size_t closing = 0;

	while (closing < title.len && title.ptr[title.len - 1 - closing] == '#')
		closing++;
	if (closing == title.len || (closing == 1 && marks > 1) ||
	    (closing == 1 && (title.len == 2 || title.ptr[title.len - 3] == ' ')))
		return title;
	return cvd_str_sub(title, 0, title.len - closing);
}

static bool prepare_heading(struct preparing *p, struct cvd_str line, struct cvd_str content)
{
	struct cvd_str title = cvd_str_trim(content), next;
	size_t marks = run_of(title, '#'), count = p->to->starts.len;
	struct cvd_str above = count ? cvd_lines_at(p->to, count - 1) : (struct cvd_str){0};

	(void)line;
	title = cvd_str_sub(title, marks, title.len);
	if (marks > 6 || !title.len ||
	    !(is_letter(title.ptr[0]) || (marks > 1 && strchr("[*_`", title.ptr[0]))) ||
	    count_words(title) > (marks > 2 ? MARKED_TITLE_WORDS : TITLE_WORDS) ||
	    (!cvd_line_is_blank(above) && above.ptr[0] != '#'))
		return false;
	next = cvd_line_content(line_at(p, p->at + 1));
	if (marks == 1 &&
	    ((title.ptr[0] >= 'a' && title.ptr[0] <= 'z') || (next.len && is_letter(next.ptr[0]))))
		return false;
	put_parts(p, cvd_str_sub(content, 0, marks), CVD_STR(" "), without_closing(title, marks));
	return true;
}

/* --- lists ------------------------------------------------------------------------------------------ */

/* The typographic sign that the line begins with as a list's item; empty if there is none. */
static struct cvd_str bullet_of(struct cvd_str content)
{
	static const char *const signs[] = {"•", "◦", "▪", "‣", "●", "○", "■", "□", "▸",
					    "►", "➢", "➤", "⁃", "∙", "·", "–", "—"};

	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
		struct cvd_str sign = cvd_str_from(signs[i]);

		if (cvd_str_starts_with(content, sign) && content.len > sign.len + 1 &&
		    cvd_space_at(content, sign.len))
			return cvd_str_sub(content, 0, sign.len);
	}
	return (struct cvd_str){0};
}

static bool ends_list(struct cvd_str content)
{
	return content.len && strchr("#<>|`~", content.ptr[0]);
}

/* Another line with the sign follows, in this paragraph or as the next one. */
static bool bullet_follows(const struct preparing *p, struct cvd_str sign)
{
	bool blank = false;

	for (size_t at = p->at + 1; at < p->from->starts.len; at++) {
		struct cvd_str content = cvd_line_content(line_at(p, at));

		if (!cvd_str_trim(content).len)
			blank = true;
		else if (cvd_str_equal(bullet_of(content), sign))
			return true;
		else if (blank || ends_list(content))
			return false;
	}
	return false;
}

/* The item without a hard break at its end. */
static struct cvd_str item_words(struct cvd_str content)
{
	static const char *const breaks[] = {"\\", "<br>", "<br/>", "<br />"};

	content = cvd_str_trim(content);
	for (size_t i = 0; i < sizeof breaks / sizeof *breaks; i++)
		if (cvd_str_ends_with(content, cvd_str_from(breaks[i])))
			return cvd_str_sub(content, 0, content.len - strlen(breaks[i]));
	return content;
}

static bool prepare_bullet(struct preparing *p, struct cvd_str line, struct cvd_str content)
{
	struct cvd_str sign = bullet_of(content), words;
	struct cvd_str indent = cvd_str_sub(line, 0, line.len - content.len);

	if (!sign.len)
		return false;
	if (!p->bullet.len) {
		if (cvd_line_indent(line) > 3 || !bullet_follows(p, sign))
			return false;
		p->bullet = sign;
	}
	words = item_words(cvd_str_sub(content, sign.len, content.len));
	if (!cvd_str_equal(sign, p->bullet) && cvd_line_indent(line) < 2)
		indent = CVD_STR("  ");
	put_parts(p, indent, CVD_STR("- "), words);
	return true;
}

/* What comes behind an empty line without a sign is no part of the list. */
static void close_list(struct preparing *p, struct cvd_str content)
{
	if (p->bullet.len && content.len && !bullet_of(content).len &&
	    (follows_blank(p) || ends_list(content)))
		p->bullet.len = 0;
}

/* --- metadata in mid-file --------------------------------------------------------------------------- */

static bool is_metadata(struct cvd_str line, bool *keys)
{
	struct cvd_str content = cvd_line_content(line);

	if (!content.len || cvd_line_begins_item(line))
		return true;
	if (!cvd_front_matter_key(content) || (content.ptr[0] >= 'A' && content.ptr[0] <= 'Z'))
		return false;
	*keys = true;
	return true;
}

/* `---`, keys with values, `---`. A key begins small: `Email: …` between two rules is text. */
static bool prepare_metadata(struct preparing *p, struct cvd_str line, struct cvd_str content)
{
	struct cvd_outline_context *context = p->context;
	const struct cvd_lines *from = p->from;
	size_t end = p->at + 1;
	struct cvd_str yaml;
	bool keys = false;

	(void)content;
	if (context->depth || !cvd_str_equal(cvd_str_trim(line), CVD_STR("---")) ||
	    cvd_line_indent(line) || !follows_blank(p))
		return false;
	while (end < from->starts.len &&
	       !cvd_str_equal(cvd_str_trim(line_at(p, end)), CVD_STR("---")) &&
	       is_metadata(line_at(p, end), &keys))
		end++;
	if (!keys || end >= from->starts.len ||
	    !cvd_str_equal(cvd_str_trim(line_at(p, end)), CVD_STR("---")))
		return false;
	yaml = cvd_str_sub(cvd_buf_str(&from->text), from->starts.items[p->at + 1],
			   from->starts.items[end]);
	if (!cvd_front_matter_read(context->texts, context->scratch, yaml,
				   from->numbers.items[p->at + 1], context->outline))
		return false;
	p->at = end;
	put(p, CVD_STR(""));
	return true;
}

/* --- all -------------------------------------------------------------------------------------------- */

static prepare_fn *const by_byte[256] = {
	['`'] = open_fence,      ['~'] = open_fence,       ['<'] = open_html,
	['{'] = prepare_brace,   [':'] = prepare_colon,    ['\\'] = prepare_command,
	['['] = prepare_bracket, ['#'] = prepare_heading,  [0xc2] = prepare_bullet,
	[0xe2] = prepare_bullet, ['-'] = prepare_metadata,
};

static void prepare_line(struct preparing *p)
{
	struct cvd_str line = line_at(p, p->at), content;
	prepare_fn *prepare;

	if (in_fence(p, line) || in_comment(p, line))
		return;
	content = cvd_line_content(line);
	close_list(p, content);
	prepare = content.len ? by_byte[(unsigned char)content.ptr[0]] : NULL;
	if (prepare && cvd_line_indent(line) > 3 && prepare != prepare_bullet &&
	    prepare != open_fence)
		prepare = NULL;
	if (!prepare || !prepare(p, line, content))
		put(p, line);
	p->begun |= content.len > 0;
}

void cvd_prepare_lines(struct cvd_outline_context *context, const struct cvd_lines *from,
		       struct cvd_lines *to)
{
	struct preparing p = {.context = context, .from = from, .to = to};

	cvd_buf_reserve(&to->text, from->text.len + 1);
	for (; p.at < from->starts.len; p.at++)
		prepare_line(&p);
}
