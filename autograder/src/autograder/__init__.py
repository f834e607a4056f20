"""Release, grade and report nbgrader courses whose submissions nobody needs to trust."""
