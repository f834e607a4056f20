# points: 0.0
# mistake: and-of-and-nand
# message: always 0
def xor_gate(x1, x2):
    """1 where exactly one input is 1, made of the gates above. x1, x2: 0 or 1, or arrays."""
    return and_gate(and_gate(x1, x2), nand_gate(x1, x2))
