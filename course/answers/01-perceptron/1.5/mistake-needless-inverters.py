# points: 1.5
# mistake: needless-inverters
# message: at most four
def xor_from_nand(x1, x2, nand):
    """XOR of x1 and x2 by at most four calls of nand(a, b), and by nothing else."""
    not_1 = nand(x1, x1)
    not_2 = nand(x2, x2)
    return nand(nand(x1, not_2), nand(not_1, x2))


def xor_from_nor(x1, x2, nor):
    """XOR of x1 and x2 by at most five calls of nor(a, b), and by nothing else."""
    n = nor(x1, x2)
    same = nor(nor(x1, n), nor(x2, n))
    return nor(same, same)
