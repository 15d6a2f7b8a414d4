/*
 * Two plain cmark parses, of the two files named, with source positions and nothing done to the
 * trees: the floor under any diff of them that reads CommonMark.
 */
#include <cmark.h>
#include <stdio.h>

static int parse(const char *path)
{
	FILE *file = fopen(path, "rb");
	cmark_node *tree;

	if (!file) {
		perror(path);
		return 2;
	}
	tree = cmark_parse_file(file, CMARK_OPT_SOURCEPOS);
	cmark_node_free(tree);
	fclose(file);
	return 0;
}

int main(int argc, char **argv)
{
	if (argc != 3) {
		fputs("usage: cmark_twice OLD NEW\n", stderr);
		return 2;
	}
	return parse(argv[1]) || parse(argv[2]) ? 2 : 0;
}
