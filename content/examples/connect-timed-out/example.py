import socket

SHOP = "shop.example", 80

with socket.create_connection(SHOP, timeout=1) as shop:
    shop.sendall(b"GET /price HTTP/1.0\r\n\r\n")
    answer = shop.recv(1000)
    print("price", answer.split()[-1].decode())
