/*
 * Which piece of a header is the title, which the organization, the team, the place? Each piece gets
 * points for each field: by its words (rows of `evidence`), by where it stands, and by what the pieces
 * in the same place of the other headers look like, so that one clear header explains its siblings. The
 * labelling with the most points over the whole header wins, where a field is one run of neighbouring
 * pieces (Viterbi over pieces × fields used so far). What no field fits is detail, so no word is lost.
 *
 * Points are measured on tests/dialects; only their order of size matters. Linear in the headers, with
 * a factor for the pieces of one header, which are bounded.
 */
#include "labels.h"

#include "pieces_text.h"

#include <string.h>

/* The most pieces that are weighed; what is behind them is detail. */
#define PIECES 96

enum label { TITLE, ORGANIZATION, TEAM, LOCATION, DETAIL, LABELS };

static const enum cvd_field label_fields[LABELS] = {CVD_TITLE, CVD_ORGANIZATION, CVD_TEAM,
						    CVD_LOCATION, CVD_DETAIL};

/* Entries whose fields are told apart alike. */
enum profile { WORK, STUDY, PROJECT, PAPER, PROFILES };

/* `### Acme, Oslo` above `#### Engineer` stays a post where it stands among projects. */
static bool is_post(const struct cvd_header *header)
{
	const unsigned employer = CVD_WORD_COMPANY | CVD_WORD_SCHOOL;
	const struct cvd_block *first = header->line_count ? header->lines[0].block : NULL;
	unsigned upper = 0, place = 0;
	bool post = false;

	if (!first || first->kind != CVD_BLOCK_HEADING)
		return false;
	for (size_t i = 0; i < header->piece_count; i++) {
		const struct cvd_piece *piece = &header->pieces[i];

		if (piece->block == first) {
			upper |= piece->words.any;
			place |= piece->words.whole & CVD_WORD_PLACE;
		} else if (piece->block->kind == CVD_BLOCK_HEADING && !piece->dated) {
			post |= (piece->words.whole & CVD_WORD_TITLE) != 0;
		}
	}
	return post && ((upper & employer) || place) && !(upper & CVD_WORD_TITLE);
}

static enum profile profile_of(const struct cvd_header *header)
{
	switch (header->type) {
	case CVD_SECTION_EDUCATION:
		return STUDY;
	case CVD_SECTION_PROJECTS:
		return is_post(header) ? WORK : PROJECT;
	case CVD_SECTION_WORK:
	case CVD_SECTION_VOLUNTEER:
		return WORK;
	default:
		return PAPER;
	}
}

/* --- points ------------------------------------------------------------------------------------- */

typedef int points[LABELS];

enum where { ANY, WHOLE, LAST, BEGIN, EDGE /* the first or the last word */ };

/* Words of a class speak for and against: title, organization, team, place, detail. */
static const struct {
	unsigned class;
	enum where where;
	points points[PROFILES];
} evidence[] = {
	{CVD_WORD_TITLE,
	 ANY,
	 {[WORK] = {20, -15, -10, -40, -5},
	  [STUDY] = {12, -5, -10, -30, 0},
	  [PROJECT] = {0, 0, 0, -20, 8},
	  [PAPER] = {10, -4, 0, -30, 0}}},
	{CVD_WORD_TITLE, EDGE, {[WORK] = {12, -5, 0, -5, 0}, [PAPER] = {2, 0, 0, 0, 0}}},
	{CVD_WORD_TITLE, WHOLE, {[WORK] = {14, -10, -10, 0, 0}, [STUDY] = {4, 0, 0, 0, 0}}},
	{CVD_WORD_DEGREE,
	 ANY,
	 {[WORK] = {4, 0, 0, -20, 0}, [STUDY] = {40, -30, -20, -40, 0}, [PAPER] = {6, 0, 0, -20, 0}}},
	{CVD_WORD_STUDY, ANY, {[STUDY] = {16, -16, 0, -20, 0}}},
	{CVD_WORD_SCHOOL,
	 ANY,
	 {[WORK] = {-10, 25, 0, -15, 0},
	  [STUDY] = {-25, 45, -5, -20, 0},
	  [PROJECT] = {0, 10, 0, 0, 0},
	  [PAPER] = {-5, 25, 0, -10, 0}}},
	{CVD_WORD_COMPANY,
	 ANY,
	 {[WORK] = {-10, 25, 0, -20, 0},
	  [STUDY] = {-5, 15, 0, -10, 0},
	  [PROJECT] = {0, 8, 0, 0, 0},
	  [PAPER] = {-5, 18, 0, -10, 0}}},
	{CVD_WORD_COMPANY, EDGE, {[WORK] = {-4, 8, 0, -5, 0}, [PAPER] = {0, 6, 0, 0, 0}}},
	{CVD_WORD_PLACE,
	 WHOLE,
	 {[WORK] = {-20, -14, -20, 36, 0},
	  [STUDY] = {-20, -14, -20, 36, 0},
	  [PROJECT] = {-10, -10, -10, 30, 0},
	  [PAPER] = {-15, -10, -10, 30, 0}}},
	{CVD_WORD_PLACE,
	 ANY,
	 {[WORK] = {0, 0, -2, 10, 0}, [STUDY] = {0, 2, 0, 8, 0}, [PAPER] = {0, 2, 0, 6, 0}}},
	{CVD_WORD_TEAM,
	 LAST,
	 {[WORK] = {-36, -8, 34, -20, 0}, [STUDY] = {0, 0, 10, -10, 4}, [PAPER] = {0, 2, 8, 0, 0}}},
	{CVD_WORD_TEAM, BEGIN, {[WORK] = {-12, -8, 28, -15, 0}}},
	{CVD_WORD_TERMS,
	 WHOLE,
	 {[WORK] = {-8, -25, -20, -20, 34},
	  [STUDY] = {-10, -20, -20, -20, 25},
	  [PROJECT] = {-10, -20, -10, -20, 25},
	  [PAPER] = {-5, -15, -10, -20, 20}}},
	{CVD_WORD_GRADE,
	 WHOLE,
	 {[WORK] = {-10, -20, -10, -20, 20},
	  [STUDY] = {-12, -25, -20, -30, 36},
	  [PAPER] = {-5, -10, -10, -20, 20}}},
	{CVD_WORD_GRADE, ANY, {[STUDY] = {-2, -5, 0, -10, 14}}},
};

/* A link leads to who employs or teaches; of a project, to what it is. */
static const points linked[PROFILES] = {[WORK] = {-4, 8, 0, -8, 0}};

/* By where a piece stands in its header. BESIDE: behind a mark in a heading, where a strong line below
 * names the organization. */
enum place { FIRST, SECOND, LATER, BESIDE, BELOW_STRONG, BELOW, INNER, ABOVE, PLACES };

static const points places[PROFILES][PLACES] = {
	[WORK] = {[FIRST] = {8, 5, -30, -30, -20},
		  [SECOND] = {1, 7, -14, -1, -8},
		  [LATER] = {0, 2, -14, -1, -8},
		  [BESIDE] = {0, -2, -3, -4, -8},
		  [BELOW_STRONG] = {4, 10, -16, -4, -10},
		  [BELOW] = {2, 5, -16, -2, -8},
		  [INNER] = {-32, -4, -14, 9, 1},
		  [ABOVE] = {0, 12, -20, -12, -6}},
	[STUDY] = {[FIRST] = {9, 5, -30, -30, -20},
		   [SECOND] = {2, 7, -20, -3, -8},
		   [LATER] = {1, 2, -20, -1, -10},
		   [BESIDE] = {2, 0, -12, -4, -6},
		   [BELOW_STRONG] = {5, 8, -20, -4, -8},
		   [BELOW] = {4, 5, -20, -2, -6},
		   [INNER] = {-28, -2, -20, 5, 3},
		   [ABOVE] = {2, 10, -20, -4, -10}},
	[PROJECT] = {[FIRST] = {14, -10, -30, -30, -20},
		     [SECOND] = {0, -8, -24, -8, 0},
		     [LATER] = {-4, -8, -24, -8, 0},
		     [BESIDE] = {-4, -8, -24, -8, 0},
		     [BELOW_STRONG] = {0, 0, -24, -8, -2},
		     [BELOW] = {-6, -8, -24, -6, 0},
		     [INNER] = {-10, -8, -24, -2, 0},
		     [ABOVE] = {2, 4, -20, -4, -4}},
	[PAPER] = {[FIRST] = {14, -4, -30, -30, -20},
		   [SECOND] = {0, 8, -24, -8, -4},
		   [LATER] = {-3, 0, -24, -2, 0},
		   [BESIDE] = {-3, 2, -24, -4, -4},
		   [BELOW_STRONG] = {2, 6, -24, -4, -4},
		   [BELOW] = {-2, 4, -24, -2, -2},
		   [INNER] = {-45, 0, -24, -2, 2},
		   [ABOVE] = {4, 6, -24, -4, -6}},
};

/* A header without a title, an organization. */
static const points missing[PROFILES] = {[WORK] = {-28, -25, 0, 0, 0},
					 [STUDY] = {-24, -22, 0, 0, 0},
					 [PROJECT] = {-30, 0, 0, 0, 0},
					 [PAPER] = {-60, -4, 0, 0, 0}};

#define NEVER (-1000)
/* For going on in the same field behind a joint: behind a strong one only where nothing else fits, or
 * where both are places. A colon is part of a work's name. */
static const points same[] = {[CVD_JOINT_MARK] = {-4, NEVER, NEVER, -16, NEVER},
			      [CVD_JOINT_COLON] = {-4, NEVER, NEVER, NEVER, NEVER},
			      [CVD_JOINT_MAYBE] = {4, 0, 0, -4, 0},
			      [CVD_JOINT_SLASH] = {8, 8, 4, 4, 2},
			      [CVD_JOINT_COMMA] = {-7, -9, 2, 6, 2},
			      [CVD_JOINT_BORDER] = {-6, -6, -6, -2, 2},
			      [CVD_JOINT_SPACE] = {3, 3, 3, 3, 3},
			      [CVD_JOINT_PAREN] = {10, 1, 0, -3, -4}};

#define LABELLED 200          /* a label says it */
#define LABELLED_ELSEWHERE 40 /* a label says it of another piece */
#define COLON_IN_NAME 20
#define REST_OF_DEGREE (-12)
#define UNIT 80
#define LONE 8 /* alone with its dates a name is who employs rather than as what */
#define SMALL_NAME 20
#define DASH_IN_TITLE 4
#define PART_OF_NAME 45
#define COUNTRY_CODE 40
#define DOMAIN 20
#define OWN_MASTER 100
#define BY_DATE 30
#define ONE_SPAN 16       /* the title of a work goes on behind a comma in its markup */
#define JOINED_BY_WORD 25 /* title `at` organization */
#define JOINED_MAYBE (-1) /* title `en` organization */
#define JOINED_OTHERWISE (-25)
#define NAMELESS (-20) /* neither a title nor an organization */
#define NO_PLACE (-20) /* a short name or a number in parentheses, for a place */
/* What the siblings say counts that much, in tenths, of what a piece says itself. */
#define SIBLINGS 12
#define IMPOSSIBLE (-100000)

/* --- siblings ----------------------------------------------------------------------------------- */

/* Places in headers that look alike, with the points of all pieces there. */
#define SLOTS 1024 /* a power of two */

struct slot {
	int count, titled; /* pieces, those with words of titles */
	points sum;
};

struct cvd_labels {
	uint32_t keys[SLOTS]; /* of the slots; 0: free, and not cleared */
	size_t used;
	struct slot slots[SLOTS];
};

/* Posts nearly always have words of posts: a few such among names that stand alone say nothing of the others. */
static bool is_minority(const struct slot *slot)
{
	return slot->titled && slot->titled * 2 < slot->count;
}

static bool is_name(const struct cvd_piece *piece)
{
	return !piece->dated && !piece->address;
}

/* Pieces that are neither dates nor addresses, two at most. */
static size_t count_names(const struct cvd_header *header)
{
	size_t count = 0;

	for (size_t i = 0; i < header->piece_count && count < 2; i++)
		count += is_name(&header->pieces[i]);
	return count;
}

static uint32_t place_key(enum profile profile, const struct cvd_piece *piece, bool lone)
{
	uint32_t kind = piece->block->kind == CVD_BLOCK_HEADING ? (uint32_t)piece->block->level : 0;
	uint32_t line = piece->row < 7 ? piece->row : 7;
	uint32_t segment = piece->segment < 7 ? piece->segment : 7;
	uint32_t atom = piece->atom < 3 ? piece->atom : 3;
	bool strong = piece->style & CVD_SPAN_STRONG, emphasis = piece->style & CVD_SPAN_EMPHASIS;

	return 1u | (uint32_t)profile << 1 | kind << 4 | line << 8 | segment << 12 | atom << 16 |
	       (uint32_t)strong << 19 | (uint32_t)emphasis << 20 | (uint32_t)piece->inner << 21 |
	       (uint32_t)piece->above << 22 | (uint32_t)(piece->joint == CVD_JOINT_MAYBE) << 23 |
	       (uint32_t)lone << 24;
}

static struct slot *find_slot(struct cvd_labels *labels, uint32_t key)
{
	uint32_t at = key * 2654435761u >> 22;

	for (;; at = (at + 1) % SLOTS) {
		if (labels->keys[at] == key)
			return &labels->slots[at];
		if (labels->keys[at])
			continue;
		if (labels->used == SLOTS / 2)
			return NULL;
		labels->used++;
		labels->keys[at] = key;
		labels->slots[at] = (struct slot){0};
		return &labels->slots[at];
	}
}

/* --- what one piece says ------------------------------------------------------------------------ */

static unsigned classes_at(const struct cvd_words *words, enum where where)
{
	switch (where) {
	case ANY:
		return words->any;
	case WHOLE:
		return words->whole;
	case LAST:
		return words->last;
	case BEGIN:
		return words->first;
	default:
		return words->first | words->last;
	}
}

static void weigh(points result, enum profile profile, const struct cvd_piece *piece)
{
	memset(result, 0, sizeof(points));
	for (size_t i = 0; i < sizeof evidence / sizeof *evidence; i++)
		if (classes_at(&piece->words, evidence[i].where) & evidence[i].class)
			for (int label = 0; label < LABELS; label++)
				result[label] += evidence[i].points[profile][label];
	for (int label = 0; label < LABELS && (piece->style & CVD_SPAN_LINK); label++)
		result[label] += linked[profile][label];
}

static bool has_strong_line(const struct cvd_header *header)
{
	for (size_t i = 0; i < header->piece_count; i++) {
		const struct cvd_piece *piece = &header->pieces[i];

		if (piece->row > 0 && !piece->dated && !piece->segment && !piece->atom &&
		    (piece->style & CVD_SPAN_STRONG))
			return true;
	}
	return false;
}

static enum place place_of(const struct cvd_header *header, const struct cvd_piece *piece,
			   size_t index)
{
	if (piece->inner)
		return INNER;
	if (piece->above)
		return ABOVE;
	if (index == 0)
		return FIRST;
	if (piece->row > 0 && piece->segment == 0 && piece->atom == 0)
		return piece->style & CVD_SPAN_STRONG ? BELOW_STRONG : BELOW;
	if (piece->row == 0 && piece->segment && has_strong_line(header))
		return BESIDE;
	return index == 1 ? SECOND : LATER;
}

static int named_label(enum profile profile, const struct cvd_piece *piece)
{
	switch (piece->named) {
	case CVD_LABEL_TITLE:
	case CVD_LABEL_NAME:
		return TITLE;
	case CVD_LABEL_ORGANIZATION:
		return ORGANIZATION;
	case CVD_LABEL_TEAM:
		return TEAM;
	case CVD_LABEL_LOCATION:
	case CVD_LABEL_ADDRESS: /* `Ort` of a school is where one went to school */
		return piece->words.any & (CVD_WORD_SCHOOL | CVD_WORD_COMPANY) ? LABELS : LOCATION;
	case CVD_LABEL_NONE:
		return LABELS;
	case CVD_LABEL_DETAIL:
		return profile == STUDY && !(piece->words.any & CVD_WORD_GRADE) ? LABELS : DETAIL;
	default:
		return DETAIL;
	}
}

/* --- labelling one header ----------------------------------------------------------------------- */

#define USED (1 << DETAIL) /* sets of fields in use; detail is not counted */

struct state {
	int points;
	uint8_t label;  /* of the piece in front */
	uint8_t before; /* fields in use before it */
};

/* Two titles behind one another are rarely one: what speaks for the second counts half. */
static int repeated(enum profile profile, enum cvd_joint joint, int label, int weight)
{
	return profile == WORK && joint == CVD_JOINT_COMMA && label == TITLE && weight > 0
		       ? weight / 2
		       : 0;
}

bool cvd_labels_go_on(enum cvd_field field, enum cvd_joint joint)
{
	switch (joint) {
	case CVD_JOINT_LINE:
	case CVD_JOINT_WORD:
		return false;
	case CVD_JOINT_MARK:
		return field == CVD_TITLE || field == CVD_LOCATION;
	case CVD_JOINT_COLON:
		return field == CVD_TITLE;
	default:
		return true;
	}
}

/* `(МИИТ)`, `(HTL4)`: one word of capitals, the short name of what stands in front. */
static bool is_acronym(struct cvd_str text)
{
	size_t letters = 0;

	for (size_t i = 0; i < text.len; i++) {
		bool cyrillic = (unsigned char)text.ptr[i] == 0xd0 && i + 1 < text.len &&
				(unsigned char)text.ptr[i + 1] >= 0x90 &&
				(unsigned char)text.ptr[i + 1] <= 0xaf;

		if (!cyrillic && !(text.ptr[i] >= 'A' && text.ptr[i] <= 'Z') &&
		    !(letters && text.ptr[i] >= '0' && text.ptr[i] <= '9'))
			return false;
		i += cyrillic;
		letters++;
	}
	return letters > 1;
}

static bool begins_small(struct cvd_str text)
{
	return text.ptr[0] >= 'a' && text.ptr[0] <= 'z';
}

/* `iNord`, `eSkjold`: a small letter in front of a capital, as brands have it. */
static bool is_camel(struct cvd_str text)
{
	return text.len > 2 && text.ptr[1] >= 'A' && text.ptr[1] <= 'Z';
}

/* `(8 years)` */
static bool is_number(struct cvd_str text)
{
	return text.len && text.ptr[0] >= '0' && text.ptr[0] <= '9';
}

/* `(60h)`, `(8 semesters)`, `(3.8/4)`, but not `(8h maths)`: a number with its unit. */
static bool is_amount(struct cvd_str text)
{
	size_t space = cvd_str_find_char(text, ' ', 0);

	if (!is_number(text))
		return false;
	return space == SIZE_MAX || (cvd_str_find_char(text, ' ', space + 1) == SIZE_MAX &&
				     text.ptr[space - 1] >= '0' && text.ptr[space - 1] <= '9');
}

/* Right behind a name, or behind another piece in the same parentheses: `Tidewatch (Go, SQL)`; no brackets. */
static bool stands_in_paren(const struct cvd_piece *piece)
{
	if (piece->joint == CVD_JOINT_PAREN)
		return piece->block->text.ptr[piece->outer_from] != '[';
	return piece->joint == CVD_JOINT_COMMA && piece->inner && piece[-1].inner;
}

static bool has_digit(struct cvd_str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (text.ptr[i] >= '0' && text.ptr[i] <= '9')
			return true;
	return false;
}

/* `(formerly Skerry)`, `(МИИТ)`: it says more of the name in front, and nothing of itself; of a degree also
 * `(2nd part, with honours)`, of a project whatever names nobody and no place, of a prize a number (`top 5%`). */
static bool is_part_of_name(enum profile profile, const struct cvd_piece *piece, int label)
{
	const unsigned naming = CVD_WORD_TITLE | CVD_WORD_DEGREE | CVD_WORD_SCHOOL |
				CVD_WORD_COMPANY | CVD_WORD_PLACE | CVD_WORD_TEAM | CVD_WORD_TERMS;

	if (profile == PROJECT && label == TITLE)
		return stands_in_paren(piece) && !(piece->words.any & naming & ~CVD_WORD_DEGREE);
	if (profile == PAPER && label == TITLE)
		return piece->joint == CVD_JOINT_PAREN && has_digit(piece->text) &&
		       !(piece->words.any & naming);
	if (profile == WORK && (label == TITLE || label == ORGANIZATION) && !piece->words.any)
		return stands_in_paren(piece) && !is_number(piece->text);
	if (piece->joint != CVD_JOINT_PAREN || (piece->words.any & naming) ||
	    !(label == ORGANIZATION || (label == TITLE && profile == STUDY)))
		return false;
	if (profile == STUDY && label == TITLE && is_number(piece->text) &&
	    !(piece->words.whole & CVD_WORD_GRADE))
		return !is_amount(piece->text);
	if (piece->words.any & CVD_WORD_GRADE)
		return false;
	return is_acronym(piece->text) ||
	       ((profile == WORK || profile == STUDY) && begins_small(piece->text));
}

bool cvd_labels_follows_dash(const struct cvd_piece *piece)
{
	return piece->joint == CVD_JOINT_MARK &&
	       cvd_pieces_dash_between(piece->block->text, piece[-1].outer_to, piece->outer_from);
}

/* Points for going from the piece labelled `from` to `piece`, labelled `to`. */
static int step(enum profile profile, const struct cvd_piece *piece, bool adjacent, bool in_title,
		int from, int to, bool *goes_on)
{
	const unsigned naming = to != TITLE        ? CVD_WORD_PLACE
				: profile == STUDY ? CVD_WORD_DEGREE | CVD_WORD_STUDY
						   : CVD_WORD_TITLE | CVD_WORD_DEGREE;

	*goes_on = adjacent && from == to && cvd_labels_go_on(label_fields[to], piece->joint) &&
		   (piece->joint != CVD_JOINT_MARK || (piece[-1].words.any & naming) ||
		    (in_title && to == TITLE));
	/* `Engineer – Billing`, `Oslo · remote`: what goes on behind a mark is known for what it is */
	if (*goes_on)
		return same[piece->joint][to] +
		       (to == TITLE && cvd_labels_follows_dash(piece) ? DASH_IN_TITLE : 0) +
		       (in_title && to == TITLE ? ONE_SPAN : 0) +
		       (in_title && to == TITLE && piece->joint == CVD_JOINT_PAREN ? PART_OF_NAME
										   : 0) +
		       (profile == PAPER && piece->joint == CVD_JOINT_COLON ? COLON_IN_NAME : 0) +
		       (is_part_of_name(profile, piece, to) ? PART_OF_NAME : 0);
	if (!adjacent)
		return 0;
	if (piece->joint == CVD_JOINT_WORD)
		return from == TITLE && to == ORGANIZATION ? JOINED_BY_WORD : -8;
	if (piece->joint == CVD_JOINT_MAYBE)
		return from == TITLE && to == ORGANIZATION ? JOINED_MAYBE : JOINED_OTHERWISE;
	return 0;
}

/* `**Engineer – Platform** – Nordlys`: who employs stands outside of the strong words, so that a dash in
 * them parts nothing. */
static bool holds_title(enum profile profile, const struct cvd_piece *const *pieces, size_t count,
			size_t i)
{
	const unsigned named = CVD_WORD_TITLE | CVD_WORD_DEGREE | CVD_WORD_SCHOOL | CVD_WORD_COMPANY;
	const struct cvd_piece *next = i + 1 < count ? pieces[i + 1] : NULL;

	return (profile == WORK || profile == STUDY) && i == 1 && next &&
	       cvd_labels_follows_dash(pieces[i]) &&
	       (pieces[0]->style & pieces[1]->style & CVD_SPAN_STRONG) &&
	       !(next->style & CVD_SPAN_STRONG) && next->block == pieces[1]->block &&
	       next->row == pieces[1]->row && !next->inner &&
	       !(next->words.whole & (CVD_WORD_PLACE | CVD_WORD_TERMS | CVD_WORD_TITLE)) &&
	       !(pieces[1]->words.any & named);
}

/* Plain words behind the strong ones of the piece: who made the thing stands there. */
static bool goes_on_outside(const struct cvd_piece *const *pieces, size_t count, size_t i)
{
	const struct cvd_piece *piece = pieces[i];

	while (i + 1 < count && (pieces[i]->style & CVD_SPAN_STRONG))
		i++;
	return (piece->style & CVD_SPAN_STRONG) && !(pieces[i]->style & CVD_SPAN_STRONG) &&
	       pieces[i]->block == piece->block && pieces[i]->row == piece->row &&
	       !pieces[i]->inner;
}

/* `**Manager, Site Reliability**` below its employer: what the post is about. */
static bool follows_post(enum profile profile, const struct cvd_piece *const *pieces, size_t i)
{
	const struct cvd_piece *piece = pieces[i], *last = pieces[i - 1];

	return profile == WORK && pieces[0]->above && !last->above && !piece->inner &&
	       piece->joint == CVD_JOINT_COMMA && piece->block == last->block &&
	       (piece->style & last->style & CVD_SPAN_STRONG) &&
	       (last->words.any & CVD_WORD_TITLE) &&
	       !(piece->words.whole & (CVD_WORD_PLACE | CVD_WORD_TERMS));
}

/* The piece and the one in front stand in the same strong or linked words, which name a work. */
static bool is_one_span(enum profile profile, const struct cvd_piece *const *pieces, size_t count,
			size_t i)
{
	const int styles = CVD_SPAN_STRONG | CVD_SPAN_LINK;

	if (holds_title(profile, pieces, count, i) || follows_post(profile, pieces, i))
		return true;
	if ((profile != PAPER && profile != PROJECT) ||
	    !(pieces[i]->style & pieces[i - 1]->style & styles))
		return false;
	return pieces[i]->joint == CVD_JOINT_COMMA ||
	       ((pieces[i]->joint == CVD_JOINT_COLON || pieces[i]->joint == CVD_JOINT_PAREN) &&
		goes_on_outside(pieces, count, i));
}

/* `BSc, Ashford University, Physics`: a degree and its field, parted by the school. */
static bool is_rest_of_degree(enum profile profile, const struct cvd_piece *piece)
{
	return profile == STUDY && !piece->inner &&
	       (piece->words.any & (CVD_WORD_DEGREE | CVD_WORD_STUDY));
}

/* What leads to a piece: for each set of fields in use and each label of the piece, the best way there.
 * Most are never reached, so only those are looked at and set. */
struct column {
	uint8_t reached[USED]; /* labels */
	struct state states[USED][LABELS];
};

/* Points for each label of the piece behind each label of the one in front. */
struct steps {
	int points[LABELS][LABELS]; /* with what speaks for the label itself */
	uint8_t goes_on[LABELS];    /* labels that the two may share though a field is told once */
	uint8_t named;              /* the label that the piece is said to have, or none */
	bool rest_of_degree;
};

static void make_steps(struct steps *steps, enum profile profile,
		       const struct cvd_piece *const *pieces, const points *weights, size_t count,
		       size_t i, bool adjacent)
{
	bool in_title = is_one_span(profile, pieces, count, i);

	for (int from = 0; from < LABELS; from++)
		for (int to = 0; to < LABELS; to++) {
			bool goes_on;
			int value = weights[i][to] + step(profile, pieces[i], adjacent, in_title,
							  from, to, &goes_on);

			if (goes_on) {
				steps->goes_on[from] |= (uint8_t)(1 << to);
				value -= repeated(profile, pieces[i]->joint, to, weights[i][to]);
			}
			steps->points[from][to] = value;
		}
}

static void reach(struct column *column, int used, int label, int value, int from, int before)
{
	struct state *state = &column->states[used][label];

	if ((column->reached[used] & (1 << label)) && value <= state->points)
		return;
	column->reached[used] |= (uint8_t)(1 << label);
	*state = (struct state){value, (uint8_t)from, (uint8_t)before};
}

/* From one state of the column in front to all of the piece's. */
static void go_on(struct column *column, const struct steps *steps, int before, int from, int so_far)
{
	const int *gains = steps->points[from];
	int labels = steps->named;

	if (!labels) {
		labels = (((1 << LABELS) - 1) & ~before) | steps->goes_on[from];
		if (steps->rest_of_degree && !(labels & 1 << TITLE))
			reach(column, before, TITLE, so_far + gains[TITLE] + REST_OF_DEGREE, from,
			      before);
	}
	for (int to = 0; labels >> to; to++)
		if (labels >> to & 1)
			reach(column, (before | 1 << to) & (USED - 1), to, so_far + gains[to], from,
			      before);
}

static int points_of_missing(enum profile profile, int used)
{
	int value = used & (1 << TITLE | 1 << ORGANIZATION) ? 0 : NAMELESS;

	for (int field = 0; field < DETAIL; field++)
		if (!(used & (1 << field)))
			value += missing[profile][field];
	return value;
}

static void decode(const struct cvd_piece *const *pieces, const points *weights, size_t count,
		   enum profile profile, const bool *adjacent, uint8_t *labels)
{
	struct column columns[PIECES];
	int best = IMPOSSIBLE, best_used = 0, best_label = DETAIL;

	for (size_t i = 0; i < count; i++) {
		int named = named_label(profile, pieces[i]);
		struct steps steps = {.named = (uint8_t)(named == LABELS ? 0 : 1 << named),
				      .rest_of_degree = is_rest_of_degree(profile, pieces[i])};

		memset(columns[i].reached, 0, sizeof columns[i].reached);
		if (!i) {
			memcpy(steps.points[0], weights[0], sizeof steps.points[0]);
			go_on(&columns[0], &steps, 0, 0, 0);
			continue;
		}
		make_steps(&steps, profile, pieces, weights, count, i, adjacent[i]);
		for (int used = 0; used < USED; used++)
			for (int from = 0; columns[i - 1].reached[used] >> from; from++)
				if (columns[i - 1].reached[used] >> from & 1)
					go_on(&columns[i], &steps, used, from,
					      columns[i - 1].states[used][from].points);
	}
	for (int used = 0; used < USED; used++) {
		uint8_t reached = columns[count - 1].reached[used];
		int lacks = reached ? points_of_missing(profile, used) : 0;

		for (int label = 0; reached >> label; label++) {
			int value = columns[count - 1].states[used][label].points + lacks;

			if (!(reached >> label & 1) || value <= best)
				continue;
			best = value;
			best_used = used;
			best_label = label;
		}
	}
	for (size_t i = count; i-- > 0;) {
		const struct state *state = &columns[i].states[best_used][best_label];

		labels[i] = (uint8_t)best_label;
		best_label = state->label;
		best_used = state->before;
	}
}

/* Two capitals behind a comma. */
static bool is_country_code(const struct cvd_piece *piece)
{
	struct cvd_str text = piece->text;

	return piece->joint == CVD_JOINT_COMMA && text.len == 2 && text.ptr[0] >= 'A' &&
	       text.ptr[0] <= 'Z' && text.ptr[1] >= 'A' && text.ptr[1] <= 'Z';
}

/* In the parentheses of a date or behind it, and it says nothing of itself: `(2019 – 2020, on and off)`,
 * `2019 (on and off)`. */
static bool stands_by_date(const struct cvd_header *header, const struct cvd_piece *piece)
{
	const unsigned naming = CVD_WORD_TITLE | CVD_WORD_DEGREE | CVD_WORD_SCHOOL |
				CVD_WORD_COMPANY | CVD_WORD_PLACE | CVD_WORD_TEAM;

	return piece->inner && piece > header->pieces && piece[-1].dated &&
	       (piece[-1].inner || begins_small(piece->text)) && piece[-1].block == piece->block &&
	       piece[-1].row == piece->row && !(piece->words.any & naming);
}

/* `nordlys.example`: one word with a small ending behind a full stop; no `Node.js`. */
static bool is_domain(struct cvd_str text)
{
	size_t dot = SIZE_MAX;

	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];

		if (c == '.')
			dot = i;
		else if (!(c >= '0' && c <= '9') && !((c | 32) >= 'a' && (c | 32) <= 'z') &&
			 c != '-')
			return false;
		else if (dot != SIZE_MAX && !(c >= 'a' && c <= 'z'))
			return false;
	}
	return dot != SIZE_MAX && dot > 1 && text.len - dot > 2 &&
	       !cvd_str_ends_with(text, CVD_STR(".js"));
}

/* A part of a school, `Faculty of Law`, beside the school itself. */
static bool is_unit_of_school(const struct cvd_header *header, const struct cvd_piece *piece)
{
	static const char *const units[] = {"School of",   "Faculty",  "Department", "College of",
					    "Facult",      "Facultad", "Faculdade",  "Fakultät",
					    "Fachbereich", "Facoltà",  "Факультет",  "факультет",
					    "Кафедра",     "кафедра"};

	if (piece->joint != CVD_JOINT_COMMA || piece == header->pieces || piece[-1].dated ||
	    !(piece[-1].words.any & CVD_WORD_SCHOOL))
		return false;
	for (size_t i = 0; i < sizeof units / sizeof *units; i++)
		if (cvd_str_find(piece->text, cvd_str_from(units[i]), 0) != SIZE_MAX)
			return true;
	return false;
}

/* `Engineer – Freelance`: for whom somebody works whose header has but the post beside it and perhaps a
 * place; in parentheses or beside an employer it says on what terms. */
static bool is_own_master(const struct cvd_header *header, const struct cvd_piece *piece)
{
	static const char *const words[] = {"freelance",     "freelancer",    "self-employed",
					    "selbstständig", "selbständig",   "freiberuflich",
					    "indépendant",   "indépendante",  "autónomo",
					    "autônomo",      "self employed", "фриланс"};
	bool known = false;
	size_t posts = 0, others = 0;

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		known |= cvd_str_equal_ascii_nocase(piece->text, cvd_str_from(words[i]));
	if (!known || piece->inner)
		return false;
	for (size_t i = 0; i < header->piece_count; i++) {
		const struct cvd_piece *other = &header->pieces[i];

		if (other == piece || !is_name(other) || other->inner ||
		    (other->words.whole & CVD_WORD_PLACE))
			continue;
		posts += (other->words.any & CVD_WORD_TITLE) != 0;
		others += !(other->words.any & CVD_WORD_TITLE);
	}
	return posts ? !others : others == 1;
}

/* Points of the piece with those of its siblings. */
static void weigh_in_place(struct cvd_labels *labels, points result, enum profile profile,
			   const struct cvd_header *header, const struct cvd_piece *piece,
			   size_t index, bool lone)
{
	struct slot *slot = find_slot(labels, place_key(profile, piece, lone));
	enum place place = place_of(header, piece, index);
	int named = named_label(profile, piece);

	weigh(result, profile, piece);
	if (is_country_code(piece))
		result[LOCATION] += COUNTRY_CODE;
	if (stands_by_date(header, piece))
		result[DETAIL] += BY_DATE;
	if (lone && profile == WORK && header->piece_count > 1 && !piece->words.any)
		result[ORGANIZATION] += LONE;
	/* `net-loft`: what was made, no employer */
	if (lone && profile == WORK && !piece->words.any && begins_small(piece->text) &&
	    !is_camel(piece->text) && !is_domain(piece->text))
		result[TITLE] += SMALL_NAME;
	if (profile == WORK && is_own_master(header, piece))
		result[ORGANIZATION] += OWN_MASTER;
	if (is_unit_of_school(header, piece))
		result[TEAM] += UNIT;
	if (profile == WORK && is_domain(piece->text))
		result[ORGANIZATION] += DOMAIN;
	for (int label = 0; label < LABELS; label++) {
		if (slot && slot->count > 1 &&
		    !(lone && is_minority(slot) &&
		      (label == TITLE || (label == ORGANIZATION && slot->sum[label] < 0))))
			result[label] += slot->sum[label] * SIBLINGS / (10 * slot->count);
		result[label] += places[profile][place][label];
		if (label == named)
			result[label] += LABELLED;
	}
	if (place == INNER && (is_acronym(piece->text) || is_number(piece->text)))
		result[LOCATION] += NO_PLACE;
	if (place == INNER && is_number(piece->text))
		result[ORGANIZATION] += NO_PLACE;
}

void cvd_labels_decide(struct cvd_labels *labels, const struct cvd_header *header, uint8_t *fields)
{
	enum profile profile = profile_of(header);
	const struct cvd_piece *pieces[PIECES];
	size_t names = count_names(header);
	points weights[PIECES];
	bool adjacent[PIECES];
	uint8_t found[PIECES];
	size_t where[PIECES], count = 0, above = 0; /* above the title of a paper */
	bool titled = false;                        /* by a label */

	for (size_t i = 0; i < header->piece_count; i++)
		titled |= !header->pieces[i].dated &&
			  named_label(profile, &header->pieces[i]) == TITLE;
	for (size_t i = 0; i < header->piece_count; i++) {
		const struct cvd_piece *piece = &header->pieces[i];

		fields[i] = piece->address && names ? CVD_URL : CVD_DETAIL;
		if (piece->dated || count == PIECES || fields[i] == CVD_URL)
			continue;
		where[count] = i;
		pieces[count] = piece;
		adjacent[count] = i > 0 && count > 0 && where[count - 1] == i - 1 &&
				  pieces[count - 1]->block == piece->block;
		weigh_in_place(labels, weights[count], profile, header, piece, count - above,
			       names == 1);
		if (titled && named_label(profile, piece) != TITLE)
			weights[count][TITLE] -= LABELLED_ELSEWHERE;
		above += profile == PAPER && piece->above;
		count++;
	}
	if (!count)
		return;
	decode(pieces, (const points *)weights, count, profile, adjacent, found);
	for (size_t i = 0; i < count; i++)
		fields[where[i]] = (uint8_t)label_fields[found[i]];
}

static void add_to_slot(struct slot *slot, const struct cvd_piece *piece, const points own)
{
	if (!slot)
		return;
	slot->count++;
	slot->titled += (piece->words.any & CVD_WORD_TITLE) != 0;
	for (int label = 0; label < LABELS; label++)
		slot->sum[label] += own[label];
}

/* What stands alone explains others that do, and with them all that stand in its place. */
static void learn(struct cvd_labels *labels, const struct cvd_header *header)
{
	enum profile profile = profile_of(header);
	bool lone = count_names(header) == 1;

	for (size_t i = 0; i < header->piece_count; i++) {
		const struct cvd_piece *piece = &header->pieces[i];
		points own;

		if (!is_name(piece))
			continue;
		weigh(own, profile, piece);
		add_to_slot(find_slot(labels, place_key(profile, piece, false)), piece, own);
		if (lone)
			add_to_slot(find_slot(labels, place_key(profile, piece, true)), piece, own);
	}
}

struct cvd_labels *cvd_labels_learn(struct cvd_arena *scratch, const struct cvd_header *headers)
{
	struct cvd_labels *labels = cvd_arena_alloc(scratch, sizeof *labels);

	memset(labels, 0, offsetof(struct cvd_labels, slots));
	for (const struct cvd_header *header = headers; header; header = header->next)
		learn(labels, header);
	return labels;
}
