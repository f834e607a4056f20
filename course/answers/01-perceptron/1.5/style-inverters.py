# points: 3.0
def xor_from_nand(x1, x2, nand):
    """XOR of x1 and x2 by at most four calls of nand(a, b), and by nothing else."""
    n = nand(x1, x2)
    left, right = [nand(x, n) for x in (x1, x2)]
    return nand(left, right)


def xor_from_nor(x1, x2, nor):
    """XOR of x1 and x2 by at most five calls of nor(a, b), and by nothing else."""
    both = nor(nor(x1, x1), nor(x2, x2))
    neither = nor(x1, x2)
    return nor(both, neither)
