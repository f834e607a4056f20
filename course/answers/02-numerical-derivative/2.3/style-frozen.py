# points: 2.0
def partial_derivative(f, x, i, h=1e-5):
    """Central difference of f in its entry i. f: (n,) -> number; x: (n,); i: index. A number."""
    def along(value):
        return f(np.array([value if j == i else x[j] for j in range(len(x))]))

    return central_difference(along, x[i], h)
