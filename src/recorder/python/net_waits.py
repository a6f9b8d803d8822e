"""What a task waits for in asyncio's own streams and sockets, read from its frames."""

from asyncio import base_events, selector_events, streams

from . import waits
from .sockets import waits_for


def install(machine):
    table = machine.world.table
    loop = selector_events.BaseSelectorEventLoop

    def end_of(sock):
        number = sock.fileno() if sock is not None else -1
        return table.ends.get(number)

    def told(end, does):
        if end is None:
            return {"for": "net", "does": does}
        end.owner = machine.telling.number
        return waits_for(end, does)

    def by_socket(does):
        return lambda local, outer, future, user, machine: told(
            end_of(local.get("sock") or local.get("conn")), does
        )

    def by_transport(does, find):
        def tell(local, outer, future, user, machine):
            transport = find(local)
            return told(end_of(getattr(transport, "_sock", None)), does)

        return tell

    def name(local, outer, future, user, machine):
        return {"for": "net", "does": "look-up", "name": local["host"]}

    waits._BY_CODE.update(
        {
            streams.StreamReader._wait_for_data.__code__: by_transport(
                "receive", lambda local: local["self"]._transport
            ),
            streams.FlowControlMixin._drain_helper.__code__: by_transport(
                "send", lambda local: local["self"]._transport
            ),
            streams.StreamWriter.wait_closed.__code__: by_transport(
                "close", lambda local: local["self"]._transport
            ),
            loop.sock_connect.__code__: by_socket("connect"),
            loop.sock_recv.__code__: by_socket("receive"),
            loop.sock_recv_into.__code__: by_socket("receive"),
            loop.sock_sendall.__code__: by_socket("send"),
            loop.sock_accept.__code__: by_socket("accept"),
            loop._accept_connection2.__code__: by_socket("set-up"),
            base_events.BaseEventLoop._create_connection_transport.__code__: by_socket("set-up"),
            base_events.BaseEventLoop.getaddrinfo.__code__: name,
            base_events.Server.serve_forever.__code__: _server("accept"),
            base_events.Server.wait_closed.__code__: _server("close"),
        }
    )


def _server(does):
    return lambda local, outer, future, user, machine: {"for": "net", "does": does}

