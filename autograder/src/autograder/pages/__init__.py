"""What the feedback page and the class report share: the frame, the look, and safe text."""
