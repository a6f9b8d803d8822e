import time

def fetch(n):
    time.sleep(1)  # the shop answers
    print("answer", n)

def main():
    for n in range(5):
        fetch(n)

main()
