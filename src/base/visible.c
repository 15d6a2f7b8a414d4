/*
 * What a terminal would obey instead of showing, what reorders text around it (the Trojan Source
 * characters, CVE-2021-42574) and what only steers a display or the reading of bytes is written out. Runs of safe text are copied whole. Linear.
 */
#include "base/text.h"

static const struct range {
	uint32_t first, last;
} unsafe[] = {
	{0x0000, 0x001F}, /* C0 */
	{0x007F, 0x009F}, /* DEL, C1 */
	{0x061C, 0x061C}, /* Arabic letter mark */
	{0x200E, 0x200F}, /* left-to-right, right-to-left mark */
	{0x2028, 0x202E}, /* line and paragraph separator, embeddings, overrides */
	{0x2066, 0x206F}, /* isolates; swapping, shaping and digits, deprecated */
	{0xFEFF, 0xFEFF}, /* byte order mark */
	{0xFFF9, 0xFFFB}, /* interlinear annotation */
};

bool cvd_text_is_unsafe(uint32_t code_point)
{
	for (size_t i = 0; i < sizeof unsafe / sizeof *unsafe; i++)
		if (code_point <= unsafe[i].last)
			return code_point >= unsafe[i].first;
	return false;
}

void cvd_text_visible(struct cvd_buf *buf, struct cvd_str text)
{
	size_t kept = 0, pos = 0;

	while (pos < text.len) {
		size_t from = pos;
		uint32_t code_point = cvd_utf8_next(text, &pos);
		bool bad_byte = code_point == 0xFFFD && pos - from == 1;

		if (!bad_byte && !cvd_text_is_unsafe(code_point))
			continue;
		cvd_buf_add(buf, cvd_str_sub(text, kept, from));
		if (bad_byte)
			cvd_buf_printf(buf, "<%02X>", (unsigned char)text.ptr[from]);
		else
			cvd_buf_printf(buf, "<U+%04X>", (unsigned)code_point);
		kept = pos;
	}
	cvd_buf_add(buf, cvd_str_sub(text, kept, text.len));
}
