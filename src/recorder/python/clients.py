"""The clients of the world, who call a server that the program is."""

from .clock import nanoseconds
from .wires import End


class Client:
    """Connects at its moment, says its lines one after the other, and waits for an answer to each."""

    def __init__(self, world, name, told):
        self.world = world
        self.name = name
        self.told = told
        self.lane = None
        self.end = None
        self._left = [text.encode() for text in told["says"]]
        self._pause = nanoseconds(told["pause"])
        self._state = None
        self._waits = False  # whether it has said something, and waits for the answer
        world.at(nanoseconds(told["at"]), self._connect)

    def _connect(self):
        world = self.world
        self.lane = world.outside("client", self.name)
        self.lane.born = self._tell_state({})
        listening = world.table.listening.get(self.told["port"])
        self.end = End(world)
        if listening is None:
            world.tells(self.lane, "refuse")
            self._tell_state({"over": True})
            return
        server = End(world)
        server.join(self.end)
        self.end.owner = self.lane.number
        server.owner = world.host_of(listening)
        self.end.agent = self
        server.here = listening.here
        self.end.here = ("127.0.0.1", world.table.port())
        server.open()
        self.end.open()
        world.tells(self.lane, "connect", self.end)
        listening.backlog.append(server)
        listening.touch()
        self._next()

    def _next(self):
        if not self._left:
            self._leave()
            return
        self._tell_state({"due": (self.world.clock.now + self._pause) // 1000})
        self.world.at(self.world.clock.now + self._pause, self._say)

    def _say(self):
        if self.end.closed:
            return
        self._waits = True
        self._tell_state({"open": 1, "busy": 1})
        self.world.says(self.lane, self.end, self._left.pop(0))

    def _leave(self):
        if not self.end.closed:
            self.world.tells(self.lane, "end", self.end)
            self.end.close()
            self._tell_state({"over": True})

    def _tell_state(self, more):
        state = {"calls": True, "open": 0, "busy": 0, **more}
        if state == self._state:
            return None
        self._state = state
        return self.world.state(self.lane, state)

    # What the program does

    def arrived(self, end):
        data = end.take(len(end.incoming))
        if self._waits and data.endswith(b"\n"):
            self._waits = False
            self._next()

    def ended(self, end):
        self._leave()

    def gone(self, end):
        self._leave()

    def has_room(self, end):
        pass
