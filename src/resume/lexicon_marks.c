/*
 * Words that stand beside names: legal forms behind a company, labels before a colon, joints between
 * a title and an organization, levels behind a skill. Labels and languages are found whole or not at
 * all. A level may be put together of rows and numbers, as long as nothing else stands in it; where
 * there are no words it may be drawn.
 *
 * Joints are compared where they stand, byte by byte, as they are asked for at every space: a small
 * initial of ASCII also matches its capital, what follows must be as in the table, so that `at The`
 * leaves the article to the name.
 */
#include "lexicon_tables.h"

#include "base/text.h"

#include <string.h>

#define MAX_LABEL_BYTES 80
#define MAX_LEVEL_BYTES 120

/* --- legal forms ------------------------------------------------------------------------------ */

/* By their first byte, with the bit off that makes a letter small. */
static const char *const *const legal_forms[256] = {
	['(' & ~0x20] = (const char *const[]){"(株)", NULL},
	['A'] = (const char *const[]){"AG", "AB", "AS", "A/S", "ASA", "ApS", "a.s", NULL},
	['B'] = (const char *const[]){"B.V", "BV", NULL},
	['C'] = (const char *const[]){"Co", "Corp", "Corporation", "Company", NULL},
	['D'] = (const char *const[]){"d.o.o", NULL},
	['E'] = (const char *const[]){"e.V", "e.K", "EURL", "EIRELI", NULL},
	['G'] = (const char *const[]){"GmbH", "gGmbH", NULL},
	['I'] = (const char *const[]){"Inc", "Incorporated", NULL},
	['K'] = (const char *const[]){"KG", "KGaA", "Kft", "K.K", "KK", NULL},
	['L'] = (const char *const[]){"LLC", "L.L.C", "Ltd", "Limited", "LLP", "LP", "Ltda", NULL},
	['M'] = (const char *const[]){"mbH", NULL},
	['N'] = (const char *const[]){"N.V", "NV", NULL},
	['O'] = (const char *const[]){"OHG", "Oy", "Oyj", "OOO", NULL},
	['P'] = (const char *const[]){"PLC", "P.L.C", "Pty", "Pvt", "Pte", NULL},
	['S'] = (const char *const[]){"SE",    "S.A",   "SA",        "S.A.S",   "SAS",
				      "SASU",  "SARL",  "S.A.R.L",   "S.L",     "SL",
				      "S.L.U", "SLU",   "S.r.l",     "SRL",     "S.p.A",
				      "SpA",   "s.r.o", "Sp. z o.o", "Sdn Bhd", NULL},
	['T'] = (const char *const[]){"Tbk", NULL},
	['U'] = (const char *const[]){"UG", NULL},
	['V'] = (const char *const[]){"VOF", NULL},
	['Z'] = (const char *const[]){"Zrt", NULL},
	[0xc6] = (const char *const[]){"株式会社", NULL},
	[0xd0] = (const char *const[]){"ООО", "АО", "ЗАО", "ОАО", "ПАО", "ИП", NULL},
};

size_t cvd_lexicon_legal_form(struct cvd_str text)
{
	const char *const *row = text.len ? legal_forms[(unsigned char)text.ptr[0] & ~0x20] : NULL;

	for (; row && *row; row++) {
		struct cvd_str form = cvd_str_from(*row);

		if (cvd_str_equal_ascii_nocase(cvd_str_sub(text, 0, form.len), form) &&
		    (text.len == form.len || strchr(" .,)", text.ptr[form.len])))
			return form.len;
	}
	return 0;
}

/* --- labels and languages --------------------------------------------------------------------- */

static const struct cvd_row *find_whole(const struct cvd_table *table, struct cvd_arena *scratch,
					struct cvd_str text)
{
	struct cvd_key key;

	if (text.len > MAX_LABEL_BYTES || !cvd_table_may_begin(table, text))
		return NULL;
	key = cvd_key_make(scratch, text, MAX_LABEL_BYTES);
	return key.len ? cvd_table_find(table, key.text) : NULL;
}

enum cvd_label cvd_lexicon_label(struct cvd_arena *scratch, struct cvd_str text)
{
	const struct cvd_row *row = find_whole(&cvd_labels, scratch, text);

	return row ? (enum cvd_label)row->value : CVD_LABEL_NONE;
}

/* Words of which those that only name a link consist: what it leads to, and what stands beside that. */
/* clang-format off */
static const struct {
	const char *word;
	bool beside;
} link_words[] = {
	{"a", true}, {"al", true}, {"anzeigen", false}, {"app", true}, {"aqui", false},
	{"au", true}, {"badge", false}, {"certificado", false}, {"certificat", false},
	{"certificate", false}, {"certificato", false}, {"certificates", false},
	{"code", false}, {"codigo", false}, {"credential", false}, {"credentials", false},
	{"da", true}, {"de", true}, {"del", true}, {"demo", false}, {"deploy", false},
	{"deployed", true}, {"deployment", false}, {"do", true}, {"du", true},
	{"enlace", false}, {"fonte", true}, {"fuente", true}, {"github", false},
	{"gitlab", false}, {"here", false}, {"hier", false}, {"ici", false}, {"it", true},
	{"le", true}, {"lien", false}, {"link", false}, {"links", false}, {"live", true},
	{"more", true}, {"nachweis", false}, {"o", true}, {"of", true}, {"on", true},
	{"open", true}, {"page", true}, {"para", true}, {"preview", false}, {"project", true},
	{"projekt", true}, {"projet", true}, {"proyecto", true}, {"repo", false},
	{"repositorio", false}, {"repository", false}, {"see", true}, {"show", true},
	{"site", false}, {"source", false}, {"sources", false}, {"the", true}, {"to", true},
	{"try", true}, {"url", false}, {"ver", true}, {"verify", false}, {"view", true},
	{"visit", true}, {"voir", true}, {"web", true}, {"website", false},
	{"zertifikat", false}, {"zum", true}, {"zur", true}, {"код", false},
	{"посмотреть", true}, {"сертификат", false}, {"ссылка", false},
};
/* clang-format on */

#define LINK_WORDS 5

bool cvd_lexicon_names_link(struct cvd_arena *scratch, struct cvd_str text)
{
	struct cvd_key key = cvd_key_make(scratch, text, MAX_LABEL_BYTES);
	const struct cvd_row *row = key.len ? cvd_table_find(&cvd_labels, key.text) : NULL;
	bool named = false;

	if (row)
		return row->value == CVD_LABEL_URL || row->value == CVD_LABEL_PROFILE;
	if (!key.len || key.len > LINK_WORDS)
		return false;
	for (size_t i = 0; i < key.len; i++) {
		struct cvd_str word = cvd_str_sub(key.text, key.units[i].at, key.units[i].end);
		size_t at = 0, count = sizeof link_words / sizeof *link_words;

		while (at < count && !cvd_str_equal(word, cvd_str_from(link_words[at].word)))
			at++;
		if (at == count)
			return false;
		named |= !link_words[at].beside;
	}
	return named;
}

bool cvd_lexicon_is_language(struct cvd_arena *scratch, struct cvd_str text)
{
	return find_whole(&cvd_languages, scratch, text) != NULL;
}

/* --- joints ----------------------------------------------------------------------------------- */

struct joint {
	const char *words;
	bool weak;
};

/* By their first byte, longer ones before those that they begin with. */
static const struct joint *const joints[256] = {
	['@'] = (const struct joint[]){{"@", false}, {0}},
	['a'] = (const struct joint[]){{"at the", false},
				       {"at", false},
				       {"au sein de", false},
				       {"au sein du", false},
				       {"auprès de", false},
				       {"an der", true},
				       {"am", true},
				       {"au", true},
				       {0}},
	['b'] = (const struct joint[]){{"bei der", false},
				       {"bei dem", false},
				       {"bei", false},
				       {"beim", false},
				       {"bij de", false},
				       {"bij het", false},
				       {"bij", false},
				       {0}},
	['c'] = (const struct joint[]){{"chez", false}, {0}},
	['d'] = (const struct joint[]){{"da", true}, {"do", true}, {"dans", true}, {0}},
	['e'] = (const struct joint[]){{"en la empresa", false}, {"en", true}, {"em", true}, {0}},
	['f'] = (const struct joint[]){{"for", true}, {"für", true}, {"fuer", true}, {0}},
	['i'] = (const struct joint[]){{"im", true}, {0}},
	['n'] = (const struct joint[]){{"na empresa", false}, {"na", true}, {"no", true}, {0}},
	['p'] = (const struct joint[]){{"presso", false},
				       {"para", true},
				       {"por", true},
				       {"pour", true},
				       {"per", true},
				       {0}},
	['s'] = (const struct joint[]){{"sur", true}, {0}},
	['v'] = (const struct joint[]){{"voor", true}, {0}},
	['w'] = (const struct joint[]){{"with", true}, {0}},
	[0xc3] = (const struct joint[]){{"à", true}, {0}},
	[0xd0] = (const struct joint[]){{"в компании", false},
					{"в компанию", false},
					{"в", true},
					{"во", true},
					{"для", true},
					{0}},
	[0xef] = (const struct joint[]){{"＠", false}, {0}},
};

/* An `@` without spaces, before a capital and outside an address. */
static bool is_glued_mark(struct cvd_str text, size_t at)
{
	size_t pos = at + 1;

	if (at + 1 >= text.len || text.ptr[at] != '@' || at == 0 || text.ptr[at + 1] < 'A' ||
	    text.ptr[at + 1] > 'Z')
		return false;
	while (pos < text.len && text.ptr[pos] != ' ' && text.ptr[pos] != '\n') {
		if (text.ptr[pos] == '.' && pos + 1 < text.len && text.ptr[pos + 1] >= 'a' &&
		    text.ptr[pos + 1] <= 'z')
			return false;
		pos++;
	}
	return true;
}

static bool is_space(struct cvd_str text, size_t at)
{
	return text.ptr[at] == ' ' || text.ptr[at] == '\t' || text.ptr[at] == '\n';
}

static const struct joint *joint_at(struct cvd_str text, size_t at)
{
	char first;

	if (at >= text.len || (at > 0 && !is_space(text, at - 1)))
		return NULL;
	first = text.ptr[at];
	if (first >= 'A' && first <= 'Z')
		first = (char)(first - 'A' + 'a');
	for (const struct joint *joint = joints[(unsigned char)first]; joint && joint->words;
	     joint++) {
		struct cvd_str words = cvd_str_from(joint->words);

		if (at + words.len < text.len && is_space(text, at + words.len) &&
		    memcmp(text.ptr + at + 1, words.ptr + 1, words.len - 1) == 0)
			return joint;
	}
	return NULL;
}

size_t cvd_lexicon_joint(struct cvd_str text, size_t at, bool *mark)
{
	const struct joint *joint = joint_at(text, at);

	*mark = false;
	if (joint) {
		*mark = joint->words[0] == '@' ||
			cvd_str_equal(cvd_str_from(joint->words), CVD_STR("＠"));
		return cvd_str_from(joint->words).len;
	}
	*mark = is_glued_mark(text, at);
	return *mark ? 1 : 0;
}

bool cvd_lexicon_joint_is_weak(struct cvd_str text, size_t at)
{
	const struct joint *joint = joint_at(text, at);

	return joint && joint->weak;
}

/* --- levels ----------------------------------------------------------------------------------- */

/* Stars, circles, squares and blocks, filled and empty, and what stands between them. */
static bool is_drawn(struct cvd_str text)
{
	static const struct {
		uint32_t first, last;
	} marks[] = {
		{0x2580, 0x25ff},   {0x2605, 0x2606}, {0x2610, 0x2612}, {0x26aa, 0x26ab},
		{0x2b1b, 0x2b1c},   {0x2b50, 0x2b50}, {0x2b24, 0x2b24}, {0x1f311, 0x1f318},
		{0x1f7e0, 0x1f7eb}, {0x2729, 0x2730}, {0xfe0e, 0xfe0f}, {0x1f31f, 0x1f31f},
	};
	size_t count = 0;

	for (size_t pos = 0; pos < text.len;) {
		uint32_t code_point = cvd_utf8_next(text, &pos);
		bool known = false;

		if (code_point < 0x80) {
			if (!strchr(" []()/|*", (int)code_point) || !code_point)
				return false;
			continue;
		}
		for (size_t i = 0; i < sizeof marks / sizeof *marks && !known; i++)
			known = code_point >= marks[i].first && code_point <= marks[i].last;
		if (!known)
			return false;
		count++;
	}
	return count > 1;
}

bool cvd_lexicon_is_level(struct cvd_arena *scratch, struct cvd_str text)
{
	struct cvd_key key;
	bool name = false, exam = false, unit = false, year = false, share = false;
	size_t numbers = 0, units;

	if (text.len && (text.ptr[0] < '0' || text.ptr[0] > '9') &&
	    !cvd_table_may_begin(&cvd_levels, text))
		return false;
	key = cvd_key_make(scratch, text, MAX_LEVEL_BYTES);
	if (!key.len)
		return text.len <= MAX_LEVEL_BYTES && is_drawn(text);
	for (size_t i = 0; i < key.len; i += units) {
		const struct cvd_row *row = cvd_table_longest(&cvd_levels, &key, i, &units);
		struct cvd_str word = cvd_str_sub(key.text, key.units[i].at, key.units[i].end);

		if (row) {
			name = name || row->value == CVD_LEVEL_NAME;
			exam = exam || row->value == CVD_LEVEL_EXAM;
			unit = unit || row->value == CVD_LEVEL_UNIT;
			continue;
		}
		units = 1;
		if (!key.units[i].number)
			return false;
		numbers++;
		year = year || word.len > 3;
		share = share || word.ptr[word.len - 1] == '%';
	}
	if (numbers == 2 && cvd_str_find_char(text, '/', 0) != SIZE_MAX)
		share = true;
	return name || exam || ((unit || share) && numbers && !year);
}
