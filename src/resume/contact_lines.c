/*
 * Lines with addresses: an address, a number or a link is contact, one node per part. Parts end at
 * separators, behind an address or a link that begins one, and in front of an icon; at a comma only
 * beside an address, because places have commas; at a soft break only where the text has several short
 * lines and no separator, because rewrapping should change nothing. A label before an address is layout.
 *
 * A part among contacts may be the name, or the headline. One pass to cut, one to build: linear.
 */
#include "header_parts.h"
#include "levels.h"
#include "pieces_text.h"

#include "base/text.h"

#include <string.h>

/* Words that a contact has at most on average: `Portland, Oregon, United States of America`. */
#define CONTACT_WORDS 6
/* Lines of a text without separators have at most that many words. */
#define LINE_WORDS 8
#define LABEL_BYTES 60
/* A number with its label is no longer. */
#define PHONE_BYTES 120

/* --- what a part says --------------------------------------------------------------------------- */

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_phone(struct cvd_str text)
{
	size_t digits = 0;

	for (size_t i = 0; i < text.len; i++) {
		if (is_digit(text.ptr[i]))
			digits++;
		else if (cvd_str_starts_with(cvd_str_sub(text, i, text.len), CVD_STR("–")))
			i += strlen("–") - 1;
		else if (!strchr(" +-()./", text.ptr[i]))
			return false;
	}
	return digits >= 7 && digits <= 15;
}

/* One word of the form `a@b.c`, `www.x`, `scheme://x` or `x.org/y`. */
static bool is_address(struct cvd_str word)
{
	size_t at = cvd_str_find_char(word, '@', 0), dot;

	if (at != SIZE_MAX && at > 0)
		return cvd_str_find_char(word, '.', at) != SIZE_MAX;
	if (cvd_str_find(word, CVD_STR("://"), 0) != SIZE_MAX ||
	    cvd_str_starts_with(word, CVD_STR("www.")))
		return true;
	dot = cvd_str_find_char(word, '.', 1);
	return dot != SIZE_MAX && cvd_str_find_char(word, '/', dot + 2) != SIZE_MAX;
}

/* Length of the picture at the byte that stands for a kind of address, with what selects its form. */
static size_t icon_at(struct cvd_str text, size_t at)
{
	static const char *const icons[] = {"✉", "☎", "📧", "📨", "📩",    "📬",    "📫", "📞", "📱",
					    "📲", "✆", "📍", "🏠", "🏡",    "🗺", "🌐", "🌍", "🔗",
					    "💼", "🐙", "🐦", "💻", "🖥", "📝",    "🎂", "📅", "🗓"};
	struct cvd_str rest = cvd_str_sub(text, at, text.len);
	size_t len = 0;

	if (at >= text.len || (unsigned char)text.ptr[at] < 0xe2)
		return 0;
	for (size_t i = 0; !len && i < sizeof icons / sizeof *icons; i++)
		if (cvd_str_starts_with(rest, cvd_str_from(icons[i])))
			len = strlen(icons[i]);
	if (len && cvd_str_starts_with(cvd_str_sub(rest, len, rest.len), CVD_STR("\xef\xb8\x8f")))
		len += 3;
	return len;
}

static size_t skip_space(struct cvd_str text, size_t at)
{
	while (at < text.len && cvd_reader_is_space(text.ptr[at]))
		at++;
	return at;
}

/* The label says what kind of address follows; a network only lays the line out where the address
 * names it again: `GitHub: github.com/jane`, but not `GitHub: jane`. */
static bool lays_out(struct cvd_reader *reader, enum cvd_label kind, struct cvd_str label,
		     struct cvd_str rest)
{
	switch (kind) {
	case CVD_LABEL_EMAIL:
	case CVD_LABEL_PHONE:
	case CVD_LABEL_ADDRESS:
	case CVD_LABEL_LOCATION:
	case CVD_LABEL_URL:
	case CVD_LABEL_NAME:
	case CVD_LABEL_TITLE:
		return true;
	case CVD_LABEL_PROFILE:
		return cvd_str_find(cvd_text_fold(reader->scratch, rest),
				    cvd_text_fold(reader->scratch, label), 0) != SIZE_MAX;
	default:
		return false;
	}
}

/* `Email: …`, `Email：…`, and `Tel. …` before a number, from the byte on. */
static struct cvd_contact_label words_label(struct cvd_reader *reader, struct cvd_str text,
					    size_t from)
{
	size_t limit = from + LABEL_BYTES < text.len ? from + LABEL_BYTES : text.len;
	size_t word = 0, colon, len = 0;
	struct cvd_str label, rest;
	struct cvd_contact_label result = {.from = from, .to = from, .next = from};

	for (colon = from; colon < limit; colon++) {
		len = cvd_level_colon_at(text, colon);
		if (len)
			break;
		if (!word && colon > from && text.ptr[colon] == ' ')
			word = colon;
	}
	if (!len) {
		rest = word ? cvd_str_trim(cvd_str_sub(text, word, text.len)) : (struct cvd_str){0};
		colon = word;
		if (!is_phone(rest) && !is_address(rest))
			return result;
	}
	label = cvd_str_trim(cvd_str_sub(text, from, colon));
	rest = cvd_str_trim(cvd_str_sub(text, colon + len, text.len));
	result.kind = cvd_lexicon_label(reader->scratch, label);
	/* `Wanted: Senior Engineer` */
	if (result.kind == CVD_LABEL_DETAIL && cvd_lexicon_is_title(reader->scratch, rest))
		result.kind = CVD_LABEL_TITLE;
	if (!rest.len || !lays_out(reader, result.kind, label, rest))
		return (struct cvd_contact_label){.from = from, .to = from, .next = from};
	result.to = from + label.len;
	result.next = skip_space(text, colon + len);
	return result;
}

struct cvd_contact_label cvd_contact_label_read(struct cvd_reader *reader, struct cvd_str text)
{
	struct cvd_contact_label label;
	size_t from = 0, len;

	while ((len = icon_at(text, from)))
		from = skip_space(text, from + len);
	if (from >= text.len)
		return (struct cvd_contact_label){0};
	label = words_label(reader, text, from);
	if (from) {
		if (label.to == label.from)
			label.to = cvd_str_trim(cvd_str_sub(text, 0, from)).len;
		label.from = 0;
	}
	return label;
}

bool cvd_header_may_be_name(struct cvd_reader *reader, struct cvd_str text)
{
	text = cvd_str_trim(text);
	if (!text.len || text.len > 80 || cvd_reader_count_words(text) > 5 ||
	    (text.ptr[0] >= 'a' && text.ptr[0] <= 'z') || cvd_level_colon_at(text, text.len - 1))
		return false;
	for (size_t i = 0; i < text.len; i++)
		if (is_digit(text.ptr[i]) || strchr("@/:!?;{}<>|", text.ptr[i]))
			return false;
	return !cvd_lexicon_is_title(reader->scratch, text) &&
	       !cvd_lexicon_section(reader->scratch, text).known &&
	       cvd_str_find(text, CVD_STR("。"), 0) == SIZE_MAX;
}

/* --- cutting ------------------------------------------------------------------------------------ */

struct part {
	size_t from, to;             /* bytes of the block's text */
	bool address;                /* says where to reach a person */
	const struct cvd_span *link; /* that it is, or NULL */
	uint32_t line;
};

struct parts {
	struct part *items;
	size_t len, cap;
};

struct cutter {
	struct cvd_reader *reader;
	const struct cvd_block *block;
	struct cvd_str text;
	struct parts parts;
	struct part part; /* open */
	uint32_t span;
	bool lines; /* soft breaks separate */
};

/* Length of what separates two contacts at `at`, whatever stands beside it. */
static size_t separator_at(const struct cutter *c, size_t at)
{
	static const char *const dashes[] = {"-", "–", "—"};
	struct cvd_str text = c->text;
	bool spaced = at > 0 && text.ptr[at - 1] == ' ';

	if (text.ptr[at] == CVD_BREAK_HARD || (c->lines && text.ptr[at] == CVD_BREAK_SOFT))
		return 1;
	if (spaced && text.ptr[at] == '/' && at + 1 < text.len && text.ptr[at + 1] == ' ')
		return 1;
	for (size_t i = 0; spaced && at > 1 && i < sizeof dashes / sizeof *dashes; i++) {
		size_t end = at + strlen(dashes[i]);

		if (cvd_str_starts_with(cvd_str_sub(text, at, text.len), cvd_str_from(dashes[i])) &&
		    end + 1 < text.len && text.ptr[end] == ' ' &&
		    !(is_digit(text.ptr[at - 2]) && is_digit(text.ptr[end + 1])))
			return end - at;
	}
	return cvd_reader_mark_at(text, at);
}

/* The link that begins at `at`, or NULL. */
static const struct cvd_span *link_at(struct cutter *c, size_t at)
{
	const struct cvd_block *block = c->block;

	while (c->span < block->span_count && block->spans[c->span].start < at)
		c->span++;
	for (uint32_t i = c->span; i < block->span_count && block->spans[i].start == at; i++)
		if ((block->spans[i].style & CVD_SPAN_LINK) && block->spans[i].target.len &&
		    block->spans[i].target.ptr[0] != '#') /* not to a part of the document */
			return &block->spans[i];
	return NULL;
}

static struct cvd_str open_text(const struct cutter *c, size_t to)
{
	return cvd_str_trim(cvd_str_sub(c->text, c->part.from, to));
}

/* Nothing stands in the open part but pictures. */
static bool is_bare(const struct cutter *c, size_t to)
{
	size_t at = skip_space(c->text, c->part.from), len;

	while (at < to && (len = icon_at(c->text, at)))
		at = skip_space(c->text, at + len);
	return at >= to;
}

/* The open part is a number, perhaps behind a label; in an address it is the code of the place. */
static bool is_open_phone(const struct cutter *c, size_t to)
{
	struct cvd_str text = open_text(c, to);
	struct cvd_contact_label label;

	if (!text.len || text.len > PHONE_BYTES || !is_digit(text.ptr[text.len - 1]))
		return false;
	label = cvd_contact_label_read(c->reader, text);
	return label.kind != CVD_LABEL_ADDRESS && label.kind != CVD_LABEL_LOCATION &&
	       is_phone(cvd_str_sub(text, label.next, text.len));
}

/* Ends the open part at `to`; the next one begins at `next`. */
static void end_part(struct cutter *c, size_t to, size_t next)
{
	struct cvd_str text = open_text(c, to);
	enum cvd_label label = cvd_contact_label_read(c->reader, text).kind;

	c->part.to = to;
	c->part.address |= is_open_phone(c, to) || (label != CVD_LABEL_NONE && text.len);
	if (text.len)
		CVD_PUSH(c->reader->scratch, &c->parts, c->part);
	c->part = (struct part){.from = next};
}

/* The line is an address or a number, perhaps behind a label. */
static bool is_address_line(struct cvd_reader *reader, struct cvd_str line)
{
	line = cvd_str_sub(line, cvd_contact_label_read(reader, line).next, line.len);
	return is_phone(line) || (is_address(line) && cvd_str_find_char(line, ' ', 0) == SIZE_MAX);
}

static bool holds_address(struct cvd_str line)
{
	size_t from = 0;

	for (size_t at = 0; at <= line.len; at++) {
		if (at < line.len && line.ptr[at] != ' ')
			continue;
		if (is_address(cvd_str_sub(line, from, at)))
			return true;
		from = at + 1;
	}
	return false;
}

/* The text has several short lines, nothing else separates them, and addresses stand alone on theirs. */
static bool has_lines(struct cvd_reader *reader, struct cvd_str text)
{
	size_t from = 0, lines = 0, addresses = 0;

	for (size_t at = 0; at <= text.len; at++) {
		struct cvd_str line;

		if (at < text.len && cvd_reader_mark_at(text, at))
			return false;
		if (at < text.len && text.ptr[at] != CVD_BREAK_SOFT)
			continue;
		line = cvd_str_trim(cvd_str_sub(text, from, at));
		if (!line.len || cvd_reader_count_words(line) > LINE_WORDS ||
		    strchr(".,", line.ptr[line.len - 1]))
			return false;
		if (is_address_line(reader, line))
			addresses++;
		else if (holds_address(line) || (line.ptr[0] >= 'a' && line.ptr[0] <= 'z'))
			return false;
		lines++;
		from = at + 1;
	}
	return lines > 1 && addresses;
}

/* The end of the word at the byte, or of the link that begins there. */
static size_t word_end(struct cutter *c, size_t at, const struct cvd_span *link)
{
	size_t end = at;

	while (end < c->text.len && !cvd_reader_is_space(c->text.ptr[end]) && !separator_at(c, end))
		end++;
	if (link && link->start + link->len > end)
		end = link->start + link->len;
	while (end > at + 1 && strchr(",;", c->text.ptr[end - 1]))
		end--;
	return end;
}

/* A link that dials, behind words that are no label of it: `Engineer [555 0100](tel:5550100)`. */
static bool begins_number(const struct cutter *c, size_t at, const struct cvd_span *link)
{
	struct cvd_str before = open_text(c, at);

	return link && cvd_str_starts_with(link->target, CVD_STR("tel:")) && !is_bare(c, at) &&
	       cvd_lexicon_label(c->reader->scratch, before) == CVD_LABEL_NONE &&
	       !cvd_level_colon_at(before, before.len - 1);
}

/* A label behind a number: `Tel: 555 0100 Email: jane@example.org`. */
static bool begins_labelled(const struct cutter *c, size_t at)
{
	return at > c->part.from && cvd_reader_is_space(c->text.ptr[at - 1]) &&
	       is_open_phone(c, at) && words_label(c->reader, c->text, at).kind != CVD_LABEL_NONE;
}

/* `GitHub: ` in front of a link. */
static bool is_labelled(const struct cutter *c, size_t at)
{
	struct cvd_str label = open_text(c, at);
	enum cvd_label kind =
		label.len && label.len <= LABEL_BYTES && cvd_level_colon_at(label, label.len - 1)
			? cvd_lexicon_label(c->reader->scratch, label)
			: CVD_LABEL_NONE;

	return kind == CVD_LABEL_PROFILE || kind == CVD_LABEL_URL;
}

/* Takes the word at the byte, and returns where it ends. */
static size_t take_word(struct cutter *c, size_t at)
{
	const struct cvd_span *link = link_at(c, at);
	size_t end = word_end(c, at, link), before = at;
	bool address = is_address(cvd_str_sub(c->text, at, end));

	while (before > c->part.from && cvd_reader_is_space(c->text.ptr[before - 1]))
		before--;
	if ((icon_at(c->text, at) && open_text(c, at).len) || begins_number(c, at, link) ||
	    begins_labelled(c, at))
		end_part(c, at, at);
	else if (address && before > c->part.from && c->text.ptr[before - 1] == ',')
		end_part(c, before - 1, at);
	if (!address && !(link && (is_bare(c, at) || is_labelled(c, at))))
		return end;
	c->part.to = end;
	c->part.address = true;
	if (link && !c->part.link)
		c->part.link = link;
	if (end == c->text.len || cvd_reader_is_space(c->text.ptr[end]) ||
	    strchr(",;", c->text.ptr[end]))
		end_part(c, end, end);
	return end;
}

static struct parts cut(struct cvd_reader *reader, const struct cvd_block *block)
{
	struct cutter c = {.reader = reader,
			   .block = block,
			   .text = block->text,
			   .lines = has_lines(reader, block->text)};
	size_t at = 0;

	while (at < c.text.len) {
		size_t len = separator_at(&c, at);

		if (!len && strchr(",;", c.text.ptr[at]) &&
		    (!open_text(&c, at).len || is_open_phone(&c, at)))
			len = 1;
		if (len) {
			end_part(&c, at, at + len);
			at += len;
		} else if (cvd_reader_is_space(c.text.ptr[at]) || strchr(",;", c.text.ptr[at])) {
			at++;
		} else {
			at = take_word(&c, at);
		}
	}
	end_part(&c, c.text.len, c.text.len);
	return c.parts;
}

/* Contacts are short; a line that mentions an address is one only if it says little else. `address`:
 * one is known already. */
static bool are_contacts(const struct cvd_block *block, const struct parts *parts, bool address)
{
	for (size_t i = 0; i < parts->len; i++)
		address |= parts->items[i].address;
	return address && parts->len &&
	       cvd_pieces_count_words(block->text) <= parts->len * CONTACT_WORDS &&
	       cvd_str_find(block->text, CVD_STR("。"), 0) == SIZE_MAX;
}

/* --- building ----------------------------------------------------------------------------------- */

enum cvd_kind cvd_header_kind_of(const struct cvd_reader *reader, enum cvd_label label)
{
	if (label == CVD_LABEL_NAME && !reader->has_kind[CVD_NAME])
		return CVD_NAME;
	return label == CVD_LABEL_TITLE ? CVD_HEADLINE : CVD_CONTACT;
}

/* The part is alone on its line. */
static bool fills_line(const struct cvd_block *block, const struct part *part)
{
	struct cvd_str text = block->text;
	size_t from = part->from;

	while (from > 0 && text.ptr[from - 1] == ' ')
		from--;
	return part->to < text.len && cvd_reader_is_break(text.ptr[part->to]) &&
	       (from == 0 || cvd_reader_is_break(text.ptr[from - 1]));
}

static bool is_marked(const uint8_t *styles, const struct part *part)
{
	size_t from = part->from, to = part->to;

	while (to > from && styles[to - 1] == 0)
		to--;
	while (from < to && styles[from] == 0)
		from++;
	for (; from < to; from++)
		if (!(styles[from] & (CVD_SPAN_STRONG | CVD_SPAN_EMPHASIS)))
			return false;
	return to > part->from;
}

/* A part without an address, in front of all that have one: the person's name, or what they are. */
static enum cvd_kind kind_of_leading(struct cvd_reader *reader, const struct cvd_block *block,
				     const uint8_t *styles, const struct part *part)
{
	struct cvd_str text = cvd_str_trim(cvd_str_sub(block->text, part->from, part->to));
	bool alone = fills_line(block, part) || is_marked(styles, part);

	if (part->address || cvd_reader_count_words(text) > CVD_HEADLINE_WORDS)
		return CVD_CONTACT;
	if (!reader->has_kind[CVD_NAME])
		return alone && cvd_header_may_be_name(reader, text) ? CVD_NAME : CVD_CONTACT;
	if (reader->has_kind[CVD_HEADLINE] || reader->has_kind[CVD_SUMMARY])
		return CVD_CONTACT;
	if (cvd_lexicon_is_title(reader->scratch, text))
		return CVD_HEADLINE;
	for (size_t i = 0; i < text.len; i++)
		if (is_digit(text.ptr[i]) || text.ptr[i] == ',')
			return CVD_CONTACT;
	return alone ? CVD_HEADLINE : CVD_CONTACT;
}

struct cvd_node *cvd_header_add_node(struct cvd_reader *reader, struct cvd_node *parent,
				     enum cvd_kind kind)
{
	reader->has_kind[kind] = true;
	return cvd_node_add(reader->doc, parent, kind);
}

/* The link begins with the label in front of the node's text: what is left of it leads there. */
static void keep_link(struct cvd_reader *reader, struct cvd_node *node,
		      const struct cvd_block *block, const struct cvd_span *span)
{
	size_t from = (size_t)(node->text.ptr - block->text.ptr);
	size_t end = (size_t)span->start + span->len;
	struct cvd_link *link;

	if (node->link_count || end <= from || end > from + node->text.len ||
	    cvd_reader_repeats(cvd_str_sub(node->text, 0, end - from), span->target))
		return;
	link = CVD_NEW(&reader->doc->arena, struct cvd_link);
	*link = (struct cvd_link){.len = (uint32_t)(end - from), .target = span->target};
	node->links = link;
	node->link_count = 1;
}

static void add_part(struct cvd_reader *reader, struct cvd_node *parent, enum cvd_kind kind,
		     const struct cvd_block *block, const uint8_t *styles, const struct part *part)
{
	size_t from = skip_space(cvd_str_sub(block->text, 0, part->to), part->from);
	struct cvd_contact_label label =
		cvd_contact_label_read(reader, cvd_str_sub(block->text, from, part->to));
	struct cvd_node *node;

	if (label.to > label.from && label.kind != CVD_LABEL_NONE &&
	    (parent == reader->doc->root || label.kind == CVD_LABEL_NAME))
		kind = cvd_header_kind_of(reader, label.kind);
	node = cvd_header_add_node(reader, parent, kind);
	if (label.to > label.from)
		CVD_PUSH(&reader->doc->arena, &reader->doc->layout,
			 (struct cvd_layout_word){cvd_str_sub(block->text, from + label.from,
							      from + label.to),
						  node});
	node->source = cvd_str_trim(cvd_reader_markup(reader, block, styles, part->from, part->to));
	node->line = node->end_line = part->line;
	cvd_reader_set_text(reader, node, block, from + label.next, part->to);
	if (part->link && part->link->start < from + label.next)
		keep_link(reader, node, block, part->link);
}

bool cvd_contacts_add(struct cvd_reader *reader, struct cvd_node *parent,
		      const struct cvd_block *block, bool among_contacts)
{
	struct parts parts = cut(reader, block);
	const uint8_t *styles;
	uint32_t line = block->line;
	size_t counted = 0;
	bool header = parent == reader->doc->root;
	bool leading = header || !reader->has_kind[CVD_NAME];

	if (!are_contacts(block, &parts, among_contacts))
		return false;
	styles = cvd_reader_styles(reader, block);
	for (size_t i = 0; i < parts.len; i++) {
		struct part *part = &parts.items[i];
		enum cvd_kind kind = CVD_CONTACT;

		for (; counted < part->from; counted++)
			if (cvd_reader_is_break(block->text.ptr[counted]) && line < block->end_line)
				line++;
		part->line = line;
		leading &= !part->address;
		if (leading && parts.len > 1)
			kind = kind_of_leading(reader, block, styles, part);
		if (!header && kind == CVD_HEADLINE)
			kind = CVD_CONTACT;
		add_part(reader, parent, kind, block, styles, part);
	}
	return true;
}

static bool holds_colon(struct cvd_str line)
{
	for (size_t at = 1; at < line.len; at++)
		if (cvd_level_colon_at(line, at))
			return true;
	return false;
}

bool cvd_contacts_add_labelled(struct cvd_reader *reader, const struct cvd_block *block)
{
	struct cvd_str text = block->text;
	size_t from = 0, known = 0;

	for (size_t at = 0; at <= text.len; at++) {
		struct cvd_str line = cvd_str_sub(text, from, at);

		if (at < text.len && !cvd_reader_is_break(text.ptr[at]))
			continue;
		from = at + 1;
		if (!cvd_str_trim(line).len)
			continue;
		if (cvd_reader_count_words(line) > LINE_WORDS)
			return false;
		if (!holds_colon(line))
			return false;
		known += cvd_contact_label_read(reader, cvd_str_trim(line)).kind != CVD_LABEL_NONE;
	}
	return known > 1 && cvd_contacts_add(reader, reader->doc->root, block, true);
}

bool cvd_contacts_here(struct cvd_reader *reader, const struct cvd_block *block)
{
	struct parts parts = cut(reader, block);

	return are_contacts(block, &parts, false);
}
