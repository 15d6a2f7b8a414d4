/* Writes the slots of the lexicon's tables as C. It runs when cvdiff is built, so that a new row is no
 * more than a row, and reading sets nothing up. */
#include "dates_words.h"
#include "lexicon_tables.h"

#include <stdio.h>
#include <string.h>

struct slots {
	struct cvd_slot items[CVD_SLOTS];
	size_t used;
};

static void add_row(struct slots *slots, const char *words, size_t row)
{
	uint32_t stem = cvd_stem(words, strlen(words));
	size_t at = stem % CVD_SLOTS;

	while (slots->items[at].row && slots->items[at].tag != stem >> 16)
		at = (at + 1) % CVD_SLOTS;
	if (slots->items[at].row)
		return;
	slots->items[at] = (struct cvd_slot){(uint16_t)(stem >> 16), (uint16_t)(row + 1)};
	slots->used++;
}

static int write_slots(const char *name, const struct slots *slots, size_t rows)
{
	if (slots->used > CVD_SLOTS * 3 / 4 || rows >= UINT16_MAX) {
		fprintf(stderr, "%s: make CVD_SLOTS larger\n", name);
		return 1;
	}
	printf("const struct cvd_slot %s_slots[] = {\n", name);
	for (size_t i = 0; i < CVD_SLOTS; i++)
		printf("\t{%d, %d},\n", slots->items[i].tag, slots->items[i].row);
	printf("};\n");
	return 0;
}

static int write_table(const char *name, const struct cvd_table *table)
{
	struct slots slots = {0};

	for (size_t row = 0; row < table->len; row++)
		add_row(&slots, table->rows[row].words, row);
	return write_slots(name, &slots, table->len);
}

static int write_dates(void)
{
	struct slots slots = {0};
	size_t row = 0;

	for (const char *words; (words = cvd_date_word_row(row)); row++)
		add_row(&slots, words, row);
	return write_slots("cvd_date_words", &slots, row);
}

#define WRITE_SLOTS(table) write_table(#table, &(table))

int main(void)
{
	printf("#include \"dates_words.h\"\n#include \"lexicon_tables.h\"\n");
	return WRITE_SLOTS(cvd_words_titles) || WRITE_SLOTS(cvd_words_places) ||
	       WRITE_SLOTS(cvd_words_terms) || WRITE_SLOTS(cvd_words_endings) ||
	       WRITE_SLOTS(cvd_sections_latin) || WRITE_SLOTS(cvd_sections_other) ||
	       WRITE_SLOTS(cvd_labels) || WRITE_SLOTS(cvd_levels) || WRITE_SLOTS(cvd_languages) ||
	       write_dates();
}
