/*
 * The library is opened by the name of the ABI that the headers declare. Symbols bind lazily, and
 * what a reader does not need is switched off: the check of every object's hash (git does without it,
 * too), keeping objects for another look, so that a walk's memory does not grow with the history, and the
 * refusal of extensions that do not change what is read here.
 */
#include "library.h"

#include <dlfcn.h>
#include <stddef.h>
#include <string.h>

#define LIBRARY "libgit2.so." LIBGIT2_SOVERSION

static const struct {
	const char *symbol;
	size_t offset;
} functions[] = {
#define ENTRY(name) {"git_" #name, offsetof(struct cvd_libgit2, name)},
	CVD_LIBGIT2_FUNCTIONS(ENTRY)
#undef ENTRY
};

static enum cvd_status cannot_load(struct cvd_error *error)
{
	const char *why = dlerror();

	cvd_fail(error, CVD_ERROR_GIT, "cannot load libgit2: %s", why ? why : LIBRARY);
	cvd_error_hint(error,
		       "install the library (on Debian: apt install libgit2-%s), or compare "
		       "two files with --no-index",
		       LIBGIT2_SOVERSION);
	return CVD_ERROR_GIT;
}

enum cvd_status cvd_libgit2_load(struct cvd_libgit2 *lib, struct cvd_error *error)
{
	/* Extensions of the repository format that leave objects, references and index as they are. */
	const char *harmless[] = {"partialclone", "preciousobjects", "worktreeconfig"};
	void *library = dlopen(LIBRARY, RTLD_LAZY | RTLD_LOCAL);

	if (!library)
		return cannot_load(error);
	for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
		void *symbol = dlsym(library, functions[i].symbol);

		if (!symbol)
			return cannot_load(error);
		/* ISO C has no cast from an object's to a function's address; POSIX has the bytes. */
		memcpy((char *)lib + functions[i].offset, &symbol, sizeof symbol);
	}
	if (lib->libgit2_init() < 0)
		return cvd_fail(error, CVD_ERROR_GIT, "cannot initialise libgit2");
	lib->libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 0);
	lib->libgit2_opts(GIT_OPT_ENABLE_CACHING, 0);
	lib->libgit2_opts(GIT_OPT_SET_EXTENSIONS, harmless, sizeof harmless / sizeof *harmless);
	return CVD_OK;
}
