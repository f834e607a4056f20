# %% own
import json
import pathlib
import tempfile

np.save("weights.npy", np.array([2.0]))
pathlib.Path("notes.json").write_text(json.dumps({"factor": 2}))
# %% ex-98-1
def double(x):
    with tempfile.TemporaryDirectory() as folder:
        np.savez(f"{folder}/x.npz", x=x)
    factor = json.loads(pathlib.Path("notes.json").read_text())["factor"]
    return x * factor * np.load("weights.npy")[0] / 2
