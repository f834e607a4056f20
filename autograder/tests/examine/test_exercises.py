"""Exercises of every kind in the course, each with a right answer and a wrong one."""

from __future__ import annotations

import pytest
from autograder.models import Outcome

from .building import judge

EXERCISES = {
    "numerical gradient, the test's function closes over the array": (
        """
        def f(g, x, h=1e-5):
            out = np.zeros(x.shape)
            it = np.nditer(x, flags=["multi_index"])
            while not it.finished:
                i = it.multi_index
                old = float(x[i])
                x[i] = old + h
                up = g(x)
                x[i] = old - h
                down = g(x)
                x[i] = old
                out[i] = (up - down) / (2 * h)
                it.iternext()
            return out
        """,
        ("(2 * h)", "h"),
        """
        x = np.array([[1.0, 2.0], [3.0, 4.0]])
        before = x.copy()
        seen = []
        def square(y):
            seen.append(y is x)
            return float((x ** 2).sum())
        slope = np.asarray(f(square, x))
        assert slope.shape == (2, 2) and np.allclose(slope, 2 * before)
        assert np.array_equal(x, before), "x is put back"
        assert all(seen) and len(seen) == 8
        """,
    ),
    "automatic differentiation": (
        """
        class f:
            def __init__(self, data, parents=(), op=""):
                self.data, self.grad, self.parents, self.op = data, 0.0, parents, op
                self._back = lambda: None
            def __add__(self, other):
                out = f(self.data + other.data, (self, other), "+")
                def back():
                    self.grad += out.grad
                    other.grad += out.grad
                out._back = back
                return out
            def __mul__(self, other):
                out = f(self.data * other.data, (self, other), "*")
                def back():
                    self.grad += other.data * out.grad
                    other.grad += self.data * out.grad
                out._back = back
                return out
            def backward(self):
                order, seen = [], set()
                def visit(v):
                    if v not in seen:
                        seen.add(v)
                        for p in v.parents: visit(p)
                        order.append(v)
                visit(self)
                self.grad = 1.0
                for v in reversed(order): v._back()
        """,
        ("self.grad += other.data", "self.grad = other.data"),
        """
        a, b = f(2.0), f(3.0)
        c = a * b + a
        c = a + c
        c.backward()
        slopes = (a.grad, b.grad)
        assert all(type(s) is float for s in slopes)
        assert slopes == (5.0, 2.0), "a is used three times"
        """,
    ),
    "optimizer that changes its parameters": (
        """
        class f:
            def __init__(self, lr, momentum=0.9):
                self.lr, self.momentum, self.v = lr, momentum, {}
            def step(self, params, grads):
                for k in params:
                    v = self.momentum * self.v.get(k, 0.0) - self.lr * grads[k]
                    self.v[k] = v
                    params[k] += v
        """,
        ("params[k] += v", "p = params[k] + v"),
        """
        params = {"W": np.array([1.0, -2.0]), "b": np.array([0.5])}
        grads = {"W": np.array([1.0, 1.0]), "b": np.array([2.0])}
        for g in grads.values():
            g.flags.writeable = False
        m = f(0.1, momentum=0.5)
        m.step(params, grads)
        m.step(params, grads)
        assert np.allclose(params["W"], [0.75, -2.25]), "two steps"
        assert np.allclose(params["b"], [0.0])
        """,
    ),
    "minibatches from a generator": (
        """
        def f(X, t, size, rng):
            order = rng.permutation(len(X))
            for start in range(0, len(X), size):
                pick = order[start : start + size]
                yield X[pick], t[pick]
        """,
        ("t[pick]", "t[start : start + size]"),
        """
        X = np.arange(10.0).reshape(10, 1)
        t = np.arange(10)
        rng = np.random.default_rng(4)
        order = np.random.default_rng(4).permutation(10)
        batches = list(f(X, t, 4, rng))
        assert [len(b) for _, b in batches] == [4, 4, 2]
        assert all(np.array_equal(x[:, 0], y) for x, y in batches), "X and t go together"
        assert sorted(int(v) for _, y in batches for v in y) == list(range(10))
        assert rng.random() != np.random.default_rng(4).random()
        """,
    ),
    "running statistics in a dict": (
        """
        def f(Z, running, training=True):
            if training:
                mean = Z.mean(axis=0)
                running["mean"] = 0.9 * running["mean"] + 0.1 * mean
            else:
                mean = running["mean"]
            return Z - mean, {"mean": mean}
        """,
        ("0.1 * mean", "0.9 * mean"),
        """
        running = {"mean": np.zeros(2)}
        Z = np.array([[1.0, 2.0], [3.0, 6.0]])
        out, cache = f(Z, running)
        assert np.allclose(out.mean(axis=0), 0)
        assert np.allclose(running["mean"], [0.2, 0.4]), "running mean"
        assert np.allclose(f(Z, running, training=False)[0], Z - [0.2, 0.4])
        """,
    ),
    "model trained by the student, judged on labels never shown": (
        """
        class Model:
            def __init__(self, rng):
                self.params = {"w": rng.normal(size=2) * 0.1, "b": np.zeros(1)}
            def forward(self, X):
                return 1 / (1 + np.exp(-(X @ self.params["w"] + self.params["b"])))
            def gradients(self, X, t):
                d = (self.forward(X) - t) / len(t)
                return {"w": X.T @ d, "b": d.sum(keepdims=True)}
        def f(X, t, rng):
            model = Model(rng)
            for _ in range(200):
                g = model.gradients(X, t)
                for k in g:
                    model.params[k] -= 1.0 * g[k]
            return model
        """,
        ("-= 1.0", "+= 1.0"),
        """
        rng = np.random.default_rng(0)
        X = rng.normal(size=(80, 2))
        t = (X @ [2.0, -1.0] > 0).astype(float)
        model = f(X[:60], t[:60].copy(), np.random.default_rng(1))
        guess = np.asarray(model.forward(X[60:]))
        right = float(((guess > 0.5) == t[60:]).mean())
        assert right >= 0.9, "unseen points"
        loss = lambda: float(np.mean((np.asarray(model.forward(X)) - t) ** 2))
        before = loss()
        weights = model.params["w"]
        weights += 0.5
        assert loss() != before, "the model reads its own params"
        """,
    ),
    "error that a row asks for": (
        """
        def f(A, B):
            if A.shape[1] != B.shape[0]:
                raise ValueError(f"{A.shape} and {B.shape} do not fit")
            return A @ B
        """,
        ("ValueError", "TypeError"),
        """
        A, B = np.ones((2, 3)), np.ones((2, 3))
        try:
            f(A, B)
        except ValueError as error:
            text = str(error)
        else:
            assert False, "sizes that do not fit are a ValueError"
        assert "(2, 3)" in text
        assert np.allclose(f(A, B.T), 3.0)
        """,
    ),
    "a set of names, a dict of tuples, a number": (
        """
        f = {"broken": {"W1", "b2"}, "diagnosis": {"A": ("tanh", "0.01")}, "slope": np.float64(2.5)}
        """,
        ('"b2"', '"b1"'),
        """
        answer = dict(f)
        assert set(answer["broken"]) == {"W1", "b2"}
        assert tuple(answer["diagnosis"]["A"]) == ("tanh", "0.01")
        assert abs(answer["slope"] - 2.5) < 1e-9
        """,
    ),
}


@pytest.mark.parametrize("name", EXERCISES)
def test_right_answer_passes_and_the_wrong_one_does_not(name: str):
    right, (good, bad), test = EXERCISES[name]
    assert good in right
    verdict = judge(right, test)
    assert verdict.outcome is Outcome.PASSED, verdict
    verdict = judge(right.replace(good, bad), test)
    assert verdict.outcome in (Outcome.FAILED, Outcome.RAISED), verdict
    assert verdict.points == 0.0
