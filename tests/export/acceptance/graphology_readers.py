#!/usr/bin/env python3
"""Checks that graphology, with which Gephi Lite reads, takes our JSON: graphology_readers.py graphology WRITE_HOSTILE_GRAPH

graphology comes from the npm registry into a folder beside the build. Exit status 77 where that cannot be: the test is
then skipped, and says why.
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile

from readers import WHOLE_NAMES, check, skip, written

PACKAGE = "graphology@0.26.0"
SCRIPT = """
const graphology = require('graphology');
const data = JSON.parse(require('fs').readFileSync(process.argv[1], 'utf8'));
const graph = graphology.Graph.from(data);
const labels = Object.fromEntries(graph.mapNodes((node, attributes) => [node, attributes.label]));
console.log(JSON.stringify({type: graph.type, multi: graph.multi, counts: [graph.order, graph.size], labels}));
"""


def modules(folder):
    """Where graphology lies."""
    if not shutil.which("node") or not shutil.which("npm"):
        skip("no node and npm (Debian: nodejs, npm)")
    place = os.path.join(os.environ.get("ENTENTE_TEST_CACHE", folder), "graphology")
    if not os.path.isdir(os.path.join(place, "node_modules", "graphology")):
        command = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", place, PACKAGE]
        if subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode != 0:
            skip(f"{PACKAGE} cannot be had from the npm registry")
    return os.path.join(place, "node_modules")


def check_graphology(program, folder):
    environment = dict(os.environ, NODE_PATH=modules(folder))
    for view in ("entities", "events"):
        path, nodes, edges = written(program, folder, "graphology", view)
        run = subprocess.run(["node", "-e", SCRIPT, path], capture_output=True, text=True, encoding="utf-8",
                             env=environment)
        check(run.returncode == 0, run.stderr)
        graph = json.loads(run.stdout)
        check((graph["type"], graph["multi"]) == ("directed", True), f"{view}: {graph['type']}, {graph['multi']}")
        check(graph["counts"] == [nodes, edges], f"{view}: wrote {nodes} {edges}, graphology has {graph['counts']}")
        check(WHOLE_NAMES.items() <= graph["labels"].items(), f"{view}: names came back as {graph['labels']}")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        check_graphology(sys.argv[2], temporary)
