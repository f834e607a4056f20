# points: 8.0
# sizes, epochs, batch_size, lr, and optimizer, one of the names in OPTIMIZERS
config = {
    "sizes": (64, 100, 10),
    "epochs": 20,
    "batch_size": 64,
    "lr": 0.005,
    "optimizer": "adam",
}
