"""Requests per second of two small servers of the standard library, on loopback, one process each."""

import asyncio
import json
import multiprocessing
import socketserver
import time

ROUNDS, PATIENCE = 15, 40.0
CLIENTS, EACH = 50, 20
QUERY = 0.02
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"


class Threaded(socketserver.ThreadingTCPServer):
    daemon_threads = True
    request_queue_size = 128


def threaded(pipe, wait):
    class Handler(socketserver.StreamRequestHandler):
        def handle(self):
            while self.rfile.readline():
                while self.rfile.readline() not in (b"\r\n", b""):
                    pass
                if wait:
                    time.sleep(wait)
                self.wfile.write(ANSWER)

    with Threaded(("127.0.0.1", 0), Handler) as server:
        pipe.send(server.server_address[1])
        server.serve_forever()


def asynchronous(pipe, wait):
    async def handle(reader, writer):
        while await reader.readline():
            while await reader.readline() not in (b"\r\n", b""):
                pass
            if wait:
                await asyncio.sleep(wait)
            writer.write(ANSWER)
            await writer.drain()
        writer.close()

    async def main():
        server = await asyncio.start_server(handle, "127.0.0.1", 0, backlog=128)
        pipe.send(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(main())


async def client(port):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for _ in range(EACH):
        writer.write(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
        await reader.readexactly(len(ANSWER))
    writer.close()
    await writer.wait_closed()


async def sample(port):
    began = time.perf_counter()
    await asyncio.gather(*[client(port) for _ in range(CLIENTS)])
    return CLIENTS * EACH / (time.perf_counter() - began)


def main():
    context = multiprocessing.get_context("spawn")
    kinds = {
        "threaded": (threaded, 0),
        "async": (asynchronous, 0),
        "threaded-waiting": (threaded, QUERY),
        "async-waiting": (asynchronous, QUERY),
    }
    ports, children = {}, []
    for name, (serve, wait) in kinds.items():
        ours, theirs = context.Pipe()
        child = context.Process(target=serve, args=(theirs, wait), daemon=True)
        child.start()
        children.append(child)
        ports[name] = ours.recv()
    samples = {name: [] for name in kinds}
    until = time.perf_counter() + PATIENCE
    for _ in range(ROUNDS):
        for name, port in ports.items():
            samples[name].append(asyncio.run(sample(port)))
        if time.perf_counter() > until:
            break
    for child in children:
        child.terminate()
    print(json.dumps(samples))


if __name__ == "__main__":
    main()
