"""Checks, hints, plots, data and sliders for Neural Networks by Hand."""
