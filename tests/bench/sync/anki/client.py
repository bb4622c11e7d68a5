"""The Anki side of the station: a collection on disk, in a process of its own.

Arguments: --url ADDRESS. Answers:
`first` (dir, n): a new collection, timed until every record is in it;
`pull` (file): timed until the changes of the file are here; `push` (file): timed until the new
records of the file are there; `settle`: both ways, not timed.
"""

import argparse
import time
from pathlib import Path
from typing import Any

from anki.collection import Collection

import talk


class Station:
    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/") + "/"
        self.collection: Collection | None = None
        self.auth = None

    def first(self, dir: str, n: int) -> dict[str, Any]:
        if self.collection:
            self.collection.close()
        Path(dir).mkdir(parents=True, exist_ok=True)
        collection = Collection(f"{dir}/station.anki2")
        if self.auth is None:
            self.auth = collection.sync_login(talk.USER, talk.PASSWORD, self.url)
        began = time.perf_counter()
        answer = collection.sync_collection(self.auth, False)
        if answer.required not in (answer.FULL_DOWNLOAD, answer.FULL_SYNC):
            raise RuntimeError(f"no whole sync was asked for: {answer.required}")
        collection.close_for_full_sync()
        collection.full_upload_or_download(auth=self.auth, server_usn=None, upload=False)
        collection.reopen(after_full_sync=True)
        took = time.perf_counter() - began
        self.collection = collection
        if collection.note_count() != n:
            raise RuntimeError(f"{collection.note_count()} records of {n}")
        return {"what": "first", "n": n, "ms": took * 1000}

    def pull(self, file: str) -> dict[str, Any]:
        took = self.sync()
        wanted = talk.lines(file)
        fields = self.collection.db.list("select flds from notes")
        here = dict(flds.split("\x1f")[:2] for flds in fields)
        for identity, text in wanted:
            if here.get(identity) != text:
                raise RuntimeError(f"{identity} is not up to date")
        return {"what": "pull", "n": len(wanted), "ms": took * 1000}

    def push(self, file: str) -> dict[str, Any]:
        records = talk.lines(file)
        talk.add(self.collection, records)
        took = self.sync()
        left = self.collection.db.scalar("select count() from notes where usn = -1")
        if left:
            raise RuntimeError(f"{left} records were not sent")
        return {"what": "push", "n": len(records), "ms": took * 1000}

    def settle(self) -> dict[str, Any]:
        self.sync()
        return {"done": True}

    def sync(self) -> float:
        began = time.perf_counter()
        answer = self.collection.sync_collection(self.auth, False)
        took = time.perf_counter() - began
        if answer.required != answer.NO_CHANGES:
            raise RuntimeError(f"a whole sync was asked for: {answer.required}")
        return took


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--url", required=True)
    station = Station(arguments.parse_args().url)
    talk.say({"ready": True})
    talk.serve({name: getattr(station, name) for name in ("first", "pull", "push", "settle")})
    if station.collection:
        station.collection.close()


main()
