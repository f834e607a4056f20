# %% own
name = input("Your name? ")
print("Hello", name)
# %% ex-98-1
def double(x):
    return x * 2


number = float(input("A number to double: "))
print(double(number))
