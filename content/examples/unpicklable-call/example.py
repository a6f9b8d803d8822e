from concurrent.futures import ProcessPoolExecutor

def main():
    def cook():
        return "soup"

    with ProcessPoolExecutor(max_workers=1) as pool:
        call = pool.submit(cook)
        print(call.result())

if __name__ == "__main__":
    main()
