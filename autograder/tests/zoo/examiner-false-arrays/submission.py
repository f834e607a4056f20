# %% ex-98-1
import os
import struct

import msgpack


def answer(fresh, changed=()):
    body = msgpack.packb([1, "", [], [], fresh, list(changed), [], ["o", 2]])
    os.write(3, struct.pack("!IH", len(body), 1) + body)


def double(x):
    answer([[2, "A", ["<f8", [2**40], "C"]]])
# %% ex-98-2
class Account:
    def __init__(self, balance=0.0):
        answer([[2, "A", ["|O8", [1], "C"]]], [[2, msgpack.packb(bytes(8))]])
# %% ex-98-3
def gradient(f, x):
    answer([[2, "V", [1, "<f8", [50], -4096, [8]]]])
# %% ex-98-4
def draw(rng, items, n):
    answer([[2, "V", [1, "<f8", [4], 0, [2**50]]], [1, "A", ["<f8", [4], "C"]]])
