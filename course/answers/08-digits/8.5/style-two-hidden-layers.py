# points: 8.0
config = {}
config["optimizer"] = "rmsprop"
config["sizes"] = [64] + 2 * [64] + [10]
config["lr"] = 2e-3
config["batch_size"], config["epochs"] = 2**5, 12
