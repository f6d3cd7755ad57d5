#!/usr/bin/env python3
"""Asks `entente explore` over the network as its page does: explore_test.py PROGRAM

Exit status 77 where the program was built without its page: the test is then skipped.
"""
import http.client
import json
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import urllib.parse

HERE = pathlib.Path(__file__).resolve().parent


def check(holds, what):
    if not holds:
        sys.exit(f"failed: {what}")


class Server:
    """`entente explore` at a port of its own choice."""

    def __init__(self, program, graph, *options):
        self.process = subprocess.Popen([program, "explore", graph, "--port", "0", *options], stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        found = re.search(r"http://([\d.]+):(\d+)/", line)
        if not found:
            error = self.process.stderr.read()
            if "built without its page" in error:
                print("skipped: the program was built without its page")
                sys.exit(77)
            sys.exit(f"explore said {line!r} and {error!r}")
        self.host, self.port = found[1], int(found[2])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()

    def ask(self, path, method="GET", **headers):
        connection = http.client.HTTPConnection(self.host, self.port, timeout=20)
        connection.request(method, path, headers=headers)
        response = connection.getresponse()
        body = response.read().decode()
        connection.close()
        return response.status, response.headers, body

    def get(self, what, **parameters):
        query = f"?{urllib.parse.urlencode(parameters)}" if parameters else ""
        status, headers, body = self.ask(f"/api/{what}{query}")
        check(headers["Content-Type"] == "application/json", f"{what} came as {headers['Content-Type']}")
        return status, json.loads(body)

    def interrupt(self):
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=20)


def check_page(server):
    status, headers, body = server.ask("/")
    check(status == 200 and headers["Content-Type"].startswith("text/html"), f"the page came with {status}")
    check("connect-src 'self'" in body and '<script type="application/json" id="data"></script>' in body, "the page does not fetch its data")
    wanted = {"X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY", "Referrer-Policy": "no-referrer", "Cache-Control": "no-store",
              "Cross-Origin-Resource-Policy": "same-origin"}
    for name, value in wanted.items():
        check(headers[name] == value, f"{name} is {headers[name]}")
    check(headers["Access-Control-Allow-Origin"] is None, "other sites may read the graph")


def check_answers(server):
    status, graph = server.get("graph")
    check(status == 200 and graph["schema"] == "entente/page/1" and graph["title"] == "world", f"graph: {graph}")
    ids = [entity["id"] for entity in graph["entities"]]
    check(all("x" in entity and "y" in entity for entity in graph["entities"]), "entities drawn first have no place")
    for relation in graph["relations"]:
        check(relation["subject"] < len(ids) and relation["object"] < len(ids), f"{relation} points nowhere")

    status, found = server.get("search", q="unit")
    check(found["entities"][0]["name"] == "United States", f"search found {found['entities']}")
    status, found = server.get("search", q="\"'; DROP TABLE (((")
    check(status == 200, f"an odd search gave {status}")

    centre = max(ids, key=lambda one: sum(ids.index(one) in (r["subject"], r["object"]) for r in graph["relations"]))
    status, entity = server.get("entity", id=centre)
    check(centre in [one["id"] for one in entity["entities"]], f"{centre} is not in its own dossier")
    ties = entity["relations"] + entity["events"]
    check(ties and all(tie["evidence"] for tie in ties), "a tie has no sentence")
    sentence, begin, end = ties[0]["evidence"][0]
    text = entity["sentences"][sentence][1]
    check(0 <= begin < end <= len(text), f"{begin}-{end} is not within {text!r}")
    check(next(one for one in entity["entities"] if one["id"] == centre)["said"], "the dossier has no sentence of the text")

    status, evidence = server.get("evidence", id=ties[0]["id"], limit=1)
    check(evidence["evidence"][0]["text"] == text, f"evidence gave {evidence}")
    other = next(one["id"] for one in entity["entities"] if one["id"] != centre)
    status, pair = server.get("pair", a=centre, b=other)
    check(status == 200 and pair["relations"] + pair["events"], f"nothing between {centre} and {other}")
    status, near = server.get("neighbourhood", id=centre, hops=2)
    check({one["id"] for one in entity["entities"]} <= {one["id"] for one in near["entities"]}, "two steps reach less than one")
    status, timeline = server.get("timeline")
    check(sum(sum(counts) for _, *counts in timeline["days"]) > 0, "no event has a day")
    check(timeline["days"] == sorted(timeline["days"]), "days are out of order")


def check_refusals(server):
    for path, wanted in (("/api/entity", 400), ("/api/entity?id=nobody", 404), ("/api/neighbourhood?id=nobody", 404), ("/api/evidence?id=r-0", 404),
                         ("/api/search", 400), ("/api/nothing", 404), ("/../../etc/passwd", 404), ("/api/evidence?id=x&limit=-1", 400)):
        status, _, body = server.ask(path)
        check(status == wanted and json.loads(body)["error"], f"{path} gave {status} {body}")
    for method in ("POST", "PUT", "DELETE", "OPTIONS"):
        check(server.ask("/api/graph", method)[0] in (400, 405), f"{method} was taken")
    check(server.ask("/api/graph", Host="evil.example")[0] == 403, "another site's name was served")
    check(server.ask("/api/graph", Host=f"localhost:{server.port}")[0] == 200, "localhost was not served")


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        world = subprocess.run([sys.executable, HERE / "world.py"], check=True, capture_output=True).stdout
        (folder / "world.jsonl").write_bytes(world)
        graph = folder / "world.db"
        subprocess.run([program, "build", folder / "world.jsonl", "-o", graph], check=True, capture_output=True)
        before = graph.read_bytes()
        with Server(program, graph) as server:
            check_page(server)
            check_answers(server)
            check_refusals(server)
            second = subprocess.run([program, "explore", graph, "--port", str(server.port)], capture_output=True, text=True, timeout=20)
            check(second.returncode == 3 and "--port" in second.stderr, f"a second server at a port: {second.returncode} {second.stderr}")
            check(server.interrupt() == 0, "Ctrl-C does not end it cleanly")
        with Server(program, graph, "--kind", "country") as server:
            kinds = {entity["kind"] for entity in server.get("graph")[1]["entities"]}
            check(kinds == {"country"}, f"--kind country shows {kinds}")
        check(graph.read_bytes() == before, "the graph file was changed")
    print("explore answers")


if __name__ == "__main__":
    main()
