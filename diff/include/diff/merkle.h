/*
 * The Merkle tree of a document: per node a content hash (what a reader would read) and a source
 * hash (how it is written), each over length-prefixed fields and the children's hashes (Merkle 1987),
 * so that no two trees share an encoding and equal subtrees are found by one comparison.
 */
#ifndef CVD_DIFF_MERKLE_H
#define CVD_DIFF_MERKLE_H

#include "base/buf.h"
#include "base/hash.h"
#include "resume/model.h"

/* Per node; arrays by node id, hidden nodes behind those of the tree. */
struct cvd_merkle {
	const struct cvd_document *doc;
	struct cvd_hash *content;    /* of the subtree */
	struct cvd_hash *source;     /* of the subtree; equal only where the content is equal too */
	struct cvd_hash *own;        /* content of the node itself, without its children */
	struct cvd_hash *own_source; /* of the node itself, how it is written alone */
	uint32_t *weight;            /* bytes of text in the subtree, at least 1 per node */
};

/* Hashes the finished document, arrays in the arena. Linear in the text. */
struct cvd_merkle cvd_merkle_build(struct cvd_arena *arena, const struct cvd_document *doc);

/*
 * What a person would know the node again by, in another place and with other things beneath: an
 * entry's title, organization and dates in normal form, a section's or group's title, any other
 * node's text. Zero where it has none of them, or dates alone. `buf` is scratch space.
 */
struct cvd_hash cvd_merkle_identity(struct cvd_buf *buf, const struct cvd_node *node);

#endif
