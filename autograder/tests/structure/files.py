"""What happens to the file itself: encodings, damage, other formats, other names."""

from __future__ import annotations

import io
import json
import re
import unicodedata
import zipfile

from .notebooks import ROOT, UNIT, Files, Solved, case

ALL = tuple(f"1.{n}" for n in range(1, 9))
NAME = f"{UNIT}.ipynb"


def _code(nb: Solved) -> list[str]:
    return [cell["source"] for cell in nb.cells if cell["cell_type"] == "code"]


@case(silent=True)
def sources_as_lists_of_lines(nb: Solved) -> None:
    for cell in nb.cells:
        cell["source"] = cell["source"].splitlines(keepends=True)


@case(silent=True)
def sources_as_lists_of_lines_without_ends(nb: Solved) -> None:
    for cell in nb.cells:
        cell["source"] = cell["source"].split("\n")


@case(silent=True)
def windows_line_ends(nb: Solved) -> bytes:
    for cell in nb.cells:
        cell["source"] = cell["source"].replace("\n", "\r\n")
    return nb.bytes(indent=1).replace(b"\n", b"\r\n")


@case(silent=True)
def old_macintosh_line_ends(nb: Solved) -> None:
    for cell in nb.cells:
        cell["source"] = cell["source"].replace("\n", "\r")


@case("encoded as UTF-8 with a byte order mark; it was read all the same.")
def byte_order_mark(nb: Solved) -> bytes:
    return b"\xef\xbb\xbf" + nb.bytes()


@case("encoded as UTF-16; it was read all the same.")
def saved_as_utf_16(nb: Solved) -> bytes:
    return nb.bytes().decode().encode("utf-16")


@case("held bytes that are no text")
def saved_in_a_korean_encoding(nb: Solved) -> bytes:
    nb.put("# 퍼셉트론", before="ex-1-1")
    return nb.bytes(ensure_ascii=False).decode().encode("cp949", "ignore")


@case(silent=True)
def not_a_number_in_the_json(nb: Solved) -> None:
    nb["ex-1-1"]["metadata"]["duration"] = float("nan")
    nb["demo-neuron"]["outputs"] = [{"data": {"application/json": float("inf")}}]


@case("holds the same key twice (source); the last one was read, as Jupyter does.")
def key_twice_in_a_cell(nb: Solved) -> bytes:
    return nb.bytes().replace(b'"source": "def step', b'"source": "", "source": "def step')


@case("1 unresolved merge conflicts (<<<<<<<); the upper side of each was graded.")
def merge_conflict_in_a_source(nb: Solved) -> bytes:
    for cell in nb.cells:
        cell["source"] = cell["source"].splitlines(keepends=True)
    lines = nb.bytes(indent=1).decode().split("\n")
    at = next(n for n, line in enumerate(lines) if "y = step(w @ x)" in line)
    other = lines[at].replace("step", "sigmoid")
    lines[at : at + 1] = ["<<<<<<< HEAD", lines[at], "=======", other, ">>>>>>> main"]
    return "\n".join(lines).encode()


@case("2 unresolved merge conflicts")
def merge_conflicts_with_the_common_ancestor(nb: Solved) -> bytes:
    text = nb.bytes(indent=1).decode()
    for key in ("nbformat", "nbformat_minor"):
        line = next(line for line in text.split("\n") if f'"{key}"' in line)
        mark = f"<<<<<<< HEAD\n{line}\n||||||| base\n{{]\n=======\n{line}\n>>>>>>> theirs"
        text = text.replace(line, mark)
    return text.encode()


@case(
    "damaged or broken off",
    "What is missing earns no points",
    lost=("1.6", "1.7", "1.8"),
    graded=True,
)
def upload_broken_off(nb: Solved) -> bytes:
    data = nb.bytes(indent=1)
    return data[: data.index(b"def perceptron_update")]


@case("damaged or broken off", lost=("1.4",))
def bytes_lost_in_the_middle(nb: Solved) -> bytes:
    data = nb.bytes(indent=1)
    at = data.index(b"def xor_gate")
    return data[: at + 20] + data[at + 60 :].replace(b'"', b"", 1)


@case("held something after its end; it was left out.")
def two_files_in_one(nb: Solved) -> bytes:
    return nb.bytes() + b"\n" + nb.bytes()[:5000]


@case(silent=True)
def null_bytes_at_the_end(nb: Solved) -> bytes:
    return nb.bytes() + b"\0" * 4096


@case("Characters that are no text (NUL, half a pair) were taken out.", graded=True)
def null_bytes_in_an_answer(nb: Solved) -> None:
    nb["ex-1-1"]["source"] = nb["ex-1-1"]["source"].replace("return", "return\0")


@case("Characters that are no text")
def half_of_a_surrogate_pair(nb: Solved) -> None:
    nb["ex-1-1"]["source"] += "  # \ud83d"


@case("damaged or broken off", lost=("1.1",))
def one_cell_nested_without_end(nb: Solved) -> bytes:
    return nb.bytes().replace(b'"source": "def step', b'"x": ' + b"[" * 90_000 + b', "source": "')


@case(silent=True)
def number_of_ten_thousand_digits(nb: Solved) -> bytes:
    return nb.bytes().replace(b'"execution_count": null', b'"execution_count": ' + b"9" * 10_000, 1)


@case("2 entries that are no cells were left out.")
def cells_that_are_not_objects(nb: Solved) -> bytes:
    notebook = json.loads(nb.bytes())
    notebook["cells"][3:3] = [None, "a cell"]
    return json.dumps(notebook).encode()


@case("are over the bounds of 5000 cells")
def twenty_thousand_cells(nb: Solved) -> bytes:
    notebook = json.loads(nb.bytes())
    own = [{"cell_type": "markdown", "metadata": {}, "source": f"note {n}"} for n in range(20_000)]
    notebook["cells"] = own + notebook["cells"]
    return json.dumps(notebook).encode()


@case(silent=True)
def empty_cells_by_the_thousand(nb: Solved) -> bytes:
    notebook = json.loads(nb.bytes())
    notebook["cells"] += [{"cell_type": "code", "metadata": {}, "source": ""}] * 9000
    return json.dumps(notebook).encode()


@case("The file has 41 MiB; its outputs were not read.", graded=True)
def outputs_of_forty_megabytes(nb: Solved) -> bytes:
    nb["demo-neuron"]["outputs"] = [
        {"output_type": "stream", "text": "x" * 2**10} for _ in range(10)
    ]
    return nb.bytes().replace(b'"xxx', b'"' + b"y" * (41 * 2**20) + b"xxx", 1)


@case("The file is a script (.py), not a notebook; its code was graded.", graded=True)
def exported_as_a_script(nb: Solved) -> bytes:
    return "".join(f"# In[{n}]:\n\n\n{source}\n\n\n" for n, source in enumerate(_code(nb))).encode()


@case("The file is a script (.py), not a notebook; its code was graded.")
def exported_in_percent_cells(nb: Solved) -> bytes:
    return "".join(f"# %%\n{source}\n\n" for source in _code(nb)).encode()


@case("The file is a script (.py), not a notebook; its code was graded.")
def answers_alone_in_a_script(nb: Solved) -> bytes:
    answers = (nb[f"ex-1-{n}"]["source"] for n in range(1, 9))
    return ("import numpy as np\n\n" + "\n\n\n".join(answers)).encode()


@case("The file is a web page (.html), not a notebook; its code was graded.")
def exported_as_a_web_page(nb: Solved) -> bytes:
    """As nbconvert writes it: each word of the code in a span."""
    blocks = [
        '<div class="jp-Cell jp-CodeCell"><div class="CodeMirror cm-s-jupyter">'
        '<div class="highlight hl-ipython3"><pre><span></span>'
        + re.sub(r"(\w+)", r'<span class="n">\1</span>', source.replace("<", "&lt;"))
        + "\n</pre></div></div></div><div class='jp-OutputArea'><pre>1.0</pre></div>"
        for source in _code(nb)
    ]
    return ("<!DOCTYPE html>\n<html><body>" + "\n".join(blocks) + "</body></html>").encode()


@case(f"The file was a zip archive; the notebook work/{NAME} in it was graded.")
def zip_archive_under_the_notebooks_name(nb: Solved) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"work/{NAME}", nb.bytes())
        archive.writestr(f"__MACOSX/work/._{NAME}", b"noise")
    return packed.getvalue()


@case("The file was called 01-perceptron (1).ipynb")
def downloaded_twice(nb: Solved) -> Files:
    return {"01-perceptron (1).ipynb": nb.bytes()}


@case("The file was called Copy of 01-perceptron.ipynb")
def copied_in_colab(nb: Solved) -> Files:
    return {"Copy of 01-perceptron.ipynb": nb.bytes()}


@case("The file was called")
def renamed_in_korean_on_a_mac(nb: Solved) -> Files:
    return {unicodedata.normalize("NFD", "퍼셉트론 과제 01-perceptron 최종.ipynb"): nb.bytes()}


@case("The folder also holds 01-perceptron-Copy1.ipynb; 01-perceptron.ipynb was graded.")
def copy_beside_the_notebook(nb: Solved) -> Files:
    return {NAME: nb.bytes(), "01-perceptron-Copy1.ipynb": b"{}"}


@case(silent=True)
def checkpoints_beside_the_notebook(nb: Solved) -> Files:
    return {NAME: nb.bytes(), ".ipynb_checkpoints/01-perceptron-checkpoint.ipynb": b"{}"}


@case("Only Jupyter's automatic backup of the notebook was there; it was graded.")
def only_the_checkpoint_is_left(nb: Solved) -> Files:
    return {".ipynb_checkpoints/01-perceptron-checkpoint.ipynb": nb.bytes()}


@case("none of the cells of unit 01-perceptron", "is it another unit's?", lost=ALL, graded=True)
def notebook_of_another_unit(nb: Solved) -> bytes:
    return (ROOT / "release/02-numerical-derivative/02-numerical-derivative.ipynb").read_bytes()


@case("The file is empty.", lost=ALL)
def empty_file(nb: Solved) -> bytes:
    return b""


@case("it is not valid JSON", lost=ALL)
def picture_in_place_of_the_notebook(nb: Solved) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40


@case("it is not valid JSON", lost=ALL)
def nested_without_end(nb: Solved) -> bytes:
    return b'{"cells": ' + b"[" * 500_000


@case("There is no file 01-perceptron.ipynb.", lost=ALL)
def folder_without_a_notebook(nb: Solved) -> Files:
    return {"notes.txt": b"I was ill."}
