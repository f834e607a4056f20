"""JupyterLab in headless Chromium for tests: start it on a folder, open a notebook, run cells.

Offline and private: a free loopback port, an own configuration folder, no news pop-up. A page
keeps what went wrong in it: console errors, and requests that left this machine.
"""

import json
import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

import nbformat
from playwright.sync_api import BrowserContext, Locator, Page, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
THEMES = {"light": "JupyterLab Light", "dark": "JupyterLab Dark"}
# Console messages that JupyterLab itself gives offline, whatever the notebook holds.
JUPYTERS_OWN = (
    "favicon",
    "/api/me",
    "/lab/api/workspaces",
    "/api/contents/.jupyter",
    "Could not restore the debugger state",  # of a notebook that was closed meanwhile
)


@dataclass(frozen=True)
class Lab:
    """A running JupyterLab server over a folder."""

    folder: Path
    url: str
    token: str


@contextmanager
def start_lab(folder: Path, theme: Literal["light", "dark"] = "light") -> Iterator[Lab]:
    """JupyterLab serving a folder on a free loopback port; its own files lie in folder/.lab."""
    home = folder / ".lab"
    lab = Lab(folder, f"http://127.0.0.1:{_free_port()}", secrets.token_hex(16))
    command = _command(lab, _settings(home, theme))
    environment = os.environ | {
        "JUPYTER_CONFIG_DIR": str(home / "config"),
        "JUPYTER_RUNTIME_DIR": str(home / "runtime"),
        "JUPYTER_DATA_DIR": str(home / "data"),
        "IPYTHONDIR": str(home / "ipython"),
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
    }
    with (home / "server.log").open("wb") as log:
        server = subprocess.Popen(command, env=environment, stdout=log, stderr=log, cwd=folder)
        try:
            _wait_for_server(lab, server)
            yield lab
        finally:
            server.terminate()
            try:
                server.wait(10)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _settings(home: Path, theme: str) -> Path:
    """Make the server's own folders; the one with overrides.json: no news, this theme."""
    settings = home / "share" / "jupyter" / "lab" / "settings"
    for path in (settings, home / "config", home / "runtime", home / "data"):
        path.mkdir(parents=True, exist_ok=True)
    quiet = {"fetchNews": "false", "checkForUpdates": False}
    overrides = {
        "@jupyterlab/apputils-extension:notification": quiet,
        "@jupyterlab/apputils-extension:themes": {"theme": THEMES[theme]},
    }
    (settings / "overrides.json").write_text(json.dumps(overrides), encoding="utf-8")
    return settings


def _command(lab: Lab, settings: Path) -> list[str]:
    options = [
        "--no-browser",
        "--allow-root",
        "--ip=127.0.0.1",
        f"--port={urlsplit(lab.url).port}",
        "--ServerApp.port_retries=0",
        f"--ServerApp.root_dir={lab.folder}",
        f"--IdentityProvider.token={lab.token}",
        f"--LabApp.app_settings_dir={settings}",
        "--LabApp.expose_app_in_browser=True",  # so that tests can call its commands
    ]
    return [sys.executable, "-m", "jupyterlab", *options]


def _wait_for_server(lab: Lab, server: subprocess.Popen[bytes], patience_s: float = 60) -> None:
    until = time.monotonic() + patience_s
    while time.monotonic() < until and server.poll() is None:
        try:
            with urllib.request.urlopen(f"{lab.url}/api?token={lab.token}", timeout=2):
                return
        except (urllib.error.URLError, TimeoutError):
            time.sleep(0.2)
    log = (lab.folder / ".lab" / "server.log").read_text(errors="replace")
    raise RuntimeError(f"JupyterLab did not answer within {patience_s:g} s:\n{log[-2000:]}")


@contextmanager
def start_browser(width: int = 1200, height: int = 900, dpr: float = 1) -> Iterator[BrowserContext]:
    """A fresh context of Debian's Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        size = {"width": width, "height": height}
        context = browser.new_context(viewport=size, device_scale_factor=dpr)  # type: ignore[arg-type]  # a TypedDict of exactly these keys
        try:
            yield context
        finally:
            context.close()
            browser.close()


@dataclass
class OpenNotebook:
    """A notebook open in JupyterLab, its kernel ready."""

    page: Page
    errors: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)

    def cell(self, number: int) -> Locator:
        """The number-th cell of the notebook, from 0."""
        panel = self.page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)")
        return panel.locator(".jp-Notebook .jp-Cell").nth(number)

    def run_all(self, patience_s: float = 90) -> None:
        """Run every cell and wait until the kernel is idle again."""
        self.command("notebook:run-all-cells")
        self.wait_idle(patience_s)

    def run_cell(self, number: int, source: str | None = None, patience_s: float = 60) -> None:
        """Run one cell, with new source text if given."""
        self.page.evaluate(_SELECT, {"number": number, "source": source})
        self.command("notebook:run-cell")
        self.wait_idle(patience_s)

    def turn_to(self, name: str, patience_s: float = 60) -> None:
        """Open another notebook in the same page, which is quicker; the kernel of this one ends."""
        self.page.evaluate(_TURN, name)
        self.page.wait_for_function(_READY, timeout=patience_s * 1000)

    def show(self, number: int) -> Locator:
        """Bring a cell into the window: JupyterLab hides what is far from it."""
        self.page.evaluate(_SHOW, number)
        self.cell(number).locator(".jp-OutputArea").wait_for()
        return self.cell(number)

    def command(self, name: str) -> None:
        """Carry out a command of JupyterLab."""
        self.page.evaluate("name => window.jupyterapp.commands.execute(name)", name)

    def wait_idle(self, patience_s: float = 60) -> None:
        """Wait until every cell that was started has a number and the kernel rests."""
        self.page.wait_for_function(_IDLE, timeout=patience_s * 1000)


_PANEL = "window.jupyterapp.shell.currentWidget"
_READY = f"""() => window.jupyterapp?.shell.currentWidget &&
  {_PANEL}.sessionContext?.session?.kernel?.status === 'idle'"""
_IDLE = f"""() => {_PANEL}.sessionContext.session.kernel.status === 'idle'
  && !{_PANEL}.content.widgets.some(cell => cell.promptNode?.textContent?.includes('*')
  || cell.model.executionState === 'running')"""
_SELECT = f"""({{ number, source }}) => {{
  const notebook = {_PANEL}.content;
  notebook.activeCellIndex = number;
  notebook.deselectAll();
  if (source !== null) notebook.activeCell.model.sharedModel.setSource(source);
}}"""


_TURN = f"""async path => {{
  const left = {_PANEL}.sessionContext;
  const panel = await window.jupyterapp.commands.execute("docmanager:open", {{ path }});
  await panel.sessionContext.ready;
  window.jupyterapp.shell.activateById(panel.id);
  await left.shutdown();
}}"""
_SHOW = f"""async number => {{
  {_PANEL}.content.activeCellIndex = number;
  await {_PANEL}.content.scrollToItem(number, "start");
}}"""


def open_notebook(lab: Lab, context: BrowserContext, name: str) -> OpenNotebook:
    """Open a notebook of the lab's folder in a new page and wait for its kernel."""
    page = context.new_page()
    notebook = OpenNotebook(page)

    def console(message: Any) -> None:
        place = str(message.location.get("url", ""))
        own = any(known in place + message.text for known in JUPYTERS_OWN)
        if message.type == "error" and not own:
            notebook.errors.append(f"{message.text} ({place})")

    def request(sent: Any) -> None:
        parts = urlsplit(sent.url)
        if parts.scheme in ("http", "https", "ws", "wss") and parts.hostname != "127.0.0.1":
            notebook.outside.append(sent.url)

    page.on("console", console)
    page.on("pageerror", lambda error: notebook.errors.append(str(error)))
    page.on("request", request)
    page.goto(f"{lab.url}/lab/tree/{name}?token={lab.token}&reset", wait_until="domcontentloaded")
    page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=60_000)
    page.wait_for_function(_READY, timeout=60_000)
    return notebook


def write_notebook(path: Path, *cells: str) -> Path:
    """A notebook of code cells, for a kernel of this Python."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    notebook.metadata.kernelspec = {
        "name": "python3",
        "display_name": "Python 3",
        "language": "python",
    }
    nbformat.write(notebook, path)
    return path
