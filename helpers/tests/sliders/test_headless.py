"""A notebook run without a browser keeps a picture of each demo, written function or not."""

import nbformat
import pytest
from nbclient import NotebookClient

SETUP = """
from helpers import sliders

def perceptron(x1, x2, w1, w2, b):
    raise NotImplementedError

def momentum_step(x, v, g, lr, momentum):
    v = momentum * v - lr * g
    return x + v, v
"""


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")  # the kernel client's own, not ours
def test_a_headless_run_keeps_a_picture_and_words_of_each_demo() -> None:
    sources = [SETUP, "sliders.gate_line(perceptron)", "sliders.descent(momentum_step)"]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(s) for s in sources])
    NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
    gate, descent = (cell.outputs[0]["data"] for cell in notebook.cells[1:])
    for data in (gate, descent):
        assert "application/vnd.jupyter.widget-view+json" in data
        assert len(data["image/png"]) > 5000
    assert "perceptron is not written yet" in gate["text/plain"]
    assert "after 160 steps" in descent["text/plain"]
