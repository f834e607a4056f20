# points: 0.0
# mistake: needs-more-epochs
# message: no number of epochs
why_no_line = "c"
