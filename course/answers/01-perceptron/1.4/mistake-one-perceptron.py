# points: 0.0
# mistake: one-perceptron
# message: one perceptron
def xor_gate(x1, x2):
    """1 where exactly one input is 1, made of the gates above. x1, x2: 0 or 1, or arrays."""
    return perceptron(x1, x2, 3, -3, -1)
