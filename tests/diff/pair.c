/* Pairs of résumés, see the header. */
#include "pair.h"

#include <check.h>

static struct cvd_document *read_markdown(struct cvd_str source)
{
	struct cvd_document *doc = NULL;
	struct cvd_error error = {0};

	ck_assert_int_eq(cvd_markdown_read(source, &doc, &error), CVD_OK);
	return doc;
}

void pair_open(struct pair *pair, struct cvd_str old, struct cvd_str new)
{
	*pair = (struct pair){.old = read_markdown(old), .new = read_markdown(new)};
	pair->before = cvd_prepare(pair->old);
	pair->after = cvd_prepare(pair->new);
	pair->match = cvd_match_build(&pair->arena, pair->before, pair->after);
}

void pair_close(struct pair *pair)
{
	cvd_prepared_free(pair->before);
	cvd_prepared_free(pair->after);
	cvd_document_free(pair->old);
	cvd_document_free(pair->new);
	cvd_arena_free(&pair->arena);
}

const struct cvd_node *pair_find(const struct cvd_document *doc, enum cvd_kind kind,
				 const char *text, int skip)
{
	struct cvd_arena arena = {0};
	const struct cvd_node *found = NULL;

	for (uint32_t id = 0; id < doc->node_count && !found; id++) {
		const struct cvd_node *node = doc->nodes[id];

		if (node->kind == kind &&
		    cvd_str_starts_with(cvd_node_text(&arena, node), cvd_str_from(text)) && !skip--)
			found = node;
	}
	cvd_arena_free(&arena);
	ck_assert_msg(found, "no %s begins with '%s'", cvd_kind_name(kind), text);
	return found;
}
