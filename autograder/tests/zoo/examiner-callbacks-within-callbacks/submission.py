# %% ex-98-3
class Again:
    def __init__(self, f):
        self.f = f

    def __pow__(self, power):
        return self.f(self)

    def sum(self):
        return self.f(self)


def gradient(f, x):
    return f(Again(f))
