/* What a line of contact says: an address, a number, a page, a place. Private to the résumé layer. */
#ifndef CVD_RESUME_CONTACT_H
#define CVD_RESUME_CONTACT_H

#include "resume/model.h"

enum cvd_contact_kind {
	CVD_CONTACT_OTHER,
	CVD_CONTACT_EMAIL,
	CVD_CONTACT_PHONE,
	CVD_CONTACT_PAGE,
	CVD_CONTACT_PROFILE, /* a page of a network, or a name in one */
	CVD_CONTACT_PLACE
};

struct cvd_contact {
	enum cvd_contact_kind kind;
	struct cvd_str value; /* email, number or place as written, a page's URI; empty for OTHER */
	struct cvd_str network; /* of a profile: `GitHub` */
	struct cvd_str user;    /* of a profile; empty if it does not say */
	bool whole;             /* the value is all that the node says */
};

/* Reads a CVD_CONTACT node. Results are static, in the arena or borrowed from the node. Linear. */
struct cvd_contact cvd_contact_read(struct cvd_arena *arena, const struct cvd_node *node);

/* The absolute URI (RFC 3986) that the text is or, where it begins with a host name, abbreviates:
 * `https://example.org/a` for `example.org/a`, with what no URI may hold percent-encoded. Empty if it
 * is none. In the arena. Linear. */
struct cvd_str cvd_contact_uri(struct cvd_arena *arena, struct cvd_str text);

#endif
