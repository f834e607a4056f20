# points: 1.0
# mistake: scales-exchanged
# message: a sum of many large terms
diagnosis = {
    "A": ("relu", "he"),
    "B": ("tanh", "0.01"),
    "C": ("tanh", "xavier"),
    "D": ("sigmoid", "1"),
    "E": ("relu", "xavier"),
    "F": ("tanh", "1"),
}
