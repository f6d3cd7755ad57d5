#!/usr/bin/env python3
"""Checks that Graphviz takes our DOT and shows the names as they are: dot_readers.py graphviz WRITE_HOSTILE_GRAPH

Exit status 77 where Graphviz is not on this machine: the test is then skipped, and says why.
"""
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

from readers import NAMES, check, skip, written

SVG = "{http://www.w3.org/2000/svg}"


def words(text):
    return text.split()


def check_graphviz(program, folder):
    if not shutil.which("dot"):
        skip("no dot (Debian: graphviz)")
    for view in ("entities", "events"):
        path, nodes, edges = written(program, folder, "dot", view)
        run = subprocess.run(["dot", "-Tsvg", path], capture_output=True)
        check(run.returncode == 0, run.stderr.decode())
        groups = xml.etree.ElementTree.fromstring(run.stdout).iter(SVG + "g")
        drawn = {"node": {}, "edge": {}}
        for group in groups:
            kind = group.get("class", "").split()[:1]
            if kind and kind[0] in drawn:
                lines = [text.text or "" for text in group.iter(SVG + "text")]
                drawn[kind[0]][group.find(SVG + "title").text + group.get("id")] = "\n".join(lines)
        check((len(drawn["node"]), len(drawn["edge"])) == (nodes, edges), f"{view}: drew {drawn}")
        shown = [words(label) for label in drawn["node"].values()]
        for name in NAMES.values():
            check(words(name) in shown, f"{name!r} is not drawn among {shown}")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        check_graphviz(sys.argv[2], temporary)
