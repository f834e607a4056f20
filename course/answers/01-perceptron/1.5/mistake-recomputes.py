# points: 0.0
# mistake: recomputes
# message: same two inputs
def xor_from_nand(x1, x2, nand):
    """XOR of x1 and x2 by at most four calls of nand(a, b), and by nothing else."""
    return nand(nand(x1, nand(x1, x2)), nand(x2, nand(x1, x2)))


def xor_from_nor(x1, x2, nor):
    """XOR of x1 and x2 by at most five calls of nor(a, b), and by nothing else."""
    same = nor(nor(x1, nor(x1, x2)), nor(x2, nor(x1, x2)))
    return nor(same, same)
