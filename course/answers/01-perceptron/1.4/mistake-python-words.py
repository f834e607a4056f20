# points: 0.0
# mistake: python-words
# message: whole array
def xor_gate(x1, x2):
    """1 where exactly one input is 1, made of the gates above. x1, x2: 0 or 1, or arrays."""
    return (x1 or x2) and not (x1 and x2)
