/*
 * A list in order of use, short enough to search: the versions in work and a few more. Only one thread
 * changes it. A document is made by the first thread that asks, outside of the lock; others wait.
 */
#include "versions.h"

#include "message.h"

#include <stdlib.h>
#include <string.h>

#define ID_LENGTH 7 /* digits of a commit in messages */

void cvd_versions_init(struct cvd_versions *versions, struct cvd_cli *cli, size_t spare)
{
	*versions = (struct cvd_versions){.cli = cli, .spare = spare};
	pthread_mutex_init(&versions->lock, NULL);
	pthread_cond_init(&versions->read, NULL);
}

static void unlink_version(struct cvd_versions *versions, struct cvd_version *version)
{
	*(version->newer ? &version->newer->older : &versions->newest) = version->older;
	*(version->older ? &version->older->newer : &versions->oldest) = version->newer;
	versions->count--;
}

static void link_newest(struct cvd_versions *versions, struct cvd_version *version)
{
	version->newer = NULL;
	version->older = versions->newest;
	*(versions->newest ? &versions->newest->newer : &versions->oldest) = version;
	versions->newest = version;
	versions->count++;
}

static void free_version(struct cvd_version *version)
{
	for (int order = 0; order < 2; order++) {
		cvd_prepared_free(version->prepared[order]);
		cvd_document_free(version->docs[order]);
	}
	cvd_arena_free(&version->arena);
	free(version);
}

void cvd_versions_free(struct cvd_versions *versions)
{
	for (struct cvd_version *version = versions->newest, *older; version; version = older) {
		older = version->older;
		free_version(version);
	}
	pthread_cond_destroy(&versions->read);
	pthread_mutex_destroy(&versions->lock);
}

/* Lets the oldest go that nobody holds, down to the number that is kept; not the newest. */
static void trim(struct cvd_versions *versions)
{
	struct cvd_version *version = versions->oldest;

	while (version != versions->newest && versions->count > versions->spare) {
		struct cvd_version *newer = version->newer;

		if (!version->holders) {
			unlink_version(versions, version);
			free_version(version);
		}
		version = newer;
	}
}

/* What is in no tree may be another text under the same id. */
static bool is_same(const struct cvd_source *a, const struct cvd_source *b)
{
	return a->side.place == CVD_GIT_TREE && b->side.place == CVD_GIT_TREE &&
	       a->entry.kind == b->entry.kind &&
	       !memcmp(&a->entry.id, &b->entry.id, sizeof a->entry.id) &&
	       cvd_str_equal(a->entry.path, b->entry.path);
}

static struct cvd_version *find(const struct cvd_versions *versions, const struct cvd_source *source)
{
	struct cvd_version *version = versions->newest;

	while (version && !is_same(&version->source, source))
		version = version->older;
	return version;
}

static struct cvd_version *fetch(struct cvd_versions *versions, const struct cvd_source *source)
{
	struct cvd_version *version = cvd_malloc(sizeof *version);

	*version = (struct cvd_version){.source = *source, .versions = versions};
	cvd_arena_init(&version->arena);
	version->source.entry.path = cvd_arena_copy(&version->arena, source->entry.path);
	version->source.side.label = cvd_arena_copy(&version->arena, source->side.label);
	version->source.side.commit = cvd_arena_copy(&version->arena, source->side.commit);
	version->status = cvd_source_fetch(versions->cli, &version->arena, &version->source,
					   &version->text, &version->error);
	if (!version->status && !versions->warned &&
	    (version->text.replaced || version->text.encoding == CVD_WINDOWS_1252)) {
		cvd_source_warn(&version->arena, &version->source, &version->text);
		versions->warned = true;
	}
	return version;
}

struct cvd_version *cvd_versions_hold(struct cvd_versions *versions, const struct cvd_source *source)
{
	struct cvd_version *version = find(versions, source);

	if (version)
		unlink_version(versions, version);
	else
		version = fetch(versions, source);
	link_newest(versions, version);
	version->holders++;
	trim(versions);
	return version;
}

enum cvd_status cvd_versions_hold_git(struct cvd_versions *versions, const struct cvd_git_side *side,
				      const struct cvd_git_file *file, struct cvd_version **version,
				      struct cvd_error *error)
{
	struct cvd_source source = cvd_source_git(side, file);

	source.side.label = cvd_str_sub(side->label, 0, ID_LENGTH);
	*version = cvd_versions_hold(versions, &source);
	if (!(*version)->status || (*version)->status == CVD_ERROR_FORMAT)
		return CVD_OK;
	*error = (*version)->error;
	cvd_error_hint(error,
		       "in a partial clone this fetches what is missing: git log -p -- '%.*s' "
		       ">/dev/null",
		       CVD_STR_ARG(file->path));
	return (*version)->status;
}

void cvd_versions_give_back(struct cvd_version *version)
{
	version->holders--;
}

struct cvd_prepared *cvd_version_prepare_as(struct cvd_version *version, bool month_first)
{
	struct cvd_versions *versions = version->versions;
	struct cvd_prepared *prepared;

	if (version->status)
		return NULL;
	pthread_mutex_lock(&versions->lock);
	while (version->reading[month_first])
		pthread_cond_wait(&versions->read, &versions->lock);
	prepared = version->prepared[month_first];
	version->reading[month_first] = !prepared;
	pthread_mutex_unlock(&versions->lock);
	if (prepared)
		return prepared;
	if (!cvd_source_parse_as(&version->text, month_first, &version->docs[month_first],
				 &version->error))
		prepared = cvd_prepare(version->docs[month_first]);
	pthread_mutex_lock(&versions->lock);
	version->prepared[month_first] = prepared;
	version->reading[month_first] = false;
	pthread_cond_broadcast(&versions->read);
	pthread_mutex_unlock(&versions->lock);
	return prepared;
}

struct cvd_prepared *cvd_version_prepare(struct cvd_version *version,
					 const struct cvd_version *beside)
{
	struct cvd_date_votes votes = version->text.votes;

	if (beside) {
		votes.day_first += beside->text.votes.day_first;
		votes.month_first += beside->text.votes.month_first;
	}
	return cvd_version_prepare_as(version, cvd_date_votes_month_first(votes));
}
