#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs Python listings that fetch, on the real clock: run_fetching_listings.py DEMO_SERVER LISTING...

Writes one JSON object: what each listing printed, by its path. The listings are run as they are but for two things: the
address of the demo server is filled in, and aiohttp, which need not be installed, is played by the few lines below.
"""
import asyncio
import contextlib
import io
import json
import sys
import types
import urllib.error
import urllib.request


class Reply:
    def __init__(self, status, body):
        self.status, self.ok, self.body = status, status < 400, body

    async def json(self, content_type=None):
        return json.loads(self.body)


def load(url):
    try:
        with urllib.request.urlopen(url, timeout=30) as reply:
            return Reply(reply.status, reply.read())
    except urllib.error.HTTPError as error:
        return Reply(error.code, error.read())


class ClientSession:
    async def __aenter__(self):
        return self

    async def __aexit__(self, *error):
        return None

    @contextlib.asynccontextmanager
    async def get(self, url):
        yield await asyncio.to_thread(load, url)


def prints_of(listing, demo_server):
    with open(listing, encoding="utf-8") as file:
        source = file.read().replace("http://localhost:8080", demo_server)
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(source, listing, "exec"), {"__name__": "__main__"})
    return out.getvalue()


if __name__ == "__main__":
    sys.modules["aiohttp"] = types.SimpleNamespace(ClientSession=ClientSession)
    json.dump({listing: prints_of(listing, sys.argv[1]) for listing in sys.argv[2:]}, sys.stdout)
