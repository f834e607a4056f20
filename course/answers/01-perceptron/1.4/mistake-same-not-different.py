# points: 0.0
# mistake: same-not-different
# message: opposite of XOR
def xor_gate(x1, x2):
    """1 where exactly one input is 1, made of the gates above. x1, x2: 0 or 1, or arrays."""
    return or_gate(and_gate(x1, x2), nor_gate(x1, x2))
