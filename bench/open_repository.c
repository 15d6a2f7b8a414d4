/*
 * The least that a program linked with libgit2 can do in a repository: initialise the library, find
 * the repository around the current folder, open it, leave. What cvdiff takes above this is its own.
 */
#include <git2.h>
#include <stdio.h>

int main(void)
{
	git_repository *repository = NULL;
	int status;

	git_libgit2_init();
	status = git_repository_open_ext(&repository, ".", 0, NULL);
	if (status < 0)
		fprintf(stderr, "open_repository: %s\n", git_error_last()->message);
	git_repository_free(repository);
	git_libgit2_shutdown();
	return status < 0 ? 2 : 0;
}
