/*
 * Phrases: the pieces that messages are put together from. The marks of a word diff are git's
 * (`git diff --word-diff`), so that nobody has to learn them.
 *
 * What did not change is there for orientation: of an equal stretch, CONTEXT columns stay on each
 * side that borders on a change, cut between words, and `…` stands for the rest, unless that would
 * save less than it costs to read. What changed is shortened only if the phrase is to be brief. Linear in
 * the text.
 */
#include "phrase.h"

#include "base/buf.h"
#include "base/text.h"
#include "render/wrap.h"

#include <stdarg.h>
#include <stdio.h>

#define CONTEXT 32 /* columns of unchanged text beside a change */
#define SLACK 16   /* columns that leaving something out must save */
#define CRUMB 48   /* columns of one title in a path */
#define CHANGED 96 /* columns of changed words at one place, in brief */
#define BRIEF 280  /* columns behind which no other change is told, in brief */

void cvd_phrase_add(struct cvd_phrase *phrase, struct cvd_str text, enum cvd_tone tone)
{
	if (text.len)
		CVD_PUSH(phrase->arena, phrase, (struct cvd_span){text, tone});
}

void cvd_phrase_note(struct cvd_phrase *phrase, const char *format, ...)
{
	char note[128];
	va_list args;

	va_start(args, format);
	vsnprintf(note, sizeof note, format, args);
	va_end(args);
	cvd_phrase_add(phrase, cvd_arena_copy(phrase->arena, cvd_str_from(note)), CVD_TONE_NOTE);
}

void cvd_phrase_say(struct cvd_phrase *phrase, enum cvd_words words, size_t number,
		    struct cvd_str text)
{
	cvd_phrase_add(phrase, cvd_words(phrase->arena, words, number, text), CVD_TONE_NOTE);
}

void cvd_phrase_arrow(struct cvd_phrase *phrase, struct cvd_str old, struct cvd_str new)
{
	cvd_phrase_add(phrase, old, CVD_TONE_OLD);
	cvd_phrase_add(phrase, CVD_STR(" → "), CVD_TONE_PLAIN);
	cvd_phrase_add(phrase, new, CVD_TONE_NEW);
}

void cvd_phrase_short_arrow(struct cvd_phrase *phrase, struct cvd_str old, struct cvd_str new)
{
	size_t common = 0, shared = 0, least = old.len < new.len ? old.len : new.len;

	while (common < least && old.ptr[old.len - common - 1] == new.ptr[new.len - common - 1]) {
		common++;
		if (old.ptr[old.len - common] == ' ')
			shared = common;
	}
	if (common == least)
		shared = 0;
	cvd_phrase_arrow(phrase, cvd_str_sub(old, 0, old.len - shared), new);
}

void cvd_phrase_cut(struct cvd_phrase *phrase, struct cvd_str text, size_t columns)
{
	struct cvd_str head = text;

	if (columns && !phrase->full && cvd_text_width(text) > columns)
		head = cvd_wrap_head(text, columns);
	cvd_phrase_add(phrase, head, CVD_TONE_PLAIN);
	if (head.len < text.len)
		cvd_phrase_add(phrase, CVD_STR(" …"), CVD_TONE_PLAIN);
}

size_t cvd_phrase_shared(const struct cvd_crumbs *a, const struct cvd_crumbs *b)
{
	size_t n = 0;

	while (n < a->len && n < b->len && a->items[n].key == b->items[n].key)
		n++;
	return n;
}

struct cvd_str cvd_phrase_title(const struct cvd_crumb *crumb)
{
	return crumb->title.len ? crumb->title : cvd_words_plain(CVD_SAY_UNTITLED);
}

void cvd_phrase_path(struct cvd_phrase *phrase, const struct cvd_crumb *crumbs, size_t count,
		     enum cvd_tone tone)
{
	for (size_t i = 0; i < count; i++) {
		struct cvd_str title = cvd_phrase_title(&crumbs[i]);
		struct cvd_str head = cvd_wrap_head(title, CRUMB);

		if (i > 0)
			cvd_phrase_add(phrase, CVD_STR(" › "), tone);
		cvd_phrase_add(phrase, head, tone);
		if (head.len < title.len)
			cvd_phrase_add(phrase, CVD_STR(" …"), tone);
	}
}

/* --- word diffs ------------------------------------------------------------------------------- */

/* What is kept of an equal stretch: its beginning if a change stands before, its end if one stands
 * behind. */
static void add_equal(struct cvd_phrase *phrase, struct cvd_str text, bool after, bool before)
{
	struct cvd_str head = cvd_str_sub(text, 0, 0), tail = cvd_str_sub(text, text.len, text.len);
	size_t kept = (size_t)(after + before) * CONTEXT;

	if (phrase->full || (!after && !before) || cvd_text_width(text) <= kept + SLACK) {
		cvd_phrase_add(phrase, text, CVD_TONE_PLAIN);
		return;
	}
	if (after)
		head = cvd_wrap_head(text, CONTEXT);
	if (before)
		tail = cvd_wrap_tail(text, CONTEXT);
	cvd_phrase_add(phrase, head, CVD_TONE_PLAIN);
	cvd_phrase_add(phrase, after ? CVD_STR(" …") : CVD_STR("…"), CVD_TONE_PLAIN);
	cvd_phrase_add(phrase, before ? CVD_STR(" ") : CVD_STR(""), CVD_TONE_PLAIN);
	cvd_phrase_add(phrase, tail, CVD_TONE_PLAIN);
}

static void add_space(struct cvd_phrase *phrase, struct cvd_str space)
{
	const struct cvd_span *last = phrase->len ? &phrase->items[phrase->len - 1] : NULL;

	if (last && !cvd_str_ends_with(last->text, CVD_STR(" ")))
		cvd_phrase_add(phrase, space, CVD_TONE_PLAIN);
}

struct cvd_tone_marks cvd_phrase_marks(enum cvd_tone tone)
{
	static const struct cvd_tone_marks marks[CVD_TONE_COUNT] = {
		[CVD_TONE_DELETED] = {{"[-", 2}, {"-]", 2}},
		[CVD_TONE_INSERTED] = {{"{+", 2}, {"+}", 2}},
	};

	return marks[tone];
}

void cvd_phrase_plain(struct cvd_buf *out, const struct cvd_phrase *phrase)
{
	for (size_t i = 0; i < phrase->len; i++) {
		struct cvd_tone_marks around = cvd_phrase_marks(phrase->items[i].tone);

		cvd_buf_add(out, around.open);
		cvd_buf_add(out, phrase->items[i].text);
		cvd_buf_add(out, around.close);
	}
}

static bool is_blank(struct cvd_str text)
{
	return !cvd_str_trim(text).len;
}

/* The beginning and the end of words that are too many to be brief. */
static struct cvd_str abbreviate(const struct cvd_phrase *phrase, struct cvd_str words)
{
	struct cvd_str head, tail;

	if (!phrase->brief || phrase->full || cvd_text_width(words) <= CHANGED + SLACK)
		return words;
	head = cvd_wrap_head(words, CHANGED / 2);
	tail = cvd_wrap_tail(words, CHANGED / 2);
	return cvd_arena_format(phrase->arena, "%.*s … %.*s", CVD_STR_ARG(head), CVD_STR_ARG(tail));
}

/* White space at the ends of a changed piece stands outside its marks, so that lines break there. Where
 * words took the place of others, it stands around both. */
static void add_changed(struct cvd_phrase *phrase, const struct cvd_piece *piece,
			struct cvd_str deleted, struct cvd_str inserted)
{
	struct cvd_str words = cvd_str_trim(piece->text);
	size_t before = (size_t)(words.ptr - piece->text.ptr), after = before + words.len;
	bool replaced = !is_blank(deleted) && !is_blank(inserted), now = piece->op == '+';
	bool both_begin = replaced && is_blank(cvd_str_sub(deleted, 0, 1)) &&
			  is_blank(cvd_str_sub(inserted, 0, 1));
	bool both_end = replaced && is_blank(cvd_str_sub(deleted, deleted.len - 1, deleted.len)) &&
			is_blank(cvd_str_sub(inserted, inserted.len - 1, inserted.len));

	if (!words.len) {
		words = piece->text;
		before = 0;
		after = piece->text.len;
	}
	if (!now || !both_begin)
		add_space(phrase, cvd_str_sub(piece->text, 0, before));
	cvd_phrase_add(phrase, abbreviate(phrase, words),
		       now ? CVD_TONE_INSERTED : CVD_TONE_DELETED);
	if (now || !both_end)
		add_space(phrase, cvd_str_sub(piece->text, after, piece->text.len));
}

static void end_run(struct cvd_arena *arena, struct cvd_pieces *pieces, struct cvd_buf *run)
{
	if (run->len)
		CVD_PUSH(arena, pieces,
			 (struct cvd_piece){'=', cvd_arena_copy(arena, cvd_buf_str(run))});
	run->len = 0;
}

/* Spacing that changed beside words that did is not worth marking: it is shown as it is now. The
 * pieces as they are if nothing else changed. */
static struct cvd_pieces pass_over_spacing(struct cvd_arena *arena, const struct cvd_pieces *words)
{
	struct cvd_pieces pieces = {0};
	struct cvd_buf run = {0};
	bool marked = false;

	for (size_t i = 0, end; i < words->len; i = end) {
		bool blank = words->items[i].op != '=';

		for (end = i; end < words->len && words->items[end].op != '='; end++)
			blank = blank && is_blank(words->items[end].text);
		if (end == i)
			end++;
		else if (!blank)
			end_run(arena, &pieces, &run);
		for (size_t k = i; k < end; k++) {
			const struct cvd_piece *piece = &words->items[k];

			if (piece->op != '=' && !blank)
				CVD_PUSH(arena, &pieces, *piece);
			else if (piece->op != '-')
				cvd_buf_add(&run, piece->text);
		}
		marked = marked || (words->items[i].op != '=' && !blank);
	}
	end_run(arena, &pieces, &run);
	cvd_buf_free(&run);
	return marked ? pieces : *words;
}

/* The places with changed words from the n-th piece on. */
static size_t count_places(const struct cvd_pieces *pieces, size_t n)
{
	size_t count = 0;

	for (; n < pieces->len; n++)
		count += pieces->items[n].op != '=' && (n == 0 || pieces->items[n - 1].op == '=');
	return count;
}

/* Whether the n-th piece, which did not change, ends what is told in brief: there is enough. */
static bool is_enough(const struct cvd_phrase *phrase, const struct cvd_pieces *pieces, size_t n,
		      size_t columns)
{
	return phrase->brief && !phrase->full && pieces->items[n].op == '=' && columns > BRIEF &&
	       count_places(pieces, n) > 1;
}

static size_t columns_from(const struct cvd_phrase *phrase, size_t span)
{
	size_t columns = 0;

	for (; span < phrase->len; span++)
		columns += cvd_text_width(phrase->items[span].text);
	return columns;
}

void cvd_phrase_words(struct cvd_phrase *phrase, const struct cvd_pieces *words)
{
	struct cvd_pieces pieces = pass_over_spacing(phrase->arena, words);
	size_t columns = 0;

	for (size_t i = 0, from; i < pieces.len; i++) {
		const struct cvd_piece *piece = &pieces.items[i], *next = piece + 1;
		bool followed = i + 1 < pieces.len, replaced = i > 0 && piece->op == '+';

		if (is_enough(phrase, &pieces, i, columns)) {
			add_space(phrase, CVD_STR(" "));
			cvd_phrase_say(phrase, CVD_SAY_MORE_CHANGES, count_places(&pieces, i),
				       CVD_STR(""));
			return;
		}
		from = phrase->len;
		if (piece->op == '-')
			add_changed(phrase, piece, piece->text,
				    followed && next->op == '+' ? next->text : CVD_STR(""));
		else if (piece->op == '+')
			add_changed(phrase, piece,
				    replaced && piece[-1].op == '-' ? piece[-1].text : CVD_STR(""),
				    piece->text);
		else
			add_equal(phrase, piece->text, i > 0, followed);
		columns += columns_from(phrase, from);
	}
}

void cvd_phrase_middle(struct cvd_phrase *phrase, struct cvd_str old, struct cvd_str new)
{
	size_t least = old.len < new.len ? old.len : new.len, head = 0, tail = 0;
	struct cvd_piece items[4];
	struct cvd_pieces words = {.items = items};

	while (head < least && old.ptr[head] == new.ptr[head])
		head++;
	while (tail < least - head && old.ptr[old.len - tail - 1] == new.ptr[new.len - tail - 1])
		tail++;
	while (head > 0 && head < old.len && ((unsigned char)old.ptr[head] & 0xC0) == 0x80)
		head--;
	while (tail > 0 && ((unsigned char)old.ptr[old.len - tail] & 0xC0) == 0x80)
		tail--;
	if (head)
		items[words.len++] = (struct cvd_piece){'=', cvd_str_sub(old, 0, head)};
	if (head + tail < old.len)
		items[words.len++] = (struct cvd_piece){'-', cvd_str_sub(old, head, old.len - tail)};
	if (head + tail < new.len)
		items[words.len++] = (struct cvd_piece){'+', cvd_str_sub(new, head, new.len - tail)};
	if (tail)
		items[words.len++] =
			(struct cvd_piece){'=', cvd_str_sub(old, old.len - tail, old.len)};
	cvd_phrase_words(phrase, &words);
}
