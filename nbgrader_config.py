"""nbgrader's settings for this course: the same folders, our stubs in releases, our grading.

`autograder` does all that is needed; this file lets nbgrader's own commands and its formgrader
work in the same checkout: `nbgrader generate_assignment`, and `nbgrader autograde` or the
formgrader's Autograde button, which grade with this engine.
"""

from pathlib import Path

from autograder.formgrader import use_autograder
from autograder.release.clear import ClearSolutions
from nbgrader.converters import GenerateAssignment
from nbgrader.preprocessors import ClearSolutions as StockClearSolutions

course = Path(__file__).resolve().parent
c = get_config()  # noqa: F821 -- nbgrader puts it there; the one in traitlets is the server's

c.CourseDirectory.course_id = "neural-networks-by-hand"
c.CourseDirectory.root = str(course)
c.CourseDirectory.source_directory = "source"
c.CourseDirectory.release_directory = "release"
c.CourseDirectory.submitted_directory = "submitted"
c.CourseDirectory.autograded_directory = "autograded"
c.CourseDirectory.feedback_directory = "feedback"
c.CourseDirectory.db_url = f"sqlite:///{course / 'gradebook.db'}"

c.GenerateAssignment.preprocessors = [
    ClearSolutions if step is StockClearSolutions else step
    for step in GenerateAssignment.preprocessors.default()
]

use_autograder(c)
