/* How high a post stands, by the words of its title. */
#include "unit.h"

#include "rank.h"

static int compare(const char *a, const char *b)
{
	int x = cvd_rank_of(cvd_str_from(a)), y = cvd_rank_of(cvd_str_from(b));

	return (x > y) - (x < y);
}

/* Each row climbs; only the order matters. */
START_TEST(ranks_climb)
{
	static const char *const ladders[][9] = {
		{"Engineering Intern", "Junior Engineer", "Engineer", "Senior Engineer",
		 "Staff Engineer", "Principal Engineer", "Engineering Manager",
		 "Director of Engineering", "Chief Engineer"},
		{"Werkstudent", "Bauzeichner", "Senior Bauzeichner", "Teamleiter Bau",
		 "Leiterin Bau", "Direktorin Bau", "Geschäftsführer"},
		{"Stagiaire", "Comptable", "Comptable confirmé", "Responsable comptable",
		 "Directrice comptable"},
		{"Estagiária", "Analista Júnior", "Analista", "Analista Sênior", "Gerente",
		 "Diretora"},
		{"Becario", "Cocinera", "Cocinera Sénior", "Jefa de cocina"},
		{"Стажёр", "Младший инженер", "Инженер", "Старший инженер", "Ведущий инженер",
		 "Руководитель группы", "Директор"},
		{"实习工程师", "初级工程师", "工程师", "高级工程师", "开发组长", "首席工程师",
		 "产品经理", "技术总监"},
		{"インターン", "ジュニアエンジニア", "エンジニア", "シニアエンジニア",
		 "リードエンジニア", "開発課長", "開発部長"},
		{"개발 인턴", "주니어 개발자", "개발자", "시니어 개발자", "책임 개발자", "개발팀장"},
	};

	for (size_t i = 0; i < sizeof ladders / sizeof *ladders; i++)
		for (size_t j = 1; j < 9 && ladders[i][j]; j++)
			ck_assert_msg(compare(ladders[i][j - 1], ladders[i][j]) < 0,
				      "'%s' is not below '%s'", ladders[i][j - 1], ladders[i][j]);
}
END_TEST

START_TEST(the_same_rank)
{
	static const char *const rows[][2] = {
		{"Engineer", "Teacher"},
		{"Engineer", ""},
		{"Senior Engineer", "SENIOR ENGINEER"},
		{"Senior Engineer", "Engineer, Sr."},
		{"Jr. Baker", "Junior Baker"},
		{"Senior Lead Engineer", "Lead Engineer"}, /* the highest counts */
		/* parts of words are no words */
		{"Leadership Coach", "Coach"},
		{"Internal Auditor", "Auditor"},
		{"International Buyer", "Buyer"},
		{"Headhunter", "Hunter"},
		{"Chiefly Baker", "Baker"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		ck_assert_msg(compare(rows[i][0], rows[i][1]) == 0, "'%s', '%s'", rows[i][0],
			      rows[i][1]);
}
END_TEST

UNIT_MAIN("rank", ranks_climb, the_same_rank)
