# points: 2.0
def xor_gate(x1, x2):
    """1 where exactly one input is 1, made of the gates above. x1, x2: 0 or 1, or arrays."""
    out = x1
    for gate, other in [(or_gate, x2), (and_gate, nand_gate(x1, x2))]:
        out = gate(out, other)
    return out
