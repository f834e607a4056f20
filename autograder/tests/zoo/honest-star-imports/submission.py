# %% own
from math import *
from numpy import *
import numpy
import numpy as xp
# %% ex-98-1
def double(x):
    return sum([x, x], axis=0)
# %% ex-98-3
def gradient(f, x):
    return xp.array([(f(x + s) - f(x - s)) / 2e-5 for s in eye(len(x)) * 1e-5])
# %% own-2
np = None
