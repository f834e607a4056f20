# points: 0.0
# mistake: or-alone
# message: both inputs are 1
def xor_gate(x1, x2):
    """1 where exactly one input is 1, made of the gates above. x1, x2: 0 or 1, or arrays."""
    return or_gate(x1, x2)
