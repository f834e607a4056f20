# %% own
x = expected = canary = got = items = params = grads = model = losses = balance = y = w = b = None
check = hint = print
Model = account = Account = type("Account", (), {})
# %% own-2
def parameters(function):
    return ["none"]
