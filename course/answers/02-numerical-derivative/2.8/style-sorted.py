# points: 3.0
def relative_error(a, b):
    """The largest |a - b| by the largest |entry| of both, 0 for two zeros. a, b: same shape."""
    gaps = sorted(abs(float(p) - float(q)) for p, q in zip(a.flat, b.flat))
    sizes = sorted(abs(float(value)) for value in [*a.flat, *b.flat])
    return gaps[-1] / sizes[-1] if sizes[-1] else 0.0


_cubic = np.poly1d([4, -2, -7, 1])
_errors = {k: abs(central_difference(_cubic, 1.3, 10.0**-k) - 8.08) for k in range(1, 16)}
best_h = 10.0 ** -min(_errors, key=_errors.get)
why_tiny = "b"
