/*
 * One plain cmark parse of each file named, with source positions and nothing done to the trees: the
 * floor under whatever reads CommonMark.
 */
#include <cmark.h>
#include <stdio.h>

__attribute__((noinline)) static int parse(const char *path)
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
	int status = argc < 2 ? 2 : 0;

	if (argc < 2)
		fputs("usage: cmark_parse FILE...\n", stderr);
	for (int i = 1; i < argc && !status; i++)
		status = parse(argv[i]);
	return status;
}
