# points: 0.0
# mistake: image-side
# message: 64 pixels
config = {"sizes": (8, 128, 10), "epochs": 20, "batch_size": 64, "lr": 0.005, "optimizer": "adam"}
