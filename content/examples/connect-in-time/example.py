import socket

SHOP = "shop.example", 80

try:
    with socket.create_connection(SHOP, timeout=3) as shop:
        shop.sendall(b"GET /price HTTP/1.0\r\n\r\n")
        answer = shop.recv(1000)
        print("price", answer.split()[-1].decode())
except TimeoutError:
    print("the shop does not answer")
