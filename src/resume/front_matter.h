/* The metadata of a Markdown file. Private to the readers; the YAML parser is seen here alone. */
#ifndef CVD_RESUME_FRONT_MATTER_H
#define CVD_RESUME_FRONT_MATTER_H

#include "outline.h"

/*
 * Appends the scalars of the YAML to the outline's front matter, keys and values copied to `texts`.
 * `first_line` is the number of its first line. False, and nothing is added, where the YAML is broken
 * or holds no mapping. Aliases are not followed; what is nested deeper than eight levels or has a path
 * longer than 256 bytes is left out. Linear.
 */
bool cvd_front_matter_read(struct cvd_arena *texts, struct cvd_arena *scratch, struct cvd_str yaml,
			   uint32_t first_line, struct cvd_outline *outline);

/* Lines of front matter at the top: YAML between `---` and `---` or `...` with a key in its first
 * line, TOML between `+++` and `+++`; 0 if there is none. `toml` tells which. */
uint32_t cvd_front_matter_lines(const struct cvd_outline *outline, struct cvd_str source,
				bool *toml);

/* `key:` at the start of the line. */
bool cvd_front_matter_key(struct cvd_str line);

#endif
