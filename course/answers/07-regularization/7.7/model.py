# points: 1.0
why_off = "c"
