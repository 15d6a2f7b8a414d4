/*
 * Hashes are made bottom-up: ids grow in document order, so that walking them backwards meets every
 * child before its parent, and no recursion is needed. A node's encoding is its kind, its text, its
 * fields and its links, each with its length in front, then the hashes of its children. Fields that
 * are inherited are left out: their words belong to another node.
 *
 * A node's identity is the hash of the few fields that people know it by, whatever else was edited.
 *
 * The source hash passes over carriage returns at line ends, which belong to the file, not to nodes.
 *
 * Linear in the text; one buffer is used for all encodings.
 */
#include "diff/merkle.h"

#include "base/buf.h"

static void encode_number(struct cvd_buf *buf, uint64_t number)
{
	unsigned char bytes[8];

	for (int i = 0; i < 8; i++)
		bytes[i] = (unsigned char)(number >> (8 * i));
	cvd_buf_add_bytes(buf, bytes, sizeof bytes);
}

static void encode_text(struct cvd_buf *buf, struct cvd_str text)
{
	encode_number(buf, text.len);
	cvd_buf_add(buf, text);
}

static void encode_hash(struct cvd_buf *buf, struct cvd_hash hash)
{
	encode_number(buf, hash.high);
	encode_number(buf, hash.low);
}

/* A date counts by its normal form, so that its spelling does not matter. */
static void encode_field(struct cvd_buf *buf, enum cvd_field field, const struct cvd_value *value)
{
	bool date = (field == CVD_START || field == CVD_END) && value->norm.len;

	cvd_buf_put(buf, (char)('0' + field));
	encode_text(buf, value->norm);
	encode_text(buf, date ? value->rest : value->text);
}

static void encode_fields(struct cvd_buf *buf, const struct cvd_node *node)
{
	for (enum cvd_field field = 0; node->fields && field < CVD_FIELD_COUNT; field++)
		if (cvd_node_own(node, field))
			encode_field(buf, field, cvd_node_own(node, field));
	cvd_buf_put(buf, '.');
}

static void encode_own(struct cvd_buf *buf, const struct cvd_node *node)
{
	cvd_buf_put(buf, (char)('A' + node->kind));
	encode_text(buf, node->text);
	encode_fields(buf, node);
	encode_number(buf, node->link_count);
	for (uint32_t i = 0; i < node->link_count; i++) {
		encode_number(buf, node->links[i].start);
		encode_number(buf, node->links[i].len);
		encode_text(buf, node->links[i].target);
	}
}

static void encode_source(struct cvd_buf *buf, struct cvd_str source)
{
	size_t from = 0, before = buf->len;

	for (size_t at = 0; (at = cvd_str_find_char(source, '\r', at)) != SIZE_MAX; at++) {
		if (at + 1 < source.len && source.ptr[at + 1] != '\n')
			continue;
		cvd_buf_add(buf, cvd_str_sub(source, from, at));
		from = at + 1;
	}
	cvd_buf_add(buf, cvd_str_sub(source, from, source.len));
	encode_number(buf, buf->len - before);
}

/* Kinds that one thing may be read as, here and there. */
static enum cvd_kind class_of(enum cvd_kind kind)
{
	if (cvd_kind_is_entry(kind))
		return CVD_ENTRY;
	if (cvd_kind_is_statement(kind))
		return CVD_PARAGRAPH;
	return cvd_kind_is_keyword(kind) ? CVD_SKILL : kind;
}

struct cvd_hash cvd_merkle_identity(struct cvd_buf *buf, const struct cvd_node *node)
{
	static const enum cvd_field known_by[] = {CVD_TITLE, CVD_ORGANIZATION, CVD_START, CVD_END};
	bool named = node->text.len > 0;

	buf->len = 0;
	cvd_buf_put(buf, (char)('A' + class_of(node->kind)));
	encode_text(buf, node->text);
	for (size_t i = 0; i < sizeof known_by / sizeof *known_by; i++) {
		/* an organization above several roles is each one's, whichever it was written for */
		const struct cvd_value *value = known_by[i] == CVD_ORGANIZATION
							? cvd_node_get(node, known_by[i])
							: cvd_node_own(node, known_by[i]);

		if (!value)
			continue;
		named |= (known_by[i] == CVD_TITLE || known_by[i] == CVD_ORGANIZATION) &&
			 value->text.len;
		encode_field(buf, known_by[i], value);
	}
	return named ? cvd_hash_bytes(cvd_buf_str(buf)) : (struct cvd_hash){0};
}

static uint32_t own_weight(const struct cvd_node *node)
{
	size_t bytes = node->text.len + 1;

	for (enum cvd_field field = 0; node->fields && field < CVD_FIELD_COUNT; field++) {
		const struct cvd_value *value = cvd_node_own(node, field);

		/* equal content has equal weight: a date counts by its normal form */
		if (value)
			bytes += value->norm.len ? value->norm.len : value->text.len;
	}
	return (uint32_t)bytes;
}

struct cvd_merkle cvd_merkle_build(struct cvd_arena *arena, const struct cvd_document *doc)
{
	uint32_t count = doc->node_count + doc->hidden_count;
	struct cvd_merkle tree = {
		.doc = doc,
		.content = CVD_NEW_ARRAY(arena, struct cvd_hash, count),
		.source = CVD_NEW_ARRAY(arena, struct cvd_hash, count),
		.own = CVD_NEW_ARRAY(arena, struct cvd_hash, count),
		.own_source = CVD_NEW_ARRAY(arena, struct cvd_hash, count),
		.weight = CVD_NEW_ARRAY(arena, uint32_t, count),
	};
	struct cvd_buf buf = {0};

	for (uint32_t id = count; id-- > 0;) {
		const struct cvd_node *node = doc->nodes[id];

		buf.len = 0;
		encode_own(&buf, node);
		tree.own[id] = tree.content[id] = cvd_hash_bytes(cvd_buf_str(&buf));
		tree.weight[id] = own_weight(node);
		if (node->first_child) {
			for (const struct cvd_node *child = node->first_child; child;
			     child = child->next) {
				encode_hash(&buf, tree.content[child->id]);
				tree.weight[id] += tree.weight[child->id];
			}
			tree.content[id] = cvd_hash_bytes(cvd_buf_str(&buf));
		}
		buf.len = 0;
		encode_source(&buf, node->source);
		tree.own_source[id] = cvd_hash_bytes(cvd_buf_str(&buf));
		/* a link's target may stand elsewhere: alike in source is alike in content too */
		encode_hash(&buf, tree.content[id]);
		for (const struct cvd_node *child = node->first_child; child; child = child->next)
			encode_hash(&buf, tree.source[child->id]);
		tree.source[id] = cvd_hash_bytes(cvd_buf_str(&buf));
	}
	cvd_buf_free(&buf);
	return tree;
}
