# %% own
plt.rcParams["figure.figsize"] = (3, 2)
plt.plot([1, 4, 9])
plt.title("$x^2$")
plt.show()
# %% ex-98-3
def gradient(f, x, show=True):
    steps = np.eye(len(x)) * 1e-5
    slopes = np.array([(f(x + step) - f(x - step)) / 2e-5 for step in steps])
    if show:
        figure, ax = plt.subplots()
        ax.bar(range(len(x)), slopes)
        figure.canvas.draw()
    return slopes
# %% own-2
figure, axes = plt.subplots(2, 2)
axes[0, 0].hist(np.random.default_rng(0).normal(size=100))
figure
