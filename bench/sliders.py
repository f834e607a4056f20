"""How long from a key press on a slider to the changed picture, in JupyterLab in Chromium?

One notebook and one run: ipywidgets' `interact` with `plt.show()` drawing the same picture as our
demo, the same with the plainest picture (one panel, thin contours), the demo of `helpers.sliders`,
and two bare round trips that compute and draw nothing: an ipywidgets slider whose value Python
writes into a label, and the same by the two messages that our demos use (a browser's own slider,
one message there, one back). Each gets 60 key presses, ten in turn, so that a busy moment of the
machine falls on all of them.

The clock runs in the page and is the same for all. It starts at the key's event. "changed" is when
the page holds the new state: the text or the canvas is changed, the image loaded. "shown" is when
the next frame after that has been made, at 60 a second, so it comes up to 16 ms later for each.

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
MESSAGE = """
import anywidget

class Echo(anywidget.AnyWidget):
    _esm = '''export default { render({ model, el }) {
      el.innerHTML = "<input type=range data-lm-suppress-shortcuts><span class=echo></span>";
      el.firstChild.oninput = () => model.send(el.firstChild.value);
      model.on("msg:custom", (words) => { el.lastChild.textContent = words; });
    } }'''

echo = Echo()
echo.on_msg(lambda _, place, __: echo.send(f"lr {place}"))
echo
"""
# In each cell: which elements are watched, and a text that differs when the picture has changed.
IMAGE = (".jp-OutputArea-output img", "e => e.complete && e.src")
CASES = {
    "interact, same picture": (1, *IMAGE),
    "interact, plain picture": (2, *IMAGE),
    "helpers.sliders": (3, ".nnbh-picture", "e => e.dataset.number"),
    "bare, ipywidgets": (4, ".jp-OutputArea .widget-label:last-child", "e => e.textContent"),
    "bare, two messages": (5, ".echo", "e => e.textContent"),
}
WATCH = """({ cell, selector, sign }) => {
  window.bench?.stop();
  const root = document.querySelectorAll(".jp-Notebook .jp-Cell")[cell], read = eval(sign);
  const now = () => { const e = [...root.querySelectorAll(selector)].pop(); return e && read(e); };
  const bench = window.bench = { pressed: 0, changed: null, shown: null };
  const since = () => performance.now() - bench.pressed;
  let before = now();
  const look = () => {
    const after = now();
    if (!after || after === before) return;
    before = after;
    bench.changed ??= since();
    requestAnimationFrame(() => {
      const next = new MessageChannel();
      next.port1.onmessage = () => { bench.shown ??= since(); };
      next.port2.postMessage(null);
    });
  };
  const start = () => {
    bench.changed = bench.shown = null;
    bench.pressed = performance.now();
  };
  const watcher = new MutationObserver(look);
  watcher.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
  root.addEventListener("load", look, { capture: true });
  root.addEventListener("keydown", start, { capture: true });
  bench.stop = () => {
    watcher.disconnect();
    root.removeEventListener("load", look, { capture: true });
    root.removeEventListener("keydown", start, { capture: true });
  };
}"""
TURN = 10
Times = dict[str, list[tuple[float, float]]]


def measure(notebook: OpenNotebook, case: str, key: str) -> list[tuple[float, float]]:
    """Milliseconds until changed and until shown, of each of one turn's presses of an arrow key."""
    cell, selector, sign = CASES[case]
    notebook.page.evaluate(WATCH, {"cell": cell, "selector": selector, "sign": sign})
    notebook.cell(cell).get_by_role("slider").first.focus()
    times = []
    for _ in range(TURN):
        notebook.page.keyboard.press(key)
        notebook.page.wait_for_function("() => window.bench.shown !== null", timeout=20_000)
        changed, shown = notebook.page.evaluate("() => [window.bench.changed, window.bench.shown]")
        times.append((float(changed), float(shown)))
        notebook.page.wait_for_timeout(60)
    return times


def main() -> None:
    """Measure every case and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--presses", type=int, default=60)
    presses = parser.parse_args().presses
    with tempfile.TemporaryDirectory() as folder:
        write_notebook(Path(folder) / "bench.ipynb", SETUP, INTERACT, PLAIN, OURS, BARE, MESSAGE)
        with start_lab(Path(folder)) as lab, start_browser(height=2600) as browser:
            notebook = open_notebook(lab, browser, "bench.ipynb")
            notebook.run_all()
            notebook.page.wait_for_selector(".nnbh-picture[data-number]")
            notebook.page.wait_for_timeout(1500)
            times: Times = {case: [] for case in CASES}
            for turn in range(presses // TURN):
                key = "ArrowLeft" if turn % 2 else "ArrowRight"
                for case in CASES:
                    times[case] += measure(notebook, case, key)
    report(times)


def report(times: Times) -> None:
    """Print the table and the two ratios."""
    print(f"key press to picture, {len(times['helpers.sliders'])} presses each (ms)")
    print(f"{'':26}{'changed':>10}{'p90':>8}{'shown':>10}{'p90':>8}")
    medians = {}
    for case, both in times.items():
        columns = [sorted(column) for column in zip(*both, strict=True)]
        figures = [(statistics.median(c), statistics.quantiles(c, n=10)[-1]) for c in columns]
        medians[case] = figures[0][0]
        print(f"{case:26}" + "".join(f"{median:10.1f}{p90:8.1f}" for median, p90 in figures))
    interact, _, ours, bare, messages = medians.values()
    print(
        f"ours is {ours / bare:.2f} times the bare round trip of ipywidgets (wanted: 1.3 at most)"
    )
    print(f"and {ours / messages:.2f} times, {ours - messages:.1f} ms more than, two bare messages")
    print(f"interact with the same picture takes {interact / ours:.1f} times ours (wanted: 6)")


if __name__ == "__main__":
    main()
