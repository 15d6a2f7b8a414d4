/*
 * A pattern is matched from the left; at a `*` the place is remembered, and a later mismatch goes back
 * to the newest one and lets it take one byte more. Earlier stars never need another try, because the
 * newest one can take whatever they could: hence no recursion. With CVD_WILD_PATH a `*` stops at
 * slashes, where the `**` before it takes over: two places are remembered.
 */
#include "wildcard.h"

struct place {
	size_t pattern, text; /* SIZE_MAX: no place */
};

static char folded(char c, unsigned flags)
{
	return flags & CVD_WILD_ICASE && c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

/* Matches the bracket expression at *at and moves behind it. An open bracket without its end is a
 * byte like any other, as in the shell. */
static bool bracket(struct cvd_str pattern, size_t *at, char c, unsigned flags)
{
	size_t i = *at + 1;
	bool negated = i < pattern.len && (pattern.ptr[i] == '!' || pattern.ptr[i] == '^');
	bool hit = false;
	size_t first;

	i += negated;
	for (first = i; i < pattern.len && (pattern.ptr[i] != ']' || i == first); i++) {
		char low, high;

		if (pattern.ptr[i] == '\\' && i + 1 < pattern.len)
			i++;
		low = high = pattern.ptr[i];
		if (i + 2 < pattern.len && pattern.ptr[i + 1] == '-' && pattern.ptr[i + 2] != ']') {
			high = pattern.ptr[i + 2];
			i += 2;
		}
		low = folded(low, flags);
		high = folded(high, flags);
		hit |= (unsigned char)low <= (unsigned char)c &&
		       (unsigned char)c <= (unsigned char)high;
	}
	if (i >= pattern.len) {
		*at += 1;
		return c == '[';
	}
	*at = i + 1;
	return hit != negated;
}

/* Matches one byte of text against the element at *at, which is no star, and moves behind it. */
static bool element(struct cvd_str pattern, size_t *at, char c, unsigned flags)
{
	bool separator = c == '/' && flags & CVD_WILD_PATH;

	c = folded(c, flags);
	switch (pattern.ptr[*at]) {
	case '?':
		++*at;
		return !separator;
	case '[':
		return bracket(pattern, at, c, flags) && !separator;
	case '\\':
		*at += *at + 1 < pattern.len;
		break;
	default:
		break;
	}
	return folded(pattern.ptr[(*at)++], flags) == c;
}

/* Whether a `**` stands at the place that fills whole folders: between slashes or at an end. */
static bool double_star(struct cvd_str pattern, size_t at)
{
	return at + 1 < pattern.len && pattern.ptr[at + 1] == '*' &&
	       (!at || pattern.ptr[at - 1] == '/') &&
	       (at + 2 == pattern.len || pattern.ptr[at + 2] == '/');
}

bool cvd_wildcard_match(struct cvd_str pattern, struct cvd_str text, unsigned flags)
{
	struct place star = {SIZE_MAX, 0}, folders = {SIZE_MAX, 0};
	size_t p = 0, t = 0;

	for (;;) {
		if (p < pattern.len && pattern.ptr[p] == '*') {
			if (flags & CVD_WILD_PATH && double_star(pattern, p)) {
				/* `**` and its slash also match nothing at all. */
				p += p + 2 == pattern.len ? 2 : 3;
				folders = (struct place){p, t};
				star.pattern = SIZE_MAX;
				if (p == pattern.len && pattern.ptr[p - 1] == '*')
					return true;
				continue;
			}
			while (p < pattern.len && pattern.ptr[p] == '*')
				p++;
			star = (struct place){p, t};
			continue;
		}
		if (t == text.len && p == pattern.len)
			return true;
		if (t < text.len && p < pattern.len && element(pattern, &p, text.ptr[t], flags)) {
			t++;
			continue;
		}
		if (star.pattern != SIZE_MAX && star.text < text.len &&
		    !(flags & CVD_WILD_PATH && text.ptr[star.text] == '/')) {
			p = star.pattern;
			t = ++star.text;
			continue;
		}
		if (folders.pattern == SIZE_MAX)
			return false;
		/* The folders take one more name and the slash behind it. */
		folders.text = cvd_str_find_char(text, '/', folders.text);
		if (folders.text == SIZE_MAX)
			return false;
		p = folders.pattern;
		t = ++folders.text;
		star.pattern = SIZE_MAX;
	}
}
