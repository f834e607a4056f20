# points: 8.0
layers, passes = (64, 100, 10), 40
config = dict(zip(("sizes", "epochs", "batch_size", "lr", "optimizer"), (layers, passes, 20, 0.1, "sgd")))
