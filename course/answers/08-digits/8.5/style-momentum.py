# points: 8.0
config = dict(sizes=[64, 64, 10], epochs=15, batch_size=32, lr=0.05, optimizer="momentum")
