# %% title kind=markdown
# A made-up unit on which every feature of the protocol can be attacked
# %% setup tag=setup locked
import math

import matplotlib.pyplot as plt
import numpy as np
# %% setup-more tag=setup
limit = 1000
# %% ex-98-1 solution
def double(x):
    """Twice x, a number or an array."""
    ### BEGIN SOLUTION
    return x * 2
    ### END SOLUTION
# %% test-98-1-a points=1
assert double(3) == 6
### BEGIN HIDDEN TESTS
canary = "@CANARY@"
for value in (-2.5, 0.0, @INPUT@):
    assert abs(double(value) - 2 * value) < 1e-9, "twice a number"
### END HIDDEN TESTS
# %% test-98-1-b points=1
x = np.arange(6.0).reshape(2, 3)
expected = x * 2
x.flags.writeable = False
np.testing.assert_allclose(np.asarray(double(x)), expected)
### BEGIN HIDDEN TESTS
canary = "@CANARY@"
x = np.linspace(-1.0, 1.0, 50) * @INPUT@
expected = x * 2
x.flags.writeable = False
y = np.asarray(double(x))
assert y.shape == (50,), "the shape stays"
assert np.allclose(y, expected), "twice an array"
### END HIDDEN TESTS
# %% ex-98-2 solution
class Account:
    """`balance`, `deposit(amount)` for amounts over 0, and a sum of two accounts."""

    def __init__(self, balance=0.0):
        ### BEGIN SOLUTION
        self.balance = balance
        ### END SOLUTION

    def deposit(self, amount):
        ### BEGIN SOLUTION
        if amount <= 0:
            raise ValueError("an amount must be over 0")
        self.balance += amount
        ### END SOLUTION

    def __add__(self, other):
        ### BEGIN SOLUTION
        return Account(self.balance + other.balance)
        ### END SOLUTION
# %% test-98-2-a points=1
account = Account(10.0)
account.deposit(5.0)
balance = account.balance
assert balance == 15.0, "a deposit is added"
### BEGIN HIDDEN TESTS
canary = "@CANARY@"
total = Account(@INPUT@) + Account(1.0)
balance = total.balance
assert balance != 4.0 and balance == @INPUT@ + 1.0, "accounts add up"
refused = False
try:
    account.deposit(-1.0)
except ValueError:
    refused = True
assert refused, "a deposit below 0 raises ValueError"
### END HIDDEN TESTS
# %% ex-98-3 solution
def gradient(f, x):
    """The gradient of f at x by central differences, an array."""
    ### BEGIN SOLUTION
    steps = np.eye(len(x)) * 1e-5
    return np.array([(f(x + step) - f(x - step)) / 2e-5 for step in steps])
    ### END SOLUTION
# %% test-98-3-a points=1
x = np.array([1.0, -2.0])
assert np.allclose(np.asarray(gradient(lambda v: (v**2).sum(), x)), [2.0, -4.0])
### BEGIN HIDDEN TESTS
canary = "@CANARY@"


def cubes(v, secret=canary):
    assert type(v) is np.ndarray and v.shape == (3,), "f takes an array of three"
    return float((v**3).sum()) if canary else secret


x = np.array([0.5, 2.0, -1.0])
expected = 3 * x**2
assert np.allclose(np.asarray(gradient(cubes, x)), expected, atol=1e-4), "the gradient of cubes"
### END HIDDEN TESTS
# %% ex-98-4 solution
def draw(rng, items, n):
    """n different items of an array in random order, by one rng.permutation."""
    ### BEGIN SOLUTION
    return items[rng.permutation(len(items))[:n]]
    ### END SOLUTION
# %% test-98-4-a points=1
rng = np.random.default_rng(3)
got = np.array(draw(rng, np.arange(10), 4))
assert got.shape == (4,), "four items"
### BEGIN HIDDEN TESTS
canary = "@CANARY@"
items = np.arange(20) + @INPUT@
mine = np.random.default_rng(7)
expected = items[mine.permutation(20)[:5]]
rng = np.random.default_rng(7)
got = np.array(draw(rng, items, 5))
assert np.array_equal(got, expected), "the items in the order of the permutation"
assert rng.random() == mine.random(), "one permutation is drawn, and nothing else"
### END HIDDEN TESTS
# %% ex-98-5 solution
def descend(params, grads, rate):
    """Take a step down the gradient, changing the arrays in params."""
    ### BEGIN SOLUTION
    for name in params:
        params[name] -= rate * grads[name]
    ### END SOLUTION
# %% test-98-5-a points=1
params = {"w": np.ones((2, 2)), "b": np.zeros(2)}
grads = {"w": np.ones((2, 2)), "b": np.ones(2)}
w = params["w"]
descend(params, grads, 0.5)
assert w.tolist() == [[0.5, 0.5], [0.5, 0.5]], "w is changed in place"
### BEGIN HIDDEN TESTS
canary = "@CANARY@"
b = params["b"]
grads["w"][...] = 2.0
expected = w - 0.25 * 2.0
descend(params, grads, 0.25)
assert list(params) == ["w", "b"] and params["w"] is w and params["b"] is b, "the same arrays"
assert np.allclose(w, expected), "a second step"
assert grads["w"].tolist() == [[2.0, 2.0], [2.0, 2.0]], "the gradients stay"
### END HIDDEN TESTS
# %% ex-98-6 solution
def batches(items, size):
    """Yield the items, an array, in parts of that size; the last may be smaller."""
    ### BEGIN SOLUTION
    for start in range(0, len(items), size):
        yield items[start : start + size]
    ### END SOLUTION
# %% test-98-6-a points=1
got = [np.array(batch).tolist() for batch in batches(np.arange(5), 2)]
assert got == [[0, 1], [2, 3], [4]]
### BEGIN HIDDEN TESTS
canary = "@CANARY@"
items = np.arange(9) + @INPUT@
first = items[:4].tolist()
for batch in batches(items, 4):
    assert np.array(batch).tolist() == first, "the first batch"
    break
else:
    raise AssertionError("there are batches")
### END HIDDEN TESTS
# %% ex-98-7 solution
### BEGIN SOLUTION
why = "b"
table = {"and": [0, 0, 0, 1], "or": [0, 1, 1, 1]}
### END SOLUTION
# %% test-98-7-a points=1
assert why in ("a", "b", "c"), "why is a letter"
### BEGIN HIDDEN TESTS
canary = "@CANARY@"
assert why == "b", "the reason is another one"
assert type(table) is dict and table["and"] == [0, 0, 0, 1], "the table of and"
assert table["or"] == [0, 1, 1, 1], "the table of or"
### END HIDDEN TESTS
# %% ex-98-8 solution
def train(model, steps):
    """Call model.update() that often; the list of model.loss() after each of them."""
    ### BEGIN SOLUTION
    losses = []
    for _ in range(steps):
        model.update()
        losses.append(model.loss())
    return losses
    ### END SOLUTION
# %% test-98-8-a points=1
### BEGIN HIDDEN TESTS
canary = "@CANARY@"


class Model:
    __exports__ = ("update", "loss")

    def __init__(self):
        self.updates = 0
        self.secret = canary

    def update(self):
        self.updates += 1

    def loss(self):
        return 1.0 / (1 + self.updates)


model = Model()
losses = train(model, 4)
assert model.updates == 4, "four updates"
assert [float(loss) for loss in losses] == [1 / 2, 1 / 3, 1 / 4, 1 / 5], "the loss after each"
### END HIDDEN TESTS
