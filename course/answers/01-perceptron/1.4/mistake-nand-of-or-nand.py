# points: 0.0
# mistake: nand-of-or-nand
# message: table of NAND
def xor_gate(x1, x2):
    """1 where exactly one input is 1, made of the gates above. x1, x2: 0 or 1, or arrays."""
    return nand_gate(or_gate(x1, x2), and_gate(x1, x2))
