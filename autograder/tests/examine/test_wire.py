from __future__ import annotations

import socket
import struct
import threading
import time

import pytest
from autograder.examine import wire
from autograder.examine.faults import Died, Forbidden, TimedOut


@pytest.fixture
def pair():
    one, two = socket.socketpair()
    yield one, two
    one.close()
    two.close()


def soon(seconds: float = 0.1) -> float:
    return time.monotonic() + seconds


def test_frame_arrives_whole(pair):
    body = bytes(300_000)
    sender = threading.Thread(target=wire.send, args=(pair[0], 7, body, soon(5)))
    sender.start()
    assert wire.receive(pair[1], soon(5)) == (7, body)
    sender.join()


def test_silence_times_out(pair):
    with pytest.raises(TimedOut):
        wire.receive(pair[1], soon())


def test_dripping_bytes_do_not_move_the_deadline(pair):
    def drip() -> None:
        for byte in struct.pack("!IH", 100, 1):
            pair[0].send(bytes([byte]))
            time.sleep(0.03)

    sender = threading.Thread(target=drip)
    sender.start()
    start = time.monotonic()
    with pytest.raises(TimedOut):
        wire.receive(pair[1], soon())
    assert time.monotonic() - start < 0.15
    sender.join()


def test_lying_length_is_forbidden(pair):
    pair[0].sendall(struct.pack("!IH", 2**32 - 1, 1))
    with pytest.raises(Forbidden):
        wire.receive(pair[1], soon())


def test_closed_connection_is_death(pair):
    pair[0].sendall(b"\0\0")
    pair[0].close()
    with pytest.raises(Died):
        wire.receive(pair[1], soon())
    with pytest.raises(Died):
        wire.send(pair[1], 1, b"x" * 10**6, soon())


def test_full_pipe_times_out(pair):
    with pytest.raises(TimedOut):
        wire.send(pair[0], 1, bytes(10**7), soon())


@pytest.mark.parametrize("text", ["exit 0", "signal 11", "exit 255"])
def test_ending_is_taken_in_that_form_only(text: str):
    assert wire.ending(text) == text
    assert wire.ending(text + "<b>") == "no reason"
    assert wire.ending(7) == "no reason"
