class Question:
    def __await__(self):
        answer = yield "how many?"
        return answer

async def order():
    count = await Question()
    print("ordering", count)
    return "thanks"

coroutine = order()
print(coroutine.send(None))
try:
    coroutine.send(3)
except StopIteration as end:
    print("returned", end.value)
