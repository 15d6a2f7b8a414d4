/*
 * Whether the parts of a text are keywords: prose is told from a list by the length of its parts and by how it
 * ends. Linear.
 */
#include "keywords_parts.h"

#include "levels.h"
#include "lexicon.h"

/* A list's parts have at most that many words on average, and any of them at most that many. */
#define KEYWORD_WORDS 4
#define LONGEST_KEYWORD_WORDS 10
/* Between marks (`·`) that many on average. */
#define MARKED_WORDS 6
/* Text of a single part is a keyword up to this many words, behind a label up to that many. */
#define SINGLE_WORDS 4
#define LABELLED_WORDS 6
/* An item of a list in a section of keywords is one, if it is no sentence, up to that many. */
#define PHRASE_WORDS 12
#define STOPPED_PHRASE_WORDS 6
/* So many words in front of the first comma begin a phrase. */
#define LEADING_WORDS 5
/* With a full stop at its end a list has at most that many words a part. */
#define STOPPED_WORDS 2

/* Words outside of parentheses; those inside only say more. */
static size_t weigh_outside(struct cvd_str text)
{
	size_t words = 0, depth = 0, from = 0, all;
	bool parted = false;

	for (size_t at = 0; at < text.len; at++) {
		if (cvd_reader_is_plain(text.ptr[at]))
			continue;
		if (cvd_keywords_opens_at(text, at) && !depth++) {
			words += cvd_keywords_weigh(cvd_str_sub(text, from, at));
			parted = true;
		}
		if (cvd_keywords_closes_at(text, at) && depth && !--depth)
			from = at + 1;
	}
	all = cvd_keywords_weigh(text);
	if (!parted)
		return all;
	words += cvd_keywords_weigh(cvd_str_sub(text, from, text.len));
	return depth || all > words + LONGEST_KEYWORD_WORDS ? all : words;
}

/* Words of the part; a level counts as one. */
static size_t weigh(struct cvd_reader *reader, const struct cvd_keywords *keywords,
		    const struct cvd_keyword *item)
{
	struct cvd_str text = cvd_str_sub(keywords->block->text, item->from, item->to);
	size_t words = weigh_outside(text);
	struct cvd_leveled parts;

	if (words > LONGEST_KEYWORD_WORDS ||
	    !cvd_level_split(reader->scratch, keywords->kind, text, &parts))
		return words;
	return weigh_outside(cvd_str_sub(text, parts.name, parts.name_end)) + 1;
}

bool cvd_keywords_are_list(struct cvd_reader *reader, const struct cvd_keywords *keywords,
			   bool named)
{
	size_t words = 0, parts = 0;
	struct cvd_str text =
		cvd_str_trim(cvd_str_sub(keywords->block->text, keywords->from, keywords->to));

	for (size_t i = 0; i < keywords->len; i++) {
		const struct cvd_keyword *item = &keywords->items[i];
		size_t weight = item->label ? 0 : weigh(reader, keywords, item);

		named |= item->label;
		if (item->label)
			continue;
		if (weight > LONGEST_KEYWORD_WORDS)
			return false;
		parts++;
		words += weight;
	}
	if (!parts || cvd_keywords_hold_stop(text) || cvd_keywords_begin_with_pronoun(text))
		return false;
	if (cvd_keywords_stop(text) && !keywords->stopped && words > parts * STOPPED_WORDS)
		return false;
	if (parts == 1)
		return words <= (named ? LABELLED_WORDS : SINGLE_WORDS);
	return words <= parts * (keywords->marks ? MARKED_WORDS : KEYWORD_WORDS);
}

/* `English – reads papers, and writes to customers every day`: one language, however much is said of it. */
bool cvd_keywords_are_language(struct cvd_reader *reader, struct cvd_keywords *keywords)
{
	struct cvd_str text = cvd_str_sub(keywords->block->text, keywords->from, keywords->to);
	struct cvd_leveled parts;

	if (keywords->kind != CVD_LANGUAGE || !keywords->len || cvd_keywords_hold_stop(text) ||
	    !cvd_level_split(reader->scratch, CVD_LANGUAGE, text, &parts) ||
	    !cvd_lexicon_is_language(reader->scratch, cvd_str_sub(text, parts.name, parts.name_end)))
		return false;
	for (size_t i = 0; i < text.len; i++)
		if (cvd_reader_is_break(text.ptr[i]))
			return false;
	keywords->items[0] = (struct cvd_keyword){.from = keywords->from, .to = keywords->to};
	keywords->len = 1;
	return true;
}

/* A phrase without a label that is no sentence: `Proficient in Go and its tools`. What begins with several
 * words is one with what follows them: `Experience with cloud providers like AWS, GCP and others`. */
bool cvd_keywords_are_phrase(struct cvd_reader *reader, struct cvd_keywords *keywords)
{
	struct cvd_str text = keywords->block->text;
	struct cvd_keyword *first = keywords->items, whole = {.to = text.len, .line = true};

	if (!keywords->len || first->label || keywords->marks || cvd_keywords_hold_stop(text) ||
	    cvd_keywords_begin_with_pronoun(text) ||
	    (cvd_keywords_stop(text) && !keywords->stopped) ||
	    weigh(reader, keywords, &whole) >
		    (keywords->stopped ? STOPPED_PHRASE_WORDS : PHRASE_WORDS))
		return false;
	if (keywords->len > 1 &&
	    weigh_outside(cvd_str_sub(text, first->from, first->to)) < LEADING_WORDS)
		return false;
	for (size_t i = 1; i < keywords->len; i++)
		if (keywords->items[i].label || keywords->items[i].line)
			return false;
	first->to = text.len;
	keywords->len = 1;
	return true;
}
