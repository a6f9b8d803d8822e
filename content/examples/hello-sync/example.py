import time

def greet(name):
    print("hello", name)
    time.sleep(3)
    print("goodbye", name)

greet("Ada")
