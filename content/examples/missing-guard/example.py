import multiprocessing

def greet():
    print("Hello")

multiprocessing.set_start_method("spawn", force=True)
child = multiprocessing.Process(target=greet)
child.start()
child.join()
print("exit code", child.exitcode)
