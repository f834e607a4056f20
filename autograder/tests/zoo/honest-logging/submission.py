# %% ex-98-1
import contextlib
import io
import logging

logging.basicConfig(level=logging.DEBUG)


def double(x):
    logging.info("doubling %s", x)
    with contextlib.redirect_stdout(io.StringIO()) as quiet:
        print("nobody hears this")
    with contextlib.suppress(ZeroDivisionError):
        1 / 0
    return x * 2
