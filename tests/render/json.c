/* The JSON report: the whole of it to the byte, and that nothing breaks its one line of UTF-8. */
#include "unit.h"

#include "base/text.h"
#include "records.h"
#include "render/render.h"

#include <stdlib.h>

#define SIDE(...) (&(const struct record_side){__VA_ARGS__})

static void check_report(struct cvd_report *report, const char *want)
{
	struct cvd_buf out = {0};

	cvd_render_json(&out, report);
	assert_text(cvd_buf_str(&out), want);
	cvd_buf_free(&out);
	cvd_arena_free(&report->arena);
	free(report);
}

#define OLD_REVISION                                                                               \
	"\"old\":{\"label\":\"HEAD~3\",\"commit\":\"0123456789012345678901234567890123456789\","   \
	"\"path\":\"resume.md\",\"format\":\"markdown\","                                          \
	"\"root\":\"00000000000000010000000000000002\"},"
#define NEW_REVISION                                                                               \
	"\"new\":{\"label\":\"working tree\",\"commit\":null,\"path\":\"resume.md\","              \
	"\"format\":\"markdown\",\"root\":\"00000000000000030000000000000004\"},"
#define START "{\"schema\":\"cvdiff/changes/1\"," OLD_REVISION NEW_REVISION

START_TEST(an_empty_report_has_every_required_key)
{
	struct cvd_report *report = record_report(NULL, 0);

	report->identical = true;
	check_report(report,
		     START "\"identical\":true,\"counts\":{\"fact\":0,\"content\":0,\"style\":0,"
			   "\"added\":0,\"removed\":0,\"changed\":0,\"moved\":0,\"reordered\":0,"
			   "\"split\":0,\"merged\":0},\"changes\":[],\"limited\":null,"
			   "\"layout\":{\"old\":[],\"new\":[]}}\n");
}
END_TEST

START_TEST(every_optional_key_is_written_where_it_is_set)
{
	const struct record records[] = {
		{.id = "bullet-changed",
		 .op = CVD_OP_CHANGED,
		 .node = CVD_BULLET,
		 .old_node = CVD_PARAGRAPH,
		 .severity = CVD_FACT,
		 .path = "section:Work",
		 .old = SIDE(.text = "a", .source = "* a", .index = 1),
		 .new = SIDE(.text = "b", .value = "v"),
		 .words = "-a|+b"},
		{.id = "section-added",
		 .op = CVD_OP_ADDED,
		 .node = CVD_SECTION,
		 .severity = CVD_CONTENT,
		 .new = SIDE(.text = "Awards", .content = "x|y")},
		{.id = "bullet-split",
		 .op = CVD_OP_SPLIT,
		 .node = CVD_BULLET,
		 .severity = CVD_CONTENT,
		 .old = SIDE(.text = "p q"),
		 .parts = (const struct record_side[]){{.text = "p"}, {.text = "q"}},
		 .part_count = 2},
	};
	struct cvd_report *report = record_report(records, 3);
	struct cvd_metric metrics[] = {{CVD_STR("$2m"), {0}}, {{0}, CVD_STR("5%")}};

	report->limited = "match-cap";
	report->changes[0].metrics = metrics;
	report->changes[0].metric_count = 2;
	report->changes[0].similarity = 0.66666;
	report->changes[2].old->line = report->changes[2].old->end_line = 0;
	CVD_PUSH(&report->arena, &report->new_layout, CVD_STR("at"));
	check_report(
		report, START
		"\"identical\":false,\"counts\":{\"fact\":1,\"content\":2,\"style\":0,\"added\":1,"
		"\"removed\":0,\"changed\":1,\"moved\":0,\"reordered\":0,\"split\":1,\"merged\":0},"
		"\"changes\":["
		"{\"id\":\"bullet-changed\",\"op\":\"changed\",\"node\":\"bullet\",\"field\":null,"
		"\"severity\":\"fact\",\"old\":{\"text\":\"a\",\"path\":[\"Work\"],\"index\":1,"
		"\"line\":2,\"end_line\":2,\"source\":\"* a\"},\"new\":{\"text\":\"b\","
		"\"value\":\"v\",\"path\":[\"Work\"],\"index\":0,\"line\":1,\"end_line\":1},"
		"\"words\":[[\"-\",\"a\"],[\"+\",\"b\"]],"
		"\"metrics\":[{\"old\":\"$2m\",\"new\":null},{\"old\":null,\"new\":\"5%\"}],"
		"\"similarity\":0.667,\"message\":\"Reworded bullet: [-a-]{+b+}\",\"path\":[\"Work\"],"
		"\"old_node\":\"paragraph\"},"
		"{\"id\":\"section-added\",\"op\":\"added\",\"node\":\"section\",\"field\":null,"
		"\"severity\":\"content\",\"old\":null,\"new\":{\"text\":\"Awards\","
		"\"content\":[\"x\",\"y\"],\"path\":[],\"index\":0,\"line\":1,\"end_line\":1},"
		"\"message\":\"Added section: Awards\",\"path\":[]},"
		"{\"id\":\"bullet-split\",\"op\":\"split\",\"node\":\"bullet\",\"field\":null,"
		"\"severity\":\"content\",\"old\":{\"text\":\"p q\",\"path\":[],\"index\":0,"
		"\"line\":null,\"end_line\":null},\"new\":null,\"parts\":[{\"text\":\"p\","
		"\"path\":[],\"index\":0,\"line\":1,\"end_line\":1},{\"text\":\"q\",\"path\":[],"
		"\"index\":0,\"line\":1,\"end_line\":1}],"
		"\"message\":\"Bullet split in 2: p q → p + q\",\"path\":[]}],"
		"\"limited\":\"match-cap\",\"layout\":{\"old\":[],\"new\":[\"at\"]}}\n");
}
END_TEST

START_TEST(hostile_text_stays_one_line_of_utf8)
{
	const struct record records[] = {
		{.op = CVD_OP_REMOVED,
		 .node = CVD_BLOCK,
		 .severity = CVD_CONTENT,
		 .path = "section:\x1b]0;x\x07",
		 .old = SIDE(.text = "a\nb\r\x1b[2J\xff\xe2\x80\xa8", .content = "\xc0|\x01")},
	};
	struct cvd_report *report = record_report(records, 1);
	struct cvd_buf out = {0};

	cvd_render_json(&out, report);
	ck_assert_uint_eq(cvd_str_find_char(cvd_buf_str(&out), '\n', 0), out.len - 1);
	ck_assert_uint_eq(cvd_utf8_check(cvd_buf_str(&out)), out.len);
	for (size_t i = 0; i + 1 < out.len; i++)
		ck_assert_uint_ge((unsigned char)out.ptr[i], 0x20);
	cvd_buf_free(&out);
	cvd_arena_free(&report->arena);
	free(report);
}
END_TEST

UNIT_MAIN("JSON", an_empty_report_has_every_required_key,
	  every_optional_key_is_written_where_it_is_set, hostile_text_stays_one_line_of_utf8)
