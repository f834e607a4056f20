"""A Jupyter server extension that makes sliders feel instant: small messages leave at once.

A redraw answers with several small messages. By default TCP holds the second back until the
browser has acknowledged the first (Nagle's algorithm against delayed acknowledgement), which takes
40 ms on Linux, longer than all the rest. Enabled by jupyter-config/nnbh-helpers.json, which the
installation puts where the server looks for it.
"""

from __future__ import annotations

from typing import Any


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "helpers.lab"}]


def _load_jupyter_server_extension(server: Any) -> None:
    """Let every kernel connection of this server send without waiting."""
    from jupyter_server.services.kernels.websocket import KernelWebsocketHandler

    answer = KernelWebsocketHandler.open

    async def open_at_once(handler: Any, *route: Any, **named: Any) -> None:
        handler.set_nodelay(True)
        await answer(handler, *route, **named)

    KernelWebsocketHandler.open = open_at_once
    server.log.info("helpers.lab: kernel messages leave at once")
