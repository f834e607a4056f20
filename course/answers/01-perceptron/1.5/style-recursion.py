# points: 3.0
def xor_from_nand(x1, x2, nand):
    """XOR of x1 and x2 by at most four calls of nand(a, b), and by nothing else."""
    def wire(known, plan):
        if not plan:
            return known[-1]
        (i, j), *rest = plan
        return wire([*known, nand(known[i], known[j])], rest)

    return wire([x1, x2], [(1, 0), (2, 0), (2, 1), (4, 3)])


def xor_from_nor(x1, x2, nor):
    """XOR of x1 and x2 by at most five calls of nor(a, b), and by nothing else."""
    def wire(known, plan):
        if not plan:
            return known[-1]
        (i, j), *rest = plan
        return wire([*known, nor(known[i], known[j])], rest)

    return wire([x1, x2], [(0, 0), (1, 1), (2, 3), (0, 1), (4, 5)])
