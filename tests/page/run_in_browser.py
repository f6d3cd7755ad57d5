#!/usr/bin/env python3
"""Opens the page of the example articles in a real browser: run_in_browser.py PROGRAM ARTICLES FOLDER

First as a file (`entente export --to x.html`), then as served (`entente explore`). Screenshots are kept in FOLDER. Exit status 77
where Chromium, Node.js, npm or the page is missing: the test is then skipped, and says why.
"""
import pathlib
import re
import shutil
import signal
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent


def skip(reason):
    print(f"skipped: {reason}")
    sys.exit(77)


def browser():
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if shutil.which(name):
            return shutil.which(name)
    return skip("no Chromium (Debian: chromium)")


def driver(folder):
    """Fetches Playwright, which drives the browser, once."""
    lock = (HERE / "package-lock.json").read_bytes()
    installed = folder / "node_modules" / ".installed"
    if installed.exists() and installed.read_bytes() == lock:
        return
    for name in ("package.json", "package-lock.json"):
        shutil.copy(HERE / name, folder)
    done = subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], cwd=folder,
                          capture_output=True, text=True)
    if done.returncode != 0:
        skip(f"npm cannot fetch playwright-core: {done.stderr.strip()[-300:]}")
    installed.write_bytes(lock)


def look(chromium, folder, address, picture):
    shutil.copy(HERE / "look.mjs", folder)
    subprocess.run(["node", "look.mjs", chromium, address, str(folder / picture)], cwd=folder, check=True)


def main():
    program, articles, folder = (pathlib.Path(argument).resolve() for argument in sys.argv[1:])
    chromium = browser()
    for name in ("node", "npm"):
        if not shutil.which(name):
            skip(f"no {name} (Debian: nodejs, npm)")
    folder.mkdir(parents=True, exist_ok=True)
    driver(folder)
    graph, page = folder / "world.db", folder / "world.html"
    graph.unlink(missing_ok=True)
    subprocess.run([program, "build", articles, "-o", graph], check=True, capture_output=True)
    made = subprocess.run([program, "export", graph, "--to", page, "--overwrite"], capture_output=True, text=True)
    if made.returncode != 0:
        if "built without its page" in made.stderr:
            skip("the program was built without its page, as Node.js or npm was missing")
        sys.exit(made.stderr)
    look(chromium, folder, page.as_uri(), "file")

    server = subprocess.Popen([program, "explore", graph, "--port", "0"], stdout=subprocess.PIPE, text=True)
    try:
        address = re.search(r"http://\S+", server.stdout.readline())[0]
        look(chromium, folder, address, "served")
    finally:
        server.send_signal(signal.SIGINT)
        status = server.wait(timeout=20)
    if status != 0:
        sys.exit(f"entente explore ended with status {status} after Ctrl-C")


if __name__ == "__main__":
    main()
