# points: 1.5
# mistake: last-gate-missing
# message: half of the wiring
def xor_from_nand(x1, x2, nand):
    """XOR of x1 and x2 by at most four calls of nand(a, b), and by nothing else."""
    n = nand(x1, x2)
    return nand(x1, n)


def xor_from_nor(x1, x2, nor):
    """XOR of x1 and x2 by at most five calls of nor(a, b), and by nothing else."""
    n = nor(x1, x2)
    same = nor(nor(x1, n), nor(x2, n))
    return nor(same, same)
