# points: 3.0
def bce_sigmoid(z, t):
    chances = np.array([sigmoid(-z), sigmoid(z)])
    target = np.array([1 - t, t])
    dL_dy = -(target / chances) @ np.array([-1.0, 1.0])
    dy_dz = np.prod(chances)
    return np.array([dL_dy, dy_dz, dL_dy * dy_dz])
