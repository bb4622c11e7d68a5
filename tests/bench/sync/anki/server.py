"""The Anki side of the centre: the sync server as a process of its own, and a collection that is
kept as the source of the records.

Arguments: --dir FOLDER. Says {"port": N} once the server listens, then answers `load` and `change`,
each with a `file` of JSON lines, whose records it writes and sends to the server.
"""

import argparse
import os
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from anki.collection import Collection

import talk

BATCH = 5000


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def start(folder: Path, port: int) -> subprocess.Popen[bytes]:
    settings = {
        "SYNC_BASE": str(folder / "server"),
        "SYNC_HOST": "127.0.0.1",
        "SYNC_PORT": str(port),
        "SYNC_USER1": f"{talk.USER}:{talk.PASSWORD}",
        "MAX_SYNC_PAYLOAD_MEGS": "2000",
        "RUST_LOG": "anki=warn",
    }
    command = [sys.executable, "-m", "anki.syncserver"]
    log = open(folder / "server.log", "wb")
    return subprocess.Popen(command, env=os.environ | settings, stdin=subprocess.DEVNULL, stdout=log, stderr=log)


def listens(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), 1).close()
        return True
    except OSError:
        return False


class Author:
    """The collection that records come from."""

    def __init__(self, folder: Path, url: str) -> None:
        self.collection = Collection(str(folder / "author.anki2"))
        self.auth = self.collection.sync_login(talk.USER, talk.PASSWORD, url)

    def load(self, file: str) -> dict[str, Any]:
        records = talk.lines(file)
        talk.prepare(self.collection)
        for at in range(0, len(records), BATCH):
            talk.add(self.collection, records[at : at + BATCH])
        self.collection.close_for_full_sync()
        self.collection.full_upload_or_download(auth=self.auth, server_usn=None, upload=True)
        self.collection.reopen(after_full_sync=True)
        # Which note holds which record. Not by sfld: it is a number wherever a key looks like one.
        fields = self.collection.db.all("select flds, id from notes")
        self.known = {flds.split("\x1f", 1)[0]: note for flds, note in fields}
        self.send()
        return {"done": len(records)}

    def change(self, file: str) -> dict[str, Any]:
        self.send()
        records = talk.lines(file)
        changed = []
        for identity, text in records:
            note = self.collection.get_note(self.known[identity])
            note.fields[1] = text
            changed.append(note)
        self.collection.update_notes(changed)
        self.send()
        return {"done": len(records)}

    def send(self) -> None:
        answer = self.collection.sync_collection(self.auth, False)
        if answer.required != answer.NO_CHANGES:
            raise RuntimeError(f"a whole sync was asked for: {answer.required}")


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--dir", required=True, type=Path)
    folder = arguments.parse_args().dir
    folder.mkdir(parents=True, exist_ok=True)
    port = free_port()
    server = start(folder, port)
    try:
        while not listens(port):
            if server.poll() is not None:
                raise RuntimeError("the sync server ended; see server.log")
            time.sleep(0.05)
        author = Author(folder, f"http://127.0.0.1:{port}/")
        talk.say({"port": port})
        talk.serve({"load": author.load, "change": author.change})
        author.collection.close()
    finally:
        server.terminate()
        server.wait()


main()
