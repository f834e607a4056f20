"""How long from a key press on a slider to the changed picture, in JupyterLab in Chromium?

One notebook and one run: ipywidgets' `interact` with `plt.show()` drawing the same picture as our
demo, the same with the plainest picture (one panel, thin contours), the demo of `helpers.sliders`,
and a bare round trip (a slider whose value Python writes into a label). Each gets 60 key presses;
the clock runs in the page, from the key's event to the change of the page. The cases take turns,
ten presses at a time, so that a busy moment of the machine falls on all of them.

Run: python bench/sliders.py [--presses 60]
"""

import argparse
import statistics
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from browser.lab import OpenNotebook, open_notebook, start_browser, start_lab, write_notebook

SETUP = """
import numpy as np, matplotlib.pyplot as plt, ipywidgets as widgets
from helpers import sliders

def momentum_step(x, v, g, lr, momentum):
    v = momentum * v - lr * g
    return x + v, v
"""
INTERACT = """
from helpers.sliders.palette import LIGHT
from helpers.sliders.plane import plane_panel

def draw(lr):
    x, v, path = np.array([-7.0, 2.0]), np.zeros(2), []
    for _ in range(200):
        path.append(x)
        x, v = momentum_step(x, v, sliders.bowl.gradient(x), lr, 0.5)
    _, (left, right) = plt.subplots(1, 2, figsize=(8.2, 3.4), width_ratios=(1.45, 1))
    sliders.bowl.view.paint(left, LIGHT)
    left.plot(*np.transpose(path), "o-")
    plane_panel(sliders.bowl).paint(right, LIGHT)
    right.plot(lr, 0.5, "ko")
    plt.show()

widgets.interact(draw, lr=widgets.FloatSlider(value=0.3, min=0.01, max=1.4, step=0.01));
"""
PLAIN = """
X, Y = np.meshgrid(np.linspace(-9, 9, 241), np.linspace(-4, 4, 161))

def draw_plain(lr):
    x, v, path = np.array([-7.0, 2.0]), np.zeros(2), []
    for _ in range(200):
        path.append(x)
        x, v = momentum_step(x, v, sliders.bowl.gradient(x), lr, 0.5)
    plt.figure(figsize=(6, 3.5))
    plt.contour(X, Y, X**2 / 20 + Y**2, levels=12)
    plt.plot(*np.transpose(path), "o-")
    plt.show()

widgets.interact(draw_plain, lr=widgets.FloatSlider(value=0.3, min=0.01, max=1.4, step=0.01));
"""
OURS = "sliders.descent(step=momentum_step, at=(0.3, 0.5))"
BARE = """
slider, label = widgets.FloatSlider(value=0.3, min=0.01, max=1.4, step=0.01), widgets.Label("?")
slider.observe(lambda change: setattr(label, "value", f"lr {change['new']:.2f}"), "value")
widgets.VBox([slider, label])
"""
# In each cell: which elements are watched, and a text that differs when the picture has changed.
CASES = {
    "interact, same picture": (1, ".jp-OutputArea-output img", "e => e.src"),
    "interact, plain picture": (2, ".jp-OutputArea-output img", "e => e.src"),
    "helpers.sliders": (3, ".nnbh-picture", "e => e.dataset.number"),
    "bare round trip": (4, ".jp-OutputArea .widget-label:last-child", "e => e.textContent"),
}
WATCH = """({ cell, selector, sign }) => {
  window.bench?.watcher.disconnect();
  const root = document.querySelectorAll(".jp-Notebook .jp-Cell")[cell], read = eval(sign);
  const now = () => { const e = [...root.querySelectorAll(selector)].pop(); return e && read(e); };
  const bench = window.bench = { pressed: 0, took: null };
  let before = now();
  root.addEventListener("keydown", () => {
    bench.took = null;
    bench.pressed = performance.now();
  }, { capture: true });
  bench.watcher = new MutationObserver(() => {
    const after = now();
    if (!after || after === before) return;
    before = after;
    bench.took ??= performance.now() - bench.pressed;
  });
  const everything = { subtree: true, childList: true, attributes: true, characterData: true };
  bench.watcher.observe(root, everything);
}"""
TURN = 10


def measure(notebook: OpenNotebook, case: str, key: str) -> list[float]:
    """Milliseconds of each of one turn's presses of an arrow key."""
    cell, selector, sign = CASES[case]
    notebook.page.evaluate(WATCH, {"cell": cell, "selector": selector, "sign": sign})
    notebook.cell(cell).get_by_role("slider").first.focus()
    times = []
    for _ in range(TURN):
        notebook.page.keyboard.press(key)
        notebook.page.wait_for_function("() => window.bench.took !== null", timeout=20_000)
        times.append(float(notebook.page.evaluate("() => window.bench.took")))
        notebook.page.wait_for_timeout(60)
    return times


def main() -> None:
    """Measure every case and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--presses", type=int, default=60)
    presses = parser.parse_args().presses
    with tempfile.TemporaryDirectory() as folder:
        write_notebook(Path(folder) / "bench.ipynb", SETUP, INTERACT, PLAIN, OURS, BARE)
        with start_lab(Path(folder)) as lab, start_browser(height=2600) as browser:
            notebook = open_notebook(lab, browser, "bench.ipynb")
            notebook.run_all()
            notebook.page.wait_for_selector(".nnbh-picture[data-number]")
            notebook.page.wait_for_timeout(1500)
            times: dict[str, list[float]] = {case: [] for case in CASES}
            for turn in range(presses // TURN):
                key = "ArrowLeft" if turn % 2 else "ArrowRight"
                for case in CASES:
                    times[case] += measure(notebook, case, key)
    medians = {case: statistics.median(took) for case, took in times.items()}
    print(f"key press to changed picture, {presses} presses each (ms)")
    print(f"{'':24}{'median':>8}{'p90':>8}")
    for case, took in times.items():
        p90 = statistics.quantiles(took, n=10)[-1]
        print(f"{case:24}{medians[case]:8.1f}{p90:8.1f}")
    interact, _, ours, bare = medians.values()
    print(f"ours is {ours / bare:.2f} times the bare round trip (wanted: at most 1.3)")
    print(f"interact with the same picture takes {interact / ours:.1f} times ours (wanted: 6)")


if __name__ == "__main__":
    main()
