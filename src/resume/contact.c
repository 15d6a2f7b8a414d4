/*
 * Contacts, by what they contain: an @ makes an email, a host name a page, seven digits a number, a
 * known host or its name before a colon a profile. What is left is a place if it looks like one:
 * short, capitalized, without digits, or with a comma. The order of the tests is the order of how
 * sure they are. A new network is a row.
 */
#include "contact.h"

#include "dates.h"

#include "base/buf.h"

#include <string.h>

#define PHONE_LEAST 7 /* digits */
#define PHONE_MOST 15 /* ITU-T E.164 */
#define PLACE_WORDS 4 /* at most, where no comma tells a place */

static const struct {
	const char *host, *name;
	const char *path; /* what stands before the user's name */
} networks[] = {
	{"github.com", "GitHub", "/"},
	{"gitlab.com", "GitLab", "/"},
	{"codeberg.org", "Codeberg", "/"},
	{"bitbucket.org", "Bitbucket", "/"},
	{"linkedin.com", "LinkedIn", "/in/"},
	{"xing.com", "XING", "/profile/"},
	{"twitter.com", "Twitter", "/"},
	{"x.com", "X", "/"},
	{"bsky.app", "Bluesky", "/profile/"},
	{"mastodon.social", "Mastodon", "/@"},
	{"facebook.com", "Facebook", "/"},
	{"instagram.com", "Instagram", "/"},
	{"youtube.com", "YouTube", "/@"},
	{"medium.com", "Medium", "/@"},
	{"dev.to", "DEV", "/"},
	{"stackoverflow.com", "Stack Overflow", "/users/"},
	{"kaggle.com", "Kaggle", "/"},
	{"leetcode.com", "LeetCode", "/u/"},
	{"hackerrank.com", "HackerRank", "/"},
	{"huggingface.co", "Hugging Face", "/"},
	{"dribbble.com", "Dribbble", "/"},
	{"behance.net", "Behance", "/"},
	{"orcid.org", "ORCID", "/"},
	{"researchgate.net", "ResearchGate", "/profile/"},
	{"scholar.google.com", "Google Scholar", ""},
	{"t.me", "Telegram", "/"},
};

static const char *const place_labels[] = {
	"location", "address",   "adresse",  "anschrift",   "wohnort",   "ort",   "domicilio",
	"lugar",    "ubicación", "endereço", "localização", "indirizzo", "luogo", "woonplaats",
};

/* --- characters --------------------------------------------------------------------------------- */

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_hex(char c)
{
	return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/* --- URIs --------------------------------------------------------------------------------------- */

/* Bytes of a host name with a dot and a top level of letters; 0 if the text begins with none. */
static size_t host_length(struct cvd_str text)
{
	size_t end = 0, dot = 0;

	while (end < text.len && (is_letter(text.ptr[end]) || is_digit(text.ptr[end]) ||
				  strchr("-._", text.ptr[end]) || (text.ptr[end] & 0x80))) {
		if (text.ptr[end] == '.')
			dot = end;
		end++;
	}
	if (!dot || end - dot < 3 || text.ptr[dot - 1] == '.')
		return 0;
	for (size_t i = dot + 1; i < end; i++)
		if (is_digit(text.ptr[i]))
			return 0;
	return end == text.len || strchr("/?#:", text.ptr[end]) ? end : 0;
}

/* RFC 3986, 3.1 */
static bool has_scheme(struct cvd_str text)
{
	size_t end = 0;

	while (end < text.len &&
	       (is_letter(text.ptr[end]) ||
		(end && (is_digit(text.ptr[end]) || strchr("+-.", text.ptr[end])))))
		end++;
	return (end && cvd_str_starts_with(cvd_str_sub(text, end, text.len), CVD_STR("://"))) ||
	       cvd_str_starts_with(text, CVD_STR("mailto:")) ||
	       cvd_str_starts_with(text, CVD_STR("tel:"));
}

struct cvd_str cvd_contact_uri(struct cvd_arena *arena, struct cvd_str text)
{
	struct cvd_buf uri = {0};
	struct cvd_str result;

	text = cvd_str_trim(text);
	if (!text.len || !(is_letter(text.ptr[0]) || host_length(text)))
		return (struct cvd_str){0};
	if (!has_scheme(text)) {
		if (!host_length(text))
			return (struct cvd_str){0};
		cvd_buf_add(&uri, CVD_STR("https://"));
	}
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];
		bool escape = c == '%' && i + 2 < text.len && is_hex(text.ptr[i + 1]) &&
			      is_hex(text.ptr[i + 2]);

		if (escape || is_letter(c) || is_digit(c) ||
		    (c && strchr("-._~:/?#@!$&'()*+,;=", c)))
			cvd_buf_put(&uri, c);
		else
			cvd_buf_printf(&uri, "%%%02X", (unsigned char)c);
	}
	result = cvd_arena_copy(arena, cvd_buf_str(&uri));
	cvd_buf_free(&uri);
	return result;
}

/* --- what a contact is -------------------------------------------------------------------------- */

/* The next word, without the punctuation around it. False at the end. */
static bool next_word(struct cvd_str text, size_t *at, struct cvd_str *word)
{
	size_t from, to;

	while (*at < text.len && text.ptr[*at] == ' ')
		++*at;
	from = *at;
	while (*at < text.len && text.ptr[*at] != ' ')
		++*at;
	to = *at;
	while (from < to && strchr("<([,;:", text.ptr[from]))
		from++;
	while (to > from && strchr(">)],;:.", text.ptr[to - 1]))
		to--;
	*word = cvd_str_sub(text, from, to);
	return from < text.len;
}

/* `jane@example.org` */
static bool is_email(struct cvd_str word)
{
	size_t sign = cvd_str_find_char(word, '@', 0);

	return sign != SIZE_MAX && sign > 0 && cvd_str_find_char(word, '/', 0) == SIZE_MAX &&
	       cvd_str_find_char(word, '.', sign) != SIZE_MAX;
}

static struct cvd_str find_email(struct cvd_str text, struct cvd_str target)
{
	struct cvd_str mailto = CVD_STR("mailto:"), word;

	for (size_t at = 0; next_word(text, &at, &word);) {
		if (cvd_str_starts_with(word, mailto))
			word = cvd_str_sub(word, mailto.len, word.len);
		if (is_email(word))
			return word;
	}
	if (is_email(target) && !cvd_str_starts_with(target, mailto)) /* the scheme was forgotten */
		return target;
	if (!cvd_str_starts_with(target, mailto))
		return (struct cvd_str){0};
	return cvd_str_sub(target, mailto.len, cvd_str_find_char(target, '?', 0));
}

/* `tel:…`, `skype:…`: no page, whatever the text looks like. */
static bool is_other_scheme(struct cvd_str target)
{
	size_t colon = cvd_str_find_char(target, ':', 0);

	if (cvd_str_starts_with(target, CVD_STR("tel:")))
		return true;
	return colon != SIZE_MAX &&
	       cvd_str_find_char(cvd_str_sub(target, 0, colon), '.', 0) == SIZE_MAX &&
	       cvd_str_find_char(cvd_str_sub(target, 0, colon), '/', 0) == SIZE_MAX &&
	       cvd_str_find(target, CVD_STR("://"), 0) == SIZE_MAX;
}

static struct cvd_str find_page(struct cvd_arena *arena, struct cvd_str text, struct cvd_str target)
{
	struct cvd_str word, uri = {0};

	if (is_other_scheme(target))
		return uri;
	if (cvd_str_find(target, CVD_STR("://"), 0) != SIZE_MAX || host_length(target))
		uri = cvd_contact_uri(arena, target);
	for (size_t at = 0; !uri.len && next_word(text, &at, &word);)
		if (cvd_str_find(word, CVD_STR("://"), 1) != SIZE_MAX || host_length(word))
			uri = cvd_contact_uri(arena, word);
	return uri;
}

/* The number goes on in what is no number: a letter (`11.222.333-K`), or a place (`12345-678, Skerry`). */
static bool is_cut_from_word(struct cvd_str text, size_t from, size_t to)
{
	if (to == text.len)
		return false;
	if (text.ptr[to] == ',')
		return is_digit(text.ptr[from]);
	return is_letter(text.ptr[to]) ||
	       (text.ptr[to] == '-' && to + 1 < text.len && is_letter(text.ptr[to + 1]));
}

static struct cvd_str find_phone(struct cvd_arena *arena, struct cvd_str text, struct cvd_str target)
{
	struct cvd_str phone, tel = CVD_STR("tel:");
	struct cvd_date_range range;
	size_t from = 0, to = text.len, digits = 0;

	while (from < to && !is_digit(text.ptr[from]) && !strchr("+(", text.ptr[from]))
		from++;
	while (to > from && !is_digit(text.ptr[to - 1]))
		to--;
	phone = is_cut_from_word(text, from, to) ? (struct cvd_str){0} : cvd_str_sub(text, from, to);
	for (size_t i = 0; i < phone.len; i++) {
		digits += is_digit(phone.ptr[i]) || phone.ptr[i] == '*'; /* not told to all */
		if (cvd_str_starts_with(cvd_str_sub(phone, i, phone.len), CVD_STR("–")))
			i += strlen("–") - 1;
		else if (!is_digit(phone.ptr[i]) && !strchr(" +-()./*", phone.ptr[i]))
			digits = PHONE_MOST + 1;
	}
	if (digits >= PHONE_LEAST && digits <= PHONE_MOST &&
	    !cvd_date_range_read(arena, phone, CVD_DAY_FIRST, &range))
		return phone;
	if (!cvd_str_starts_with(target, tel))
		return (struct cvd_str){0};
	target = cvd_str_sub(target, tel.len, target.len);
	return cvd_str_sub(target, cvd_str_starts_with(target, CVD_STR("//")) ? 2 : 0, target.len);
}

/* A link to a map behind an address: `[Storgata 1, Bergen](https://osm.org/…)`. */
static bool is_map(struct cvd_str target)
{
	static const char *const maps[] = {"//osm.org/",       "//www.openstreetmap.org/",
					   "//maps.google.",   "google.com/maps",
					   "//goo.gl/maps",    "//maps.app.goo.gl/",
					   "//maps.apple.com/"};

	for (size_t i = 0; i < sizeof maps / sizeof *maps; i++)
		if (cvd_str_find(target, cvd_str_from(maps[i]), 0) != SIZE_MAX)
			return true;
	return false;
}

/* The page belongs to one of the networks. */
static void name_network(struct cvd_contact *contact)
{
	size_t from = cvd_str_find(contact->value, CVD_STR("://"), 0);
	struct cvd_str rest;

	if (from == SIZE_MAX)
		return;
	rest = cvd_str_sub(contact->value, from + 3, contact->value.len);
	if (cvd_str_starts_with(rest, CVD_STR("www.")))
		rest = cvd_str_sub(rest, 4, rest.len);
	for (size_t i = 0; i < sizeof networks / sizeof *networks; i++) {
		size_t host = strlen(networks[i].host);
		struct cvd_str path = cvd_str_from(networks[i].path), after;

		if (!cvd_str_equal_ascii_nocase(cvd_str_sub(rest, 0, host),
						cvd_str_from(networks[i].host)) ||
		    (rest.len > host && rest.ptr[host] != '/'))
			continue;
		contact->kind = CVD_CONTACT_PROFILE;
		contact->network = cvd_str_from(networks[i].name);
		after = cvd_str_sub(rest, host, rest.len);
		if (path.len && cvd_str_starts_with(after, path)) {
			size_t end = path.len;

			while (end < after.len && !strchr("/?#", after.ptr[end]))
				end++;
			contact->user = cvd_str_sub(after, path.len, end);
		}
		return;
	}
}

/* `GitHub: name`, `GitHub @name` */
static bool is_named_profile(struct cvd_str text, struct cvd_contact *contact)
{
	for (size_t i = 0; i < sizeof networks / sizeof *networks; i++) {
		struct cvd_str name = cvd_str_from(networks[i].name), user;

		if (text.len < name.len + 2 ||
		    !cvd_str_equal_ascii_nocase(cvd_str_sub(text, 0, name.len), name) ||
		    !strchr(": ", text.ptr[name.len]))
			continue;
		user = cvd_str_trim(cvd_str_sub(text, name.len + 1, text.len));
		if (!user.len || cvd_str_find_char(user, ' ', 0) != SIZE_MAX ||
		    (text.ptr[name.len] == ' ' && user.ptr[0] != '@'))
			return false;
		contact->kind = CVD_CONTACT_PROFILE;
		contact->network = name;
		contact->user = cvd_str_sub(user, user.ptr[0] == '@', user.len);
		return true;
	}
	return false;
}

static struct cvd_str without_place_label(struct cvd_str text)
{
	size_t colon = cvd_str_find_char(text, ':', 0);
	struct cvd_str label = cvd_str_trim(cvd_str_sub(text, 0, colon));

	for (size_t i = 0; colon != SIZE_MAX && i < sizeof place_labels / sizeof *place_labels; i++)
		if (cvd_str_equal_ascii_nocase(label, cvd_str_from(place_labels[i])))
			return cvd_str_trim(cvd_str_sub(text, colon + 1, text.len));
	return text;
}

static bool is_place(struct cvd_str text)
{
	size_t words = 1;
	bool digit = false, comma = cvd_str_find_char(text, ',', 0) != SIZE_MAX;

	if (!text.len || (text.ptr[0] >= 'a' && text.ptr[0] <= 'z'))
		return false;
	for (size_t i = 0; i < text.len; i++) {
		if (strchr(":/@", text.ptr[i]))
			return false;
		words += text.ptr[i] == ' ';
		digit |= is_digit(text.ptr[i]);
	}
	return comma || (!digit && words <= PLACE_WORDS);
}

struct cvd_contact cvd_contact_read(struct cvd_arena *arena, const struct cvd_node *node)
{
	struct cvd_str text = cvd_str_trim(node->text);
	struct cvd_str target = node->link_count ? node->links[0].target : (struct cvd_str){0};
	struct cvd_contact contact = {0};

	if ((contact.value = find_email(text, target)).len) {
		contact.kind = CVD_CONTACT_EMAIL;
	} else if (is_map(target)) {
		contact.kind = CVD_CONTACT_PLACE;
		contact.value = without_place_label(text);
	} else if ((contact.value = find_page(arena, text, target)).len) {
		contact.kind = CVD_CONTACT_PAGE;
		name_network(&contact);
	} else if ((contact.value = find_phone(arena, text, target)).len) {
		contact.kind = CVD_CONTACT_PHONE;
	} else if (!is_named_profile(text, &contact)) {
		contact.value = without_place_label(text);
		contact.kind = is_place(contact.value) ? CVD_CONTACT_PLACE : CVD_CONTACT_OTHER;
	}
	contact.whole =
		!node->link_count &&
		(cvd_str_equal(contact.value, text) ||
		 (contact.value.len && cvd_str_equal(cvd_contact_uri(arena, text), contact.value)));
	return contact;
}
