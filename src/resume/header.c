/*
 * What stands between the name and the first section: lines with addresses are contacts
 * (contact_lines.c), a short line is the headline, the rest is the summary. The first line of all may be
 * the name where no heading is. Words that name the document (`Curriculum Vitae`) beside a name are
 * layout; alone they are a paragraph, and the name is still to come. Linear.
 */
#include "header_parts.h"

#include <string.h>

/* A longer heading is no name. */
#define NAME_BYTES 200
/* Of `de`, `van`, `von`. */
#define PARTICLE_BYTES 3
/* Lines of a paragraph that may be name and headlines. */
#define HEADER_LINES 4

static bool is_headline(struct cvd_str text)
{
	return text.len && cvd_reader_count_words(text) <= CVD_HEADLINE_WORDS &&
	       !strchr(".!?", text.ptr[text.len - 1]) && !cvd_str_ends_with(text, CVD_STR("。"));
}

/* --- the document's name ------------------------------------------------------------------------ */

/* Words that name the document; longer ones first where one begins another. */
static const char *const document_words[] = {
	"curriculum vitæ",
	"curriculum vitae",
	"currículum vítae",
	"currículum vitae",
	"curriculum",
	"currículum",
	"currículo",
	"CURRÍCULUM",
	"CURRÍCULO",
	"professional resume",
	"résumé",
	"resumé",
	"RÉSUMÉ",
	"resume",
	"c.v.",
	"cv",
	"lebenslauf",
	"hoja de vida",
	"职务经历书",
	"職務経歴書",
	"履歴書",
	"个人简历",
	"個人簡歷",
	"简历",
	"簡歷",
	"履歷",
	"경력기술서",
	"이력서",
	"Резюме",
	"резюме",
	"РЕЗЮМЕ",
};

/* What may stand between them and the name: words, and marks. */
static const char *const joints[] = {"of", "for", "von", "van", "de", "du", "di", "da", "do"};
static const char *const joint_marks[] = {"-", "–",  "—",  "|", "/", ":",  "：", ",",
					  "·", "の", "的", "(", ")", "（", "）"};

static bool is_ideograph(char first)
{
	return (unsigned char)first >= 0xe4 && (unsigned char)first <= 0xe9;
}

/* The row, all of [from, to), is not part of a longer word (UAX #29: `CV:Jane` and `CV_Jane` are one). */
static bool ends_word(struct cvd_str text, size_t from, size_t to, bool tail)
{
	const char *marks = " ,-|/()";

	if (is_ideograph(text.ptr[from]))
		return true;
	if (tail)
		return from == 0 || strchr(marks, text.ptr[from - 1]) ||
		       cvd_reader_is_break(text.ptr[from - 1]);
	return to == text.len || strchr(marks, text.ptr[to]) || cvd_reader_is_break(text.ptr[to]) ||
	       (text.ptr[to] == ':' && to + 1 < text.len && text.ptr[to + 1] == ' ');
}

/* Bytes of the row at the start of the text, or at its end, where a word ends as well. */
static size_t row_at(struct cvd_str text, const char *row, bool tail)
{
	size_t len = strlen(row);
	size_t from = tail ? text.len - len : 0;

	if (len > text.len ||
	    !cvd_str_equal_ascii_nocase(cvd_str_sub(text, from, from + len), cvd_str_from(row)))
		return 0;
	return ends_word(text, from, from + len, tail) ? len : 0;
}

static size_t table_at(struct cvd_str text, const char *const *rows, size_t count, bool tail)
{
	for (size_t i = 0; i < count; i++) {
		size_t len = row_at(text, rows[i], tail);

		if (len)
			return len;
	}
	return 0;
}

#define TABLE_AT(text, rows, tail) table_at((text), (rows), sizeof(rows) / sizeof *(rows), (tail))

static struct cvd_str without(struct cvd_str text, size_t len, bool tail)
{
	return cvd_str_trim(tail ? cvd_str_sub(text, 0, text.len - len)
				 : cvd_str_sub(text, len, text.len));
}

static size_t joint_at(struct cvd_str text, bool tail)
{
	for (size_t i = 0; i < sizeof joint_marks / sizeof *joint_marks; i++) {
		struct cvd_str mark = cvd_str_from(joint_marks[i]);

		if (tail ? cvd_str_ends_with(text, mark) : cvd_str_starts_with(text, mark))
			return mark.len;
	}
	return TABLE_AT(text, joints, tail);
}

/* The text without the words that name the document and what joins them to the rest, at one end. */
static struct cvd_str strip_document(struct cvd_str text, bool tail)
{
	struct cvd_str rest = cvd_str_trim(text);
	size_t len = TABLE_AT(rest, document_words, tail);

	if (!len)
		return text;
	rest = without(rest, len, tail);
	while (rest.len && (len = joint_at(rest, tail)))
		rest = without(rest, len, tail);
	if (tail && rest.len > 2 && rest.ptr[rest.len - 1] == 's' &&
	    (rest.ptr[rest.len - 2] == '\'' || cvd_str_ends_with(rest, CVD_STR("’s"))))
		return text;
	return rest;
}

struct cvd_str cvd_header_without_document(struct cvd_str text)
{
	struct cvd_str part = strip_document(text, false);

	if (part.len == text.len)
		part = strip_document(text, true);
	return part.len ? part : text;
}

bool cvd_header_is_document_title(struct cvd_reader *reader, struct cvd_str text)
{
	return text.len <= NAME_BYTES && (!cvd_str_trim(strip_document(text, false)).len ||
					  cvd_lexicon_section(reader->scratch, text).document);
}

/* Words of the text outside of the part are layout of the node. */
static void lay_out_around(struct cvd_reader *reader, struct cvd_node *node, struct cvd_str text,
			   struct cvd_str part)
{
	size_t from = (size_t)(part.ptr - text.ptr);
	struct cvd_str sides[] = {cvd_str_trim(cvd_str_sub(text, 0, from)),
				  cvd_str_trim(cvd_str_sub(text, from + part.len, text.len))};

	for (size_t i = 0; i < sizeof sides / sizeof *sides; i++)
		if (sides[i].len)
			CVD_PUSH(&reader->doc->arena, &reader->doc->layout,
				 (struct cvd_layout_word){cvd_reader_flatten(sides[i]), node});
}

/* --- the name ----------------------------------------------------------------------------------- */

/* `Jane Doe *Engineer*`: words of their own at the end, which are a title. Where they begin in the heading,
 * SIZE_MAX if there are none. */
static size_t find_marked_headline(struct cvd_reader *reader, const struct cvd_block *heading)
{
	const int styles = CVD_SPAN_EMPHASIS | CVD_SPAN_CODE | CVD_SPAN_STRONG;
	struct cvd_str text = heading->text;

	for (uint32_t i = 0; i < heading->span_count; i++) {
		const struct cvd_span *span = &heading->spans[i];

		if ((span->style & styles) && span->start > 0 &&
		    cvd_reader_is_space(text.ptr[span->start - 1]) &&
		    (size_t)span->start + span->len == text.len &&
		    cvd_lexicon_is_title(reader->scratch, cvd_str_sub(text, span->start, text.len)) &&
		    cvd_header_may_be_name(reader, cvd_str_sub(text, 0, span->start)))
			return span->start;
	}
	return SIZE_MAX;
}

/* `Jane Doe, Engineer`: behind the separator a title, in front of it none. */
static size_t find_headline(struct cvd_reader *reader, struct cvd_str text, size_t *behind)
{
	static const char *const separators[] = {" | ", "|",   ", ",  " – ", " — ",
						 " - ", " · ", " • ", "：",  ": "};

	for (size_t i = 0; i < sizeof separators / sizeof *separators; i++) {
		struct cvd_str separator = cvd_str_from(separators[i]);
		size_t at = cvd_str_find(text, separator, 0);

		if (at == SIZE_MAX || at == 0)
			continue;
		*behind = at + separator.len;
		if (!cvd_lexicon_is_title(reader->scratch, cvd_str_sub(text, 0, at)) &&
		    cvd_lexicon_is_title(reader->scratch, cvd_str_sub(text, *behind, text.len)))
			return at;
	}
	for (size_t at = 0; at < text.len; at++)
		if (cvd_reader_is_break(text.ptr[at])) {
			*behind = at + 1;
			return at;
		}
	return SIZE_MAX;
}

static void add_statement(struct cvd_reader *reader, enum cvd_kind kind,
			  const struct cvd_block *block)
{
	struct cvd_node *node = cvd_header_add_node(reader, reader->doc->root, kind);

	cvd_reader_set_text(reader, node, block, 0, block->text.len);
	cvd_reader_set_lines(reader, node, block->line, block->end_line);
}

bool cvd_header_looks_like_name(struct cvd_reader *reader, struct cvd_str text)
{
	size_t words = 0, from = 0;

	if (!cvd_header_may_be_name(reader, text))
		return false;
	for (size_t at = 0; at <= text.len; at++) {
		if (at < text.len && text.ptr[at] != ' ')
			continue;
		if (at - from > PARTICLE_BYTES &&
		    !((text.ptr[from] >= 'A' && text.ptr[from] <= 'Z') ||
		      (unsigned char)text.ptr[from] >= 0x80))
			return false;
		words += at > from;
		from = at + 1;
	}
	return words > 1;
}

/* The first heading says what somebody is, and the next line who: `# Lead Engineer`, `### Ines Falk`. */
static bool is_above_name(struct cvd_reader *reader, const struct cvd_block *heading)
{
	const struct cvd_block *next = heading->next;
	size_t end = 0;

	while (end < heading->text.len && !cvd_reader_mark_at(heading->text, end))
		end++;
	return next && (next->kind == CVD_BLOCK_HEADING || next->kind == CVD_BLOCK_PARAGRAPH) &&
	       cvd_lexicon_is_title(reader->scratch, cvd_str_sub(heading->text, 0, end)) &&
	       cvd_header_looks_like_name(reader, next->text);
}

void cvd_header_name(struct cvd_reader *reader, const struct cvd_block *heading)
{
	struct cvd_str text = heading->text, part;
	struct cvd_node *name, *headline;
	size_t behind = 0, end, from;

	if (cvd_header_is_document_title(reader, text)) {
		add_statement(reader, CVD_PARAGRAPH, heading);
		return;
	}
	if (is_above_name(reader, heading)) {
		add_statement(reader, CVD_HEADLINE, heading);
		return;
	}
	name = cvd_header_add_node(reader, reader->doc->root, CVD_NAME);
	cvd_reader_set_lines(reader, name, heading->line, heading->end_line);
	if (text.len > NAME_BYTES) {
		cvd_reader_set_text(reader, name, heading, 0, text.len);
		return;
	}
	part = cvd_header_without_document(text);
	from = (size_t)(part.ptr - text.ptr);
	end = find_headline(reader, part, &behind);
	if (end == SIZE_MAX && part.len == text.len)
		end = behind = find_marked_headline(reader, heading);
	lay_out_around(reader, name, text, part);
	if (end == SIZE_MAX) {
		cvd_reader_set_text(reader, name, heading, from, from + part.len);
		return;
	}
	headline = cvd_header_add_node(reader, reader->doc->root, CVD_HEADLINE);
	cvd_reader_set_text(reader, name, heading, from, from + end);
	cvd_reader_set_text(reader, headline, heading, from + behind, from + part.len);
	headline->line = headline->end_line = heading->line;
	headline->source = headline->text;
	if (part.len == text.len)
		name->source = name->text;
}

/* --- paragraphs --------------------------------------------------------------------------------- */

bool cvd_header_is_note(struct cvd_str text)
{
	static const char *const words[] = {"last updated",
					    "updated",
					    "last modified",
					    "stand:",
					    "letzte",
					    "mis à jour",
					    "dernière mise à jour",
					    "última actualización",
					    "actualizado",
					    "atualizado",
					    "última atualização",
					    "ultimo aggiornamento",
					    "aggiornato",
					    "bijgewerkt",
					    "最終更新",
					    "更新日",
					    "最后更新",
					    "最終更新日",
					    "마지막 업데이트",
					    "последнее обновление",
					    "обновлено",
					    "laatste update"};

	return cvd_reader_count_words(text) <= CVD_HEADLINE_WORDS && TABLE_AT(text, words, false);
}

/* The lines of the paragraph: hard ones, or soft ones where no name was found yet. 0 if one of them is
 * too long to be a name or a headline, or there are too many. */
static size_t find_lines(const struct cvd_reader *reader, const struct cvd_block *block,
			 size_t ends[HEADER_LINES])
{
	struct cvd_str text = block->text;
	bool soft = !reader->has_kind[CVD_NAME];
	size_t count = 0, from = 0;

	for (size_t at = 0; at <= text.len; at++) {
		if (at < text.len && text.ptr[at] != CVD_BREAK_HARD &&
		    !(soft && text.ptr[at] == CVD_BREAK_SOFT))
			continue;
		if (count == HEADER_LINES || !is_headline(cvd_str_sub(text, from, at)))
			return 0;
		ends[count++] = at;
		from = at + 1;
	}
	return count;
}

/* The name, where it is still missing, and headlines, a line each. */
static bool add_lines(struct cvd_reader *reader, const struct cvd_block *block)
{
	size_t ends[HEADER_LINES], from = 0, count = find_lines(reader, block, ends);
	bool named = reader->has_kind[CVD_NAME];
	const uint8_t *styles;

	if (!count || reader->has_kind[CVD_SUMMARY] || (named && reader->has_kind[CVD_HEADLINE]))
		return false;
	if (!named && !cvd_header_may_be_name(reader, cvd_str_sub(block->text, 0, ends[0])))
		return false;
	styles = cvd_reader_styles(reader, block);
	for (size_t i = 0; i < count; i++) {
		struct cvd_node *node = cvd_header_add_node(
			reader, reader->doc->root, i == 0 && !named ? CVD_NAME : CVD_HEADLINE);

		cvd_reader_set_text(reader, node, block, from, ends[i]);
		node->source = cvd_reader_markup(reader, block, styles, from, ends[i]);
		node->line = node->end_line = cvd_reader_line_at(block, from);
		if (count == 1)
			cvd_reader_set_lines(reader, node, block->line, block->end_line);
		from = ends[i] + 1;
	}
	return true;
}

/* `[Print](#)`: it leads nowhere, or to another part of the page. */
static bool is_button(const struct cvd_block *block)
{
	const struct cvd_span *span = block->spans;

	return block->span_count && !span->start && span->len == block->text.len &&
	       (span->style & CVD_SPAN_LINK) && cvd_str_starts_with(span->target, CVD_STR("#"));
}

void cvd_header_add(struct cvd_reader *reader, const struct cvd_block *block)
{
	if (is_button(block)) {
		add_statement(reader, CVD_PARAGRAPH, block);
		return;
	}
	if (!reader->has_kind[CVD_NAME] && cvd_header_is_document_title(reader, block->text)) {
		add_statement(reader, CVD_PARAGRAPH, block);
		return;
	}
	if (cvd_header_is_note(block->text)) {
		add_statement(reader, CVD_PARAGRAPH, block);
		return;
	}
	if (cvd_contacts_add(reader, reader->doc->root, block, false) || add_lines(reader, block))
		return;
	add_statement(reader, CVD_SUMMARY, block);
}
