/* File names by which a résumé is known. */
#ifndef CVD_CLI_NAMES_H
#define CVD_CLI_NAMES_H

#include "git/git.h"

/* .md or .markdown, in either case. */
bool cvd_name_is_markdown(struct cvd_str path);
/* A Markdown file whose name holds a word for résumé, with whatever before and after it:
 * `Resume_2024.md`, `cv-jane-doe.md`, `JaneDoeCV.markdown`. The folder does not matter. */
bool cvd_name_is_resume(struct cvd_arena *arena, struct cvd_str path);
/* A Markdown file whose name says that it is a changelog: `CHANGELOG.md`, `resume-changes.md`. It is no
 * résumé, whatever else its name holds. */
bool cvd_name_is_changelog(struct cvd_arena *arena, struct cvd_str path);

/* Appends patterns for gitattributes(5), as far as those can say it, that match such names. */
void cvd_name_patterns(struct cvd_arena *arena, struct cvd_git_paths *patterns);

#endif
