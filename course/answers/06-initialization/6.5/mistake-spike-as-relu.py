# points: 1.0
# mistake: spike-as-relu
# message: on both sides of 0
diagnosis = {
    "A": ("relu", "he"),
    "B": ("tanh", "1"),
    "C": ("tanh", "xavier"),
    "D": ("sigmoid", "1"),
    "E": ("relu", "xavier"),
    "F": ("relu", "0.01"),
}
