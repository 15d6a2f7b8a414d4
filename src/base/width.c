/*
 * Width in a terminal: the sum of the code points' widths (UAX #11, by libunistring, ambiguous ones
 * narrow), less what an emoji sequence draws as one picture (UTS #51): behind a zero width joiner a
 * pictograph takes no room, nor does a skin tone behind its base, and a variation selector 16 makes
 * a narrow pictograph wide. Linear.
 */
#include "base/text.h"

#include <unictype.h>
#include <unigbrk.h>
#include <uniwidth.h>

#define SOFT_HYPHEN 0xAD /* drawn wherever it stands, as by xterm and VTE */
#define ZERO_WIDTH_JOINER 0x200D
#define EMOJI_VARIATION 0xFE0F

/* Width that `code_point` adds behind `before`, which was `drawn` columns wide. */
static int added_width(uint32_t before, int drawn, uint32_t code_point)
{
	int width;

	if (before == ZERO_WIDTH_JOINER && uc_is_property_extended_pictographic(code_point))
		return 0;
	if (uc_is_property_emoji_modifier(code_point) && uc_is_property_emoji_modifier_base(before))
		return 0;
	if (code_point == EMOJI_VARIATION)
		return drawn == 1 && uc_is_property_emoji(before);
	if (code_point == SOFT_HYPHEN)
		return 1;
	width = uc_width(code_point, "UTF-8");
	return width > 0 ? width : 0;
}

size_t cvd_text_width(struct cvd_str text)
{
	uint32_t before = 0;
	size_t sum = 0, pos = 0;
	int width = 0;

	while (pos < text.len) {
		uint32_t code_point = cvd_utf8_next(text, &pos);

		if (code_point < 0x80)
			width = code_point >= ' ' && code_point < 0x7F;
		else
			width = added_width(before, width, code_point);
		sum += (size_t)width;
		before = code_point;
	}
	return sum;
}

/* A pair of these is a flag. */
static bool is_regional(uint32_t code_point)
{
	return code_point >= 0x1F1E6 && code_point <= 0x1F1FF;
}

size_t cvd_text_cluster(struct cvd_str text, size_t pos)
{
	uint32_t before = cvd_utf8_next(text, &pos);

	for (bool flag = false; pos < text.len && (before | (unsigned char)text.ptr[pos]) >= 0x80;) {
		size_t end = pos;
		uint32_t code_point = cvd_utf8_next(text, &end);
		bool regional = is_regional(before) && is_regional(code_point);
		bool joined = before == ZERO_WIDTH_JOINER &&
			      uc_is_property_extended_pictographic(code_point);

		if (regional ? flag : !joined && uc_is_grapheme_break(before, code_point))
			break;
		flag = regional;
		before = code_point;
		pos = end;
	}
	return pos;
}
