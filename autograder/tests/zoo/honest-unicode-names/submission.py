# %% ex-98-1
π = math.pi


def 倍(числo):
    return числo * 2 * π / π


def double(x, größe=2):
    return 倍(x)
