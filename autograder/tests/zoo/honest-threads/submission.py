# %% ex-98-1
import threading
import time
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(2)
threading.Thread(target=time.sleep, args=(0.5,), daemon=True).start()


def double(x):
    with ThreadPoolExecutor(2) as helpers:
        return list(helpers.map(lambda part: 2 * part, [x]))[0]
# %% ex-98-5
def descend(params, grads, rate):
    def update(name):
        params[name] -= rate * grads[name]

    threads = [threading.Thread(target=update, args=(name,)) for name in params]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
