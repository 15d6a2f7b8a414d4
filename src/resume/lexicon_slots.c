/* Writes the slots of the lexicon's tables as C. It runs when cvdiff is built, so that a new row is no
 * more than a row, and reading sets nothing up. */
#include "lexicon_tables.h"

#include <stdio.h>
#include <string.h>

static int write_slots(const char *name, const struct cvd_table *table)
{
	struct cvd_slot slots[CVD_SLOTS] = {0};
	size_t used = 0;

	for (size_t row = 0; row < table->len; row++) {
		const char *words = table->rows[row].words;
		uint32_t stem = cvd_stem(words, strlen(words));
		size_t at = stem % CVD_SLOTS;

		while (slots[at].row && slots[at].tag != stem >> 16)
			at = (at + 1) % CVD_SLOTS;
		if (slots[at].row)
			continue;
		slots[at] = (struct cvd_slot){(uint16_t)(stem >> 16), (uint16_t)(row + 1)};
		used++;
	}
	if (used > CVD_SLOTS * 3 / 4 || table->len >= UINT16_MAX) {
		fprintf(stderr, "%s: make CVD_SLOTS larger\n", name);
		return 1;
	}
	printf("const struct cvd_slot %s_slots[] = {\n", name);
	for (size_t i = 0; i < CVD_SLOTS; i++)
		printf("\t{%d, %d},\n", slots[i].tag, slots[i].row);
	printf("};\n");
	return 0;
}

#define WRITE_SLOTS(table) write_slots(#table, &(table))

int main(void)
{
	printf("#include \"lexicon_tables.h\"\n");
	return WRITE_SLOTS(cvd_words_titles) || WRITE_SLOTS(cvd_words_places) ||
	       WRITE_SLOTS(cvd_words_terms) || WRITE_SLOTS(cvd_words_endings) ||
	       WRITE_SLOTS(cvd_sections_latin) || WRITE_SLOTS(cvd_sections_other) ||
	       WRITE_SLOTS(cvd_labels) || WRITE_SLOTS(cvd_levels) || WRITE_SLOTS(cvd_languages);
}
