# points: 1.0
why_no_line = "b"
