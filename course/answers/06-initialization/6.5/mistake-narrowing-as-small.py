# points: 1.0
# mistake: narrowing-as-small
# message: far from a spike
diagnosis = {
    "A": ("relu", "he"),
    "B": ("tanh", "1"),
    "C": ("tanh", "0.01"),
    "D": ("sigmoid", "1"),
    "E": ("relu", "0.01"),
    "F": ("tanh", "0.01"),
}
