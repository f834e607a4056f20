# %% own
import autograder
import numpy

places = ["@FILE@", "/dev/shm/x", "/var/tmp/x", "/usr/lib/x", "/etc/x", "/x", "/run/x", "/dev/x"]
places += [module.__path__[0] + "/left_behind.py" for module in (autograder, numpy)]
places += [numpy.__file__, numpy.__path__[0] + "/../sitecustomize.py", "/proc/sys/kernel/hostname"]
for place in places:
    try:
        with open(place, "a") as file:
            file.write("import os")
        print("could write", place)
    except OSError:
        pass
print(len(places), "places tried")
