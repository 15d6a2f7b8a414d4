/*
 * Entries among the headings of a section. Headings are a forest by their levels; a date makes an entry.
 * A dated heading is one (its date may stand in the lines below it). An undated one is the first of two
 * or three stacked headings if exactly one dated heading follows it, and stands above several positions
 * if there are more. Where no heading is dated, each of the highest level is an entry.
 *
 * Levels bound the recursion. Linear: for each heading it is known once how many dated ones stand in it.
 */
#include "plan_parts.h"

#define LINES 3

struct heading {
	struct cvd_block *block;
	struct cvd_block *before; /* the dates above it, if that is where the section has them */
	size_t top;               /* index among the blocks at the top */
	int rank;
	size_t end;  /* one past the last heading in it */
	bool dated;  /* itself or in the lines behind it */
	bool within; /* a heading in it is, one in a comment only if it stands there itself */
	bool titled; /* it or one in it has words of titles */
	bool hidden; /* it stands in a comment */
	const struct cvd_cut *cut;
};

#define CHAIN 2 /* headings below a heading that may be parts of its header */

struct headings {
	struct cvd_plan *plan;
	struct heading *items;
	size_t count, to; /* `to`: one past the section's last block at the top */
	int entry_rank;   /* of the last dated entry, 0 if there was none */
	bool grouped;     /* its parts stand as high as it does */
	size_t chained;   /* headings that most of the highest have right below, alone */
};

static struct heading *next_heading(struct headings *headings, size_t i)
{
	struct cvd_block *next = headings->items[i].block->next;

	return i + 1 < headings->count && headings->items[i + 1].block == next
		       ? &headings->items[i + 1]
		       : NULL;
}

/* --- the forest --------------------------------------------------------------------------------- */

static void collect(struct headings *headings, size_t from, size_t to)
{
	struct cvd_plan *plan = headings->plan;
	size_t stack[2 * CVD_MAX_LEVEL + 2], depth = 0;

	headings->items =
		CVD_NEW_ARRAY(plan->reader->scratch, struct heading, to > from ? to - from : 0);
	headings->to = to;
	for (size_t i = from; i < to; i++) {
		struct cvd_block *block = plan->tops[i], *lines[LINES];
		struct heading *heading = &headings->items[headings->count];

		if (block->kind != CVD_BLOCK_HEADING || !block->text.len)
			continue;
		*heading = (struct heading){.block = block,
					    .top = i,
					    .rank = cvd_plan_rank(plan, block),
					    .hidden = cvd_plan_is_hidden(block),
					    .cut = cvd_pieces_cut(plan->reader, block)};
		cvd_plan_lines_after(plan, block, heading->cut->dated, lines, &heading->dated);
		heading->titled = heading->cut->classes & CVD_WORD_TITLE;
		while (depth && headings->items[stack[depth - 1]].rank >= heading->rank)
			headings->items[stack[--depth]].end = headings->count;
		for (size_t above = 0; above < depth; above++)
			headings->items[stack[above]].within |=
				heading->dated &&
				(!heading->hidden || headings->items[stack[above]].hidden);
		stack[depth++] = headings->count++;
	}
	while (depth)
		headings->items[stack[--depth]].end = headings->count;
}

/* The headings directly in it: how many, how many of them are dated or hold a dated one, and whether one
 * of those has words of a title. */
static void count_children(const struct headings *headings, size_t i, size_t *count, size_t *dated,
			   size_t *titled)
{
	*count = *dated = *titled = 0;
	for (size_t child = i + 1; child < headings->items[i].end;
	     child = headings->items[child].end) {
		const struct heading *heading = &headings->items[child];

		++*count;
		*dated += heading->dated || heading->within;
		*titled += (heading->dated || heading->within) && heading->titled;
	}
}

/* A paragraph, or a quote, of dates and perhaps a place. */
static struct cvd_block *dates_above(struct headings *headings, const struct heading *heading,
				     size_t from)
{
	struct cvd_block *block =
		heading->top > from ? headings->plan->tops[heading->top - 1] : NULL;
	const struct cvd_cut *cut;

	if (!block || block->kind != CVD_BLOCK_PARAGRAPH || block->part != CVD_PART_NONE)
		return NULL;
	cut = cvd_pieces_cut(headings->plan->reader, block);
	return cut->count && cut->pieces[0].dated && cut->ranged && cut->rows == 1 &&
			       cut->end == block->text.len &&
			       !(cut->classes & (CVD_WORD_TITLE | CVD_WORD_DEGREE |
						 CVD_WORD_SCHOOL | CVD_WORD_COMPANY))
		       ? block
		       : NULL;
}

/* Dates may stand above the headings: above the first and each as high, none of which is dated itself. */
static void find_dates_above(struct headings *headings, size_t from)
{
	for (size_t i = 0; i < headings->count; i = headings->items[i].end)
		if (headings->items[i].cut->dated ||
		    !dates_above(headings, &headings->items[i], from))
			return;
	for (size_t i = 0; i < headings->count; i = headings->items[i].end) {
		headings->items[i].before = dates_above(headings, &headings->items[i], from);
		headings->items[i].dated = true;
	}
}

/* --- entries ------------------------------------------------------------------------------------ */

/* The lines below the heading, up to the dates above the next. */
static void add_lines_after(struct headings *headings, struct cvd_header *header, size_t i,
			    bool dated)
{
	const struct cvd_block *end = i + 1 < headings->count ? headings->items[i + 1].before : NULL;
	struct cvd_block *lines[LINES];
	bool found;
	size_t count = cvd_plan_lines_after(headings->plan, headings->items[i].block, dated, lines,
					    &found);

	for (size_t line = 0; line < count && lines[line] != end; line++)
		cvd_plan_add_block(headings->plan, header, lines[line]);
}

/* One of two parts of a name stands in each heading: what is in the one is not in the other. */
static bool completes(const struct heading *upper, const struct heading *lower)
{
	const unsigned place = CVD_WORD_SCHOOL | CVD_WORD_COMPANY;
	const unsigned post = CVD_WORD_TITLE | CVD_WORD_DEGREE;
	unsigned a = upper->cut->classes, b = lower->cut->classes;

	return ((a & place) && !(a & post) && (b & post)) ||
	       ((a & post) && !(a & place) && (b & place) && !(b & post));
}

/* Parts that name something, without what stands in parentheses or behind a comma. */
static size_t count_names(const struct cvd_cut *cut)
{
	size_t count = 0;

	for (size_t i = 0; i < cut->count; i++)
		count += !cut->pieces[i].dated && !cut->pieces[i].inner && !cut->pieces[i].atom;
	return count;
}

/* `### Acme (2019 – 2021)` with `#### Engineer` right below and no heading beside it: the other half of
 * the name of the entry that begins at `first`. */
static bool is_other_half(const struct headings *headings, size_t first, size_t i)
{
	const struct heading *upper = &headings->items[first], *lower = &headings->items[i];
	const unsigned post = CVD_WORD_TITLE | CVD_WORD_DEGREE;
	struct cvd_arena *scratch = headings->plan->reader->scratch;
	size_t names = 0;

	for (size_t above = first; above < i; above++)
		names += count_names(headings->items[above].cut);
	if (names > 1 || lower->end < upper->end || lower->dated || lower->within ||
	    lower->cut->labelled || headings->plan->type == CVD_SECTION_PROJECTS ||
	    cvd_lexicon_label(scratch, lower->block->text) != CVD_LABEL_NONE ||
	    (!(lower->cut->classes & post) &&
	     cvd_plan_title(headings->plan->reader, lower->block).whole))
		return false;
	return completes(upper, lower) || i - first <= headings->chained ||
	       ((lower->cut->classes & post) && !(upper->cut->classes & post));
}

/* `#### Engineer` or `#### At Nordlys` right below a dated heading that says no post, no employer. */
static bool completes_dated(struct headings *headings, const struct heading *upper,
			    const struct heading *lower)
{
	const unsigned post = CVD_WORD_TITLE | CVD_WORD_DEGREE;
	struct cvd_arena *scratch = headings->plan->reader->scratch;
	bool mark;

	if (!upper->cut->dated || lower->dated || lower->within)
		return false;
	if (cvd_lexicon_joint(lower->block->text, 0, &mark) &&
	    !cvd_lexicon_joint_is_weak(lower->block->text, 0))
		return true;
	return !(upper->cut->classes & post) &&
	       lower->end == (size_t)(lower - headings->items) + 1 &&
	       (cvd_lexicon_words(scratch, lower->block->text).whole & CVD_WORD_TITLE);
}

/* `### Period` above the dates of the entry, and nothing else: it is their label. `Licence Informatique`
 * is a degree, though both words are titles of sections, too. */
static bool labels_dates(struct headings *headings, size_t i)
{
	const struct heading *heading = &headings->items[i];

	return !heading->cut->dated && heading->dated &&
	       !(heading->cut->classes & (CVD_WORD_TITLE | CVD_WORD_DEGREE)) &&
	       cvd_plan_title(headings->plan->reader, heading->block).whole;
}

static void add_labelled_dates(struct headings *headings, struct cvd_header *header, size_t i)
{
	struct cvd_block *label = headings->items[i].block;
	size_t first = header->piece_count;

	label->cut = CVD_NEW(headings->plan->reader->scratch, struct cvd_cut);
	*label->cut = (struct cvd_cut){.end = label->text.len};
	cvd_plan_add_block(headings->plan, header, label);
	add_lines_after(headings, header, i, false);
	if (first < header->piece_count)
		header->pieces[first].label = label->text;
}

/* The entry that begins with the heading, with the headings stacked below it. Returns the first
 * heading behind those. */
static size_t add_entry(struct headings *headings, size_t i, struct cvd_above *above)
{
	struct heading *heading = &headings->items[i], *next;
	struct cvd_header *header = cvd_plan_header(headings->plan, heading->block,
						    above ? "position below a heading"
						    : heading->cut->dated ? "heading with its dates"
						    : heading->dated ? "heading with a line of dates"
						    : heading->within ? "stacked headings"
								      : "heading");
	bool dated = heading->dated;
	size_t first = i;

	if (above)
		cvd_plan_add_above(headings->plan, header, above);
	if (heading->before)
		cvd_plan_add_block(headings->plan, header, heading->before);
	cvd_plan_add_block(headings->plan, header, heading->block);
	while ((next = next_heading(headings, i)) && next->rank > heading->rank) {
		bool stacks = !dated && (next->dated || next->within);

		if (!stacks && !(dated && next->cut->only_dated && !heading->cut->dated) &&
		    !completes_dated(headings, heading, next) &&
		    !(!dated && !heading->within && heading->end == i + 2 &&
		      completes(heading, next)) &&
		    !(dated && is_other_half(headings, first, i + 1)))
			break;
		if (labels_dates(headings, i + 1)) {
			add_labelled_dates(headings, header, i + 1);
			return i + 2;
		}
		cvd_plan_add_block(headings->plan, header, next->block);
		dated |= next->dated;
		heading = next;
		i++;
	}
	add_lines_after(headings, header, i, heading->cut->dated || heading->before);
	return i + 1;
}

/* `#### 2019 – 2021` above `### Title`: the dates come first. */
static size_t add_dates_first(struct headings *headings, size_t i)
{
	struct cvd_header *header = cvd_plan_header(headings->plan, headings->items[i].block,
						    "stacked headings, dates first");
	struct heading *next;

	cvd_plan_add_block(headings->plan, header, headings->items[i].block);
	while ((next = next_heading(headings, i)) && !next->cut->only_dated) {
		cvd_plan_add_block(headings->plan, header, next->block);
		i++;
	}
	add_lines_after(headings, header, i, true);
	return i + 1;
}

static bool is_dates_first(struct headings *headings, size_t i)
{
	struct heading *next = next_heading(headings, i);

	return headings->items[i].cut->only_dated && next && !next->cut->only_dated;
}

/* Headings that stand right below one another in it, each alone. */
static size_t chain_of(struct headings *headings, size_t i)
{
	size_t end = headings->items[i].end, count = 0;

	while (i + count + 1 < end && count < CHAIN && next_heading(headings, i + count) &&
	       headings->items[i + count + 1].end == end)
		count++;
	return count;
}

/* Most entries have that many headings, and the last of them says something else each time: they are
 * parts of the header, no `Projects` in it. */
static void find_chains(struct headings *headings)
{
	size_t entries = 0, counts[CHAIN + 1] = {0};
	struct cvd_str last = {0};
	bool differ = false;

	for (size_t i = 0; i < headings->count; i = headings->items[i].end) {
		size_t count = chain_of(headings, i);
		struct cvd_str text = headings->items[i + count].block->text;

		for (size_t length = 1; length <= count; length++)
			counts[length]++;
		differ |= count && last.len && !cvd_str_equal(text, last);
		if (count)
			last = text;
		entries++;
	}
	while (differ && headings->chained < CHAIN && counts[headings->chained + 1] > 1 &&
	       counts[headings->chained + 1] * 2 > entries)
		headings->chained++;
}

static size_t end_of_body(const struct headings *headings, size_t i)
{
	const struct heading *next = &headings->items[i + 1];

	return i + 1 < headings->count ? next->top - (next->before != NULL) : headings->to;
}

static void add_positions(struct headings *headings, size_t i)
{
	struct cvd_above above = {.blocks = {headings->items[i].block}, .count = 1};
	struct cvd_block *lines[LINES];
	const struct heading *heading = &headings->items[i];
	bool found;
	size_t count = cvd_plan_lines_after(headings->plan, heading->block, heading->cut->dated,
					    lines, &found);

	heading->block->part = CVD_PART_ABOVE;
	for (size_t line = 0; line < count && above.count < CVD_ABOVE; line++) {
		above.blocks[above.count++] = lines[line];
		lines[line]->part = CVD_PART_LINE;
	}
	for (size_t child = i + 1; child < heading->end;) {
		struct heading *position = &headings->items[child];
		struct cvd_above inherited = above;

		inherited.told = true;
		if (position->dated || position->within || position->titled)
			add_entry(headings, child,
				  position->hidden && !heading->hidden ? &inherited : &above);
		child = position->end;
	}
}

/* Several dated headings in it are positions, unless it is a post itself and they are its projects. */
static bool holds_positions(const struct headings *headings, size_t i)
{
	const struct heading *heading = &headings->items[i];
	size_t count, dated, titled;
	bool post = heading->cut->classes & (CVD_WORD_TITLE | CVD_WORD_DEGREE);

	count_children(headings, i, &count, &dated, &titled);
	if (!heading->within)
		return false;
	if (heading->dated)
		return !post && titled;
	if (dated > 1)
		return !post || titled;
	return heading->block->next != headings->items[i + 1].block && titled;
}

/* The range of dates in the heading itself, or NULL. */
static const struct cvd_date_range *range_of(const struct heading *heading)
{
	for (size_t i = 0; i < heading->cut->count; i++)
		if (heading->cut->pieces[i].dated && !heading->cut->pieces[i].range.single)
			return &heading->cut->pieces[i].range;
	return NULL;
}

/* `### Engineer, Acme (2016 – 2018)` below `## Lead, Nordlys (2018 – 2021)`: a post that says all a post
 * does and ended or began before the one above it stands beside that, however deep its heading is. Each
 * dated heading in it must be one. */
static bool holds_earlier_posts(const struct headings *headings, size_t i)
{
	const struct cvd_date_range *range = range_of(&headings->items[i]);
	size_t earlier = 0;

	if (!range || !(headings->items[i].cut->classes & CVD_WORD_TITLE))
		return false;
	for (size_t child = i + 1; child < headings->items[i].end;
	     child = headings->items[child].end) {
		const struct heading *heading = &headings->items[child];
		const struct cvd_date_range *own = range_of(heading);
		size_t names = 0;

		if (!heading->dated)
			continue;
		for (size_t p = 0; p < heading->cut->count; p++)
			names += !heading->cut->pieces[p].dated;
		if (!own || names < 2 || !heading->titled ||
		    cvd_str_compare(own->start.norm, range->start.norm) >= 0)
			return false;
		earlier++;
	}
	return earlier > 0;
}

static bool makes_entry(const struct headings *headings, const struct heading *heading, bool any)
{
	return heading->dated || heading->within || headings->plan->type != CVD_SECTION_OTHER || any;
}

/* Positions as paragraphs or items below the heading of their organization. */
static bool add_body_positions(struct headings *headings, size_t i)
{
	struct heading *heading = &headings->items[i];
	struct cvd_above above = {.blocks = {heading->block}, .count = 1};
	size_t first = heading->top + 1;

	if (heading->cut->dated || heading->within)
		return false;
	if (!cvd_plan_body(headings->plan, first, end_of_body(headings, i), &above) &&
	    (heading->dated || headings->plan->type == CVD_SECTION_PROJECTS ||
	     !cvd_plan_item_positions(headings->plan, first, end_of_body(headings, i), &above)))
		return false;
	heading->block->part = CVD_PART_ABOVE;
	return true;
}

static bool lists_short_things(enum cvd_section_type type)
{
	return type == CVD_SECTION_EDUCATION || type == CVD_SECTION_AWARDS ||
	       type == CVD_SECTION_CERTIFICATES || type == CVD_SECTION_PUBLICATIONS;
}

/* Entries as definitions, lists or tables below a heading that only says of what kind they are:
 * `### Courses`, `### Workshops`. */
static bool add_body_entries(struct headings *headings, size_t i)
{
	const struct heading *heading = &headings->items[i];
	struct cvd_plan *plan = headings->plan;
	struct cvd_title_reading title = cvd_plan_title(plan->reader, heading->block);
	enum cvd_section_type type = plan->type;
	size_t first = plan->headers.len;

	if (heading->dated || heading->within || heading->end != i + 1)
		return false;
	if (title.whole && type != CVD_SECTION_OTHER && title.type != CVD_SECTION_OTHER)
		plan->type = title.type;
	else if (!cvd_plan_is_category(plan, heading->block, heading->top + 1,
				       end_of_body(headings, i)))
		return false;
	cvd_plan_body(plan, heading->top + 1, end_of_body(headings, i), NULL);
	plan->type = type;
	for (size_t added = first; added < plan->headers.len; added++)
		plan->headers.items[added]->type = type;
	return plan->headers.len > first;
}

/* A heading that names no entry, but what those below it have in common, whose dated lines say all that
 * a header does: `### Others`. Undated items are entries there, too, where studies and papers are. */
static bool add_category(struct headings *headings, size_t i)
{
	const struct heading *heading = &headings->items[i];
	struct cvd_plan *plan = headings->plan;
	size_t from = heading->top + 1, to = end_of_body(headings, i), first = plan->headers.len;

	if (heading->cut->dated || heading->within || heading->end != i + 1)
		return false;
	if (cvd_plan_heads_complete(plan, heading->block, from, to))
		cvd_plan_body(plan, from, to, NULL);
	else if (cvd_plan_title(plan->reader, heading->block).rest && !heading->dated &&
		 lists_short_things(plan->type))
		cvd_plan_short_items(plan, from, to, NULL);
	if (plan->headers.len == first)
		return false;
	heading->block->part = CVD_PART_GROUP;
	return true;
}

/* `### 2019` above a list of what was won, shown or passed in that year. */
static bool add_year(struct headings *headings, size_t i)
{
	const struct heading *heading = &headings->items[i];
	struct cvd_plan *plan = headings->plan;
	struct cvd_above above = {.blocks = {heading->block}, .count = 1};
	size_t first = plan->headers.len;

	if (!heading->cut->only_dated || heading->cut->ranged || heading->end != i + 1 ||
	    !lists_short_things(plan->type))
		return false;
	cvd_plan_short_items(plan, heading->top + 1, end_of_body(headings, i), &above);
	if (plan->headers.len == first)
		return false;
	heading->block->part = CVD_PART_ABOVE;
	return true;
}

/* A heading as high as those of entries that only names a part of the entry above it
 * (`### Responsibilities`); those behind it are of its kind if nothing in them names an entry. */
static bool is_part(struct headings *headings, size_t i, size_t first, bool *parts)
{
	const struct heading *heading = &headings->items[i];
	enum cvd_label label;

	if (heading->dated || heading->within) {
		*parts = false;
		return false;
	}
	if (headings->plan->headers.len == first)
		return false;
	label = cvd_lexicon_label(headings->plan->reader->scratch, heading->block->text);
	*parts |= label == CVD_LABEL_STATEMENTS || label == CVD_LABEL_SKILLS;
	return *parts && !(heading->cut->classes &
			   (CVD_WORD_TITLE | CVD_WORD_DEGREE | CVD_WORD_SCHOOL | CVD_WORD_COMPANY));
}

/* The heading names an entry of the table above it. */
#define AGAIN 64 /* entries, and pieces of one, that are looked at */

/* The lines below the heading, or it, begin when the entry does. */
static bool begins_alike(struct cvd_plan *plan, const struct heading *heading,
			 const struct cvd_header *header)
{
	struct cvd_block *lines[LINES];
	struct cvd_str start = {0};
	bool found;
	size_t count =
		cvd_plan_lines_after(plan, heading->block, heading->cut->dated, lines, &found);

	for (size_t i = 0; i <= count && !start.len; i++) {
		const struct cvd_cut *cut = i ? lines[i - 1]->cut : heading->cut;

		for (size_t p = 0; p < cut->count && !start.len; p++)
			if (cut->pieces[p].dated)
				start = cut->pieces[p].range.start.norm;
	}
	for (size_t p = 0; p < header->piece_count; p++)
		if (header->pieces[p].dated &&
		    cvd_str_equal(header->pieces[p].range.start.norm, start))
			return true;
	return false;
}

static bool is_again(struct cvd_plan *plan, const struct heading *heading, size_t first, size_t end)
{
	for (size_t i = first; i < end && i < first + AGAIN; i++) {
		const struct cvd_header *header = plan->headers.items[i];

		for (size_t p = 0; p < header->piece_count && p < AGAIN; p++) {
			if (!cvd_str_equal(header->pieces[p].text, heading->block->text) ||
			    (heading->dated && !begins_alike(plan, heading, header)))
				continue;
			heading->block->part = CVD_PART_AGAIN;
			heading->block->header = plan->headers.items[i];
			return true;
		}
	}
	return false;
}

/* Entries begin above the first heading and no heading is dated: headings are groups in entries, or name
 * those of a table once more. */
static void add_groups(struct headings *headings, size_t first, size_t listed)
{
	for (size_t i = 0; i < headings->count; i++)
		if (!is_again(headings->plan, &headings->items[i], first, listed))
			cvd_plan_body(headings->plan, headings->items[i].top + 1,
				      end_of_body(headings, i), NULL);
}

/* `### Responsibilities` as high as the dated entry above it, and what follows that up to the next. */
static bool is_group(struct headings *headings, const struct heading *heading)
{
	const unsigned naming =
		CVD_WORD_TITLE | CVD_WORD_DEGREE | CVD_WORD_SCHOOL | CVD_WORD_COMPANY;
	enum cvd_label label;

	if (heading->dated || heading->within) {
		headings->entry_rank = heading->rank;
		headings->grouped = false;
		return false;
	}
	if (heading->rank != headings->entry_rank || (heading->cut->classes & naming))
		return false;
	label = cvd_lexicon_label(headings->plan->reader->scratch, heading->block->text);
	headings->grouped |= label == CVD_LABEL_STATEMENTS || label == CVD_LABEL_SKILLS;
	return headings->grouped;
}

/* `### Earlier Experience`, `### Journals`: a heading that parts the section, and names none of its
 * entries. */
static bool parts_section(struct cvd_plan *plan, const struct heading *heading)
{
	struct cvd_title_reading title = cvd_plan_title(plan->reader, heading->block);

	return title.whole && !heading->cut->dated && !heading->within &&
	       !(heading->cut->classes & (CVD_WORD_TITLE | CVD_WORD_DEGREE)) &&
	       (!heading->dated || title.type == plan->type);
}

void cvd_plan_entries(struct cvd_plan *plan, size_t from, size_t to)
{
	struct headings headings = {.plan = plan};
	size_t first = plan->headers.len, listed;
	bool any = false, parts = false;

	collect(&headings, from, to);
	if (!headings.count) {
		cvd_plan_body(plan, from, to, NULL);
		return;
	}
	find_dates_above(&headings, from);
	if (headings.items[0].top > from && !headings.items[0].before)
		cvd_plan_body(plan, from, headings.items[0].top, NULL);
	listed = plan->headers.len;
	find_chains(&headings);
	for (size_t i = 0; i < headings.count; i = headings.items[i].end)
		any |= headings.items[i].dated || headings.items[i].within;
	if (listed > first && !any) {
		add_groups(&headings, first, listed);
		return;
	}
	for (size_t i = 0; i < headings.count;) {
		struct heading *heading = &headings.items[i];

		if (is_again(plan, heading, first, listed)) {
			i = heading->end;
			continue;
		}
		if (is_group(&headings, heading)) {
			i = heading->end;
			continue;
		}
		if (add_category(&headings, i) || add_year(&headings, i)) {
			i++;
			continue;
		}
		if (parts_section(plan, heading)) {
			heading->block->part = CVD_PART_GROUP;
			if (!add_body_entries(&headings, i))
				cvd_plan_body(plan, heading->top + 1, end_of_body(&headings, i),
					      NULL);
			i++;
			continue;
		}
		if (is_dates_first(&headings, i)) {
			i = add_dates_first(&headings, i);
			continue;
		}
		if (is_part(&headings, i, first, &parts)) {
			i = heading->end;
			continue;
		}
		if (holds_earlier_posts(&headings, i)) {
			add_entry(&headings, i, NULL);
			i++;
			continue;
		}
		if (holds_positions(&headings, i))
			add_positions(&headings, i);
		else if (!add_body_positions(&headings, i) && !add_body_entries(&headings, i) &&
			 makes_entry(&headings, heading, any))
			add_entry(&headings, i, NULL);
		i = heading->end;
	}
}
