# points: 0.0
# mistake: own-gates
# message: only the gate
def xor_from_nand(x1, x2, nand):
    """XOR of x1 and x2 by at most four calls of nand(a, b), and by nothing else."""
    n = nand_gate(x1, x2)
    return nand_gate(nand_gate(x1, n), nand_gate(x2, n))


def xor_from_nor(x1, x2, nor):
    """XOR of x1 and x2 by at most five calls of nor(a, b), and by nothing else."""
    n = nor_gate(x1, x2)
    same = nor_gate(nor_gate(x1, n), nor_gate(x2, n))
    return nor_gate(same, same)
