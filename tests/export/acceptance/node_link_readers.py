#!/usr/bin/env python3
"""Checks that networkx takes our node-link JSON: node_link_readers.py networkx WRITE_HOSTILE_GRAPH

Exit status 77 where networkx is not on this machine: the test is then skipped, and says why.
"""
import inspect
import json
import sys
import tempfile

from readers import WHOLE_NAMES, check, skip, written


def check_networkx(program, folder):
    try:
        import networkx
    except ImportError:
        skip("no networkx (Debian: python3-networkx)")
    has_edges = "edges" in inspect.signature(networkx.node_link_graph).parameters
    name_of_edges = {"edges": "edges"} if has_edges else {"link": "edges"}  # networkx before 3.4
    for view in ("entities", "events"):
        path, nodes, edges = written(program, folder, "node-link", view)
        with open(path, encoding="utf-8") as file:
            graph = networkx.node_link_graph(json.load(file), **name_of_edges)
        check(graph.is_directed() and graph.is_multigraph(), "not a directed multigraph")
        check((len(graph), graph.number_of_edges()) == (nodes, edges), f"{view}: {graph}, wrote {nodes} {edges}")
        for node, name in WHOLE_NAMES.items():
            check(graph.nodes[node]["label"] == name, f"{node} came back as {graph.nodes[node]['label']!r}")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        check_networkx(sys.argv[2], temporary)
