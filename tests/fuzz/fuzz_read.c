/* Any bytes give a document whose nodes can be cited and hashed. */
#include "fuzz.h"

#include "base/text.h"
#include "diff/merkle.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct fuzz_resume resume;
	struct cvd_merkle tree;

	fuzz_resume_read(&resume, data, size);
	tree = cvd_merkle_build(&resume.arena, resume.doc);
	for (uint32_t id = 0; id < resume.doc->node_count; id++) {
		const struct cvd_node *node = resume.doc->nodes[id];
		struct cvd_str text = cvd_node_text(&resume.arena, node);
		struct cvd_str heading = cvd_node_heading(&resume.arena, node);

		FUZZ_CHECK(cvd_utf8_check(text) == text.len);
		FUZZ_CHECK(cvd_utf8_check(heading) == heading.len);
		FUZZ_CHECK(tree.weight[id] >= 1);
	}
	fuzz_resume_free(&resume);
	return 0;
}
