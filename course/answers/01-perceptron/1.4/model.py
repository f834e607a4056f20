# points: 2.0
def xor_gate(x1, x2):
    """1 where exactly one input is 1, made of the gates above. x1, x2: 0 or 1, or arrays."""
    either = or_gate(x1, x2)
    not_both = nand_gate(x1, x2)
    return and_gate(either, not_both)
