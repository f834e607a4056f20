# %% ex-98-1
def double(x):
    while True:
        print("A" * 10_000)
# %% ex-98-2
class Account:
    def __init__(self, balance=0.0):
        raise type("E" * 10**6, (ValueError,), {})("B" * 10**7)
# %% own
"C" * 10**7
# %% own-2
raise ValueError("D" * 10**7)
# %% own-3
while True:
    print("E" * 10_000)
