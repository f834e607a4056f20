# points: 2.0
diagnosis = {
    "A": ("relu", "he"),
    "B": ("tanh", "1"),
    "C": ("tanh", "xavier"),
    "D": ("sigmoid", "1"),
    "E": ("relu", "xavier"),
    "F": ("tanh", "0.01"),
}
