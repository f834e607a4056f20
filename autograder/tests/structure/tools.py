"""What other programs do to a notebook that is opened and saved in them."""

from __future__ import annotations

import copy
import json
from typing import Any

from .notebooks import Solved, case


def _for_every(nb: Solved, **metadata: Any) -> None:
    for cell in nb.cells:
        cell["metadata"] |= copy.deepcopy(metadata)


@case(silent=True)
def colab_with_nbgraders_data(nb: Solved) -> None:
    for number, cell in enumerate(nb.cells):
        cell["metadata"] |= {"id": f"Ab{number}xYz", "outputId": "e1f2", "cellView": "form"}
        del cell["id"]
    nb.notebook["metadata"] |= {"colab": {"provenance": []}, "accelerator": "GPU"}
    nb.notebook["nbformat_minor"] = 0


@case("cells had lost the course's data (setup, ex-1-1, check-1-1, ...)", graded=True)
def colab_without_nbgraders_data(nb: Solved) -> None:
    for number, cell in enumerate(nb.cells):
        cell["metadata"] = {"id": f"Ab{number}xYz", "colab": {"base_uri": "https://localhost"}}
        del cell["id"]
    nb.notebook["nbformat_minor"] = 0


@case("cells had other settings (tags); the course's were used")
def tags_dropped_and_the_rest_kept(nb: Solved) -> None:
    for cell in nb.cells:
        cell["metadata"].pop("tags", None)


@case(silent=True)
def vs_code_with_new_ids(nb: Solved) -> None:
    _for_every(nb, vscode={"languageId": "python"})
    nb.forget(metadata=False)
    nb.notebook["metadata"]["kernelspec"] = {"display_name": ".venv", "name": "python3"}


@case(silent=True)
def vs_code_in_format_4_2(nb: Solved) -> None:
    for cell in nb.cells:
        del cell["id"]
    nb.notebook |= {"nbformat_minor": 2}


@case(silent=True)
def kaggle(nb: Solved) -> None:
    _for_every(nb, trusted=True, _uuid="8f2839f2", _cell_guid="b1076dfc", papermill={"status": "x"})
    for cell in nb.cells:
        del cell["id"]
    nb.notebook["metadata"]["kaggle"] = {"dataSources": [], "isGpuEnabled": False}


@case("cells had lost the course's data")
def kaggle_without_nbgraders_data(nb: Solved) -> None:
    nb.forget()
    _for_every(nb, source_type="script", trusted=False)


@case(silent=True)
def jupyter_classic(nb: Solved) -> None:
    for cell in nb.cells:
        cell["metadata"] |= {"collapsed": True, "scrolled": False, "run_control": {"marked": False}}
        cell["source"] = cell["source"].splitlines(keepends=True)
        del cell["id"]
    nb.notebook["nbformat_minor"] = 2


@case(silent=True)
def deepnote(nb: Solved) -> None:
    _for_every(nb, cell_id="00001-a", deepnote_cell_type="code", deepnote_to_be_reexecuted=True)
    nb.forget(metadata=False)
    nb.notebook["metadata"] |= {"deepnote": {}, "deepnote_notebook_id": "1"}


@case(silent=True)
def nteract(nb: Solved) -> None:
    _for_every(nb, inputHidden=False, outputHidden=False, nteract={"transient": {}})
    nb.notebook["metadata"]["nteract"] = {"version": "0.28.0"}


@case("cells had lost the course's data")
def jupytext_and_back(nb: Solved) -> None:
    nb.forget()
    for cell in nb.cells:
        cell["source"] = cell["source"].strip() + "\n"


@case("cells had lost the course's data", "had been changed")
def a_formatter_ran_after_all_data_were_lost(nb: Solved) -> None:
    nb.forget()
    for cell in nb.cells:
        if cell["cell_type"] == "code":
            cell["source"] = cell["source"].replace('"', "'").replace(", ", ",")


@case("8 cells had lost the course's data (ex-1-1, ex-1-2, ex-1-3, ...)")
def only_the_answers_lost_their_data(nb: Solved) -> None:
    for n in range(1, 9):
        nb[f"ex-1-{n}"].update(metadata={}, id=f"new-{n}")


@case("cells had lost the course's data")
def nbgraders_data_is_no_object(nb: Solved) -> None:
    for cell in nb.graded():
        cell["metadata"]["nbgrader"] = "lost"


@case("One cell had lost the course's data (ex-1-1)")
def grade_id_alone_is_lost(nb: Solved) -> None:
    del nb["ex-1-1"]["metadata"]["nbgrader"]["grade_id"]


@case("saved for the language R; it was run as Python")
def r_kernel_chosen_by_mistake(nb: Solved) -> None:
    nb.notebook["metadata"] = {"kernelspec": {"display_name": "R", "language": "R", "name": "ir"}}


@case(silent=True)
def any_python_kernel(nb: Solved) -> None:
    nb.notebook["metadata"] = {"kernelspec": {"display_name": "딥러닝", "name": "conda-env-dl-py"}}


@case("saved for the language java")
def language_info_wrong(nb: Solved) -> None:
    nb.notebook["metadata"] = {"language_info": {"name": "java", "version": 7}}


@case(silent=True)
def notebook_metadata_gone(nb: Solved) -> None:
    nb.notebook["metadata"] = None


@case("was in an old file format (nbformat 3); it was converted.", graded=True)
def format_3(nb: Solved) -> bytes:
    cells = []
    for cell in nb.cells:
        old: dict[str, Any] = {"cell_type": cell["cell_type"], "metadata": cell["metadata"]}
        is_code = cell["cell_type"] == "code"
        old |= {"input": cell["source"], "language": "python", "outputs": []} if is_code else {}
        cells.append(old if is_code else old | {"source": cell["source"]})
    cells.insert(0, {"cell_type": "heading", "level": 1, "source": "A heading", "metadata": {}})
    old = {"nbformat": 3, "nbformat_minor": 0, "metadata": {"name": ""}}
    return json.dumps(old | {"worksheets": [{"cells": cells, "metadata": {}}]}).encode()


@case("was in an old file format (nbformat 2)")
def format_2(nb: Solved) -> bytes:
    cells = [
        {"cell_type": "code", "input": cell["source"], "outputs": [], "prompt_number": 1}
        for cell in nb.cells
        if cell["cell_type"] == "code"
    ]
    return json.dumps({"nbformat": 2, "metadata": {}, "worksheets": [{"cells": cells}]}).encode()


@case("is in a newer file format (nbformat 4.99); it was read as 4.5.")
def format_4_99(nb: Solved) -> None:
    nb.notebook["nbformat_minor"] = 99


@case("is in a newer file format (nbformat 5); it was read as 4.5.")
def format_5(nb: Solved) -> None:
    nb.notebook |= {"nbformat": 5, "nbformat_minor": 0, "cell_order": []}


@case("does not say its file format; it was read as nbformat 4.")
def format_is_a_word(nb: Solved) -> None:
    nb.notebook |= {"nbformat": "four", "nbformat_minor": None}


@case("cells carried nbgrader's data in version 99, not 3; the course's was used.")
def nbgraders_data_of_the_future(nb: Solved) -> None:
    for cell in nb.graded():
        cell["metadata"]["nbgrader"] |= {"schema_version": 99, "kind": "new"}


@case("cells carried nbgrader's data in version 1, not 3; the course's was used.")
def nbgraders_data_of_version_1(nb: Solved) -> None:
    for cell in nb.graded():
        flags = cell["metadata"]["nbgrader"]
        flags["schema_version"] = 1
        for key in ("task", "cell_type", "checksum"):
            flags.pop(key, None)


@case("cells carried nbgrader's data in version 2")
def nbgraders_data_of_version_2(nb: Solved) -> None:
    for cell in nb.graded():
        cell["metadata"]["nbgrader"] |= {"schema_version": 2, "checksum": "d41d8cd9"}
        cell["metadata"]["nbgrader"].pop("task")


@case("cells had been changed or are of another release", graded=True)
def older_release(nb: Solved) -> None:
    """Other tests, fewer of them, other prose, and one exercise under another grade id."""
    for cell in list(nb.cells):
        if cell["id"].startswith("test-") and cell["id"].endswith("-c"):
            nb.cells.remove(cell)
        elif cell["id"].startswith("test-"):
            cell["source"] = "# Release of last year\n" + cell["source"].split("\n")[0]
        elif cell["cell_type"] == "markdown":
            cell["source"] += "\n\nAs we said last year."
    flags = nb["ex-1-5"]["metadata"]["nbgrader"]
    flags["grade_id"] = nb["ex-1-5"]["id"] = "xor-universal"
