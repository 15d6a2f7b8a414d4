#!/usr/bin/env python3
"""Makes C of a style sheet and a script: embed.py OUTPUT FILE...

Each file becomes a `struct html_asset`, html_report_css of report.css, with the hash that a
Content-Security-Policy names it by (https://www.w3.org/TR/CSP3/#grammardef-hash-source). Indentation
and lines of comment stay behind.
"""

import base64
import hashlib
import pathlib
import re
import sys


def slim(text):
    text = re.sub(r"^[ \t]*/\*.*?\*/[ \t]*\n", "", text, flags=re.MULTILINE | re.DOTALL)
    lines = (line.strip() for line in text.splitlines())
    return "".join(line + "\n" for line in lines if line)


def main(output, *files):
    with open(output, "w", encoding="ascii") as out:
        out.write('#include "asset.h"\n')
        for path in map(pathlib.Path, files):
            content = slim(path.read_text(encoding="utf-8")).encode()
            name = "html_" + re.sub(r"\W", "_", path.name)
            digest = base64.b64encode(hashlib.sha256(content).digest()).decode()
            numbers = ",".join(map(str, content))
            out.write(f"static const char bytes_of_{name}[] = {{{numbers}}};\n"
                      f"const struct html_asset {name} = {{\n"
                      f"\t{{bytes_of_{name}, sizeof bytes_of_{name}}}, \"sha256-{digest}\"}};\n")


main(*sys.argv[1:])
