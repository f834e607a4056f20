# points: 0.0
# mistake: alias
# message: same array
def partial_derivative(f, x, i, h=1e-5):
    """Central difference of f in its entry i. f: (n,) -> number; x: (n,); i: index. A number."""
    ahead = x
    ahead[i] += h
    behind = x
    behind[i] -= h
    return (f(ahead) - f(behind)) / (2 * h)
