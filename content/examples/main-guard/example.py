import multiprocessing

def greet():
    print("Hello")

if __name__ == "__main__":
    multiprocessing.set_start_method("spawn", force=True)
    child = multiprocessing.Process(target=greet)
    child.start()
    child.join()
    print("exit code", child.exitcode)
