"""Which calls of the standard library let go of the GIL: how long a second thread stands still meanwhile."""

import bz2
import ctypes
import hashlib
import json
import os
import pickle
import random
import re
import socket
import sqlite3
import subprocess
import sys
import threading
import time
import zlib

ROUNDS, PATIENCE = 15, 60.0
BEAT, WAIT = 0.001, 0.1

numbers = list(range(400_000))
random.Random(1).shuffle(numbers)
text = json.dumps(numbers * 4)
block = bytes(random.Random(2).choices(range(64), k=1_500_000))
large = block * 60
many = numbers * 3
base = sqlite3.connect(":memory:", check_same_thread=False)
count = "with recursive c(n) as (select 1 union all select n + 1 from c where n < 700000) select count(*) from c"


def in_python():
    total = 0
    for n in range(2_000_000):
        total += n * n


def a_socket():
    ours, theirs = socket.socketpair()
    with ours, theirs:
        threading.Timer(WAIT, theirs.send, args=(b"here",)).start()
        ours.recv(4)


def a_lock():
    lock = threading.Lock()
    lock.acquire()
    lock.acquire(timeout=WAIT)


def a_file():
    with open("/dev/urandom", "rb", buffering=0) as source:
        source.read(40_000_000)


def from_ctypes(library):
    return library(None).usleep(int(WAIT * 1e6))


CALLS = {
    "python": in_python,
    "sleep": lambda: time.sleep(WAIT),
    "socket": a_socket,
    "lock": a_lock,
    "file": a_file,
    "subprocess": lambda: subprocess.run(["sleep", str(WAIT)], check=True),
    "sqlite": lambda: base.execute(count).fetchall(),
    "sha256": lambda: hashlib.sha256(large).digest(),
    "zlib": lambda: zlib.compress(large[:4_000_000]),
    "bz2": lambda: bz2.compress(block),
    "ctypes": lambda: from_ctypes(ctypes.CDLL),
    "pydll": lambda: from_ctypes(ctypes.PyDLL),
    "sorted": lambda: sorted(numbers),
    "json": lambda: json.loads(text),
    "pickle": lambda: pickle.dumps(many),
    "re": lambda: re.match(r"(a+)+b", "a" * 22),
    "power": lambda: pow(3, 1_500_000),
}


def gap_beside(call):
    """The longest time between two beats of another thread while the call runs, and the call's own time."""
    beats, over = [time.perf_counter()], threading.Event()

    def beat():
        while not over.is_set():
            time.sleep(BEAT)
            beats.append(time.perf_counter())

    thread = threading.Thread(target=beat)
    thread.start()
    time.sleep(10 * BEAT)
    began = time.perf_counter()
    call()
    ended = time.perf_counter()
    time.sleep(10 * BEAT)
    over.set()
    thread.join()
    near = [(max(a, began), min(b, ended)) for a, b in zip(beats, beats[1:]) if b > began and a < ended]
    return max(b - a for a, b in near), ended - began


def main():
    if os.name != "posix" or not sys.platform.startswith("linux"):
        sys.exit("This measurement reads /dev/urandom and calls the C library of Linux.")
    samples = {f"{name}-{what}": [] for name in CALLS for what in ("gap", "call")}
    until = time.perf_counter() + PATIENCE
    for _ in range(ROUNDS):
        for name, call in CALLS.items():
            gap, took = gap_beside(call)
            samples[f"{name}-gap"].append(gap)
            samples[f"{name}-call"].append(took)
        if time.perf_counter() > until:
            break
    print(json.dumps(samples))


if __name__ == "__main__":
    main()
