from concurrent.futures import ProcessPoolExecutor

if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=1) as pool:
        call = pool.submit(lambda: "soup")
        error = call.exception()
        print(type(error).__name__)
