# %% own
import functools
import time


def timed(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        start = time.perf_counter()
        try:
            return function(*args, **kwargs)
        finally:
            wrapper.seconds += time.perf_counter() - start

    wrapper.seconds = 0.0
    return wrapper


class Counted:
    def __init__(self, function):
        functools.update_wrapper(self, function)
        self.function, self.calls = function, 0

    def __call__(self, *args, **kwargs):
        self.calls += 1
        return self.function(*args, **kwargs)
# %% ex-98-1
@timed
@Counted
def double(x):
    return _double(x) if type(x) is float else x * 2


@functools.lru_cache(maxsize=None)
def _double(x):
    return x * 2
# %% ex-98-3
@Counted
def gradient(f, x):
    f = timed(f)
    return np.array([(f(x + s) - f(x - s)) / 2e-5 for s in np.eye(len(x)) * 1e-5])
