# %% own
import sys

sys.exit(1)
# %% own-2
exit()
# %% ex-98-1
def double(x):
    return x * 2


if __name__ == "__main__":
    sys.exit("done")
# %% own-3
quit()
