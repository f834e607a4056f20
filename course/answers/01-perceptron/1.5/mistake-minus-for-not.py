# points: 1.5
# mistake: minus-for-not
# message: only the gate
def xor_from_nand(x1, x2, nand):
    """XOR of x1 and x2 by at most four calls of nand(a, b), and by nothing else."""
    n = nand(x1, x2)
    return nand(nand(x1, n), nand(x2, n))


def xor_from_nor(x1, x2, nor):
    """XOR of x1 and x2 by at most five calls of nor(a, b), and by nothing else."""
    n = nor(x1, x2)
    return 1 - nor(nor(x1, n), nor(x2, n))
