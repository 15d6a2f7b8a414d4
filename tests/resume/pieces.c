/*
 * How headers are cut into pieces (pieces.c). Pieces are drawn as text, each in quotes, a date in
 * brackets, with what stands in front of it:
 *
 *     'Engineer' @at 'Nordlys' ( [2019 – 2021])
 *
 * `/` a new line, `|` a mark, `@at` a word that joins and `?en` one that may, `,` a comma, `*` a
 * border of markup, `_` a space, `(` a parenthesis; `)` behind what is in one; `Place:` a label.
 */
#include "unit.h"

#include "pieces.h"

#include "base/buf.h"

#include <stdlib.h>

struct cutting {
	struct cvd_arena scratch;
	struct cvd_reader reader;
	struct cvd_block *block; /* the first of the source */
};

static void cutting_open(struct cutting *cutting, struct cvd_str source)
{
	struct cvd_error error = {0};

	*cutting = (struct cutting){0};
	cutting->reader = (struct cvd_reader){.doc = cvd_document_new(CVD_FORMAT_MARKDOWN),
					      .scratch = &cutting->scratch,
					      .source = source};
	ck_assert_int_eq(cvd_outline_read(&cutting->reader.doc->arena, &cutting->scratch, source,
					  &cutting->reader.outline, &error),
			 CVD_OK);
	cutting->block = cutting->reader.outline.root->first_child;
	ck_assert_ptr_nonnull(cutting->block);
}

static void cutting_close(struct cutting *cutting)
{
	cvd_document_free(cutting->reader.doc);
	cvd_arena_free(&cutting->scratch);
}

static struct cvd_cut cut_all(struct cutting *cutting)
{
	return cvd_pieces_of(&cutting->reader, cutting->block, 0, cutting->block->text.len, false);
}

static void draw(struct cvd_buf *out, const struct cvd_cut *cut)
{
	static const char joints[] = {
		[CVD_JOINT_LINE] = '/',  [CVD_JOINT_MARK] = '|',   [CVD_JOINT_COLON] = ':',
		[CVD_JOINT_WORD] = '@',  [CVD_JOINT_MAYBE] = '?',  [CVD_JOINT_SLASH] = '\\',
		[CVD_JOINT_COMMA] = ',', [CVD_JOINT_BORDER] = '*', [CVD_JOINT_SPACE] = '_',
		[CVD_JOINT_PAREN] = '('};

	for (size_t i = 0; i < cut->count; i++) {
		const struct cvd_piece *piece = &cut->pieces[i];

		if (i || piece->joint != CVD_JOINT_LINE)
			cvd_buf_printf(out, "%s%c%.*s ", i ? " " : "", joints[piece->joint],
				       CVD_STR_ARG(piece->joint_word));
		if (piece->label.len)
			cvd_buf_printf(out, "%.*s: ", CVD_STR_ARG(piece->label));
		cvd_buf_printf(out, piece->dated ? "[%.*s]" : "'%.*s'", CVD_STR_ARG(piece->text));
		if (piece->inner)
			cvd_buf_put(out, ')');
	}
}

static bool is_word_byte(char c)
{
	return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
}

/* No byte in front of `end` is told twice, and each of a word is told once, by a piece, a label or
 * a joint. Only ASCII is looked at. */
static void check_conserved(const struct cvd_block *block, const struct cvd_cut *cut, size_t end)
{
	unsigned char *told = calloc(1, block->text.len + 1);
	size_t twice = 0, lost = 0;

	for (size_t i = 0; i < cut->count; i++) {
		const struct cvd_piece *piece = &cut->pieces[i];
		struct cvd_str parts[] = {piece->text, piece->label, piece->joint_word};

		for (size_t part = 0; part < sizeof parts / sizeof *parts; part++)
			for (size_t at = 0; at < parts[part].len; at++)
				told[parts[part].ptr + at - block->text.ptr]++;
	}
	for (size_t at = 0; at < end; at++) {
		twice += told[at] > 1;
		lost += !told[at] && is_word_byte(block->text.ptr[at]);
	}
	free(told);
	ck_assert_msg(!twice && !lost, "'%.*s': %zu bytes are told twice, %zu are lost",
		      CVD_STR_ARG(block->text), twice, lost);
}

static void check_cut(const char *source, const char *want)
{
	struct cutting cutting;
	struct cvd_buf drawn = {0};
	struct cvd_cut cut;

	cutting_open(&cutting, cvd_str_from(source));
	cut = cut_all(&cutting);
	draw(&drawn, &cut);
	assert_text(cvd_buf_str(&drawn), want);
	check_conserved(cutting.block, &cut, cutting.block->text.len);
	cvd_buf_free(&drawn);
	cutting_close(&cutting);
}

#define CHECK_ROWS(rows)                                                                           \
	for (size_t row = 0; row < sizeof(rows) / sizeof *(rows); row++)                           \
	check_cut((rows)[row][0], (rows)[row][1])

START_TEST(marks_part)
{
	static const char *const rows[][2] = {
		{"### Engineer | Nordlys | Oslo\n", "'Engineer' | 'Nordlys' | 'Oslo'"},
		{"### Engineer · Nordlys • Oslo\n", "'Engineer' | 'Nordlys' | 'Oslo'"},
		{"### Engineer - Nordlys – Oslo — 2019\n",
		 "'Engineer' | 'Nordlys' | 'Oslo' | [2019]"},
		{"### Nordlys: Engineer\n", "'Nordlys' : 'Engineer'"},
		{"### Nordlys; Engineer\n", "'Nordlys' | 'Engineer'"},
		{"### Engineer｜Nordlys\n", "'Engineer' | 'Nordlys'"},
		/* parts of words */
		{"### Co-Founder\n", "'Co-Founder'"},
		{"### Client/Server Engineer\n", "'Client/Server Engineer'"},
		{"### Engineer / Diver\n", "'Engineer' \\ 'Diver'"},
		{"### Head of R&D\n", "'Head of R&D'"},
		{"### Building 12:30\n", "'Building 12:30'"},
		{"### Nordlys.io\n", "'Nordlys.io'"},
		{"### Engineer |\n", "'Engineer'"},
		{"### | Engineer ||| Nordlys |\n", "'Engineer' | 'Nordlys'"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(words_join)
{
	static const char *const rows[][2] = {
		{"### Engineer at Nordlys\n", "'Engineer' @at 'Nordlys'"},
		{"### Engineer @ Nordlys\n", "'Engineer' @ 'Nordlys'"},
		{"### Engineer @Nordlys\n", "'Engineer' @ 'Nordlys'"},
		{"### Ingenieurin bei Nordlys\n", "'Ingenieurin' @bei 'Nordlys'"},
		{"### Ingénieur chez Nordlys\n", "'Ingénieur' @chez 'Nordlys'"},
		{"### Ingeniero en Nordlys\n", "'Ingeniero' ?en 'Nordlys'"},
		{"### Инженер в компании Вымпел\n", "'Инженер' @в компании 'Вымпел'"},
		/* part of a name or of an address */
		{"### ada@nordlys.example\n", "'ada@nordlys.example'"},
		{"### Cat Nordlys\n", "'Cat Nordlys'"},
		{"### Look at\n", "'Look at'"},
		{"### Casa en la Playa\n", "'Casa en la Playa'"},
		/* the organization alone */
		{"### at Nordlys\n", "at: 'Nordlys'"},
		{"### @ Nordlys\n", "@: 'Nordlys'"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(commas_may_part)
{
	static const char *const rows[][2] = {
		{"### Engineer, Nordlys, Oslo\n", "'Engineer' , 'Nordlys' , 'Oslo'"},
		{"### 株式会社あおば、東京\n", "'株式会社あおば' , '東京'"},
		{"### 工程师，北极光，上海\n", "'工程师' , '北极光' , '上海'"},
		{"### 株式会社あおば 設計部 主任\n", "'株式会社あおば' _ '設計部' _ '主任'"},
		{"### 株式会社あおば　主任\n", "'株式会社あおば' _ '主任'"},
		/* legal forms and numbers */
		{"### Nordlys, Inc., Oslo\n", "'Nordlys, Inc.' , 'Oslo'"},
		{"### Raised 1,000 chickens\n", "'Raised 1,000 chickens'"},
		{"### 한빛 주식회사 연구원\n", "'한빛 주식회사 연구원'"},
		{"### Engineer,\n", "'Engineer'"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(parentheses)
{
	static const char *const rows[][2] = {
		{"### Nordlys (Oslo, Norway)\n", "'Nordlys' ( 'Oslo') , 'Norway')"},
		{"### Nordlys (formerly Fjord) Engineer\n",
		 "'Nordlys' ( 'formerly Fjord') , 'Engineer'"},
		{"### Nordlys(2019 – 2021)\n", "'Nordlys' , [2019 – 2021])"},
		{"### 株式会社あおば（東京）\n", "'株式会社あおば' ( '東京')"},
		{"### Engineer [Remote] 2019 - 2021\n", "'Engineer' ( 'Remote') , [2019 - 2021]"},
		{"### Engineer (2019 – 2021, part-time)\n",
		 "'Engineer' , [2019 – 2021]) , 'part-time')"},
		/* of words */
		{"### Entwickler(in)\n", "'Entwickler(in)'"},
		{"### (주)달빛\n", "'(주)달빛'"},
		{"### (Senior) Engineer\n", "'(Senior) Engineer'"},
		/* not closed, not opened, empty */
		{"### Engineer (Oslo\n", "'Engineer (Oslo'"},
		{"### Engineer) Oslo\n", "'Engineer) Oslo'"},
		{"### Engineer () Oslo\n", "'Engineer' , 'Oslo'"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(labels)
{
	static const char *const rows[][2] = {
		{"### Position: Engineer\n", "Position: 'Engineer'"},
		{"### Company: Nordlys, Location: Oslo\n", "Company: 'Nordlys' / Location: 'Oslo'"},
		{"### Company: Nordlys | Location: Oslo\n", "Company: 'Nordlys' / Location:"
							    " 'Oslo'"},
		{"### Zeitraum: 2019 – 2021\n", "Zeitraum: [2019 – 2021]"},
		{"### 会社名：株式会社あおば\n", "会社名: '株式会社あおば'"},
		{"### **Ort**: Oslo\n", "Ort: 'Oslo'"},
		/* nothing behind it, or no label */
		{"### Location:\n", "'Location'"},
		{"### Nordlys: Location\n", "'Nordlys' : 'Location'"},
		{"### Tidewatch: a tide table\n", "'Tidewatch' : 'a tide table'"},
		{"### Team: Buoys\n", "Team: 'Buoys'"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(dates_part)
{
	static const char *const rows[][2] = {
		{"### Engineer 2019 – 2021\n", "'Engineer' , [2019 – 2021]"},
		{"### 2019 – 2021 Engineer\n", "[2019 – 2021] , 'Engineer'"},
		{"### Engineer, May 2019 to June 2021, Oslo\n",
		 "'Engineer' , [May 2019 to June 2021] , 'Oslo'"},
		{"### Since 2019: Engineer\n", "[Since 2019] : 'Engineer'"},
		{"### Engineer (2019 - 2020, 2022 - 2023)\n",
		 "'Engineer' , [2019 - 2020]) , [2022 - 2023])"},
		{"### 2018年4月〜現在 株式会社あおば\n", "[2018年4月〜現在] , '株式会社あおば'"},
		{"### 2015년 3월 ~ 현재 한빛\n", "[2015년 3월 ~ 현재] , '한빛'"},
		{"### Engineer, 2019\n", "'Engineer' , [2019]"},
		{"### Engineer May 2019\n", "'Engineer' , [May 2019]"},
		/* a year in a name, amounts, versions */
		{"### Expo 2020 Guide\n", "'Expo 2020 Guide'"},
		{"### Vision 2030 Office\n", "'Vision 2030 Office'"},
		{"### Engineer for 2000 boats\n", "'Engineer' ?for '2000 boats'"},
		{"### Nordlys 1.2019.4\n", "'Nordlys 1.2019.4'"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(markup_may_part)
{
	static const char *const rows[][2] = {
		{"**Engineer** Nordlys\n", "'Engineer' * 'Nordlys'"},
		{"**Engineer**, *Nordlys*\n", "'Engineer' , 'Nordlys'"},
		{"[Nordlys](https://nordlys.example) Engineer\n", "'Nordlys' * 'Engineer'"},
		{"**Engineer** *Nordlys* `2019`\n", "'Engineer' * 'Nordlys' , [2019]"},
		{"**Engineer, Pumps** | Nordlys\n", "'Engineer' , 'Pumps' | 'Nordlys'"},
		/* in the middle of a word, and around a separator */
		{"**En**gineer\n", "'Engineer'"},
		{"**Engineer |** Nordlys\n", "'Engineer' | 'Nordlys'"},
		{"`a, b | c`\n", "'a, b | c'"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(quotes_hold_together)
{
	static const char *const rows[][2] = {
		{"### Keeper, \"Gulls, Terns | Skuas\"\n", "'Keeper' , '\"Gulls, Terns | Skuas\"'"},
		{"### Keeper, „Möwen, Lummen“, Kiel\n", "'Keeper' , '„Möwen, Lummen“' , 'Kiel'"},
		{"### Инженер, ООО «Вымпел, Инк»\n", "'Инженер' , 'ООО «Вымпел, Инк»'"},
		{"### 「海、空」 編集\n", "'「海、空」' _ '編集'"},
		/* not closed, or an inch */
		{"### Keeper \"Gulls, Terns\n", "'Keeper \"Gulls' , 'Terns'"},
		{"### Keeper's mate, Gull's Inn\n", "'Keeper's mate' , 'Gull's Inn'"},
	};

	CHECK_ROWS(rows);
}
END_TEST

START_TEST(lines_part)
{
	static const char *const rows[][2] = {
		{"**Engineer**\\\nNordlys\\\n2019\n", "'Engineer' / 'Nordlys' / [2019]"},
		{"Nordlys\nEngineer\n", "'Nordlys' / 'Engineer'"},
		/* a line that no name ends with, a link over two */
		{"University of\nBergen\n", "'University of\nBergen'"},
		{"[Harbour\nWorks](https://harbour.example)\n", "'Harbour\nWorks'"},
	};

	CHECK_ROWS(rows);
}
END_TEST

/* Rows, strong separators in the row, weak ones behind the last of them. */
START_TEST(pieces_know_their_place)
{
	static const struct {
		const char *text;
		uint16_t row;
		uint8_t segment, atom;
		int style;
	} want[] = {
		{"Engineer", 0, 0, 0, CVD_SPAN_STRONG},
		{"Pumps", 0, 0, 1, CVD_SPAN_STRONG},
		{"Nordlys", 0, 1, 0, 0},
		{"Oslo", 0, 1, 1, 0},
		{"Norway", 0, 1, 2, 0},
		{"2019", 1, 0, 0, CVD_SPAN_EMPHASIS},
		{"Remote", 1, 1, 0, 0},
	};
	struct cutting cutting;
	struct cvd_cut cut;

	cutting_open(&cutting,
		     CVD_STR("**Engineer, Pumps** | Nordlys, Oslo, Norway\n*2019* | Remote\n"));
	cut = cut_all(&cutting);
	ck_assert_uint_eq(cut.rows, 2);
	ck_assert_uint_eq(cut.count, sizeof want / sizeof *want);
	for (size_t i = 0; i < cut.count; i++) {
		assert_text(cut.pieces[i].text, want[i].text);
		ck_assert_uint_eq(cut.pieces[i].row, want[i].row);
		ck_assert_uint_eq(cut.pieces[i].line, want[i].row + 1u);
		ck_assert_uint_eq(cut.pieces[i].segment, want[i].segment);
		ck_assert_uint_eq(cut.pieces[i].atom, want[i].atom);
		ck_assert_int_eq(cut.pieces[i].style, want[i].style);
	}
	cutting_close(&cutting);
}
END_TEST

START_TEST(parentheses_belong_to_what_stands_in_them)
{
	struct cutting cutting;
	struct cvd_cut cut;
	struct cvd_str text;

	cutting_open(&cutting, CVD_STR("### Nordlys (Oslo, Norway) Engineer\n"));
	text = cutting.block->text;
	cut = cut_all(&cutting);
	ck_assert_uint_eq(cut.count, 4);
	assert_text(cvd_str_sub(text, cut.pieces[1].outer_from, cut.pieces[2].outer_to),
		    "(Oslo, Norway)");
	assert_text(cvd_str_sub(text, cut.pieces[0].outer_from, cut.pieces[0].outer_to), "Nordlys");
	cutting_close(&cutting);
}
END_TEST

START_TEST(wrapped_lines_are_one)
{
	struct cutting cutting;
	struct cvd_cut cut;

	cutting_open(&cutting, CVD_STR("Engineer, Harbour\nWorks, Oslo\n"));
	cut = cvd_pieces_of(&cutting.reader, cutting.block, 0, cutting.block->text.len, true);
	ck_assert_uint_eq(cut.rows, 1);
	ck_assert_uint_eq(cut.count, 3);
	assert_text(cut.pieces[1].text, "Harbour\nWorks");
	cutting_close(&cutting);
}
END_TEST

/* --- blocks ----------------------------------------------------------------------------------- */

enum { DATED = 1, RANGED = 2, ONLY_DATED = 4, MARKED = 8, LABELLED = 16, SEVERAL = 32 };

struct header {
	const char *source, *want, *rest; /* what is no header any more */
	int flags;
};

static int flags_of(const struct cvd_cut *cut)
{
	return (cut->dated ? DATED : 0) | (cut->ranged ? RANGED : 0) |
	       (cut->only_dated ? ONLY_DATED : 0) | (cut->marked ? MARKED : 0) |
	       (cut->labelled ? LABELLED : 0) | (cut->several ? SEVERAL : 0);
}

static void check_header(const struct header *row)
{
	struct cutting cutting;
	struct cvd_buf drawn = {0};
	const struct cvd_cut *cut;
	struct cvd_str text;

	cutting_open(&cutting, cvd_str_from(row->source));
	text = cutting.block->text;
	cut = cvd_pieces_cut(&cutting.reader, cutting.block);
	draw(&drawn, cut);
	assert_text(cvd_buf_str(&drawn), row->want);
	assert_text(cvd_str_trim(cvd_reader_flatten(cvd_str_sub(text, cut->end, text.len))),
		    row->rest);
	ck_assert_msg(flags_of(cut) == row->flags, "%s: %d", row->source, flags_of(cut));
	ck_assert_ptr_eq(cvd_pieces_cut(&cutting.reader, cutting.block), cut);
	check_conserved(cutting.block, cut, cut->end);
	cvd_buf_free(&drawn);
	cutting_close(&cutting);
}

#define CHECK_HEADERS(rows)                                                                        \
	for (size_t row = 0; row < sizeof(rows) / sizeof *(rows); row++)                           \
	check_header(&(rows)[row])

START_TEST(the_first_lines_of_a_paragraph_may_be_a_header)
{
	static const struct header rows[] = {
		{"**Engineer**, Nordlys\n2019 – 2021\nBuilt the pumps of four harbours.\n",
		 "'Engineer' , 'Nordlys' / [2019 – 2021]", "Built the pumps of four harbours.",
		 DATED | RANGED | MARKED},
		{"**Nordlys**\nEngineer\nMay 2019 – Present\n",
		 "'Nordlys' / 'Engineer' / [May 2019 – Present]", "", DATED | RANGED | MARKED},
		{"Company: Nordlys\nPosition: Engineer\nBuilt the pumps.\n",
		 "Company: 'Nordlys' / Position: 'Engineer'", "Built the pumps.", LABELLED},
		{"*May 2019 – June 2021*\n", "[May 2019 – June 2021]", "",
		 DATED | RANGED | ONLY_DATED | MARKED},
		{"2019\nEngineer\n", "[2019] / 'Engineer'", "", DATED},
		{"Engineer, Nordlys, 2019 – 2021.\n", "'Engineer' , 'Nordlys' , [2019 – 2021]", "",
		 DATED | RANGED},
		{"**Engineer**, 2019 – 2021\n**Deckhand**, 2017 – 2019\n",
		 "'Engineer' , [2019 – 2021] / 'Deckhand' , [2017 – 2019]", "",
		 DATED | RANGED | MARKED | SEVERAL},
		/* no header at all */
		{"Built the pumps of four harbours.\n", "", "Built the pumps of four harbours.", 0},
		{"Engineer\nNordlys\n", "", "Engineer Nordlys", 0},
		{"I have built pumps since 2019 and I was never once late for a single tide of"
		 " the year.\n",
		 "",
		 "I have built pumps since 2019 and I was never once late for a single tide of"
		 " the year.",
		 0},
		{"Pumps\nValves\nTaps\nPipes\n", "", "Pumps Valves Taps Pipes", 0},
	};

	CHECK_HEADERS(rows);
}
END_TEST

START_TEST(all_of_a_heading_is_header)
{
	static const struct header rows[] = {
		{"### I have built pumps since 2019, and I was never late.\n",
		 "'I have built pumps' , [since 2019] , 'and I was never late.'", "",
		 DATED | RANGED},
		{"### 2019 – 2021\n", "[2019 – 2021]", "", DATED | RANGED | ONLY_DATED},
		{"### Engineer\n", "'Engineer'", "", 0},
	};

	CHECK_HEADERS(rows);
}
END_TEST

START_TEST(prose_may_begin_with_a_header)
{
	static const char *const rows[][2] = {
		{"Curator, Skerry Museum, Dunedin, since 2017. I keep the boats.\n",
		 "'Curator' , 'Skerry Museum' , 'Dunedin' , [since 2017]"},
		{"Engineer at Nordlys (2019 – 2021): pumps and valves.\n",
		 "'Engineer' @at 'Nordlys' , [2019 – 2021])"},
		/* the date is in the middle of a sentence, far behind, or missing */
		{"I built pumps in 2017 and valves in 2018.\n", ""},
		{"All of the pumps that stand in the four harbours of the north and in the two"
		 " of the"
		 " south were built by me, in 2017. So were the valves.\n",
		 ""},
		{"I keep the boats.\n", ""},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct cutting cutting;
		struct cvd_buf drawn = {0};
		struct cvd_cut cut;

		cutting_open(&cutting, cvd_str_from(rows[i][0]));
		cut = cvd_pieces_of_prose(&cutting.reader, cutting.block);
		draw(&drawn, &cut);
		assert_text(cvd_buf_str(&drawn), rows[i][1]);
		cvd_buf_free(&drawn);
		cutting_close(&cutting);
	}
}
END_TEST

/* --- bounds ----------------------------------------------------------------------------------- */

#define LONG_BYTES 1000000

/* What is longer than a header, or has more parts than one, is one piece; nothing of it is lost. */
START_TEST(long_texts_are_one_piece)
{
	static const struct {
		const char *unit;
		size_t bytes;
	} rows[] = {
		{"a, ", 900},           {"a | ", LONG_BYTES},  {"(", LONG_BYTES},
		{"a (b) ", LONG_BYTES}, {"**a** ", 6000},      {"2019 ", LONG_BYTES},
		{"\"a, ", LONG_BYTES},  {"Ort: ", LONG_BYTES}, {"at ", LONG_BYTES},
		{"、", LONG_BYTES},     {"「", 990},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct cutting cutting;
		struct cvd_buf source = {0};
		struct cvd_cut cut;

		cvd_buf_add(&source, CVD_STR("### b "));
		while (source.len < rows[i].bytes)
			cvd_buf_add(&source, cvd_str_from(rows[i].unit));
		cutting_open(&cutting, cvd_buf_str(&source));
		cut = cut_all(&cutting);
		ck_assert_uint_eq(cut.count, 1);
		ck_assert_uint_eq(cut.pieces[0].from, 0);
		check_conserved(cutting.block, &cut, cutting.block->text.len);
		cutting_close(&cutting);
		cvd_buf_free(&source);
	}
}
END_TEST

UNIT_MAIN("pieces", marks_part, words_join, commas_may_part, parentheses, labels, dates_part,
	  markup_may_part, quotes_hold_together, lines_part, pieces_know_their_place,
	  parentheses_belong_to_what_stands_in_them, wrapped_lines_are_one,
	  the_first_lines_of_a_paragraph_may_be_a_header, all_of_a_heading_is_header,
	  prose_may_begin_with_a_header, long_texts_are_one_piece)
