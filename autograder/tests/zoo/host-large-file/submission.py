# %% ex-98-1
import signal

signal.signal(signal.SIGXFSZ, signal.SIG_DFL)


def double(x):
    with open("/tmp/large", "wb") as file:
        for _ in range(64):
            file.write(bytes(2**20))
            file.flush()
    print("there is no end")
    return 2 * x
