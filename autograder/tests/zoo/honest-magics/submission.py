# %% own
%matplotlib inline
%timeit -n 1 -r 1 sum(range(10))
three = 3
!echo hello {three}
!no-such-command
np.eye?
# %% own-2
%%time
total = sum(range(1000))
# %% ex-98-1
%config InlineBackend.figure_format = "retina"
!pip install --quiet numpy
def double(x):
    return 2 * x
%time double(4)
# %% own-3
%load_ext autoreload
%autoreload 2
files = !ls
%whos
