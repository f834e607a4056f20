# points: 0.0
# mistake: only-for-training-data
# message: memory of the training data
why_off = "d"
