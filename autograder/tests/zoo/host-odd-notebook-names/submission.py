# %% ../../../../tmp/own tag=../../etc
print("fine")
# %% <b>own</b> claims=../../../gradebook locked
print("fine")
# %% ex-98-9 claims=ex-98-9 solution
print("fine")
