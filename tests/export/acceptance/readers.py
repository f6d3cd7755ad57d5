"""What the checks of other readers share: the names to come back, the program that writes, Gephi's importer.

A check is skipped (exit status 77), and says why, where its reader is not on this machine.
"""
import os
import shutil
import subprocess
import sys

SKIPPED = 77
HERE = os.path.dirname(os.path.abspath(__file__))
TOOLKIT = "org.gephi:gephi-toolkit:0.10.1:jar:all"

# The names of the hostile graph as they are, where a format holds any character (U+FFFD for an invalid byte).
WHOLE_NAMES = {
    "country/chn": "China",
    "country/null": "null",
    "event/inf-treaty": "INF Treaty",
    "organisation/a b:c_d": "R&D \"Böse\" <Söhne> 'GmbH'",
    "organisation/emoji": "Red 🌹 Rose 👩‍👩‍👧",
    "person/line": "First\nSecond\tThird\r\nFourth",
    "person/rtl": "محمود عباس",
    "person/пу": "bell\x07 and \x1b[31mred\x01, \ufffd bad",
    "place/alone": "Alone \\N, C:\\new \"x\\\"",
}

# What they are after XML, under portable ids: control characters and invalid bytes are gone.
NAMES = {
    "country:chn": "China",
    "country:null": "null",
    "event:inf-treaty": "INF Treaty",
    "organisation:a_20b_3Ac_5Fd": "R&D \"Böse\" <Söhne> 'GmbH'",
    "organisation:emoji": "Red 🌹 Rose 👩‍👩‍👧",
    "person:line": "First\nSecond\tThird\r\nFourth",
    "person:rtl": "محمود عباس",
    "person:_D0_BF_D1_83": "bell and [31mred,  bad",
    "place:alone": "Alone \\N, C:\\new \"x\\\"",
}


def skip(why):
    print(f"skipped: {why}")
    sys.exit(SKIPPED)


def check(condition, message):
    if not condition:
        sys.exit(f"failed: {message}")


def written(program, folder, form, view, style="plain"):
    """The file written, and how many nodes and edges the writer counted."""
    path = os.path.join(folder, f"{view}-{style}.{form}")
    with open(path, "wb") as out:
        run = subprocess.run([program, form, view, style], stdout=out, stderr=subprocess.PIPE, check=True)
    nodes, edges = map(int, run.stderr.split()[:2])
    return path, nodes, edges


def written_pair(program, folder, form, view):
    """The file of nodes, that of edges, and how many of both."""
    paths = [os.path.join(folder, f"{view}-{form}.{part}.csv") for part in ("nodes", "edges")]
    run = subprocess.run([program, form, view, "plain", *paths], stderr=subprocess.PIPE, check=True)
    nodes, edges = map(int, run.stderr.split()[:2])
    return paths, nodes, edges


def toolkit_jar(folder):
    """Gephi's importer; kept beside the build, as it is large."""
    cache = os.environ.get("ENTENTE_TEST_CACHE", folder)
    path = os.path.join(cache, "gephi-toolkit-0.10.1-all.jar")
    if os.path.exists(path):
        return path
    if not shutil.which("mvn"):
        skip("no mvn to fetch the gephi-toolkit with (Debian: maven)")
    command = ["mvn", "-q", "-B", "dependency:copy", f"-Dartifact={TOOLKIT}", f"-DoutputDirectory={cache}"]
    if subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode != 0:
        skip(f"{TOOLKIT} cannot be had from Maven Central")
    return path


class Gephi:
    """Gephi's own importers, from the gephi-toolkit."""

    def __init__(self, folder):
        if not shutil.which("javac"):
            skip("no Java compiler (Debian: openjdk-17-jdk-headless)")
        self.jar = toolkit_jar(folder)
        self.folder = folder
        subprocess.run(["javac", "-cp", self.jar, "-d", folder, os.path.join(HERE, "ImportIntoGephi.java")], check=True)

    def imported(self, *paths):
        """The files imported one after the other: counts, kinds, time, labels. Fails on any issue that Gephi reports."""
        run = subprocess.run(["java", "-Djava.awt.headless=true", "-cp", f"{self.jar}{os.pathsep}{self.folder}",
                              "ImportIntoGephi", *paths], capture_output=True, text=True, encoding="utf-8")
        check(run.returncode == 0, run.stdout + run.stderr)
        lines = run.stdout.splitlines()
        issues = [line for line in lines if line.startswith("issue")]
        check(not issues, f"{paths}: {issues}")

        def all_of(word):
            return [line.split(" ", 1)[1] for line in lines if line.startswith(word + " ")]

        labels = dict(line.split(" ", 1) for line in all_of("node"))
        return {"counts": tuple(map(int, all_of("counts")[0].split())), "kinds": set(all_of("kind")),
                "time": tuple(map(float, all_of("time")[0].split())), "labels": labels}


def as_printed(name):
    """A label as ImportIntoGephi prints it, on one line."""
    return name.replace("\r", "\\r").replace("\n", "\\n")
