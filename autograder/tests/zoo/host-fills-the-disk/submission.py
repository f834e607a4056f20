# %% own
import os

written = 0
try:
    for number in range(64):
        with open(f"/tmp/large-{number}", "wb") as file:
            written += file.write(bytes(2**20))
    print("there is no end", written)
except OSError as error:
    print("it was full after", written >> 20, "MiB")
for name in os.listdir("/tmp"):
    if name.startswith("large-"):
        os.remove(f"/tmp/{name}")
