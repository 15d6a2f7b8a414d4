/* Contacts by what they contain, and URIs of what people write for them. */
#include "unit.h"

#include "contact.h"

static struct cvd_arena arena;

static const struct {
	const char *text, *target; /* of a link over all of the text, or NULL */
	enum cvd_contact_kind kind;
	const char *value, *network, *user;
	bool whole;
} cases[] = {
	{"ada@nilsson.example", NULL, CVD_CONTACT_EMAIL, "ada@nilsson.example", "", "", true},
	{"Email: ada@nilsson.example", NULL, CVD_CONTACT_EMAIL, "ada@nilsson.example", "", "",
	 false},
	{"<ada@nilsson.example>", NULL, CVD_CONTACT_EMAIL, "ada@nilsson.example", "", "", false},
	{"Write me", "mailto:ada@nilsson.example?subject=Hi", CVD_CONTACT_EMAIL,
	 "ada@nilsson.example", "", "", false},
	{"Write me", "ada@nilsson.example", CVD_CONTACT_EMAIL, "ada@nilsson.example", "", "", false},
	{"+47 55 55 01 23", NULL, CVD_CONTACT_PHONE, "+47 55 55 01 23", "", "", true},
	{"Tel.: (555) 010-7733", NULL, CVD_CONTACT_PHONE, "(555) 010-7733", "", "", false},
	{"Call", "tel:+4755550123", CVD_CONTACT_PHONE, "+4755550123", "", "", false},
	{"Call", "tel://47-555-0123", CVD_CONTACT_PHONE, "47-555-0123", "", "", false},
	{"199-****-2050", NULL, CVD_CONTACT_PHONE, "199-****-2050", "", "", true},
	{"(+47) 5 – 55 01 23", NULL, CVD_CONTACT_PHONE, "(+47) 5 – 55 01 23", "", "", true},
	{"ID: 11.222.333-K", NULL, CVD_CONTACT_OTHER, "ID: 11.222.333-K", "", "", true},
	{"12345-678, Skerry", NULL, CVD_CONTACT_PLACE, "12345-678, Skerry", "", "", true},
	{"Storgata 1; 5003 Bergen", "https://osm.org/go/0Da", CVD_CONTACT_PLACE,
	 "Storgata 1; 5003 Bergen", "", "", false},
	{"Skype: ada.nilsson", "skype:ada.nilsson", CVD_CONTACT_OTHER, "Skype: ada.nilsson", "", "",
	 false},
	{"Born 12.03.1990", NULL, CVD_CONTACT_OTHER, "Born 12.03.1990", "", "", true},
	{"nilsson.example", NULL, CVD_CONTACT_PAGE, "https://nilsson.example", "", "", true},
	{"https://nilsson.example/cv", NULL, CVD_CONTACT_PAGE, "https://nilsson.example/cv", "", "",
	 true},
	{"Portfolio", "https://nilsson.example", CVD_CONTACT_PAGE, "https://nilsson.example", "",
	 "", false},
	{"github.com/adanilsson", NULL, CVD_CONTACT_PROFILE, "https://github.com/adanilsson",
	 "GitHub", "adanilsson", true},
	{"LinkedIn", "https://www.linkedin.com/in/ada-n/?x=1", CVD_CONTACT_PROFILE,
	 "https://www.linkedin.com/in/ada-n/?x=1", "LinkedIn", "ada-n", false},
	{"https://mygithub.com/ada", NULL, CVD_CONTACT_PAGE, "https://mygithub.com/ada", "", "",
	 true},
	{"GitHub: adanilsson", NULL, CVD_CONTACT_PROFILE, "", "GitHub", "adanilsson", false},
	{"Twitter @ada", NULL, CVD_CONTACT_PROFILE, "", "Twitter", "ada", false},
	{"Bergen, Norway", NULL, CVD_CONTACT_PLACE, "Bergen, Norway", "", "", true},
	{"Bergen", NULL, CVD_CONTACT_PLACE, "Bergen", "", "", true},
	{"Location: Bergen", NULL, CVD_CONTACT_PLACE, "Bergen", "", "", false},
	{"Storgata 1, 5003 Bergen", NULL, CVD_CONTACT_PLACE, "Storgata 1, 5003 Bergen", "", "",
	 true},
	{"she/her", NULL, CVD_CONTACT_OTHER, "she/her", "", "", true},
	{"", NULL, CVD_CONTACT_OTHER, "", "", "", true},
};

START_TEST(contacts_are_what_they_contain)
{
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct cvd_link link = {0};
		struct cvd_node node = {.kind = CVD_CONTACT, .text = cvd_str_from(cases[i].text)};
		struct cvd_contact contact;

		if (cases[i].target) {
			link.len = (uint32_t)node.text.len;
			link.target = cvd_str_from(cases[i].target);
			node.links = &link;
			node.link_count = 1;
		}
		contact = cvd_contact_read(&arena, &node);
		ck_assert_msg(contact.kind == cases[i].kind, "'%s' is %d", cases[i].text,
			      contact.kind);
		assert_text(contact.value, cases[i].value);
		assert_text(contact.network, cases[i].network);
		assert_text(contact.user, cases[i].user);
		ck_assert_msg(contact.whole == cases[i].whole, "'%s'", cases[i].text);
	}
	cvd_arena_free(&arena);
}
END_TEST

START_TEST(uris_are_absolute_and_encoded)
{
	static const struct {
		const char *text, *uri;
	} uris[] = {
		{"https://example.org/a", "https://example.org/a"},
		{"example.org/a?b=c#d", "https://example.org/a?b=c#d"},
		{"www.example.org", "https://www.example.org"},
		{"mailto:a@example.org", "mailto:a@example.org"},
		{"https://example.org/a b|c", "https://example.org/a%20b%7Cc"},
		{"https://example.org/100%25", "https://example.org/100%25"},
		{"https://example.org/100%", "https://example.org/100%25"},
		{"https://example.org/\xc3\xa9", "https://example.org/%C3%A9"},
		{"papers/one.pdf", ""},
		{"#top", ""},
		{"10.5", ""},
		{"a..b", ""},
		{"", ""},
	};

	for (size_t i = 0; i < sizeof uris / sizeof *uris; i++)
		assert_text(cvd_contact_uri(&arena, cvd_str_from(uris[i].text)), uris[i].uri);
	cvd_arena_free(&arena);
}
END_TEST

UNIT_MAIN("contacts", contacts_are_what_they_contain, uris_are_absolute_and_encoded)
