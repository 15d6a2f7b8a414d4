/*
 * Before anything is built, the document as a whole says what its blocks are: which heading is the name,
 * which level or which lines begin sections, and then, section by section, what begins an entry. Levels
 * of headings are hints. Entries are looked for among the headings of a section first (plan_headings.c),
 * among its paragraphs, lists, definitions and tables else (plan_body.c).
 *
 * Linear: each block is cut into pieces once, and each section is passed over a fixed number of times.
 */
#include "header_parts.h"
#include "plan_parts.h"

#include "base/hash.h"
#include "base/text.h"

#include <string.h>

/* A longer line is no title of a section. */
#define SECTION_LINE_WORDS 8
#define NAME_WORDS 6
#define HEADLINE_WORDS 8

struct cvd_block *cvd_plan_next(struct cvd_block *block)
{
	if ((block->kind == CVD_BLOCK_QUOTE || block->kind == CVD_BLOCK_HIDDEN) &&
	    block->first_child)
		return block->first_child;
	while (block && !block->next)
		block = block->parent;
	return block ? block->next : NULL;
}

bool cvd_plan_is_hidden(const struct cvd_block *block)
{
	for (block = block->parent; block; block = block->parent)
		if (block->kind == CVD_BLOCK_HIDDEN)
			return true;
	return false;
}

/* --- the name ----------------------------------------------------------------------------------- */

static bool is_heading(const struct cvd_block *block)
{
	return block->kind == CVD_BLOCK_HEADING && block->text.len && !cvd_plan_is_hidden(block);
}

struct cvd_title_reading cvd_plan_title(struct cvd_reader *reader, struct cvd_block *block)
{
	if (!block->title) {
		block->title = CVD_NEW(reader->scratch, struct cvd_title_reading);
		*block->title = cvd_lexicon_section(reader->scratch, block->text);
	}
	return *block->title;
}

static struct cvd_title_reading title_of(struct cvd_plan *plan, struct cvd_block *block)
{
	return cvd_plan_title(plan->reader, block);
}

/* As high as the sections, but it begins the document, is short, undated and no post. */
static bool is_name_like(struct cvd_plan *plan, struct cvd_block *block)
{
	const struct cvd_cut *cut = cvd_pieces_cut(plan->reader, block);

	return !cut->dated && cvd_reader_count_words(block->text) <= NAME_WORDS;
}

static bool is_person_like(struct cvd_plan *plan, struct cvd_block *block)
{
	return is_name_like(plan, block) && !cvd_pieces_cut(plan->reader, block)->classes;
}

/* `# Jane Doe` right below `# Resume`, as high as that. */
static struct cvd_block *person_below(struct cvd_plan *plan, const struct cvd_block *document)
{
	struct cvd_block *next = document->next;

	return next && is_heading(next) && next->level == document->level &&
			       !title_of(plan, next).known && is_person_like(plan, next) &&
			       cvd_header_looks_like_name(plan->reader, next->text)
		       ? next
		       : NULL;
}

/* The first heading is the name, or names the document, if its title is no section's and no later
 * heading is above it. Of those beside it one may be the headline, where sections stand deeper. */
static struct cvd_block *find_name(struct cvd_plan *plan)
{
	struct cvd_block *person;
	struct cvd_block *first = NULL;
	struct cvd_title_reading title;
	size_t deeper = 0, same = 0, beside = 0, sections = 0;

	for (size_t i = 0; i < plan->top_count; i++) {
		struct cvd_block *block = plan->tops[i];

		if (!is_heading(block))
			continue;
		if (!first) {
			first = block;
			continue;
		}
		if (block->level < first->level)
			return NULL;
		deeper += block->level > first->level;
		same += block->level == first->level;
		beside += block->level == first->level && title_of(plan, block).known;
		sections += block->level > first->level && title_of(plan, block).whole;
	}
	if (!first)
		return NULL;
	title = title_of(plan, first);
	if (title.known)
		return NULL;
	person = title.document ? person_below(plan, first) : NULL;
	if (person)
		return person;
	return title.document || first->level == 1 || (deeper && !same) ||
			       (beside && first == plan->tops[0] && is_name_like(plan, first)) ||
			       (!beside && sections > 1 && is_person_like(plan, first))
		       ? first
		       : NULL;
}

/* --- sections ----------------------------------------------------------------------------------- */

/* Letters without a small one among them; other scripts have no case. */
static bool is_capitals(struct cvd_str text)
{
	size_t capitals = 0;

	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] >= 'a' && text.ptr[i] <= 'z')
			return false;
		capitals += text.ptr[i] >= 'A' && text.ptr[i] <= 'Z';
	}
	return capitals > 2;
}

/* `**Experience**` or `EXPERIENCE` on a line of its own: a section where no heading is one. */
static bool is_section_line(struct cvd_plan *plan, struct cvd_block *block)
{
	const struct cvd_span *span = block->spans;
	bool marked = block->span_count && span->start == 0 && span->len + 1 >= block->text.len &&
		      (span->style & (CVD_SPAN_STRONG | CVD_SPAN_EMPHASIS));

	return block->kind == CVD_BLOCK_PARAGRAPH && block->text.len &&
	       cvd_reader_count_words(block->text) <= SECTION_LINE_WORDS &&
	       (marked || is_capitals(block->text)) && title_of(plan, block).known;
}

/* Underlined, not `#`. */
static bool is_underlined(struct cvd_plan *plan, const struct cvd_block *block)
{
	struct cvd_str line = cvd_str_trim(cvd_outline_source(
		&plan->reader->outline, plan->reader->source, block->line, block->line));

	return line.len && line.ptr[0] != '#' && line.ptr[0] != '<';
}

int cvd_plan_rank(struct cvd_plan *plan, const struct cvd_block *block)
{
	return 2 * block->level + (plan->underlined_first &&
				   block->level == plan->section_rank / 2 &&
				   !is_underlined(plan, block));
}

#define PROJECT_LABEL_BYTES 60

/* Bytes of the label of a heading that names a project (`## Project: Tidewatch`), with its colon; 0 if it
 * is none. */
static size_t project_label(struct cvd_plan *plan, struct cvd_block *block)
{
	static const char *const colons[] = {":", "："};
	struct cvd_arena *scratch = plan->reader->scratch;
	struct cvd_str start = cvd_str_sub(block->text, 0, PROJECT_LABEL_BYTES);

	for (size_t i = 0; i < sizeof colons / sizeof *colons; i++) {
		size_t at = cvd_str_find(start, cvd_str_from(colons[i]), 0);
		struct cvd_str label = cvd_str_sub(block->text, 0, at);
		struct cvd_title_reading title;

		if (at == SIZE_MAX)
			continue;
		at += strlen(colons[i]);
		title = cvd_lexicon_section(scratch, label);
		if (cvd_str_trim(cvd_str_sub(block->text, at, block->text.len)).len &&
		    (cvd_lexicon_label(scratch, label) == CVD_LABEL_PROJECT ||
		     (title.whole && title.type == CVD_SECTION_PROJECTS)))
			return at;
	}
	return 0;
}

/* The level of several headings that name projects, if all titles of sections stand in those: they are
 * parts of the projects, `### Main tasks`. 0 if it is not so. */
static int level_of_projects(struct cvd_plan *plan)
{
	size_t projects = 0;
	bool inside = false;
	int level = 0;

	for (size_t i = 0; i < plan->top_count; i++) {
		struct cvd_block *block = plan->tops[i];

		if (!is_heading(block) || block == plan->name)
			continue;
		if ((!level || block->level == level) && project_label(plan, block)) {
			level = block->level;
			inside = true;
			projects++;
			continue;
		}
		if (level && block->level <= level)
			inside = false;
		if (!inside && (title_of(plan, block).whole || (level && block->level < level)))
			return 0;
	}
	return projects > 1 ? level : 0;
}

/* The highest level at which a known section title stands, else the highest there is; 0 if lines are the
 * sections. */
static int section_level(struct cvd_plan *plan)
{
	int whole = CVD_MAX_LEVEL + 1, known = CVD_MAX_LEVEL + 1, highest = CVD_MAX_LEVEL + 1;
	size_t wholes[CVD_MAX_LEVEL + 2] = {0};

	if (plan->projects)
		return plan->projects;
	for (size_t i = 0; i < plan->top_count; i++) {
		struct cvd_block *block = plan->tops[i];
		struct cvd_title_reading title;

		if (!is_heading(block) || block == plan->name)
			continue;
		title = title_of(plan, block);
		if (block->level < highest)
			highest = block->level;
		if (title.known && block->level < known)
			known = block->level;
		if (title.whole && block->level < whole)
			whole = block->level;
		wholes[block->level] += title.whole;
	}
	/* as high as what names the document: more of them may stand below it */
	if (whole < CVD_MAX_LEVEL && plan->name && plan->name->level == whole &&
	    title_of(plan, plan->name).document && wholes[whole + 1] > wholes[whole])
		return whole + 1;
	if (whole <= CVD_MAX_LEVEL)
		return whole;
	for (size_t i = 0; i < plan->top_count && known > CVD_MAX_LEVEL; i++)
		if (is_section_line(plan, plan->tops[i]) && !cvd_plan_is_hidden(plan->tops[i]))
			return 0;
	return known <= CVD_MAX_LEVEL ? known : highest;
}

/* Underlined sections with `##` entries: cmark sees one level, a person two. */
static bool underlines_sections(struct cvd_plan *plan, int level)
{
	size_t underlined = 0, others = 0;

	if (level < 1 || level > 2)
		return false;
	for (size_t i = 0; i < plan->top_count; i++) {
		struct cvd_block *block = plan->tops[i];

		if (!is_heading(block) || block == plan->name || block->level != level)
			continue;
		if (is_underlined(plan, block))
			underlined += title_of(plan, block).known;
		else if (title_of(plan, block).known)
			return false;
		else
			others++;
	}
	return underlined && others;
}

static bool has_entries(enum cvd_section_type type)
{
	return type != CVD_SECTION_SKILLS && type != CVD_SECTION_LANGUAGES &&
	       type != CVD_SECTION_INTERESTS;
}

/* A heading that names an entry, as high as sections or not: `## Acme (2019 – 2021)`. */
static bool names_entry(struct cvd_plan *plan, struct cvd_block *block)
{
	const struct cvd_cut *cut, *next;
	struct cvd_block *below;

	if (block->kind != CVD_BLOCK_HEADING || title_of(plan, block).known)
		return false;
	cut = cvd_pieces_cut(plan->reader, block);
	below = cvd_plan_line_below(block);
	if (cut->ranged)
		return true;
	if (!below || below->kind != CVD_BLOCK_PARAGRAPH)
		return false;
	next = cvd_pieces_cut(plan->reader, below);
	return next->ranged && (next->only_dated || next->labelled) && !next->several;
}

static bool is_project(struct cvd_plan *plan, struct cvd_block *block)
{
	return plan->projects && block->kind == CVD_BLOCK_HEADING &&
	       block->level == plan->projects && project_label(plan, block) > 0;
}

/* The same where the line below says the post as well as the dates. */
static bool begins_run(struct cvd_plan *plan, struct cvd_block *block)
{
	struct cvd_block *below = cvd_plan_line_below(block);
	const struct cvd_cut *cut;

	if (names_entry(plan, block) || is_project(plan, block))
		return true;
	if (block->kind != CVD_BLOCK_HEADING || title_of(plan, block).known || !below ||
	    below->kind != CVD_BLOCK_PARAGRAPH)
		return false;
	cut = cvd_pieces_cut(plan->reader, below);
	return cut->ranged && !cut->several && cut->end == below->text.len;
}

/* Several headings in no section of entries name entries: nobody wrote a title above them. */
static bool has_runs(struct cvd_plan *plan)
{
	bool inside = false, begun = false;
	size_t entries = 0;

	for (size_t i = 0; i < plan->top_count; i++) {
		struct cvd_block *block = plan->tops[i];
		struct cvd_title_reading title;
		bool high;

		if (!is_heading(block) || block == plan->name)
			continue;
		title = title_of(plan, block);
		high = !plan->section_rank || cvd_plan_rank(plan, block) <= plan->section_rank;
		if (title.known && (high || (title.whole && !begun))) {
			inside = has_entries(title.type) && !title.summary && !title.contact;
			begun = true;
		} else if (!inside && (high || !begun)) {
			entries += begins_run(plan, block);
		}
	}
	return entries > 1;
}

/* `## Marine Engineer` below the name. */
static bool is_headline(struct cvd_plan *plan, struct cvd_block *block)
{
	const unsigned post = CVD_WORD_TITLE;
	struct cvd_words words;

	if (!plan->name || block->kind != CVD_BLOCK_HEADING || title_of(plan, block).known ||
	    cvd_reader_count_words(block->text) > HEADLINE_WORDS ||
	    cvd_pieces_cut(plan->reader, block)->dated)
		return false;
	words = cvd_lexicon_words(plan->reader->scratch, block->text);
	return ((words.whole | words.first | words.last) & post) != 0;
}

/* The rank of the sections below the heading that names the document, where later sections are as high
 * as that; 0 if there are none. */
static int rank_below_name(struct cvd_plan *plan)
{
	bool below = false;

	for (size_t i = 0; i < plan->top_count; i++) {
		struct cvd_block *block = plan->tops[i];

		if (block == plan->name)
			below = true;
		else if (below && is_heading(block)) {
			if (cvd_plan_rank(plan, block) <= plan->section_rank)
				return 0;
			if (title_of(plan, block).whole)
				return cvd_plan_rank(plan, block);
		}
	}
	return 0;
}

static bool holds_contacts(struct cvd_plan *plan, const struct cvd_block *block)
{
	const struct cvd_block *item =
		block && block->kind == CVD_BLOCK_LIST ? block->first_child : NULL;

	if (item)
		block = item->first_child;
	return block && block->kind == CVD_BLOCK_PARAGRAPH && cvd_contacts_here(plan->reader, block);
}

/* `### Links` above addresses, deeper than the sections, and last in the one it stands in: a section. */
static bool is_deep_contact(struct cvd_plan *plan, size_t i)
{
	struct cvd_title_reading title = title_of(plan, plan->tops[i]);

	if (!title.contact || !title.whole || !holds_contacts(plan, plan->tops[i]->next))
		return false;
	while (++i < plan->top_count)
		if (is_heading(plan->tops[i]))
			return cvd_plan_rank(plan, plan->tops[i]) <= plan->section_rank;
	return true;
}

/* --- sections below other sections --- */

#define TITLES 256 /* slots for the words of titles, a power of two */

/* How often each title of a section stands below the level of sections: one that does so once names a
 * section, one that is repeated a part of entries. */
struct deep_titles {
	uint8_t counts[TITLES]; /* two at most; titles that share a slot count as one */
	size_t last_entry;      /* index of the last heading that names an entry */
};

static size_t slot_of(struct cvd_str title)
{
	return cvd_hash64(title) % TITLES;
}

static struct deep_titles count_deep_titles(struct cvd_plan *plan)
{
	struct deep_titles deep = {0};

	for (size_t i = 0; i < plan->top_count; i++) {
		struct cvd_block *block = plan->tops[i];
		uint8_t *count;

		if (!is_heading(block) || block == plan->name)
			continue;
		if (names_entry(plan, block))
			deep.last_entry = i;
		if (cvd_plan_rank(plan, block) <= plan->section_rank || !title_of(plan, block).whole)
			continue;
		count = &deep.counts[slot_of(block->text)];
		*count += *count < 2;
	}
	return deep;
}

/* The section that is marked last. */
struct marked {
	const struct cvd_block *section; /* or NULL */
	int deep;                        /* its rank, if it stands below other sections, or 0 */
	int run;     /* the rank of the headings of entries in no section, or 0 */
	bool inside; /* it has entries */
};

/* `### Education` below `## About me` or `## Skills`, which hold no entries, below a title that says
 * nothing, or behind the last entry of those that stand in no section: a section itself. */
static bool is_deep_section(struct cvd_plan *plan, const struct deep_titles *deep,
			    const struct marked *marked, size_t i)
{
	struct cvd_block *block = plan->tops[i];
	struct cvd_title_reading title, above;

	if (!plan->section_rank || plan->projects || !is_heading(block) ||
	    !(marked->section || marked->run))
		return false;
	title = title_of(plan, block);
	if (!title.whole || title.contact || title.summary || title.type == CVD_SECTION_OTHER ||
	    deep->counts[slot_of(block->text)] > 1)
		return false;
	if (marked->deep)
		return cvd_plan_rank(plan, block) <= marked->deep;
	if (marked->run)
		return i > deep->last_entry && has_entries(title.type);
	if (marked->inside)
		return false;
	above = title_of(plan, (struct cvd_block *)marked->section);
	if (above.type == CVD_SECTION_SKILLS && title.type == CVD_SECTION_PROJECTS)
		return false; /* `### Software` */
	return has_entries(title.type) ||
	       (above.type == CVD_SECTION_OTHER && title.type != above.type);
}

static void mark_sections(struct cvd_plan *plan)
{
	struct deep_titles deep = count_deep_titles(plan);
	struct marked marked = {0};
	bool first = true; /* heading behind the name */
	int below = rank_below_name(plan), rank;
	bool begun = false; /* a section */

	for (size_t i = 0; i < plan->top_count; i++) {
		struct cvd_block *block = plan->tops[i];
		struct cvd_title_reading title;

		if (block == plan->name) {
			block->part = CVD_PART_NAME;
			continue;
		}
		if (!begun && plan->name && block->next == plan->name && is_heading(block))
			continue; /* it names the document */
		if (cvd_plan_is_hidden(block)
			    ? !is_heading(block) && block->kind != CVD_BLOCK_HEADING
			    : !is_heading(block) &&
				      (plan->section_rank || !is_section_line(plan, block)))
			continue;
		if (block->kind == CVD_BLOCK_HEADING && plan->section_rank && block->text.len &&
		    cvd_plan_rank(plan, block) <= plan->section_rank)
			below = 0;
		rank = below ? below : plan->section_rank;
		if (block->kind == CVD_BLOCK_HEADING &&
		    (!block->text.len || cvd_plan_rank(plan, block) > rank) && plan->section_rank &&
		    (begun || !title_of(plan, block).whole) &&
		    (marked.inside || !is_deep_contact(plan, i)) &&
		    !is_deep_section(plan, &deep, &marked, i) &&
		    (begun || !plan->runs || !begins_run(plan, block)))
			continue;
		if ((marked.inside && names_entry(plan, block)) ||
		    (marked.run && is_project(plan, block)) ||
		    (marked.run && !title_of(plan, block).known &&
		     cvd_plan_rank(plan, block) >= marked.run))
			continue;
		if (!marked.inside && plan->runs && begins_run(plan, block)) {
			block->part = CVD_PART_RUN;
			marked = (struct marked){.run = cvd_plan_rank(plan, block), .inside = true};
			begun = true;
			continue;
		}
		marked.run = 0;
		if (first && is_headline(plan, block)) {
			first = false;
			continue;
		}
		first = false;
		title = title_of(plan, block);
		marked.deep = block->kind == CVD_BLOCK_HEADING && plan->section_rank &&
					      cvd_plan_rank(plan, block) > rank
				      ? cvd_plan_rank(plan, block)
				      : 0;
		marked.section = block;
		marked.inside =
			title.known && has_entries(title.type) && !title.summary && !title.contact;
		block->part = CVD_PART_SECTION;
		begun = true;
	}
}

/* --- a section of unknown title ------------------------------------------------------------------- */

/* It is one of work or education if each of its entries has a range of dates and words of that. So may
 * `Training` be one of education. */
static enum cvd_section_type type_of_entries(const struct cvd_plan *plan, size_t first,
					     enum cvd_section_type type)
{
	size_t work = 0, study = 0, degrees = 0, count = plan->headers.len - first;

	for (size_t i = first; i < plan->headers.len; i++) {
		const struct cvd_header *header = plan->headers.items[i];
		unsigned classes = 0, parts = 0;
		bool ranged = false;

		for (size_t p = 0; p < header->piece_count; p++) {
			classes |= header->pieces[p].words.any;
			parts += !header->pieces[p].dated;
			ranged |= header->pieces[p].dated && (!header->pieces[p].range.single ||
							      header->pieces[p].range.end.present);
		}
		if (!ranged)
			return type;
		degrees += (classes & CVD_WORD_DEGREE) != 0;
		study += (classes & (CVD_WORD_DEGREE | CVD_WORD_SCHOOL)) ==
			 (CVD_WORD_DEGREE | CVD_WORD_SCHOOL);
		work += parts > 1 || (classes & (CVD_WORD_TITLE | CVD_WORD_COMPANY));
	}
	if (count && (study == count || (degrees == count && type == CVD_SECTION_CERTIFICATES)))
		return CVD_SECTION_EDUCATION;
	return count && work == count && type == CVD_SECTION_OTHER ? CVD_SECTION_WORK : type;
}

static bool begins_with_range(struct cvd_plan *plan, struct cvd_block *text)
{
	const struct cvd_cut *cut = cvd_pieces_cut(plan->reader, text);

	return cut->ranged && cut->count > 1 && cut->pieces[0].dated;
}

/* Tables, lists or headings with ranges of dates. */
static bool has_headers(struct cvd_plan *plan, size_t from, size_t to)
{
	size_t ranges = 0; /* in cells */
	size_t items = 0, dated = 0;

	for (size_t i = from; i < to; i++) {
		struct cvd_block *block = plan->tops[i];

		if (block->kind == CVD_BLOCK_HEADING && cvd_pieces_cut(plan->reader, block)->ranged)
			return true;
		if (block->kind == CVD_BLOCK_LIST)
			for (struct cvd_block *item = block->first_child; item; item = item->next) {
				struct cvd_block *text = item->first_child;

				items++;
				dated += text && text->kind == CVD_BLOCK_PARAGRAPH &&
					 begins_with_range(plan, text);
			}
		if (block->kind != CVD_BLOCK_TABLE)
			continue;
		for (struct cvd_block *row = block->first_child; row; row = row->next)
			for (struct cvd_block *cell = row->first_child; cell; cell = cell->next)
				ranges += cvd_pieces_cut(plan->reader, cell)->ranged;
		if (ranges > 1)
			return true;
	}
	return dated > 1 && dated * 2 > items;
}

/* The names of the projects, without the label in front of them. */
static void cut_projects(struct cvd_plan *plan, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++) {
		struct cvd_block *block = plan->tops[i];
		size_t label;

		if (!is_project(plan, block))
			continue;
		label = project_label(plan, block);
		block->cut = CVD_NEW(plan->reader->scratch, struct cvd_cut);
		*block->cut = cvd_pieces_of(plan->reader, block, label, block->text.len, true);
		if (block->cut->count)
			block->cut->pieces[0].label = cvd_str_sub(block->text, 0, label);
	}
}

/* Each entry of a run tells what it is: a study, if it says so; else a post. */
static void plan_run(struct cvd_plan *plan, size_t from, size_t to)
{
	const unsigned study = CVD_WORD_DEGREE | CVD_WORD_SCHOOL;
	size_t first = plan->headers.len;

	plan->tops[from]->part = CVD_PART_NONE;
	plan->type = is_project(plan, plan->tops[from]) ? CVD_SECTION_PROJECTS : CVD_SECTION_WORK;
	cut_projects(plan, from, to);
	cvd_plan_entries(plan, from, to);
	for (size_t i = first; i < plan->headers.len; i++) {
		struct cvd_header *header = plan->headers.items[i];
		unsigned classes = 0;

		for (size_t p = 0; p < header->piece_count; p++)
			classes |= header->pieces[p].words.any;
		header->untitled = true;
		if (plan->type == CVD_SECTION_WORK && (classes & study) &&
		    !(classes & (CVD_WORD_TITLE | CVD_WORD_COMPANY)))
			header->type = CVD_SECTION_EDUCATION;
	}
}

static void plan_section(struct cvd_plan *plan, size_t from, size_t to)
{
	struct cvd_title_reading title = cvd_plan_section(plan->reader, plan->tops[from]);
	size_t first = plan->headers.len;

	plan->type = title.type;
	if (title.summary && has_headers(plan, from + 1, to))
		plan->type = CVD_SECTION_WORK; /* `Career Summary` above a career */
	else if (title.summary || title.contact || !has_entries(title.type))
		return;
	cvd_plan_entries(plan, from + 1, to);
	cvd_plan_degrees(plan, first);
	if (title.summary)
		plan->tops[from]->section_type = (int)plan->type;
	if (title.type != CVD_SECTION_CERTIFICATES &&
	    (title.known || title.type != CVD_SECTION_OTHER))
		return;
	plan->type = type_of_entries(plan, first, title.type);
	for (size_t i = first; i < plan->headers.len; i++)
		plan->headers.items[i]->type = plan->type;
	plan->tops[from]->section_type = (int)plan->type;
}

struct cvd_title_reading cvd_plan_section(struct cvd_reader *reader, const struct cvd_block *block)
{
	struct cvd_title_reading title =
		block->title ? *block->title : cvd_lexicon_section(reader->scratch, block->text);

	if (block->section_type) {
		title.type = (enum cvd_section_type)block->section_type;
		title.summary = false;
	}
	return title;
}

/* --- all of it ---------------------------------------------------------------------------------- */

static void find_tops(struct cvd_plan *plan)
{
	CVD_ARRAY(struct cvd_block *) tops = {0};

	for (struct cvd_block *block = plan->reader->outline.root->first_child; block;
	     block = cvd_plan_next(block))
		if (block->kind != CVD_BLOCK_QUOTE && block->kind != CVD_BLOCK_HIDDEN)
			CVD_PUSH(plan->reader->scratch, &tops, block);
	plan->tops = tops.items;
	plan->top_count = tops.len;
}

/* A note on the document at its end is of no entry. */
static void leave_out_note(struct cvd_plan *plan)
{
	struct cvd_block *last = plan->top_count ? plan->tops[plan->top_count - 1] : NULL;

	if (last && last->kind == CVD_BLOCK_PARAGRAPH && cvd_header_is_note(last->text))
		last->cut = CVD_NEW(plan->reader->scratch, struct cvd_cut);
}

void cvd_plan_make(struct cvd_reader *reader, struct cvd_header **headers)
{
	struct cvd_plan plan = {.reader = reader};
	size_t from = SIZE_MAX;
	int level;

	find_tops(&plan);
	leave_out_note(&plan);
	plan.name = find_name(&plan);
	plan.projects = level_of_projects(&plan);
	level = section_level(&plan);
	plan.section_rank = 2 * level;
	plan.underlined_first = underlines_sections(&plan, level);
	plan.runs = plan.projects || has_runs(&plan);
	mark_sections(&plan);
	for (size_t i = 0; i <= plan.top_count; i++) {
		if (i < plan.top_count && plan.tops[i]->part != CVD_PART_SECTION &&
		    plan.tops[i]->part != CVD_PART_RUN)
			continue;
		if (from != SIZE_MAX && plan.tops[from]->part == CVD_PART_RUN)
			plan_run(&plan, from, i);
		else if (from != SIZE_MAX)
			plan_section(&plan, from, i);
		from = i;
	}
	for (size_t i = 0; i + 1 < plan.headers.len; i++)
		plan.headers.items[i]->next = plan.headers.items[i + 1];
	*headers = plan.headers.len ? plan.headers.items[0] : NULL;
}
