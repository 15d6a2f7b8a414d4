/* Which section a part or a change is in. Sections of a known type are one whatever their title, others by it. */
#include "history.h"

#define HEADER CVD_SECTION_TYPE_COUNT /* what is in no section */

static uint32_t find_group(struct cvd_html_history *history, uint32_t track, unsigned type,
			   struct cvd_str title)
{
	uint64_t key = type != CVD_SECTION_OTHER ? type : cvd_hash64(title) | 1u << 8;
	uint32_t *found = cvd_map_put(&history->group_of, html_mix(track, key));
	struct html_group group = {.track = track, .named = title.len};

	if (*found != CVD_MAP_NONE)
		return *found;
	if (type == HEADER)
		title = CVD_STR("Header");
	else if (!title.len)
		title = cvd_str_from(cvd_section_type_name((enum cvd_section_type)type));
	group.title = cvd_arena_copy(&history->arena, title);
	*found = (uint32_t)history->groups.len;
	CVD_PUSH(&history->arena, &history->groups, group);
	return (uint32_t)history->groups.len - 1;
}

uint32_t html_group_of_part(struct cvd_html_history *history, uint32_t track,
			    const struct cvd_part *part)
{
	const struct cvd_view_side *side = part->new ? part->new : part->old;

	if (side->kind != CVD_SECTION)
		return find_group(history, track, HEADER, (struct cvd_str){0});
	return find_group(history, track, side->section,
			  side->fields ? side->fields[CVD_TITLE].text : side->text);
}

uint32_t html_group_of_change(struct cvd_html_history *history, uint32_t track,
			      const struct cvd_change *change)
{
	if (change->path.len && change->path.items[0].kind == CVD_SECTION)
		return find_group(history, track, change->section, change->path.items[0].title);
	if (change->node == CVD_SECTION)
		return find_group(history, track, change->section, change->heading);
	return find_group(history, track, HEADER, (struct cvd_str){0});
}

const char *html_group_language(const struct cvd_html_history *history, uint32_t group)
{
	const struct html_group *found = &history->groups.items[group];

	return found->named ? history->tracks.items[found->track].language : "en";
}
