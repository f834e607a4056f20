# %% own
import builtins
import os
import sys

with open("/tmp/numpy.py", "w") as file:
    file.write("raise SystemExit")
with open("/tmp/sitecustomize.py", "w") as file:
    file.write("raise SystemExit")
sys.path.insert(0, "/tmp")
np.add = np.multiply = np.subtract
builtins.sum = lambda items: 0
os.register_at_fork(before=lambda: None, after_in_child=lambda: None)
os.environ["PYTHONPATH"] = "/tmp"
print("poisoned")
# %% ex-98-1
def double(x):
    return np.multiply(x, 2)
