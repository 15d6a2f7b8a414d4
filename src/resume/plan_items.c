/*
 * Entries that are items of lists: each item one, or each item of a list below a name one post held there.
 * A list is one of entries if half of its items are, so that a dated statement or two among others
 * make none; items that only name the list below them are not counted.
 *
 * Linear: each item is cut once and asked a fixed number of times.
 */
#include "plan_body.h"

#include "base/text.h"

#define ABOVE_WORDS 8
#define TOLD_WORDS 12
#define TOLD_NAME_WORDS 3

static struct cvd_block *item_text(const struct cvd_block *item)
{
	struct cvd_block *first = item->first_child;

	return first && (first->kind == CVD_BLOCK_PARAGRAPH ||
			 (first->kind == CVD_BLOCK_HEADING && first->text.len))
		       ? first
		       : NULL;
}

/* Each item of the list says when it was done, at its end, as no statement of a project does. */
static bool are_dated_things(struct cvd_body *body, struct cvd_block *list)
{
	size_t dated = 0;

	if (list->things)
		return list->things > 1;
	list->things = 1;
	for (const struct cvd_block *item = list->first_child; item; item = item->next, dated++) {
		struct cvd_block *text = item_text(item);
		const struct cvd_cut *cut = text ? cvd_pieces_cut(body->plan->reader, text) : NULL;

		if (!cut || cut->end != text->text.len || cut->count < 2 || cut->ranged ||
		    !cut->pieces[cut->count - 1].dated)
			return false;
	}
	list->things += dated > 1;
	return dated > 1;
}

static bool is_item_entry(struct cvd_body *body, const struct cvd_block *item)
{
	struct cvd_block *text = item_text(item), *lines[CVD_LINES];
	const struct cvd_cut *cut;
	bool dated, first;

	if (!text)
		return false;
	cut = cvd_pieces_cut(body->plan->reader, text);
	if (!cut->dated) {
		if (!cut->marked || cut->end != text->text.len)
			return false;
		return cvd_plan_lines_after(body->plan, text, false, lines, &dated) && dated;
	}
	if (text->kind == CVD_BLOCK_HEADING)
		return true;
	if (cut->only_dated && !cvd_body_is_list(text->next))
		return false;
	first = cut->ranged && cut->pieces[0].dated && cut->count > 1;
	if (cut->end < text->text.len)
		return first ||
		       (cut->marked && (cut->ranged || body->plan->type == CVD_SECTION_PROJECTS ||
					cvd_body_is_paper(body->plan->type)));
	if (cut->count > 1 && ((cut->pieces[0].style & CVD_SPAN_LINK) ||
			       (cut->ranged && body->plan->type == CVD_SECTION_EDUCATION)))
		return true;
	return first || cut->marked || (cut->classes & CVD_NAMING) ||
	       cvd_body_is_list(text->next) || cvd_body_is_paper(body->plan->type) ||
	       (body->plan->type == CVD_SECTION_PROJECTS && are_dated_things(body, item->parent));
}

/* The piece goes on up to the end of the other. */
static void join_pieces(struct cvd_reader *reader, struct cvd_piece *piece,
			const struct cvd_piece *end, bool outer)
{
	piece->from = piece->outer_from;
	piece->to = outer ? end->outer_to : end->to;
	piece->outer_to = end->outer_to;
	piece->style &= end->style;
	piece->inner = false;
	piece->text = cvd_str_sub(piece->block->text, piece->from, piece->to);
	piece->words = cvd_lexicon_words(reader->scratch, piece->text);
}

/* A small letter, of a script of two bytes as well. */
static bool begins_small(struct cvd_reader *reader, struct cvd_str text)
{
	struct cvd_str first = cvd_str_sub(text, 0, 2);

	if (!text.len || (unsigned char)text.ptr[0] < 0x80)
		return text.len && text.ptr[0] >= 'a' && text.ptr[0] <= 'z';
	return (unsigned char)text.ptr[0] >= 0xc3 && (unsigned char)text.ptr[0] <= 0xd1 &&
	       cvd_str_equal(cvd_text_fold(reader->scratch, first), first);
}

void cvd_body_join_phrase(struct cvd_reader *reader, struct cvd_block *text)
{
	struct cvd_cut *cut = text->cut;
	bool phrase = false; /* the last piece goes on behind its link */
	size_t count = 0;

	for (size_t i = 0; i < cut->count; i++) {
		const struct cvd_piece *piece = &cut->pieces[i];
		struct cvd_piece *last = count ? &cut->pieces[count - 1] : NULL;

		if (last && piece->joint == CVD_JOINT_BORDER && !piece->dated && !last->dated &&
		    (phrase ||
		     ((last->style & CVD_SPAN_LINK) && begins_small(reader, piece->text)))) {
			join_pieces(reader, last, piece, true);
			phrase = true;
			continue;
		}
		phrase = false;
		cut->pieces[count++] = *piece;
	}
	cut->count = count;
}

/* A date stands outside of the links. */
static bool is_dated_beside(const struct cvd_block *text)
{
	const struct cvd_cut *cut = text->cut;
	uint32_t span = 0;

	for (size_t i = 0; i < cut->count; i++) {
		const struct cvd_piece *piece = &cut->pieces[i];

		while (span < text->span_count &&
		       (!(text->spans[span].style & CVD_SPAN_LINK) ||
			text->spans[span].start + text->spans[span].len < piece->to))
			span++;
		if (piece->dated &&
		    (span == text->span_count || piece->from < text->spans[span].start))
			return true;
	}
	return false;
}

void cvd_body_join_linked(struct cvd_reader *reader, struct cvd_block *text)
{
	struct cvd_cut *cut = text->cut;
	bool dated = is_dated_beside(text);
	size_t count = 0;
	uint32_t span = 0;

	for (size_t i = 0; i < cut->count; i++) {
		const struct cvd_piece *piece = &cut->pieces[i];
		struct cvd_piece *last = count ? &cut->pieces[count - 1] : NULL;
		bool linked;

		while (span < text->span_count &&
		       (!(text->spans[span].style & CVD_SPAN_LINK) ||
			text->spans[span].start + text->spans[span].len < piece->to))
			span++;
		linked = span < text->span_count && piece->from >= text->spans[span].start;
		if (linked && last && last->from >= text->spans[span].start &&
		    (dated || (!piece->dated && !last->dated))) {
			last->dated = false;
			join_pieces(reader, last, piece, true);
			continue;
		}
		cut->pieces[count] = *piece;
		if (linked && piece->named == CVD_LABEL_URL)
			cut->pieces[count].named = CVD_LABEL_NONE;
		count++;
	}
	cut->count = count;
}

static bool has_link(const struct cvd_block *text)
{
	for (uint32_t i = 0; i < text->span_count; i++)
		if (text->spans[i].style & CVD_SPAN_LINK)
			return true;
	return false;
}

/* Without the full stop that ends a few words. */
static size_t told_end(struct cvd_str text)
{
	return text.len - cvd_str_ends_with(text, CVD_STR("."));
}

/* A few words without dates that say where somebody was, or as what: entries beside dated ones; in a list of
 * what was learned, also alone. */
static bool is_told_item(struct cvd_body *body, const struct cvd_block *item)
{
	enum cvd_section_type type = body->plan->type;
	struct cvd_block *text = item_text(item);
	struct cvd_words words;

	if (!text || text->next || text->kind != CVD_BLOCK_PARAGRAPH ||
	    (type != CVD_SECTION_WORK && type != CVD_SECTION_EDUCATION) ||
	    cvd_reader_count_words(text->text) > TOLD_WORDS ||
	    cvd_str_find_char(text->text, ':', 0) != SIZE_MAX ||
	    cvd_pieces_cut(body->plan->reader, text)->dated)
		return false;
	if (text->span_count && has_link(text))
		return true;
	words = cvd_lexicon_words(body->plan->reader->scratch,
				  cvd_str_sub(text->text, 0, told_end(text->text)));
	return type == CVD_SECTION_EDUCATION
		       ? (words.first | words.last) & (CVD_WORD_DEGREE | CVD_WORD_SCHOOL)
		       : words.whole & CVD_WORD_TITLE;
}

static void add_told_item(struct cvd_body *body, struct cvd_block *item)
{
	struct cvd_block *text = item_text(item);

	text->cut = CVD_NEW(body->plan->reader->scratch, struct cvd_cut);
	*text->cut = cvd_pieces_of(body->plan->reader, text, 0, told_end(text->text), true);
	cvd_plan_add_block(body->plan, cvd_body_begin(body, item, "item beside dated ones"), text);
}

/* `  - Institution: Skerry College` in the list below the item: a field of it, not a statement. */
static bool names_field(struct cvd_body *body, const struct cvd_block *item)
{
	struct cvd_block *text = item_text(item);
	const struct cvd_cut *cut =
		text && !text->next ? cvd_pieces_cut(body->plan->reader, text) : NULL;

	return cut && cut->count && cut->end == text->text.len && cut->pieces[0].label.len &&
	       (cut->pieces[0].named == CVD_LABEL_ORGANIZATION ||
		cut->pieces[0].named == CVD_LABEL_LOCATION ||
		cut->pieces[0].named == CVD_LABEL_TEAM) &&
	       cvd_body_is_short(text);
}

static void add_fields_below(struct cvd_body *body, struct cvd_header *header,
			     const struct cvd_block *list)
{
	for (struct cvd_block *item = cvd_body_is_list(list) ? list->first_child : NULL; item;
	     item = item->next)
		if (names_field(body, item))
			cvd_plan_add_block(body->plan, header, item_text(item));
}

static void add_item(struct cvd_body *body, struct cvd_block *item)
{
	struct cvd_block *text = item_text(item), *lines[CVD_LINES];
	struct cvd_header *header = cvd_body_begin(body, item, "item of a list");
	size_t count;
	bool found;

	cvd_body_add_text(body, header, text);
	if (text->cut->end < text->text.len)
		return;
	count = cvd_plan_lines_after(body->plan, text, text->cut->dated, lines, &found);
	for (size_t i = 0; i < count; i++)
		cvd_plan_add_block(body->plan, header, lines[i]);
	add_fields_below(body, header, text->next);
}

/* A certificate with those of its parts in the list below it, each dated as well: further entries. */
static void add_parts(struct cvd_body *body, const struct cvd_block *item)
{
	struct cvd_block *text = item_text(item), *list = text->next;

	if (!cvd_body_is_paper(body->plan->type) || !cvd_body_is_list(list))
		return;
	for (struct cvd_block *part = list->first_child; part; part = part->next)
		if (!item_text(part) || !is_item_entry(body, part) ||
		    !cvd_pieces_cut(body->plan->reader, item_text(part))->marked)
			return;
	for (struct cvd_block *part = list->first_child; part; part = part->next)
		add_item(body, part);
}

/* The item is a link, and nothing else. */
static bool is_link_item(const struct cvd_block *item)
{
	const struct cvd_block *text = item_text(item);

	return text && !text->next && text->span_count && !text->spans[0].start &&
	       text->spans[0].len == text->text.len && (text->spans[0].style & CVD_SPAN_LINK);
}

/* `- Blog` above a list of papers, each a link. */
static bool lists_links(const struct cvd_body *body, const struct cvd_block *list)
{
	const struct cvd_block *item = list->first_child;

	if (body->plan->type != CVD_SECTION_PUBLICATIONS)
		return false;
	while (item && is_link_item(item))
		item = item->next;
	return !item;
}

/* `- Acme` with several positions in the list below it. */
static bool add_item_positions(struct cvd_body *body, struct cvd_block *item)
{
	struct cvd_block *text = item_text(item), *list = text ? text->next : NULL;
	struct cvd_above above = {.blocks = {text}, .count = 1};
	struct cvd_body inner = {.plan = body->plan, .above = &above};
	size_t found = 0;
	bool links;

	if (!cvd_body_is_list(list) || !cvd_body_is_short(text) || body->above)
		return false;
	links = lists_links(body, list);
	if (cvd_pieces_cut(body->plan->reader, text)->dated ||
	    (cvd_pieces_cut(body->plan->reader, text)->classes & CVD_WORD_TITLE))
		return false;
	for (struct cvd_block *child = list->first_child; child; child = child->next)
		found += links || is_item_entry(&inner, child);
	if (!found)
		return false;
	text->cut = CVD_NEW(body->plan->reader->scratch, struct cvd_cut);
	*text->cut = cvd_pieces_of(body->plan->reader, text, 0, text->text.len, false);
	for (struct cvd_block *child = list->first_child; child; child = child->next)
		if (links || is_item_entry(&inner, child))
			add_item(&inner, child);
	item->part = CVD_PART_ABOVE;
	body->found += inner.found;
	return true;
}

/* An item that only names the list below it (`- Tools:`). */
static bool is_group_item(struct cvd_body *body, const struct cvd_block *item)
{
	const struct cvd_block *text = item_text(item);

	return text && cvd_body_is_list(text->next) &&
	       cvd_str_ends_with(text->text, CVD_STR(":")) && !is_item_entry(body, item);
}

struct items {
	size_t all, entries, told, posts,
		places; /* entries with words of posts, of employers or schools */
};

static struct items count_items(struct cvd_body *body, const struct cvd_block *list)
{
	struct items items = {0};

	for (struct cvd_block *item = list->first_child; item; item = item->next) {
		const struct cvd_cut *cut;

		items.all += !is_group_item(body, item);
		if (!is_item_entry(body, item)) {
			items.told += is_told_item(body, item);
			continue;
		}
		items.entries++;
		cut = cvd_pieces_cut(body->plan->reader, item_text(item));
		items.posts += (cut->ranged || cvd_body_is_list(item_text(item)->next)) &&
			       (cut->classes & (CVD_WORD_TITLE | CVD_WORD_DEGREE));
		for (size_t i = 0; i < cut->count; i++)
			items.places +=
				(cut->pieces[i].words.any & (CVD_WORD_COMPANY | CVD_WORD_SCHOOL)) &&
				!(cut->pieces[i].words.any & (CVD_WORD_TITLE | CVD_WORD_DEGREE));
	}
	return items;
}

/* Items are positions below a name if half of them at least are dated posts, and none says where. */
static bool are_posts(struct items items)
{
	return items.posts && items.posts * 2 >= items.all && !items.places;
}

/* A line that names an employer or a school, or is a link. */
static bool names_place(struct cvd_body *body, const struct cvd_block *block)
{
	if (cvd_reader_count_words(block->text) > ABOVE_WORDS ||
	    cvd_plan_ends_statement(block->text))
		return false;
	return (cvd_lexicon_words(body->plan->reader->scratch, block->text).any &
		(CVD_WORD_SCHOOL | CVD_WORD_COMPANY)) ||
	       (block->span_count == 1 && (block->spans[0].style & CVD_SPAN_LINK) &&
		block->spans[0].len == block->text.len);
}

/* `**University of Skerry**` above a list of degrees: it stands above all of them. */
static struct cvd_block *name_above(struct cvd_body *body, struct cvd_block *block,
				    const struct cvd_block *list)
{
	struct items items = count_items(body, list);
	const struct cvd_cut *cut;

	if (!block || block->kind != CVD_BLOCK_PARAGRAPH || block->part != CVD_PART_NONE ||
	    block->next != list ||
	    !(names_place(body, block) || (items.posts && cvd_plan_is_label(block))) ||
	    items.entries < items.all || items.places ||
	    cvd_lexicon_section(body->plan->reader->scratch, block->text).known)
		return NULL;
	cut = cvd_pieces_cut(body->plan->reader, block);
	return cut->dated || (cut->classes & (CVD_WORD_TITLE | CVD_WORD_DEGREE)) ? NULL : block;
}

static void add_list(struct cvd_body *body, const struct cvd_block *list, bool entries)
{
	bool paper = cvd_body_is_paper(body->plan->type);

	for (struct cvd_block *item = list->first_child; item; item = item->next) {
		struct cvd_block *text = item_text(item);

		if (paper && text && cvd_body_is_list(text->next) &&
		    lists_links(body, text->next) && add_item_positions(body, item))
			continue;
		if (entries &&
		    (is_item_entry(body, item) ||
		     (paper && text && cvd_body_is_short(text) && !is_group_item(body, item)))) {
			add_item(body, item);
			add_parts(body, item);
		} else if (!add_item_positions(body, item) && entries && is_told_item(body, item)) {
			add_told_item(body, item);
		}
	}
}

/* The list with what stands above it, if anything does. */
static void add_named_list(struct cvd_body *body, size_t i)
{
	const struct cvd_block *list = body->plan->tops[i];
	struct cvd_block *block = body->above || i == body->from
					  ? NULL
					  : name_above(body, body->plan->tops[i - 1], list);
	struct cvd_above above = {.blocks = {block}, .count = 1};
	struct cvd_body inner = {.plan = body->plan, .above = &above};

	if (!block) {
		add_list(body, list, true);
		return;
	}
	block->cut = CVD_NEW(body->plan->reader->scratch, struct cvd_cut);
	*block->cut = cvd_pieces_of(body->plan->reader, block, 0, block->text.len, false);
	block->part = CVD_PART_ABOVE;
	add_list(&inner, list, true);
	body->found += inner.found;
}

/* --- items without dates -------------------------------------------------------------------------- */

#define NAME_WORDS 10
#define PLAIN_NAME_WORDS 10
#define ISSUER_WORDS 5 /* with the mark in front */

/* Sections that list things by their names, dated or not. */
static bool is_listing(enum cvd_section_type type)
{
	return type == CVD_SECTION_PROJECTS || type == CVD_SECTION_VOLUNTEER ||
	       cvd_body_is_paper(type);
}

/* Strong, or a link that says more than its address. */
static bool is_set_apart(const struct cvd_block *text, const struct cvd_span *span)
{
	return (span->style & CVD_SPAN_STRONG) ||
	       ((span->style & CVD_SPAN_LINK) &&
		!cvd_reader_repeats(cvd_str_sub(text->text, span->start, span->start + span->len),
				    span->target));
}

/* Bytes of the name that the text begins with, strong or a link, where nothing or what is said of it
 * follows; 0 if there is none. */
static size_t leading_name(struct cvd_body *body, const struct cvd_block *text)
{
	static const char *const follow[] = {":", "：", " -", " –", " —", " (", "（", " |"};
	const struct cvd_span *span = text->spans;
	struct cvd_str name, rest;

	if (!text->span_count || span->start || !is_set_apart(text, span))
		return 0;
	name = cvd_str_sub(text->text, 0, span->len);
	rest = cvd_str_sub(text->text, span->len, text->text.len);
	if (cvd_str_ends_with(name, CVD_STR(":"))) {
		name.len--;
		rest = (struct cvd_str){0};
	}
	if (!name.len || cvd_reader_count_words(name) > NAME_WORDS ||
	    cvd_lexicon_label(body->plan->reader->scratch, name) != CVD_LABEL_NONE)
		return 0;
	for (size_t i = 0; rest.len && i < sizeof follow / sizeof *follow; i++)
		if (cvd_str_starts_with(rest, cvd_str_from(follow[i])))
			return name.len;
	return rest.len ? 0 : name.len;
}

/* The same where nothing sets the name of a project apart: a few words in front of a colon. */
static size_t told_name(struct cvd_body *body, const struct cvd_block *text)
{
	size_t colon = cvd_str_find(text->text, CVD_STR(": "), 0);

	return body->plan->type == CVD_SECTION_PROJECTS && colon != SIZE_MAX && colon &&
			       cvd_str_find(text->text, CVD_STR(" - "), 0) >= colon &&
			       cvd_reader_count_words(cvd_str_sub(text->text, 0, colon)) <=
				       TOLD_NAME_WORDS &&
			       cvd_lexicon_label(body->plan->reader->scratch,
						 cvd_str_sub(text->text, 0, colon)) == CVD_LABEL_NONE
		       ? colon
		       : 0;
}

/* All of it is strong, or a link. */
static bool is_name(const struct cvd_block *text)
{
	const struct cvd_span *span = text->spans;

	return text->span_count && span->start == 0 && span->len == text->text.len &&
	       is_set_apart(text, span);
}

/* A strong line above a list of things that are only told, not named, is the name itself. */
static bool is_named_above(struct cvd_body *body, const struct cvd_block *block,
			   const struct cvd_block *list)
{
	return block && block->kind == CVD_BLOCK_PARAGRAPH && block->next == list &&
	       (cvd_plan_is_label(block) || cvd_body_strong_name(body, block));
}

enum plainness {
	PLAIN_NEVER,    /* what names a thing is set apart */
	PLAIN_FEW,      /* a few words need not be */
	PLAIN_AS_OTHERS /* nor need more, as most of the list are names */
};

/* A name that nothing sets apart: the title of a paper, what leads to a page of its own, or a few words.
 * What was done as a volunteer is told in as many. */
static bool is_plain_name(struct cvd_body *body, const struct cvd_block *text, enum plainness plain)
{
	enum cvd_section_type type = body->plan->type;

	if (plain == PLAIN_NEVER || !cvd_body_is_short(text) ||
	    cvd_str_ends_with(text->text, CVD_STR(":")))
		return false;
	return plain == PLAIN_AS_OTHERS || type == CVD_SECTION_PUBLICATIONS || has_link(text) ||
	       (type != CVD_SECTION_VOLUNTEER &&
		cvd_reader_count_words(text->text) <= PLAIN_NAME_WORDS);
}

/* The item is the name of an entry, or begins with it. */
static bool is_named_item(struct cvd_body *body, const struct cvd_block *item, enum plainness plain)
{
	const struct cvd_block *text = item_text(item);

	if (!text || cvd_lexicon_label(body->plan->reader->scratch, text->text) != CVD_LABEL_NONE ||
	    cvd_lexicon_names_link(body->plan->reader->scratch, text->text))
		return false;
	if (!is_listing(body->plan->type))
		return is_name(text) &&
		       (cvd_body_is_list(text->next) || (text->spans[0].style & CVD_SPAN_LINK));
	return leading_name(body, text) || is_plain_name(body, text, plain) ||
	       (plain == PLAIN_AS_OTHERS && told_name(body, text));
}

static bool are_mostly_names(struct cvd_body *body, size_t i, size_t end)
{
	size_t items = 0, names = 0;

	for (; i < end; i++)
		for (struct cvd_block *item = body->plan->tops[i]->first_child; item;
		     item = item->next) {
			const struct cvd_block *text = item_text(item);

			items++;
			names += text && leading_name(body, text);
		}
	return names * 2 >= items;
}

/* Where no item is dated: each is a name, with statements below it or behind it. Lists from i to before
 * `end` stand right below one another. */
static bool are_names(struct cvd_body *body, size_t i, size_t end)
{
	struct cvd_block **tops = body->plan->tops;
	bool below = is_named_above(body, i > body->from ? tops[i - 1] : NULL, tops[i]);
	enum plainness plain;

	if (!is_listing(body->plan->type) && body->plan->type != CVD_SECTION_WORK)
		return false;
	plain = below ? PLAIN_NEVER : are_mostly_names(body, i, end) ? PLAIN_AS_OTHERS : PLAIN_FEW;
	for (; i < end; i++)
		for (struct cvd_block *item = tops[i]->first_child; item; item = item->next)
			if (!is_named_item(body, item, plain))
				return false;
	return true;
}

/* What is parted by commas, words and markup is one name; all of it, if nothing marks where one ends. */
static void join_names(struct cvd_reader *reader, struct cvd_cut *cut, bool all)
{
	size_t count = 0;

	for (size_t i = 0; i < cut->count; i++) {
		struct cvd_piece *last = &cut->pieces[count ? count - 1 : 0],
				 *piece = &cut->pieces[i];

		bool goes_on = all || (piece->joint >= CVD_JOINT_WORD &&
				       piece->joint <= CVD_JOINT_BORDER && !last->inner);

		if (count && goes_on && !piece->dated && !last->dated) {
			join_pieces(reader, last, piece, all);
			continue;
		}
		cut->pieces[count++] = *piece;
	}
	cut->count = count;
}

/* `**Chart Reading** (Kartverk)`, `**Chart Reading** – Kartverk`: behind the name of a certificate or the
 * like, which ends at `end`, a few words that say whose it is. */
static bool tells_issuer(const struct cvd_block *text, size_t end)
{
	static const char *const joints[] = {" (", "（", " - ", " – ", " — ", " | "};
	struct cvd_str rest = cvd_str_sub(text->text, end, text->text.len);

	if (!rest.len || cvd_reader_count_words(rest) > ISSUER_WORDS ||
	    cvd_plan_ends_statement(rest) || cvd_str_find_char(rest, CVD_BREAK_HARD, 0) != SIZE_MAX)
		return false;
	for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
		if (cvd_str_starts_with(rest, cvd_str_from(joints[i])))
			return true;
	return false;
}

/* Whatever stands behind a name in the list says whose the thing is. */
static bool tells_issuers(struct cvd_body *body, const struct cvd_block *list)
{
	if (!cvd_body_is_paper(body->plan->type))
		return false;
	for (struct cvd_block *item = list->first_child; item; item = item->next) {
		const struct cvd_block *text = item_text(item);
		size_t end = leading_name(body, text);

		end = end ? end : told_name(body, text);
		if (end && end < text->text.len && !tells_issuer(text, end))
			return false;
	}
	return true;
}

static void add_names(struct cvd_body *body, const struct cvd_block *list)
{
	struct cvd_reader *reader = body->plan->reader;
	bool issuers = tells_issuers(body, list);

	for (struct cvd_block *item = list->first_child; item; item = item->next) {
		struct cvd_block *text = item_text(item);
		size_t end = leading_name(body, text);

		end = end ? end : told_name(body, text);
		if (cvd_body_is_list(text->next) && lists_links(body, text->next) &&
		    add_item_positions(body, item))
			continue;
		if (end && issuers)
			end = text->text.len;
		text->cut = CVD_NEW(reader->scratch, struct cvd_cut);
		*text->cut = cvd_pieces_of(reader, text, 0, end ? end : text->text.len, true);
		if (body->plan->type == CVD_SECTION_PUBLICATIONS)
			cvd_body_join_linked(reader, text);
		if (body->plan->type == CVD_SECTION_PROJECTS)
			join_names(reader, text->cut, !end);
		cvd_plan_add_block(body->plan, cvd_body_begin(body, item, "item with a name"), text);
	}
}

void cvd_body_add_items(struct cvd_body *body)
{
	size_t items = 0, entries = 0;
	bool named;

	if (body->plan->type == CVD_SECTION_OTHER)
		return;
	for (size_t i = body->from; i < body->to; i++) {
		struct items list;

		if (!cvd_body_is_list(body->plan->tops[i]))
			continue;
		list = count_items(body, body->plan->tops[i]);
		items += list.all;
		entries +=
			list.entries + (body->plan->type == CVD_SECTION_EDUCATION ? list.told : 0);
	}
	for (size_t i = body->from, end; i < body->to; i = end) {
		const struct cvd_block *list = body->plan->tops[i];
		bool listed =
			entries && (cvd_body_is_paper(body->plan->type) || entries * 2 >= items);

		end = i + 1;
		if (!cvd_body_is_list(list))
			continue;
		if (listed) {
			add_named_list(body, i);
			continue;
		}
		/* a list that begins with another mark goes on */
		while (end < body->to && cvd_body_is_list(body->plan->tops[end]) &&
		       body->plan->tops[end - 1]->next == body->plan->tops[end])
			end++;
		named = are_names(body, i, end);
		for (size_t at = i; at < end; at++)
			if (named)
				add_names(body, body->plan->tops[at]);
			else
				add_list(body, body->plan->tops[at], false);
	}
}

/* `**Sailing**, Skerry School, 2019`: a dated line that says what and where. */
static bool is_complete(struct cvd_plan *plan, struct cvd_block *block, bool *places)
{
	const unsigned place = CVD_WORD_COMPANY | CVD_WORD_SCHOOL;
	const struct cvd_cut *cut;
	size_t names = 0;

	if (block->kind != CVD_BLOCK_PARAGRAPH || block->part != CVD_PART_NONE)
		return false;
	cut = cvd_pieces_cut(plan->reader, block);
	if (!cut->dated || !cut->marked)
		return false;
	for (size_t i = 0; i < cut->count; i++) {
		const struct cvd_piece *piece = &cut->pieces[i];

		if (piece->dated || piece->inner ||
		    (piece->words.whole & (CVD_WORD_PLACE | CVD_WORD_TERMS)))
			continue;
		*places |= names && (piece->words.any & place);
		names++;
	}
	return names > 1;
}

bool cvd_plan_heads_complete(struct cvd_plan *plan, struct cvd_block *heading, size_t from,
			     size_t to)
{
	struct cvd_title_reading title = cvd_plan_title(plan->reader, heading);
	bool known = title.whole || title.rest, places = false;
	size_t complete = 0;

	if (cvd_pieces_cut(plan->reader, heading)->classes & CVD_NAMING)
		return false;
	for (size_t i = from; i < to; i++)
		complete += is_complete(plan, plan->tops[i], &places);
	return complete && places && (known || complete > 1);
}

bool cvd_plan_is_category(struct cvd_plan *plan, struct cvd_block *heading, size_t from, size_t to)
{
	struct cvd_body body = {.plan = plan, .from = from, .to = to};
	bool names = cvd_pieces_cut(plan->reader, heading)->classes & CVD_NAMING;

	if (cvd_plan_heads_complete(plan, heading, from, to))
		return true;

	for (size_t i = from; i < to; i++) {
		struct cvd_block *block = plan->tops[i], *term = block->first_child;

		if (block->kind == CVD_BLOCK_DEFINITIONS && term &&
		    cvd_pieces_cut(plan->reader, plan->tops[i]->first_child)->dated)
			return true;
		if (cvd_body_is_list(block) && plan->type == CVD_SECTION_PROJECTS)
			return are_dated_things(&body, block);
		if (cvd_body_is_list(block) && !names) {
			struct items items = count_items(&body, block);

			return items.entries && items.entries * 2 >= items.all &&
			       (cvd_body_is_paper(plan->type) || items.posts || items.places);
		}
	}
	return false;
}

void cvd_plan_short_items(struct cvd_plan *plan, size_t from, size_t to, struct cvd_above *above)
{
	struct cvd_body body = {.plan = plan, .from = from, .to = to, .above = above};

	for (size_t i = from; i < to; i++) {
		struct cvd_block *item = plan->tops[i]->first_child;

		if (!cvd_body_is_list(plan->tops[i]))
			continue;
		while (item && item_text(item) && !item_text(item)->next &&
		       cvd_body_is_short(item_text(item)))
			item = item->next;
		if (item)
			continue;
		for (item = plan->tops[i]->first_child; item; item = item->next)
			add_item(&body, item);
	}
}

bool cvd_plan_item_positions(struct cvd_plan *plan, size_t from, size_t to, struct cvd_above *above)
{
	struct cvd_body body = {.plan = plan, .from = from, .to = to, .above = above};
	unsigned classes = cvd_pieces_cut(plan->reader, above->blocks[0])->classes;

	if ((classes & (CVD_WORD_TITLE | CVD_WORD_DEGREE)) ||
	    (plan->type == CVD_SECTION_EDUCATION && !(classes & CVD_WORD_SCHOOL)))
		return false;
	for (size_t i = from; i < to; i++)
		if (cvd_body_is_list(plan->tops[i]) && are_posts(count_items(&body, plan->tops[i])))
			add_list(&body, plan->tops[i], true);
	return body.found > 0;
}
