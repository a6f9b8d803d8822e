from multiprocessing import Process

orders = []

def take(dish):
    orders.append(dish)
    print("In the child:", orders)

if __name__ == "__main__":
    child = Process(target=take, args=("pie",))
    child.start()
    child.join()
    print("In the parent:", orders)
