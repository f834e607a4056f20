# %% own
import os
import sys

print(dict(os.environ), len(os.environ), "names in the environment")
print(os.getcwd(), sys.argv, sys.orig_argv[:1], os.getlogin if False else "")
