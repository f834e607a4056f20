# %% ex-98-1
π = math.pi


def 倍(числo):
    return числo * 2 if π > 3 else числo


def double(x, größe=2):
    return 倍(x)
