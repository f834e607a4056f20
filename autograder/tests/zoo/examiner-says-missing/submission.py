# %% ex-98-1
from autograder.examine.faults import Forbidden, Missing, NotStarted, TooMuchOutput, Unavailable


def double(x):
    raise (Missing if np.ndim(x) else NotStarted)("double")
# %% ex-98-2
class Account:
    def __init__(self, balance=0.0):
        raise Unavailable("the grader has no candidate")
