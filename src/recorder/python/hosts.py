"""The hosts of the world: what each answers, how fast, to how many at once, and how it fails."""

from .clock import nanoseconds
from .world_words import REASONS


class Host:
    def __init__(self, world, name, told, address):
        self.world = world
        self.name = name
        self.told = told
        self.address = address
        self.lane = None
        self.served = []  # its connections that it works on, in order
        self.line = []  # those that wait until there is room
        self._state = None

    def meet(self):
        """Its lane, which begins when the program first turns to it."""
        if self.lane is None:
            self.lane = self.world.outside("server", self.name)
            self.lane.born = self.tell_state()
        return self.lane

    # Connections

    def called(self, host, end, port):
        """Somebody asks for a connection; it is there, or refused, after the delay of connecting."""
        delay = nanoseconds(self.told["delays"]["connect"])
        end.due = self.world.clock.now + delay
        self.world.at(end.due, lambda: self._answers(host, end, port))

    def _answers(self, host, end, port):
        if end.closed:
            return
        end.due = None
        limit = self.told["limit"]
        full = limit is not None and len(self.served) >= limit["connections"]
        if port != self.told["port"] or (full and limit["then"] == "refuse"):
            host.fault("ECONNREFUSED")
            self.world.tells(self.lane, "refuse", host)
            return
        host.here = (self.address, port)
        host.open()
        end.open()
        host.agent = Visit(self, host)
        self.world.tells(self.lane, "accept", host)
        (self.line if full else self.served).append(host.agent)
        self.tell_state()
        if not full:
            host.agent.begin()

    def leaves(self, visit):
        if visit in self.line:
            self.line.remove(visit)
        if visit in self.served:
            self.served.remove(visit)
            if self.line:
                following = self.line.pop(0)
                self.served.append(following)
                following.begin()
        self.tell_state()

    def tell_state(self):
        """What it does from now on, where that has changed."""
        busy = [visit for visit in self.served if visit.busy]
        due = min((visit.due for visit in busy if visit.due is not None), default=None)
        state = {"open": len(self.served), "busy": len(busy)}
        if self.line:
            state["line"] = len(self.line)
        if due is not None:
            state["due"] = due // 1000
        if state == self._state:
            return None
        self._state = state
        return self.world.state(self.lane, state)


class Visit:
    """One connection, as the host sees it."""

    def __init__(self, host, end):
        self.host = host
        self.world = host.world
        self.end = end
        self.busy = False
        self.due = None
        self._begun = False
        self._ended = False  # no more questions will come
        self._asked = bytearray()
        self._pieces = []  # what is still to be sent of the answer
        self._delays = host.told["delays"]
        self._then = None  # what follows when all is sent: "close", "reset", or nothing
        self._event = None

    def begin(self):
        self._begun = True
        answers = self.host.told["answers"]
        if "text" in answers:
            self._answer(answers["text"], self.host.told, "close")
        self.arrived(self.end)
        if self._ended and not self.busy:
            self._leave()

    # What comes in

    def arrived(self, end):
        if not self._begun:
            return
        self._asked += end.take(len(end.incoming))
        self._look()

    def ended(self, end):
        """All questions are there: what is asked is still answered."""
        self._ended = True
        if self._begun and not self.busy:
            self._leave()

    def gone(self, end):
        """Nobody is there any more who would hear an answer."""
        if not self.busy and not self.end.closed:
            self._leave()

    def has_room(self, end):
        if self._pieces and self._event is None and self.due is None:
            self._send()

    def _look(self):
        """Answer the next whole question, if there is one."""
        answers = self.host.told["answers"]
        if self.busy or "text" in answers:
            return
        if "echo" in answers:
            if b"\n" in self._asked:
                line, _, rest = bytes(self._asked).partition(b"\n")
                self._asked[:] = rest
                self._answer([line + b"\n"], self.host.told, None)
            return
        head, gap, rest = bytes(self._asked).partition(b"\r\n\r\n")
        if not gap:
            return
        method, path, *_ = (*head.split(b"\r\n")[0].decode().split(" "), "", "")
        fields = {
            name.strip().lower(): value.strip().lower()
            for name, _, value in (line.partition(b":") for line in head.split(b"\r\n")[1:])
        }
        length = int(fields.get(b"content-length", b"0"))
        if len(rest) < length:
            return
        self._asked[:] = rest[length:]
        path = path.partition("?")[0]
        told = answers["paths"].get(path)
        close = fields.get(b"connection") == b"close" or b"HTTP/1.0" in head.split(b"\r\n")[0]
        if told is None:
            told = {"status": 404, "body": ["nothing here\n"], "delays": {}, "fault": None}
        body = [piece.encode() for piece in told["body"]]
        lines = (
            f"HTTP/1.1 {told['status']} {REASONS.get(told['status'], 'Unknown')}",
            "Content-Type: text/plain; charset=utf-8",
            f"Content-Length: {sum(map(len, body))}",
            *(["Connection: close"] if close else []),
        )
        start = "".join(f"{line}\r\n" for line in (*lines, "")).encode()
        pieces = [b""] if method == "HEAD" else body or [b""]
        whole = [start + pieces[0], *pieces[1:]]
        self._answer(whole, told, "close" if close else None)

    # What goes out

    def _answer(self, pieces, told, then):
        self.busy = True
        self._delays = {**self.host.told["delays"], **told["delays"]}
        self._pieces = [piece if isinstance(piece, bytes) else piece.encode() for piece in pieces]
        self._then = then
        fault = told["fault"] or self.host.told["fault"]
        if fault == "reset":
            self._pieces, self._then = self._pieces[:-1], "reset"
        if fault == "never":
            self.due = None
            self.host.tell_state()
            return
        self._in(self._delays["first_byte"])

    def _in(self, seconds):
        self.due = self.world.clock.now + nanoseconds(seconds)
        self.end.other.due = self.due
        self._event = self.world.at(self.due, self._send)
        self.host.tell_state()

    def _send(self):
        self._event = self.due = self.end.other.due = None
        if self._pieces:
            piece = self._pieces[0]
            if self.end.other.closed:
                self._leave()
                return
            count = self.end.room()
            if count < len(piece):  # the rest goes out when somebody has read
                if count:
                    self._say(piece[:count])
                    self._pieces[0] = piece[count:]
                self.host.tell_state()
                return
            self._pieces.pop(0)
            self._say(piece)
            if self._pieces or self._then == "reset":
                self._in(self._delays["between"])
                return
        self._over()

    def _say(self, data):
        self.world.says(self.host.lane, self.end, data)

    def _over(self):
        self.busy = False
        if self._then == "reset":
            self.world.tells(self.host.lane, "reset", self.end)
            self.end.reset()
            self._leave()
        elif self._then == "close":
            self._leave()
        elif self._ended:
            self._look()
            if not self.busy:
                self._leave()
        else:
            self.host.tell_state()
            self._look()

    def _leave(self):
        if self._event is not None:
            self.world.drop(self._event)
            self._event = self.due = None
        self.busy = False
        self._pieces = []
        if not self.end.closed:
            self.world.tells(self.host.lane, "end", self.end)
            self.end.close()
        self.host.leaves(self)
