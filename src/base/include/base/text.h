/*
 * Unicode: decoding of input, words, case, display width. The one place that knows libunistring
 * (UAX #29 word breaks, full case folding, normalization, East Asian width).
 */
#ifndef CVD_BASE_TEXT_H
#define CVD_BASE_TEXT_H

#include "base/arena.h"
#include "base/buf.h"

/* --- UTF-8 ------------------------------------------------------------------------------------ */

/* Reads the code point at *pos and moves *pos behind it. Bytes that are not UTF-8 give U+FFFD, one
 * at a time. *pos must be below s.len. */
uint32_t cvd_utf8_next(struct cvd_str s, size_t *pos);
/* Offset of the first byte that is not well-formed UTF-8 (Unicode 15, table 3-7), or s.len. */
size_t cvd_utf8_check(struct cvd_str s);
/* Appends one code point; what is no scalar value is written as U+FFFD. */
void cvd_utf8_put(struct cvd_buf *buf, uint32_t code_point);

/* --- decoding --------------------------------------------------------------------------------- */

enum cvd_encoding { CVD_UTF8, CVD_UTF16LE, CVD_UTF16BE, CVD_WINDOWS_1252, CVD_BROKEN_UTF8 };

struct cvd_decoded {
	struct cvd_str text; /* valid UTF-8 without BOM; borrows the input where it already was that */
	enum cvd_encoding encoding; /* CVD_BROKEN_UTF8: mostly UTF-8, bad bytes replaced by U+FFFD */
	bool bom;
	size_t replaced; /* characters that became U+FFFD, NUL among them */
};

/*
 * Makes valid UTF-8 of any bytes: UTF-8 as it is, UTF-16 with a BOM, else Windows-1252 (which
 * Latin-1 is a part of) unless most non-ASCII sequences are good UTF-8; NUL becomes U+FFFD, as
 * CommonMark says. Linear. Text that must change is allocated in the arena.
 */
struct cvd_decoded cvd_text_decode(struct cvd_arena *arena, struct cvd_str bytes);

/* --- words ------------------------------------------------------------------------------------ */

enum cvd_token_kind { CVD_TOKEN_SPACE, CVD_TOKEN_PUNCTUATION, CVD_TOKEN_WORD, CVD_TOKEN_NUMBER };

struct cvd_token {
	uint32_t start, len;      /* bytes of the text */
	enum cvd_token_kind kind; /* NUMBER: begins with a digit, currency and sign aside */
	uint64_t key;   /* equal for tokens that differ in letter case or normalization only */
	uint64_t exact; /* equal for tokens with the same bytes only */
};

struct cvd_tokens {
	struct cvd_token *items;
	size_t len;
};

/*
 * Cuts the text into tokens that, joined, are the text again: words of UAX #29, with currency,
 * percent, plus and sharp signs kept at the number or word they belong to (`$2m`, `50%`, `C++`,
 * `C#`), runs of white space, and single punctuation marks. Text is at most 4 GiB. Linear.
 */
struct cvd_tokens cvd_text_tokens(struct cvd_arena *arena, struct cvd_str text);
/* The same without the keys, which take as long as the rest. */
struct cvd_tokens cvd_text_cut(struct cvd_arena *arena, struct cvd_str text);

/* --- case, width, safety ---------------------------------------------------------------------- */

/* Full case folding with NFC (Unicode 15, 3.13), in the arena; ASCII takes a fast path.
 * Bytes that are not UTF-8 become U+FFFD. Linear. */
struct cvd_str cvd_text_fold(struct cvd_arena *arena, struct cvd_str text);
/* Appends the same; for callers that fold much and keep nothing. */
void cvd_text_fold_into(struct cvd_buf *buf, struct cvd_str text);
/* Runs of Unicode white space to one space, none at the ends; borrows where nothing changes. */
struct cvd_str cvd_text_squeeze(struct cvd_arena *arena, struct cvd_str text);
/* Columns in a terminal with UTF-8: wide East Asian characters 2, combining marks 0. */
size_t cvd_text_width(struct cvd_str text);
/* The end of what begins at `pos` and is read as one character (grapheme cluster, UAX #29): a letter with its
 * marks, a flag, an emoji sequence. `pos` must be below text.len. */
size_t cvd_text_cluster(struct cvd_str text, size_t pos);
/* Control characters (C0, DEL, C1), line and paragraph separators, and what is not seen but reorders
 * or steers the text around it: bidirectional controls, byte order marks, annotations. */
bool cvd_text_is_unsafe(uint32_t code_point);
/* Appends text that is safe to send to a terminal, with unsafe characters shown as <U+001B>, and bytes that
 * are not UTF-8 as <E9>. Nothing else is changed. */
void cvd_text_visible(struct cvd_buf *buf, struct cvd_str text);

#endif
