/*
 * The Markdown reader: walks the outline in document order and gives every block its place in the
 * résumé. Levels of headings are hints: the titles of sections say which level separates them, the
 * first level below begins entries, deeper ones groups. A paragraph that holds a date and begins
 * strong is an entry where no heading begins any. What fits nothing becomes group, bullet, paragraph
 * or block where it stands.
 *
 * Evidence that speaks for the whole document (the level of sections, what the second part of a
 * heading means) is gathered before anything is built. Nothing here recurses; linear in the source.
 */
#include "evidence.h"
#include "lexicon.h"

#include "base/text.h"

/* Deeper nesting is folded into this many levels, so that paths stay short. */
#define DEPTH_LIMIT 32
#define KEYWORD_ITEM_WORDS 6
#define LABEL_WORDS 8
#define SHORT_LABEL_WORDS 3

struct state {
	struct cvd_reader *reader;
	int section_level;
	struct cvd_node *section;
	bool summary;               /* the section's paragraphs are the summary */
	bool contact;               /* it holds addresses */
	enum cvd_section_type type; /* of the section */
	struct cvd_node *entry;     /* open in the section */
	int entry_level;            /* of the headings that begin entries in it; 0: none yet */
	struct cvd_node *open[CVD_MAX_LEVEL + 1]; /* the section's headings that are open, by level */
	const struct cvd_block *name;
	const struct cvd_block *above;        /* a heading above several positions */
	bool above_told;                      /* the first of them has its words */
	const struct cvd_block *contact_list; /* the last list asked for contacts */
	bool contact_list_holds;
	const struct cvd_block *entry_list; /* a list whose items are entries */
	const struct cvd_block *used;       /* a paragraph whose beginning is an entry's header */
	struct cvd_header used_header;
};

static struct cvd_block *next_block(struct cvd_block *block)
{
	if (block->first_child && block->kind != CVD_BLOCK_HIDDEN)
		return block->first_child;
	while (block && !block->next)
		block = block->parent;
	return block ? block->next : NULL;
}

/* Quotes are transparent: what stands in one at the top stands at the top. */
static bool is_top(const struct cvd_block *block)
{
	const struct cvd_block *parent = block->parent;

	while (parent->kind == CVD_BLOCK_QUOTE)
		parent = parent->parent;
	return parent->kind == CVD_BLOCK_ROOT;
}

/* --- building ----------------------------------------------------------------------------------- */

static struct cvd_node *innermost(const struct state *state)
{
	for (int level = CVD_MAX_LEVEL; level > 0; level--)
		if (state->open[level])
			return state->open[level];
	if (state->entry)
		return state->entry;
	return state->section ? state->section : state->reader->doc->root;
}

static void set_title(struct state *state, struct cvd_node *node, const struct cvd_block *block)
{
	struct cvd_value *title = cvd_node_field(state->reader->doc, node, CVD_TITLE);

	title->present = block->text.len > 0;
	title->text = cvd_reader_flatten(block->text);
	for (uint32_t i = 0; i < block->span_count; i++) {
		const struct cvd_span *span = &block->spans[i];
		struct cvd_value *url = cvd_node_field(state->reader->doc, node, CVD_URL);

		if (!(span->style & (CVD_SPAN_LINK | CVD_SPAN_IMAGE)) || !span->target.len ||
		    url->present ||
		    cvd_reader_repeats(cvd_str_sub(block->text, span->start, span->start + span->len),
				       span->target))
			continue;
		url->present = true;
		url->norm = span->target;
	}
	cvd_reader_set_lines(state->reader, node, block->line, block->end_line);
}

static void close_headings(struct state *state, int level)
{
	for (int above = level; above <= CVD_MAX_LEVEL; above++)
		state->open[above] = NULL;
}

static void open_section(struct state *state, const struct cvd_block *block)
{
	struct cvd_reader *reader = state->reader;
	struct cvd_title_reading title = cvd_lexicon_section(reader->scratch, block->text);

	close_headings(state, 1);
	state->section = cvd_node_add(reader->doc, reader->doc->root, CVD_SECTION);
	state->type = title.type;
	if (!title.known && cvd_evidence_looks_like_work(reader, block))
		state->type = CVD_SECTION_WORK;
	state->section->section_type = state->type;
	state->summary = title.summary;
	state->contact = title.contact;
	state->entry = NULL;
	state->entry_level = 0;
	state->above = state->entry_list = NULL;
	set_title(state, state->section, block);
}

static bool has_entries(enum cvd_section_type type)
{
	return type != CVD_SECTION_OTHER && type != CVD_SECTION_SKILLS &&
	       type != CVD_SECTION_LANGUAGES && type != CVD_SECTION_INTERESTS;
}

static void fill_entry(struct state *state, const struct cvd_block *heading,
		       const struct cvd_block *paragraph, const struct cvd_header *header)
{
	cvd_entry_fill(state->reader, state->entry, heading, paragraph, header);
	state->used = header->end ? paragraph : NULL;
	state->used_header = *header;
}

static void open_entry(struct state *state, const struct cvd_block *heading,
		       const struct cvd_block *paragraph, const struct cvd_header *header)
{
	state->entry = cvd_node_add(state->reader->doc, state->section,
				    cvd_section_entry_kind(state->type));
	fill_entry(state, heading, paragraph, header);
}

static void open_group(struct state *state, const struct cvd_block *block, int level)
{
	struct cvd_node *group;

	close_headings(state, level);
	group = cvd_node_add(state->reader->doc, innermost(state), CVD_GROUP);
	state->open[level] = group;
	set_title(state, group, block);
}

/* The heading says nothing but a name, and the first heading below it is dated: it stands above
 * several positions, or is the other half of one. */
static bool stands_above(struct state *state, const struct cvd_block *heading,
			 const struct cvd_header *header)
{
	if (header->dated || header->end || !has_entries(state->type))
		return false;
	for (const struct cvd_block *block = heading->next; block; block = block->next) {
		if (!cvd_evidence_is_top_heading(block))
			continue;
		if (block->level <= heading->level)
			return false;
		return cvd_entry_examine(state->reader, block,
					 cvd_evidence_paragraph_after(state->reader, block))
			.dated;
	}
	return false;
}

/* An entry below a heading that says its organization or its title. */
static void open_position(struct state *state, const struct cvd_block *heading,
			  const struct cvd_block *paragraph, struct cvd_header *header)
{
	struct cvd_reader *reader = state->reader;
	bool turned = cvd_entry_above_is_title(reader, cvd_section_entry_kind(state->type),
					       state->above, heading);

	cvd_entry_name_first(header, turned ? CVD_ORGANIZATION : CVD_TITLE);
	state->entry =
		cvd_node_add(reader->doc, state->section, cvd_section_entry_kind(state->type));
	cvd_entry_fill_above(reader, state->entry, state->above,
			     turned ? CVD_TITLE : CVD_ORGANIZATION, state->above_told);
	fill_entry(state, heading, paragraph, header);
	if (!state->above_told)
		cvd_reader_add_source(reader, state->entry, state->above);
	state->above_told = true;
}

static void read_heading(struct state *state, const struct cvd_block *block)
{
	const struct cvd_block *paragraph;
	struct cvd_header header;
	bool first_level, may_begin;

	if (block == state->name) {
		cvd_header_name(state->reader, block);
		return;
	}
	/* `## jane@example.org | +47 555` below the name */
	if (!state->section &&
	    cvd_contacts_add(state->reader, state->reader->doc->root, block, false))
		return;
	/* below the name, above the first section */
	if (!state->section && state->name && block->level > state->section_level) {
		cvd_header_add(state->reader, block);
		return;
	}
	if (block == state->used)
		return;
	if (block->level <= state->section_level || !state->section) {
		open_section(state, block);
		return;
	}
	paragraph = cvd_evidence_paragraph_after(state->reader, block);
	if (state->above && block->level > state->entry_level) {
		header = cvd_entry_examine(state->reader, block, paragraph);
		if (header.dated) {
			close_headings(state, 1);
			open_position(state, block, paragraph, &header);
			return;
		}
	}
	first_level = !state->entry_level || block->level <= state->entry_level;
	may_begin = first_level && (has_entries(state->type) || state->type == CVD_SECTION_OTHER);
	header = may_begin ? cvd_entry_examine(state->reader, block, paragraph)
			   : (struct cvd_header){0};
	if (may_begin && (has_entries(state->type) || header.dated)) {
		close_headings(state, 1);
		state->entry_level = block->level;
		state->above = NULL;
		if (stands_above(state, block, &header)) {
			state->above = block;
			state->above_told = false;
			state->entry = NULL;
			return;
		}
		open_entry(state, block, paragraph, &header);
		return;
	}
	if (first_level) {
		state->above = NULL;
		state->entry = NULL;
		close_headings(state, 1);
	}
	open_group(state, block, block->level);
}

static enum cvd_kind keyword_kind(const struct state *state)
{
	switch (state->section ? state->type : CVD_SECTION_OTHER) {
	case CVD_SECTION_SKILLS:
		return CVD_SKILL;
	case CVD_SECTION_LANGUAGES:
		return CVD_LANGUAGE;
	case CVD_SECTION_INTERESTS:
		return CVD_INTEREST;
	default:
		return CVD_KIND_COUNT;
	}
}

static void add_statement(struct state *state, struct cvd_node *parent, enum cvd_kind kind,
			  const struct cvd_block *block, size_t from)
{
	struct cvd_node *node = cvd_node_add(state->reader->doc, parent, kind);
	uint32_t line = from ? cvd_reader_line_at(block, from) : block->line;

	cvd_reader_set_text(state->reader, node, block, from, block->text.len);
	cvd_reader_set_lines(state->reader, node, line, block->end_line);
}

/* Nothing but images. */
static bool is_image(const struct cvd_block *block)
{
	uint32_t covered = 0;

	for (uint32_t i = 0; i < block->span_count; i++)
		if ((block->spans[i].style & CVD_SPAN_IMAGE) && block->spans[i].start <= covered + 1)
			covered = block->spans[i].start + block->spans[i].len;
		else if (!(block->spans[i].style & CVD_SPAN_LINK))
			return false;
	return block->span_count && covered >= block->text.len;
}

/* A strong or emphasised line above a list names it. */
static bool is_label(const struct cvd_block *block)
{
	const struct cvd_span *span = block->spans;

	return block->span_count && (span->style & (CVD_SPAN_STRONG | CVD_SPAN_EMPHASIS)) &&
	       span->start == 0 && span->len == block->text.len && block->next &&
	       block->next->kind == CVD_BLOCK_LIST &&
	       cvd_reader_count_words(block->text) <= LABEL_WORDS;
}

/* A paragraph at the top: an entry, what is left of an entry's header, keywords, or a statement. */
static void read_paragraph(struct state *state, const struct cvd_block *block)
{
	enum cvd_kind keyword = keyword_kind(state);
	struct cvd_header header;
	size_t from = 0;

	if (block == state->used) {
		from = state->used_header.end;
		while (from < block->text.len && (block->text.ptr[from] == CVD_BREAK_SOFT ||
						  block->text.ptr[from] == CVD_BREAK_HARD))
			from++;
		if (from < block->text.len)
			add_statement(state, innermost(state), CVD_PARAGRAPH, block, from);
		return;
	}
	if (!state->section_level && cvd_evidence_is_section_line(state->reader, block)) {
		open_section(state, block);
		return;
	}
	if (state->entry_list) {
		state->entry = NULL;
		state->entry_list = NULL;
	}
	if (!block->text.len && !block->span_count)
		return;
	if (is_image(block)) {
		add_statement(state, innermost(state), CVD_BLOCK, block, 0);
		return;
	}
	if (!state->section) {
		cvd_header_add(state->reader, block);
		return;
	}
	if (state->contact && cvd_contacts_add(state->reader, innermost(state), block, true))
		return;
	if (keyword != CVD_KIND_COUNT &&
	    cvd_skills_add(state->reader, innermost(state), keyword, block, block->line))
		return;
	if (has_entries(state->type) && !state->entry_level) {
		header = cvd_entry_examine(state->reader, NULL, block);
		if (header.dated && header.end == block->text.len &&
		    (header.marked ||
		     (header.ranged && block->next && block->next->kind == CVD_BLOCK_LIST))) {
			close_headings(state, 1);
			open_entry(state, NULL, block, &header);
			return;
		}
	}
	if (state->section && is_label(block)) {
		open_group(state, block, CVD_MAX_LEVEL);
		return;
	}
	add_statement(state, innermost(state),
		      state->summary && !state->entry ? CVD_SUMMARY : CVD_PARAGRAPH, block, 0);
}

static const struct cvd_block *item_text(const struct cvd_block *item)
{
	const struct cvd_block *first = item->first_child;

	return first && first->kind == CVD_BLOCK_PARAGRAPH ? first : NULL;
}

/* The node that takes what stands in `block`'s container. */
static struct cvd_node *container(const struct state *state, const struct cvd_block *block,
				  uint32_t *depth)
{
	const struct cvd_block *parent = block->parent;

	while (parent->kind == CVD_BLOCK_QUOTE || parent->kind == CVD_BLOCK_LIST)
		parent = parent->parent;
	if (parent->kind == CVD_BLOCK_ITEM) {
		*depth = parent->depth;
		return parent->node;
	}
	*depth = 0;
	return innermost(state);
}

static void add_bullet(struct state *state, struct cvd_block *item, struct cvd_node *parent,
		       uint32_t depth)
{
	const struct cvd_block *text = item_text(item);
	struct cvd_node *bullet = cvd_node_add(state->reader->doc, parent, CVD_BULLET);

	if (text)
		cvd_reader_set_text(state->reader, bullet, text, 0, text->text.len);
	cvd_reader_set_lines(state->reader, bullet, item->line, text ? text->end_line : item->line);
	if (!text) /* its line belongs to what stands in it */
		bullet->source = cvd_str_sub(bullet->source, 0, 0);
	item->node = depth < DEPTH_LIMIT ? bullet : parent;
	item->depth = depth < DEPTH_LIMIT ? depth + 1 : depth;
}

/* `- Languages` with the keywords below. */
static bool is_keyword_group(const struct cvd_block *item)
{
	const struct cvd_block *text = item_text(item);

	return text && text->next && text->next->kind == CVD_BLOCK_LIST &&
	       cvd_reader_count_words(text->text) <= KEYWORD_ITEM_WORDS;
}

/* One item of the list is an address: its short items are contacts. */
static bool lists_contacts(struct state *state, const struct cvd_block *item)
{
	const struct cvd_block *list = item->parent;

	if (state->contact_list == list)
		return state->contact_list_holds;
	state->contact_list = list;
	state->contact_list_holds = state->contact;
	for (const struct cvd_block *other = list->first_child; other && !state->contact_list_holds;
	     other = other->next)
		state->contact_list_holds =
			item_text(other) && cvd_contacts_here(state->reader, item_text(other));
	return state->contact_list_holds;
}

/* `- **Title**, Org (2019 – 2021)` with the statements below it. */
static bool begins_entry(struct state *state, const struct cvd_block *item,
			 const struct cvd_block *text)
{
	bool lists = text->next && text->next->kind == CVD_BLOCK_LIST;
	struct cvd_header header;

	if (!has_entries(state->type) || state->entry_level ||
	    item->parent->parent->kind != CVD_BLOCK_ROOT)
		return false;
	header = cvd_entry_examine(state->reader, NULL, text);
	if (!header.dated || header.end != text->text.len ||
	    !(header.marked || header.named || lists))
		return false;
	open_entry(state, NULL, text, &header);
	state->used = NULL;
	return true;
}

/* `- **Project**` or `- Project` with statements below. */
static bool is_label_item(const struct cvd_block *text)
{
	return is_label(text) ||
	       (text->text.len && text->next && text->next->kind == CVD_BLOCK_LIST &&
		cvd_reader_count_words(text->text) <= SHORT_LABEL_WORDS);
}

static void read_item(struct state *state, struct cvd_block *item)
{
	const struct cvd_block *text = item_text(item);
	enum cvd_kind keyword = keyword_kind(state);
	struct cvd_node *group;
	uint32_t depth;
	struct cvd_node *parent = container(state, item, &depth);

	/* a list that begins with another mark goes on */
	if (state->entry_list && item->parent->parent->kind == CVD_BLOCK_ROOT)
		parent = state->section;
	item->node = parent;
	item->depth = depth;
	if (text && parent == state->section && begins_entry(state, item, text)) {
		state->entry_list = item->parent;
		item->node = state->entry;
		return;
	}
	if ((!state->section || state->contact) && text && !text->next &&
	    parent->kind != CVD_BULLET &&
	    cvd_contacts_add(state->reader, parent, text, lists_contacts(state, item)))
		return;
	if (keyword != CVD_KIND_COUNT && text && parent->kind != CVD_BULLET) {
		if (is_keyword_group(item) && depth < DEPTH_LIMIT) {
			group = cvd_node_add(state->reader->doc, parent, CVD_GROUP);
			set_title(state, group, text);
			item->node = group;
			item->depth = depth + 1;
			return;
		}
		if (!text->next && cvd_skills_add(state->reader, parent, keyword, text, item->line))
			return;
	}
	if (state->entry && text && depth < DEPTH_LIMIT && is_label_item(text)) {
		group = cvd_node_add(state->reader->doc, parent, CVD_GROUP);
		set_title(state, group, text);
		item->node = group;
		item->depth = depth + 1;
		return;
	}
	add_bullet(state, item, parent, depth);
}

static void read_other(struct state *state, const struct cvd_block *block)
{
	uint32_t depth;
	struct cvd_node *parent = container(state, block, &depth), *node;

	if (!block->text.len)
		return;
	node = cvd_node_add(state->reader->doc, parent, CVD_BLOCK);
	node->text = block->text;
	cvd_reader_set_lines(state->reader, node, block->line, block->end_line);
}

static void read_block(struct state *state, struct cvd_block *block)
{
	uint32_t depth;

	switch (block->kind) {
	case CVD_BLOCK_HEADING:
		if (block->parent->kind == CVD_BLOCK_ROOT && block->text.len)
			read_heading(state, block);
		else if (block->text.len)
			add_statement(state, container(state, block, &depth), CVD_PARAGRAPH, block,
				      0);
		break;
	case CVD_BLOCK_PARAGRAPH:
		if (is_top(block))
			read_paragraph(state, block);
		else if (block->parent->kind != CVD_BLOCK_ITEM || block != item_text(block->parent))
			add_statement(state, container(state, block, &depth), CVD_PARAGRAPH, block,
				      0);
		break;
	case CVD_BLOCK_ITEM:
		read_item(state, block);
		break;
	case CVD_BLOCK_CELL:
	case CVD_BLOCK_TERM:
	case CVD_BLOCK_FOOTNOTE:
		if (block->text.len)
			add_statement(state, container(state, block, &depth), CVD_PARAGRAPH, block,
				      0);
		break;
	case CVD_BLOCK_CODE:
	case CVD_BLOCK_HTML:
		read_other(state, block);
		break;
	default:
		break;
	}
}

enum cvd_status cvd_markdown_read(struct cvd_str source, struct cvd_document **doc,
				  struct cvd_error *error)
{
	struct cvd_arena scratch = {0};
	struct cvd_reader reader = {.scratch = &scratch, .source = source};
	struct state state = {.reader = &reader};
	enum cvd_status status;

	*doc = NULL;
	reader.doc = cvd_document_new(CVD_FORMAT_MARKDOWN);
	reader.doc->source = source;
	status = cvd_outline_read(&reader.doc->arena, &scratch, source, &reader.outline, error);
	if (status)
		goto done;
	state.name = cvd_evidence_find_name(&reader);
	state.section_level = cvd_evidence_section_level(&reader, state.name);
	reader.second_is_team = cvd_evidence_second_is_team(&reader, state.name);
	for (struct cvd_block *block = reader.outline.root->first_child; block;
	     block = next_block(block))
		read_block(&state, block);
	reader.doc->root->line = reader.outline.line_count ? 1 : 0;
	reader.doc->root->end_line = reader.outline.line_count;
	cvd_document_finish(reader.doc);
	*doc = reader.doc;
	reader.doc = NULL;
done:
	cvd_document_free(reader.doc);
	cvd_arena_free(&scratch);
	return status;
}
