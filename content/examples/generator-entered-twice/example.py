def echo():
    print("asks itself")
    yield next(me)

me = echo()
next(me)
