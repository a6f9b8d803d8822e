def countdown(start):
    print("ready")
    for number in range(start, 0, -1):
        yield number
    print("liftoff")

for number in countdown(3):
    print(number)
