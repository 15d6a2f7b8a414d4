/*
 * Titles of sections. The longest rows are laid over the title from its beginning; what they leave
 * is unknown. The first subject names the section (`Awards & Certifications`), unless another
 * follows it without a joint or comma between: then the last of them does, as English, German and
 * the languages without spaces put the head of a phrase (`Project Experience`). Where that is wrong,
 * and where Romance titles have no joint, the phrase is a row of its own.
 *
 * Adding a language is adding rows to lexicon_*.c.
 */
#include "lexicon.h"

#include "lexicon_tables.h"

/* A longer title is a sentence; what it mentions does not name it. */
#define MAX_TITLE_BYTES 200
#define MAX_TITLE_WORDS 6
#define MAX_TITLE_CHARACTERS 24 /* of a script without spaces */

/* What the rows that lie over a title say so far. */
struct subject {
	unsigned value;  /* of the row that names the section */
	bool found;      /* there is one */
	bool closed;     /* what follows cannot replace it */
	bool document;   /* a row names the document */
	unsigned known;  /* units under rows, joints aside */
	unsigned others; /* units under none, numbers aside */
};

static const struct cvd_row *section_row(const struct cvd_key *key, size_t unit, size_t *units)
{
	bool ascii = (unsigned char)key->text.ptr[key->units[unit].at] < 0x80;

	return cvd_table_longest(ascii ? &cvd_sections_latin : &cvd_sections_other, key, unit,
				 units);
}

static void read_row(struct subject *subject, unsigned value, size_t units)
{
	unsigned type = value & ~(unsigned)CVD_TITLE_FLAGS;
	bool weak = value & CVD_TITLE_WEAK;

	if (type == CVD_TITLE_JOINT) {
		subject->closed = subject->found;
		return;
	}
	subject->known += (unsigned)units;
	if (type == CVD_TITLE_QUALIFIER)
		return;
	if (type == CVD_TITLE_DOCUMENT) {
		subject->document = true;
		return;
	}
	if (subject->found && (weak || (subject->closed && !(subject->value & CVD_TITLE_WEAK))))
		return;
	subject->found = true;
	subject->closed = false;
	subject->value = value;
}

static struct subject read_subject(const struct cvd_key *key)
{
	struct subject subject = {0};
	size_t words = 0, characters = 0, units;

	for (size_t i = 0; i < key->len; i += units) {
		const struct cvd_row *row = section_row(key, i, &units);
		const struct cvd_unit *unit = &key->units[i];

		if (unit->first && i > 0 && subject.found)
			subject.closed = true;
		if (!row) {
			units = 1;
			subject.others += !unit->number && !unit->tail;
		} else {
			read_row(&subject, row->value, units);
		}
		if (unit->wide)
			characters += units;
		else if (!row || row->value != CVD_TITLE_JOINT)
			words += units;
	}
	if (words > MAX_TITLE_WORDS || characters > MAX_TITLE_CHARACTERS)
		return (struct subject){0};
	return subject;
}

struct cvd_title_reading cvd_lexicon_section(struct cvd_arena *scratch, struct cvd_str title)
{
	struct cvd_title_reading reading = {.type = CVD_SECTION_OTHER};
	struct cvd_key key = cvd_key_make(scratch, title, MAX_TITLE_BYTES);
	struct subject subject = read_subject(&key);
	unsigned type = subject.value & ~(unsigned)CVD_TITLE_FLAGS;

	reading.document = subject.document && !subject.found && !subject.others;
	reading.rest = subject.known && !subject.found && !subject.others && !subject.document;
	if (!subject.found || subject.others > 2 * subject.known ||
	    (subject.others && subject.value & CVD_TITLE_FLAGS))
		return reading;
	reading.known = true;
	reading.whole = !subject.others;
	reading.summary = type == CVD_TITLE_SUMMARY;
	reading.contact = type == CVD_TITLE_CONTACT;
	if (!reading.summary && !reading.contact)
		reading.type = (enum cvd_section_type)type;
	return reading;
}
