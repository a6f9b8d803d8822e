from concurrent.futures import ProcessPoolExecutor

def count(limit):
    total = 0
    for n in range(limit):
        total += n
    return total

if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=2) as pool:
        totals = pool.map(count, (30, 20, 10))
        print(*totals)
