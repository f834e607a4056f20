"""What students do to cells: delete, copy, split, merge, move, retype, re-tag, re-point."""

from __future__ import annotations

import copy

from .notebooks import Solved, case, model


@case(silent=True, graded=True)
def nothing_happened(nb: Solved) -> None:
    pass


@case("The test cell test-1-1-a had been deleted; it was put back.")
def test_cell_deleted(nb: Solved) -> None:
    nb.remove("test-1-1-a")


@case("cells had been deleted; they were put back: test-1-1-a,")
def all_test_cells_deleted(nb: Solved) -> None:
    nb.cells = [cell for cell in nb.cells if not cell["id"].startswith("test-")]


@case("17 cells had been changed or are of another release")
def all_test_cells_edited(nb: Solved) -> None:
    for cell in nb.cells:
        if cell["id"].startswith("test-"):
            cell["source"] = "assert True"


@case("The test cell test-1-4-a is there 2 times; the course's was used once.")
def test_cell_copied(nb: Solved) -> None:
    nb.twin("test-1-4-a")


@case("The test cell test-1-4-a is there 2 times", "had been changed; the course's was used")
def test_cell_copied_and_emptied_of_asserts(nb: Solved) -> None:
    nb.twin("test-1-4-a", "print('all tests passed')")


@case("The locked cell setup had been deleted; it was put back.")
def setup_cell_deleted(nb: Solved) -> None:
    nb.remove("setup")


@case(
    "The locked cell setup had been changed; the course's was used.",
    "What was added to the locked cell setup (imports) runs after it.",
    graded=True,
)
def import_added_to_the_setup_cell(nb: Solved) -> None:
    nb["setup"]["source"] += "\nimport math"
    nb["ex-1-2"]["source"] = nb["ex-1-2"]["source"].replace("np.exp(", "0 * math.pi + np.exp(")


@case("The locked cell gate-functions had been changed; the course's was used.", graded=True)
def provided_cell_spoiled(nb: Solved) -> None:
    nb["gate-functions"]["source"] = "def and_gate(x1, x2):\n    return 'broken'"


@case(silent=True)
def prose_checks_and_hints_deleted(nb: Solved) -> None:
    for cell in list(nb.cells):
        if cell["cell_type"] == "markdown" or cell["id"].startswith(("check-", "hint-")):
            nb.cells.remove(cell)


@case(
    "The answer cell of exercise 1.4 is not in the notebook; it counts as not started, "
    "without points.",
    lost=("1.4",),
)
def answer_cell_deleted(nb: Solved) -> None:
    nb.remove("ex-1-4")


@case("exercise 1.6 is there 2 times; the last one that was filled in was graded.", graded=True)
def answer_cell_copied_and_improved(nb: Solved) -> None:
    nb.twin("ex-1-6")
    nb["ex-1-6"]["source"] = "def perceptron_update(w, x, t):\n    return w"


@case("exercise 1.6 is there 2 times; the one that was filled in was graded.")
def answer_cell_copied_and_the_copy_left_a_stub(nb: Solved) -> None:
    nb.twin("ex-1-6", nb.stub("1.6"))


@case("exercise 1.2 was split into 2 cells; they were joined.")
def answer_split_with_its_metadata(nb: Solved) -> None:
    first, second = nb["ex-1-2"]["source"].split("def relu")
    nb["ex-1-2"]["source"] = first
    nb.twin("ex-1-2", f"def relu{second}")


@case("exercise 1.7 was split into 3 cells; they were joined.")
def answer_split_inside_a_function(nb: Solved) -> None:
    lines = nb["ex-1-7"]["source"].split("\n")
    nb["ex-1-7"]["source"] = "\n".join(lines[:6])
    for part in (lines[6:10], lines[10:]):
        nb.put("\n".join(part), before="check-1-7")


@case("exercise 1.3 was split into 3 cells; they were joined.")
def answer_split_inside_a_dictionary(nb: Solved) -> None:
    before, rest = nb["ex-1-3"]["source"].split('    "nand"')
    middle, after = rest.split('    "nor"')
    nb["ex-1-3"]["source"] = before
    nb.put(f'    "nand"{middle}', before="check-1-3")
    nb.put(f'    "nor"{after}', before="check-1-3")


@case("exercise 1.6 was split into 2 cells; they were joined.")
def answer_split_and_only_the_lower_half_kept_its_metadata(nb: Solved) -> None:
    lines = nb["ex-1-6"]["source"].split("\n")
    nb.put("\n".join(lines[:2]), before="ex-1-6")
    nb["ex-1-6"]["source"] = "\n".join(lines[2:])


@case(
    "exercise 1.2 had been merged into the answer cell of exercise 1.1; it was graded from there.",
    graded=True,
)
def two_answers_merged(nb: Solved) -> None:
    nb["ex-1-1"]["source"] += "\n\n\n" + nb.remove("ex-1-2")["source"]


@case("exercise 1.1 had been merged into the answer cell of exercise 1.8", graded=True)
def all_answers_merged_into_the_last(nb: Solved) -> None:
    merged = [nb.remove(f"ex-1-{n}")["source"] for n in range(1, 8)]
    nb["ex-1-8"]["source"] = "\n\n\n".join([*merged, nb["ex-1-8"]["source"]])


@case("The test cell test-1-1-a had been deleted", "is not in", lost=("1.2",))
def answer_and_test_deleted(nb: Solved) -> None:
    nb.remove("ex-1-2")
    nb.remove("test-1-1-a")


@case("The test cell test-1-4-a had been deleted; it was put back.")
def answer_merged_with_its_test(nb: Solved) -> None:
    nb["ex-1-4"]["source"] += "\n\n" + nb.remove("test-1-4-a")["source"]


@case("exercise 1.4 stood in the test cell test-1-4-a; it was taken from there.", graded=True)
def answer_merged_into_its_test(nb: Solved) -> None:
    nb["test-1-4-a"]["source"] = f"{nb.remove('ex-1-4')['source']}\n\n{nb['test-1-4-a']['source']}"


@case("cells had been moved; they were put back in their places", graded=True)
def whole_notebook_reversed(nb: Solved) -> None:
    nb.cells.reverse()


@case("The answer cell of exercise 1.1 had been moved; it was put back in its place.")
def answer_moved_to_the_end(nb: Solved) -> None:
    nb.cells.append(nb.remove("ex-1-1"))


@case("exercise 1.4 had become a markdown cell; it was read as what it was.")
def answer_became_markdown(nb: Solved) -> None:
    nb["ex-1-4"]["cell_type"] = "markdown"


@case("exercise 1.4 had become a raw cell; it was read as what it was.")
def answer_became_raw(nb: Solved) -> None:
    nb["ex-1-4"]["cell_type"] = "raw"


@case("exercise 1.4 had become a markdown cell")
def answer_became_markdown_with_fences(nb: Solved) -> None:
    source = f"My answer:\n\n```python\n{nb['ex-1-4']['source']}\n```\nDone."
    nb["ex-1-4"].update(cell_type="markdown", source=source)


@case("exercise 1.4 had become a markdown cell")
def answer_merged_into_the_prose_above(nb: Solved) -> None:
    source = f"{nb.remove('task-1-4')['source']}\n\n{nb['ex-1-4']['source']}"
    nb["ex-1-4"].update(cell_type="markdown", source=source)


@case("had another type; they were read as what they were")
def every_cell_became_code(nb: Solved) -> None:
    for cell in nb.graded():
        cell["cell_type"] = "code" if cell["cell_type"] == "markdown" else "raw"


@case("exercise 1.1 had other settings (tags); the course's were used.")
def answer_tagged_as_setup(nb: Solved) -> None:
    nb["ex-1-1"]["metadata"]["tags"] = ["setup"]


@case("The test cell test-1-8-a had other settings (points); the course's were used.")
def points_raised(nb: Solved) -> None:
    nb["test-1-8-a"]["metadata"]["nbgrader"]["points"] = 1000


@case("cells had other settings (grade, solution); the course's were used", graded=True)
def flags_turned_round(nb: Solved) -> None:
    for cell in nb.graded():
        flags = cell["metadata"]["nbgrader"]
        if flags["grade"] or flags["solution"]:
            flags["grade"], flags["solution"] = flags["solution"], flags["grade"]


@case("carried the id of another cell, ex-1-6; corrected.")
def grade_ids_of_two_answers_swapped(nb: Solved) -> None:
    one, other = (nb[name]["metadata"]["nbgrader"] for name in ("ex-1-4", "ex-1-6"))
    one["grade_id"], other["grade_id"] = "ex-1-6", "ex-1-4"


@case("8 cells carried the ids of other cells; corrected", graded=True)
def grade_ids_of_all_answers_rotated_and_cell_ids_lost(nb: Solved) -> None:
    for n in range(1, 9):
        nb[f"ex-1-{n}"]["metadata"]["nbgrader"]["grade_id"] = f"ex-1-{n % 8 + 1}"
    nb.forget(metadata=False)


@case("carried the id of another cell, test-1-1-a; corrected.")
def answer_given_a_tests_id(nb: Solved) -> None:
    nb["ex-1-1"]["metadata"]["nbgrader"]["grade_id"] = "test-1-1-a"
    nb["ex-1-1"]["id"] = "other"


@case("exercise 1.5 was left as it was; its answer stood in another cell and was graded.")
def answer_written_in_a_copy_of_another_answers_cell(nb: Solved) -> None:
    twin = copy.deepcopy(nb["ex-1-4"]) | {"id": "copy", "source": model("1.5")}
    nb.unsolve("1.5")
    nb.cells.insert(nb.place("ex-1-5"), twin)


@case("exercise 1.8 was left as it was; its answer stood in another cell and was graded.")
def answer_left_a_stub_and_written_below(nb: Solved) -> None:
    nb.unsolve("1.8")
    nb.put(model("1.8"), before="check-1-8")


@case("exercise 1.4 was left as it was; its answer stood in another cell")
def answer_left_a_stub_and_written_above(nb: Solved) -> None:
    nb.unsolve("1.4")
    nb.put(model("1.4"), before="ex-1-4")


@case("exercise 1.2 was left as it was; its answer stood in 2 other cells")
def answer_in_two_new_cells_above_its_stub(nb: Solved) -> None:
    nb.unsolve("1.2")
    first, second = model("1.2").split("def relu")
    nb.put(first, before="ex-1-2")
    nb.put(f"def relu{second}", before="ex-1-2")


@case("exercise 1.2 was split into 2 cells; they were joined.", graded=True)
def half_of_an_answer_above_the_cell_that_keeps_its_stub(nb: Solved) -> None:
    first, second = model("1.2").split("def relu")
    nb.put(f"def relu{second}", before="ex-1-2")
    nb["ex-1-2"]["source"] = first + "def relu" + nb.stub("1.2").split("def relu")[1]


@case("exercise 1.7 was left as it was; its answer stood in another cell")
def answer_written_at_the_end_of_the_notebook(nb: Solved) -> None:
    nb.unsolve("1.7")
    nb.cells.append(nb.put(model("1.7"), before="end"))
    nb.cells.remove(nb.cells[-1])


@case("exercise 1.5 stood in the cell demo-hidden-layer; it was taken from there.", graded=True)
def answer_written_into_a_demo_cell(nb: Solved) -> None:
    nb.unsolve("1.5")
    nb["demo-hidden-layer"]["source"] = model("1.5")


@case("exercise 1.1 had been merged into the answer cell of exercise 1.2")
def answer_written_into_the_next_answers_cell(nb: Solved) -> None:
    nb.unsolve("1.1")
    nb["ex-1-2"]["source"] = f"{model('1.1')}\n\n\n{nb['ex-1-2']['source']}"


@case(silent=True, graded=True)
def magics_in_the_answers(nb: Solved) -> None:
    nb["ex-1-1"]["source"] = "%%time\n" + model("1.1")
    nb["ex-1-2"]["source"] = "%matplotlib inline\n!pip install numpy\n" + model("1.2")
    nb["ex-1-4"]["source"] = model("1.4") + "\n\nxor_gate?"


@case(silent=True, graded=True)
def own_cells_everywhere(nb: Solved) -> None:
    for n, cell in enumerate(list(nb.cells)):
        nb.put(f"try_{n} = {n}", before=cell["id"])
        nb.put(f"Note {n}.", before=cell["id"], kind="markdown")
