# points: 1.0
# mistake: all-tanh
# message: nothing below 0
diagnosis = {
    "A": ("tanh", "he"),
    "B": ("tanh", "1"),
    "C": ("tanh", "xavier"),
    "D": ("tanh", "1"),
    "E": ("tanh", "xavier"),
    "F": ("tanh", "0.01"),
}
