# %% ex-98-1
def double(x):
    return 2 * x
# %% ex-98-1-copy claims=ex-98-1 solution
def double(x):
    return x + x
# %% test-98-1-a points=1 shows="1.0"
assert double(3) == 6
print(double(5))
# %% test-98-2-a gone
# %% notes kind=markdown
# My notes: $2x$ <b>bold</b>
