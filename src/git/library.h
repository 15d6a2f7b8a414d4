/*
 * libgit2, loaded at first use. Its functions are members of a table under their names without
 * `git_`; the types come from its own headers, so that a wrong call does not compile.
 */
#ifndef CVD_GIT_LIBRARY_H
#define CVD_GIT_LIBRARY_H

#include "base/error.h"

#include <git2.h>

/* A function that is used: a name here. */
#define CVD_LIBGIT2_FUNCTIONS(X)                                                                   \
	X(attr_get_many_ext)                                                                       \
	X(attr_value)                                                                              \
	X(blob_free)                                                                               \
	X(blob_lookup)                                                                             \
	X(blob_rawcontent)                                                                         \
	X(blob_rawsize)                                                                            \
	X(buf_dispose)                                                                             \
	X(commit_author)                                                                           \
	X(commit_author_with_mailmap)                                                              \
	X(commit_free)                                                                             \
	X(commit_lookup)                                                                           \
	X(commit_parent_id)                                                                        \
	X(commit_parentcount)                                                                      \
	X(commit_summary)                                                                          \
	X(commit_time)                                                                             \
	X(commit_tree_id)                                                                          \
	X(config_free)                                                                             \
	X(config_get_multivar_foreach)                                                             \
	X(config_get_path)                                                                         \
	X(config_get_string_buf)                                                                   \
	X(diff_find_similar)                                                                       \
	X(diff_free)                                                                               \
	X(diff_get_delta)                                                                          \
	X(diff_num_deltas)                                                                         \
	X(diff_tree_to_index)                                                                      \
	X(diff_tree_to_tree)                                                                       \
	X(diff_tree_to_workdir_with_index)                                                         \
	X(error_last)                                                                              \
	X(filter_list_apply_to_buffer)                                                             \
	X(filter_list_free)                                                                        \
	X(filter_list_load)                                                                        \
	X(graph_descendant_of)                                                                     \
	X(index_entrycount)                                                                        \
	X(index_find_prefix)                                                                       \
	X(index_free)                                                                              \
	X(index_get_byindex)                                                                       \
	X(index_get_bypath)                                                                        \
	X(libgit2_init)                                                                            \
	X(libgit2_opts)                                                                            \
	X(mailmap_free)                                                                            \
	X(mailmap_from_repository)                                                                 \
	X(merge_base)                                                                              \
	X(merge_base_many)                                                                         \
	X(object_free)                                                                             \
	X(object_id)                                                                               \
	X(object_lookup)                                                                           \
	X(object_peel)                                                                             \
	X(object_type)                                                                             \
	X(oid_equal)                                                                               \
	X(oid_fmt)                                                                                 \
	X(oid_fromstr)                                                                             \
	X(reference_foreach_glob)                                                                  \
	X(reference_name_to_id)                                                                    \
	X(repository_commondir)                                                                    \
	X(repository_config_snapshot)                                                              \
	X(repository_free)                                                                         \
	X(repository_head_unborn)                                                                  \
	X(repository_index)                                                                        \
	X(repository_is_bare)                                                                      \
	X(repository_is_shallow)                                                                   \
	X(repository_open_ext)                                                                     \
	X(repository_set_workdir)                                                                  \
	X(repository_workdir)                                                                      \
	X(revparse_single)                                                                         \
	X(revwalk_free)                                                                            \
	X(revwalk_hide)                                                                            \
	X(revwalk_new)                                                                             \
	X(revwalk_next)                                                                            \
	X(revwalk_push)                                                                            \
	X(signature_free)                                                                          \
	X(tag_foreach)                                                                             \
	X(tag_tagger)                                                                              \
	X(tree_entry_bypath)                                                                       \
	X(tree_entry_filemode)                                                                     \
	X(tree_entry_free)                                                                         \
	X(tree_entry_id)                                                                           \
	X(tree_entry_name)                                                                         \
	X(tree_free)                                                                               \
	X(tree_lookup)                                                                             \
	X(tree_walk)

struct cvd_libgit2 {
#define CVD_MEMBER(name) __typeof__(git_##name) *name;
	CVD_LIBGIT2_FUNCTIONS(CVD_MEMBER)
#undef CVD_MEMBER
};

/* Loads the library, fills the table and initialises libgit2. CVD_ERROR_GIT with a hint where it is
 * not installed. Several milliseconds, nearly all of them the library's own. */
enum cvd_status cvd_libgit2_load(struct cvd_libgit2 *lib, struct cvd_error *error);

#endif
