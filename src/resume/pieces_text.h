/* The text of a header by its characters. Private to pieces*.c. */
#ifndef CVD_RESUME_PIECES_TEXT_H
#define CVD_RESUME_PIECES_TEXT_H

#include "reader.h"

/* A line of a header is short and no sentence. */
#define CVD_HEADER_LINE_WORDS 18
#define CVD_SENTENCE_WORDS 5

bool cvd_pieces_is_space(char c);
/* The character in front of the byte begins there. */
size_t cvd_pieces_previous(struct cvd_str text, size_t at);
/* Chinese or Japanese: words have no spaces between them. */
bool cvd_pieces_is_ideographic(struct cvd_str text, size_t at);

/* Bytes of the row of the table that stands at the byte, 0 if none. */
size_t cvd_pieces_row_at(struct cvd_str text, size_t at, const char *const *marks, size_t count);
#define CVD_ROW_AT(text, at, rows) cvd_pieces_row_at(text, at, rows, sizeof(rows) / sizeof *(rows))
/* The same for marks, none of which begins like a word. */
static inline size_t cvd_pieces_mark_of(struct cvd_str text, size_t at, const char *const *marks,
					size_t count)
{
	return at >= text.len || cvd_reader_is_plain(text.ptr[at])
		       ? 0
		       : cvd_pieces_row_at(text, at, marks, count);
}
#define CVD_MARK_OF(text, at, marks)                                                               \
	cvd_pieces_mark_of(text, at, marks, sizeof(marks) / sizeof *(marks))

/* Bytes of a mark that parts two fields for sure; of a comma, or a slash between spaces, that may; of a
 * colon that ends a label. 0 if none. The line is [from, to). */
size_t cvd_pieces_strong_at(struct cvd_str text, size_t at, size_t from, size_t to);
size_t cvd_pieces_comma_at(struct cvd_str text, size_t at, size_t to);
size_t cvd_pieces_colon_at(struct cvd_str text, size_t at, size_t to);

/* Nothing but a dash and spaces stands in [from, to). */
bool cvd_pieces_dash_between(struct cvd_str text, size_t from, size_t to);

/* The line is too long for a header, or ends as a sentence does. */
bool cvd_pieces_is_sentence(struct cvd_str line);
/* The text is not punctuation alone. */
bool cvd_pieces_has_word(struct cvd_str text);
/* Words between white space that are not. */
size_t cvd_pieces_count_words(struct cvd_str text);
/* End of what stands in front of the first of `marks` that ends a clause; `to` if there is none. */
size_t cvd_pieces_clause_end(struct cvd_str text, size_t from, size_t to, const char *marks);
/* Bytes of what stands in quotes at the byte, with them: a name, which nothing parts. 0 if none. */
size_t cvd_pieces_quoted_at(struct cvd_str text, size_t at, size_t to);
/* A word that no name ends with stands in front of the break. */
bool cvd_pieces_goes_on(struct cvd_str text, size_t at);
/* A parenthesis that is part of a word (`Entwickler(in)`, `(주)달빛`) or of a name that goes on
 * (`Law (public) for managers`) parts nothing. */
bool cvd_pieces_opens(struct cvd_str text, size_t from, size_t at, size_t to, size_t *len);
/* A parenthesis ends at the byte; *len: its bytes. */
bool cvd_pieces_closes(struct cvd_str text, size_t at, size_t *len);

#endif
