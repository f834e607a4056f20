# %% ex-98-1
import os
import struct

import msgpack


def frame(depth, kind, payload, verb=""):
    body = msgpack.packb([kind, verb, [], [], [], [], [], payload])
    return struct.pack("!IH", len(body), depth) + body


def double(x):
    for depth in (0, 2, 3, 60):
        os.write(3, frame(depth, 1, 6))
    return 2 * x
