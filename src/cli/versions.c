/*
 * A list in order of use, short enough to search: the versions in work and a few more. Only one thread
 * changes it. A document is made by the first thread that asks, outside of the lock; others wait.
 */
#include "versions.h"

#include "message.h"

#include <stdlib.h>
#include <string.h>

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
	cvd_document_free(version->docs[0]);
	cvd_document_free(version->docs[1]);
	cvd_arena_free(&version->arena);
	free(version);
}

void cvd_versions_free(struct cvd_versions *versions)
{
	while (versions->newest) {
		struct cvd_version *version = versions->newest;

		unlink_version(versions, version);
		free_version(version);
	}
	pthread_cond_destroy(&versions->read);
	pthread_mutex_destroy(&versions->lock);
}

/* Lets the oldest go that nobody holds, down to the number that is kept. */
static void trim(struct cvd_versions *versions)
{
	struct cvd_version *version = versions->oldest;

	while (version && versions->count > versions->spare) {
		struct cvd_version *newer = version->newer;

		if (!version->holders) {
			unlink_version(versions, version);
			free_version(version);
		}
		version = newer;
	}
}

static bool is_same(const struct cvd_git_file *a, const struct cvd_git_file *b)
{
	return a->kind == b->kind && !memcmp(&a->id, &b->id, sizeof a->id) &&
	       cvd_str_equal(a->path, b->path);
}

static struct cvd_version *find(const struct cvd_versions *versions, const struct cvd_source *source)
{
	struct cvd_version *version = versions->newest;

	while (version && (source->side.place != CVD_GIT_TREE ||
			   !is_same(&version->source.entry, &source->entry)))
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

void cvd_versions_give_back(struct cvd_version *version)
{
	version->holders--;
}

const struct cvd_document *cvd_version_read(struct cvd_version *version,
					    const struct cvd_version *beside)
{
	struct cvd_versions *versions = version->versions;
	struct cvd_date_votes votes = version->text.votes;
	struct cvd_document *doc;
	int order;

	if (version->status)
		return NULL;
	if (beside) {
		votes.day_first += beside->text.votes.day_first;
		votes.month_first += beside->text.votes.month_first;
	}
	order = cvd_date_votes_month_first(votes);
	pthread_mutex_lock(&versions->lock);
	while (version->reading[order])
		pthread_cond_wait(&versions->read, &versions->lock);
	doc = version->docs[order];
	version->reading[order] = !doc;
	pthread_mutex_unlock(&versions->lock);
	if (doc)
		return doc;
	if (cvd_source_parse(&version->text, beside ? &beside->text : NULL, &doc, &version->error))
		doc = NULL;
	pthread_mutex_lock(&versions->lock);
	version->docs[order] = doc;
	version->reading[order] = false;
	pthread_cond_broadcast(&versions->read);
	pthread_mutex_unlock(&versions->lock);
	return doc;
}
