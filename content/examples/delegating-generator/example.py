def ask(thing):
    answer = yield f"how many {thing}?"
    return answer

def order():
    loaves = yield from ask("loaves")
    rolls = yield from ask("rolls")
    return loaves + rolls

waiter = order()
print(next(waiter))
print(waiter.send(3))
try:
    waiter.send(5)
except StopIteration as end:
    print("in all", end.value)
