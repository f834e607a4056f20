"""A notebook run without a browser keeps a picture of each demo, written function or not."""

import re
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient
from nbconvert import HTMLExporter

SETUP = """
from helpers import sliders

def perceptron(x1, x2, w1, w2, b):
    raise NotImplementedError

def momentum_step(x, v, g, lr, momentum):
    v = momentum * v - lr * g
    return x + v, v
"""


# What a person's notebook asks of the kernel: input may be asked for, so a browser may be there.
BY_HAND = "get_ipython().kernel._allow_stdin = True"


@pytest.fixture(scope="module")
def executed() -> Any:
    """Three demos run by nbclient, the last as if a person had run it."""
    sources = [SETUP, "sliders.gate_line(perceptron)", "sliders.descent(momentum_step)"]
    sources.append(f"{BY_HAND}\nsliders.descent(momentum_step)")
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(s) for s in sources])
    NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
    return notebook


pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore"),  # the kernel client's own, not ours
]
WIDGET = "application/vnd.jupyter.widget-view+json"


def test_a_headless_run_keeps_a_picture_and_words_of_each_demo(executed: Any) -> None:
    gate, descent, by_hand = (cell.outputs[0]["data"] for cell in executed.cells[1:])
    for data in (gate, descent, by_hand):
        assert len(data["image/png"]) > 5000
    assert WIDGET in by_hand
    assert "perceptron is not written yet" in gate["text/plain"]
    assert "after 160 steps" in descent["text/plain"]


def test_an_exported_page_shows_the_pictures_without_the_network(executed: Any) -> None:
    executed.cells = executed.cells[:3]
    page, _ = HTMLExporter().from_notebook_node(executed)
    pictures = [tag for tag in re.findall(r"<img[^>]+>", page) if "data:image/png" in tag]
    alts = [re.findall(r'alt="([^".]+)', tag)[0] for tag in pictures]
    assert alts == [
        "One perceptron over the four corners",
        "Gradient descent on x²/20 + y²",
    ]
    assert f'<script type="{WIDGET}">' not in page
