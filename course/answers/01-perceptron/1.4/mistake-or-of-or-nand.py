# points: 0.0
# mistake: or-of-or-nand
# message: always 1
def xor_gate(x1, x2):
    """1 where exactly one input is 1, made of the gates above. x1, x2: 0 or 1, or arrays."""
    return or_gate(or_gate(x1, x2), nand_gate(x1, x2))
