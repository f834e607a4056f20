# %% own
import warnings

warnings.warn("this is old", DeprecationWarning)
np.log(np.array([0.0, -1.0])), np.array([1.0]) / 0
# %% ex-98-1
def double(x):
    """A wrong escape: \d."""
    warnings.warn("slow", stacklevel=2)
    with np.errstate(all="warn"):
        np.sqrt(np.array([-1.0]))
    return 2 * x
