/* One part of a view as inline HTML: words that came in <ins>, words that went in <del>. */
#include "report.h"

/* --- which change it is ------------------------------------------------------------------------- */

static bool is_place(const struct cvd_change *change)
{
	return change->op == CVD_OP_MOVED || change->op == CVD_OP_REORDERED;
}

const struct cvd_change *html_change_of_place(const struct html_report *report,
					      const struct cvd_part *part, uint32_t *index)
{
	for (uint32_t i = 0; i < part->change_count; i++) {
		const struct cvd_change *change = &report->report->changes[part->changes[i]];

		if (!is_place(change))
			continue;
		*index = part->changes[i];
		return change;
	}
	return NULL;
}

const struct cvd_change *html_change_of_field(const struct html_report *report,
					      const struct cvd_part *part, enum cvd_field field)
{
	for (uint32_t i = 0; i < part->change_count; i++) {
		const struct cvd_change *change = &report->report->changes[part->changes[i]];

		if (change->op == CVD_OP_CHANGED && change->field == field && !change->formatting &&
		    !change->rewritten && change->words.len)
			return change;
	}
	return NULL;
}

/* --- words -------------------------------------------------------------------------------------- */

/* Writes a text in pieces, with its links around them. */
struct linker {
	struct cvd_buf *out;
	const struct cvd_view_link *link, *end; /* the one it is in or comes to */
	uint32_t at;                            /* bytes of the text */
	bool inside, linked;
};

static void enter(struct linker *linker)
{
	while (linker->link < linker->end && linker->link->start < linker->at)
		linker->link++;
	if (linker->link == linker->end || linker->link->start > linker->at)
		return;
	linker->inside = true;
	linker->linked = html_link_begin(linker->out, linker->link->target);
}

static void leave(struct linker *linker)
{
	if (!linker->inside || linker->at < linker->link->start + linker->link->len)
		return;
	html_link_end(linker->out, linker->linked);
	linker->inside = false;
	linker->link++;
}

/* The text's next piece, in a tag or in none. */
static void add_piece(struct linker *linker, struct cvd_str piece, const char *tag)
{
	while (piece.len) {
		size_t len = piece.len;

		if (!linker->inside)
			enter(linker);
		if (linker->inside && linker->link->start + linker->link->len - linker->at < len)
			len = linker->link->start + linker->link->len - linker->at;
		else if (!linker->inside && linker->link < linker->end &&
			 linker->link->start - linker->at < len)
			len = linker->link->start - linker->at;
		if (tag && len)
			html_tagged(linker->out, tag, cvd_str_sub(piece, 0, len));
		else
			html_text(linker->out, cvd_str_sub(piece, 0, len));
		piece = cvd_str_sub(piece, len, piece.len);
		linker->at += (uint32_t)len;
		leave(linker);
	}
}

static struct linker linker_of(struct cvd_buf *out, const struct cvd_view_side *side)
{
	return (struct linker){
		.out = out, .link = side->links, .end = side->links + side->link_count};
}

static void add_linked(struct cvd_buf *out, const struct cvd_view_side *side)
{
	struct linker linker = linker_of(out, side);

	add_piece(&linker, side->text, NULL);
}

/* Whether what stayed and what is on one side are the side's text, byte by byte. */
static bool spell(const struct cvd_pieces *words, char op, struct cvd_str text)
{
	for (size_t i = 0; i < words->len; i++) {
		struct cvd_str piece = words->items[i].text;

		if (words->items[i].op != '=' && words->items[i].op != op)
			continue;
		if (!cvd_str_equal(cvd_str_sub(text, 0, piece.len < text.len ? piece.len : text.len),
				   piece))
			return false;
		text = cvd_str_sub(text, piece.len, text.len);
	}
	return !text.len;
}

/* Word by word, with the links of the newer version shown. */
static void add_words(struct cvd_buf *out, const struct cvd_pieces *words,
		      const struct cvd_view_side *side, enum html_sides sides)
{
	char own = sides & HTML_NEW ? '+' : '-';
	struct linker linker = linker_of(out, side);

	if (!spell(words, own, side->text))
		linker.end = linker.link;
	for (size_t i = 0; i < words->len; i++) {
		const struct cvd_piece *piece = &words->items[i];

		if (piece->op == '=' || piece->op == own)
			add_piece(&linker, piece->text,
				  piece->op == '+'   ? "ins"
				  : piece->op == '-' ? "del"
						     : NULL);
		else if (piece->op == '-' && sides & HTML_OLD)
			html_tagged(out, "del", piece->text);
	}
	html_link_end(out, linker.inside && linker.linked);
}

/* Text that is in one version alone says so; what moved is no new text. */
static const char *tag_of(const struct cvd_part *part)
{
	if (part->state == CVD_PART_ADDED)
		return "ins";
	return part->state == CVD_PART_REMOVED ? "del" : NULL;
}

/* A statement that is only a mail address or a site is a link to it. */
static bool begin_own_link(struct cvd_buf *out, const struct cvd_view_side *side)
{
	return !side->link_count && html_link_begin(out, side->text);
}

void html_part_text(struct cvd_buf *out, const struct html_report *report,
		    const struct cvd_part *part, enum html_sides sides)
{
	const struct cvd_view_side *side = sides & HTML_NEW && part->new ? part->new : part->old;
	const struct cvd_change *change = html_change_of_field(report, part, CVD_FIELD_NONE);
	const char *tag = change ? NULL : tag_of(part);
	bool linked;

	if (!side || (!change && !side->text.len))
		return;
	if (tag)
		cvd_buf_printf(out, "<%s>", tag);
	linked = begin_own_link(out, side);
	if (change)
		add_words(out, &change->words, side, sides);
	else
		add_linked(out, side);
	html_link_end(out, linked);
	if (tag)
		cvd_buf_printf(out, "</%s>", tag);
}

/* --- fields ------------------------------------------------------------------------------------- */

static struct cvd_str own_field(const struct cvd_view_side *side, enum cvd_field field)
{
	if (!side || !side->fields || side->fields[field].inherited)
		return (struct cvd_str){0};
	if (field == CVD_URL && !side->fields[field].text.len)
		return side->fields[field].norm;
	return side->fields[field].text;
}

static void add_field(struct cvd_buf *out, const struct cvd_view_side *side, enum cvd_field field)
{
	bool linked = field == CVD_URL && html_link_begin(out, side->fields[field].norm);

	html_text(out, own_field(side, field));
	html_link_end(out, linked);
}

bool html_part_field(struct cvd_buf *out, const struct html_report *report,
		     const struct cvd_part *part, enum cvd_field field, enum html_sides sides)
{
	struct cvd_str old = sides & HTML_OLD ? own_field(part->old, field) : (struct cvd_str){0};
	struct cvd_str new = sides &HTML_NEW ? own_field(part->new, field) : (struct cvd_str){0};
	const struct cvd_change *change = html_change_of_field(report, part, field);
	bool other_target = false;
	const char *tag = tag_of(part);

	for (uint32_t i = 0; field == CVD_URL && !change && i < part->change_count; i++)
		other_target |= report->report->changes[part->changes[i]].field == CVD_URL;
	if (change || other_target) {
		html_change(out, old, new);
		return old.len || new.len;
	}
	if (!old.len && !new.len)
		return false;
	if (tag)
		cvd_buf_printf(out, "<%s>", tag);
	add_field(out, new.len ? part->new : part->old, field);
	if (tag)
		cvd_buf_printf(out, "</%s>", tag);
	return true;
}
