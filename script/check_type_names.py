#!/usr/bin/env python3
"""Names every type that two files define under one name: programs that link both break without a word.

Types in unnamed namespaces are their file's own.
"""
import collections
import re
import subprocess
import sys

NOISE = re.compile(r'//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])\'')
SCOPE = re.compile(
    r"namespace(?P<space>\s+[\w:]+)?\s*\{"
    r"|(?:struct|class|union|enum(?:\s+class)?)\s+(?P<type>\w+)(?:\s+final)?(?:\s*:(?!:)[^;{}()]*)?\s*\{"
    r"|[{}]"
)


def types_in(path):
    """The qualified names of the types that a file defines outside functions, other types and unnamed namespaces."""
    with open(path, encoding="utf-8") as file:
        text = NOISE.sub("", file.read())
    scopes = []  # names of namespaces; None for what hides a type from other files
    for match in SCOPE.finditer(text):
        if match.group() == "}":
            if scopes:
                scopes.pop()
        elif match.group("type"):
            if None not in scopes:
                yield "::".join([*scopes, match.group("type")])
            scopes.append(None)
        else:
            space = match.group("space")
            scopes.append(space.strip() if space else None)


def main():
    files = subprocess.run(["git", "ls-files", "*.h", "*.cpp", ":!tests", ":!bench"], check=True, capture_output=True, text=True)
    defined = collections.defaultdict(set)
    for path in files.stdout.split():
        for name in types_in(path):
            defined[name].add(path)
    twice = {name: paths for name, paths in defined.items() if len(paths) > 1}
    for name, paths in sorted(twice.items()):
        print(f"{name} is defined in {' and in '.join(sorted(paths))}: rename one", file=sys.stderr)
    return 1 if twice else 0


if __name__ == "__main__":
    sys.exit(main())
