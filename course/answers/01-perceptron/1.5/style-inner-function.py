# points: 3.0
def xor_from_nand(x1, x2, nand):
    """XOR of x1 and x2 by at most four calls of nand(a, b), and by nothing else."""
    def without(x, n):
        return nand(x, n)

    shared = nand(x2, x1)
    return nand(without(x2, shared), without(x1, shared))


def xor_from_nor(x1, x2, nor):
    """XOR of x1 and x2 by at most five calls of nor(a, b), and by nothing else."""
    def invert(x):
        return nor(x, x)

    return nor(nor(x1, x2), nor(invert(x1), invert(x2)))
