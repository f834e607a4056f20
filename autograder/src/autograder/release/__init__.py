"""From the instructor's notebook to the students': stubs, nbgrader's conversion, proof, lints.

Import what you need from the modules; this file stays empty because nbgrader takes seconds to load.
"""
