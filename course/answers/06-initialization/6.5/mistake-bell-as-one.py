# points: 1.0
# mistake: bell-as-one
# message: piles at the edges
diagnosis = {
    "A": ("relu", "he"),
    "B": ("tanh", "1"),
    "C": ("tanh", "1"),
    "D": ("sigmoid", "1"),
    "E": ("relu", "xavier"),
    "F": ("tanh", "0.01"),
}
