# points: 2.0
def xor_gate(x1, x2):
    """1 where exactly one input is 1, made of the gates above. x1, x2: 0 or 1, or arrays."""
    n = nand_gate(x1, x2)
    left, right = (nand_gate(x, n) for x in (x1, x2))
    return nand_gate(left, right)
