# points: 1.0
# mistake: relu-exchanged
# message: from layer to layer
diagnosis = {
    "A": ("relu", "xavier"),
    "B": ("tanh", "1"),
    "C": ("tanh", "xavier"),
    "D": ("sigmoid", "1"),
    "E": ("relu", "he"),
    "F": ("tanh", "0.01"),
}
