# points: 1.0
# mistake: edges-exchanged
# message: where the two piles stand
diagnosis = {
    "A": ("relu", "he"),
    "B": ("sigmoid", "1"),
    "C": ("tanh", "xavier"),
    "D": ("tanh", "1"),
    "E": ("relu", "xavier"),
    "F": ("tanh", "0.01"),
}
