/*
 * Ranks by the words of a title, in the languages that the reader knows; adding one is adding a row. Only
 * which of two is higher matters. A word counts where it begins and ends a word; in scripts that are
 * written without spaces, wherever it stands.
 */
#include "rank.h"

#include "base/text.h"

enum rank { TRAINEE, JUNIOR, PLAIN, SENIOR, LEAD, PRINCIPAL, MANAGER, DIRECTOR, CHIEF };

/* In lower case. */
static const struct {
	const char *word;
	enum rank rank;
	bool anywhere;
} words[] = {
	{"intern", TRAINEE, false},
	{"internship", TRAINEE, false},
	{"trainee", TRAINEE, false},
	{"apprentice", TRAINEE, false},
	{"working student", TRAINEE, false},
	{"praktikant", TRAINEE, false},
	{"praktikantin", TRAINEE, false},
	{"werkstudent", TRAINEE, false},
	{"werkstudentin", TRAINEE, false},
	{"stagiaire", TRAINEE, false},
	{"stagiair", TRAINEE, false},
	{"apprenti", TRAINEE, false},
	{"estagiário", TRAINEE, false},
	{"estagiária", TRAINEE, false},
	{"becario", TRAINEE, false},
	{"becaria", TRAINEE, false},
	{"tirocinante", TRAINEE, false},
	{"стажёр", TRAINEE, false},
	{"стажер", TRAINEE, false},
	{"实习", TRAINEE, true},
	{"實習", TRAINEE, true},
	{"インターン", TRAINEE, true},
	{"인턴", TRAINEE, true},
	{"junior", JUNIOR, false},
	{"jr", JUNIOR, false},
	{"assistant", JUNIOR, false},
	{"associate", JUNIOR, false},
	{"júnior", JUNIOR, false},
	{"младший", JUNIOR, false},
	{"初级", JUNIOR, true},
	{"初級", JUNIOR, true},
	{"ジュニア", JUNIOR, true},
	{"주니어", JUNIOR, true},
	{"senior", SENIOR, false},
	{"sr", SENIOR, false},
	{"sênior", SENIOR, false},
	{"sénior", SENIOR, false},
	{"confirmé", SENIOR, false},
	{"старший", SENIOR, false},
	{"高级", SENIOR, true},
	{"高級", SENIOR, true},
	{"资深", SENIOR, true},
	{"シニア", SENIOR, true},
	{"시니어", SENIOR, true},
	{"선임", SENIOR, true},
	{"lead", LEAD, false},
	{"staff", LEAD, false},
	{"leitender", LEAD, false},
	{"leitende", LEAD, false},
	{"teamleiter", LEAD, false},
	{"teamleiterin", LEAD, false},
	{"líder", LEAD, false},
	{"ведущий", LEAD, false},
	{"тимлид", LEAD, false},
	{"リード", LEAD, true},
	{"主任", LEAD, true},
	{"组长", LEAD, true},
	{"책임", LEAD, true},
	{"principal", PRINCIPAL, false},
	{"distinguished", PRINCIPAL, false},
	{"fellow", PRINCIPAL, false},
	{"首席", PRINCIPAL, true},
	{"manager", MANAGER, false},
	{"managerin", MANAGER, false},
	{"head", MANAGER, false},
	{"leiter", MANAGER, false},
	{"leiterin", MANAGER, false},
	{"responsable", MANAGER, false},
	{"gerente", MANAGER, false},
	{"jefe", MANAGER, false},
	{"jefa", MANAGER, false},
	{"responsabile", MANAGER, false},
	{"руководитель", MANAGER, false},
	{"经理", MANAGER, true},
	{"マネージャー", MANAGER, true},
	{"課長", MANAGER, true},
	{"팀장", MANAGER, true},
	{"director", DIRECTOR, false},
	{"direktor", DIRECTOR, false},
	{"direktorin", DIRECTOR, false},
	{"directeur", DIRECTOR, false},
	{"directrice", DIRECTOR, false},
	{"diretor", DIRECTOR, false},
	{"diretora", DIRECTOR, false},
	{"directora", DIRECTOR, false},
	{"direttore", DIRECTOR, false},
	{"директор", DIRECTOR, false},
	{"总监", DIRECTOR, true},
	{"部長", DIRECTOR, true},
	{"chief", CHIEF, false},
	{"cto", CHIEF, false},
	{"ceo", CHIEF, false},
	{"cio", CHIEF, false},
	{"coo", CHIEF, false},
	{"vp", CHIEF, false},
	{"vice president", CHIEF, false},
	{"geschäftsführer", CHIEF, false},
	{"geschäftsführerin", CHIEF, false},
};

/* Letters of any script count as ASCII letters or bytes above. */
static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80;
}

static bool has_word(struct cvd_str text, struct cvd_str word, bool anywhere)
{
	size_t at = cvd_str_find(text, word, 0);

	for (; at != SIZE_MAX; at = cvd_str_find(text, word, at + 1)) {
		size_t end = at + word.len;

		if (anywhere || ((at == 0 || !is_letter(text.ptr[at - 1])) &&
				 (end == text.len || !is_letter(text.ptr[end]))))
			return true;
	}
	return false;
}

int cvd_rank_of(struct cvd_str title)
{
	struct cvd_arena scratch = {0};
	struct cvd_str folded = cvd_text_fold(&scratch, title);
	int best = -1;

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if ((int)words[i].rank > best &&
		    has_word(folded, cvd_str_from(words[i].word), words[i].anywhere))
			best = (int)words[i].rank;
	cvd_arena_free(&scratch);
	return best < 0 ? PLAIN : best;
}
