# points: 3.0
def two_paths(h, W, t):
    total, slope = 0.0, 0.0
    for weight, target in zip(W, t):
        total += (target - weight * h) ** 2
    L = total**0.5
    for weight, target in zip(W, t):
        slope += (weight * h - target) / L * weight
    return [L, slope]
