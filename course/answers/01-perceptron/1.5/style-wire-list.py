# points: 3.0
def xor_from_nand(x1, x2, nand):
    """XOR of x1 and x2 by at most four calls of nand(a, b), and by nothing else."""
    wires = [x1, x2]
    for i, j in [(0, 1), (0, 2), (1, 2), (3, 4)]:
        wires.append(nand(wires[i], wires[j]))
    return wires[-1]


def xor_from_nor(x1, x2, nor):
    """XOR of x1 and x2 by at most five calls of nor(a, b), and by nothing else."""
    wires = {"a": x1, "b": x2}
    plan = {"n": "ab", "p": "an", "q": "bn", "e": "pq", "y": "ee"}
    for name, (left, right) in plan.items():
        wires[name] = nor(wires[left], wires[right])
    return wires["y"]
