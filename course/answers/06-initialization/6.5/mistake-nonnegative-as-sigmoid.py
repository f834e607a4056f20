# points: 1.0
# mistake: nonnegative-as-sigmoid
# message: no activation between 0 and 1
diagnosis = {
    "A": ("sigmoid", "he"),
    "B": ("tanh", "1"),
    "C": ("tanh", "xavier"),
    "D": ("sigmoid", "1"),
    "E": ("sigmoid", "xavier"),
    "F": ("tanh", "0.01"),
}
