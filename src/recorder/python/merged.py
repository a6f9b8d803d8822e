"""One schedule of what all processes recorded, each with numbers of its own until then."""

import json

from .lanes import Lane, Lanes
from .processes import Elsewhere, Handed
from .report import who_waits

_LANE_KEYS = ("lane", "child", "target", "about", "of", "lanes")


def told(machine):
    """What one process recorded, in JSON."""
    machine.journal.finish()
    steps = machine.journal.steps
    numbers = {id(step): number for number, step in enumerate(steps)}
    names = ("kind", "python", "function", "argument", "given", "family", "parent", "on", "how")
    return json.dumps(
        {
            "number": machine.processes.port.number,
            "parent": machine.processes.port.parent,
            "python": machine.processes.python,
            "lanes": [
                {
                    **{name: getattr(lane, name) for name in names},
                    "born": numbers.get(id(lane.born)),
                    "ended": numbers.get(id(lane.ended)),
                }
                for lane in machine.lanes.all
            ],
            "resources": machine.resources.all,
            "keys": machine.resources.keys,
            "steps": steps,
            "handed": machine.process_uses.handed,
            "waits": who_waits(machine, machine.lanes.names()),
            "stopped": machine.journal.stopped,
            "refused": machine.refusal,
            "last": machine.journal.last_line,
        },
        default=_elsewhere,
    )


def _elsewhere(thing):
    if isinstance(thing, Elsewhere):
        return {"process": thing.process, "number": thing.lane}
    if isinstance(thing, Handed):
        return {"handed": thing.key}
    raise TypeError(f"{thing!r} cannot be told")


def others(machine):
    """What the other processes recorded."""
    return [json.loads(part) for part in machine.processes.port.others()]


def put_together(machine):
    """The lanes, resources, steps and processes of all, as they stand in a schedule."""
    return _Merge([json.loads(told(machine)), *others(machine)]).result()


class _Merge:
    def __init__(self, parts):
        self._parts = [part if "steps" in part else _never_ran(part) for part in parts]
        self._offsets, count = [], 0
        for part in self._parts:
            self._offsets.append(count)
            count += len(part["lanes"])
        self._handed = {k: v for part in self._parts for k, v in part["handed"].items()}
        self._timers = {}
        self._steps = self._in_order()
        self._names = self._all_names()
        self._resources, self._numbers = [], {}
        self._find_resources()

    def result(self):
        places = {
            (process, number): place
            for place, (process, number, _) in enumerate(self._steps)
        }
        steps = [self._step(process, step) for process, _, step in self._steps]
        births = {
            step["child"]: place for place, step in enumerate(steps) if step["kind"] == "create"
        }
        lanes = [
            self._lane(process, number, lane, places, births)
            for process, part in enumerate(self._parts)
            for number, lane in enumerate(part["lanes"])
        ]
        told = {"lanes": lanes, "resources": self._resources, "steps": steps}
        if len(self._parts) > 1:
            told["processes"] = self._processes(steps)
        return told

    def _in_order(self):
        """The steps by the turns in which they were done: (process, number there, step)."""
        found = []
        for process, part in enumerate(self._parts):
            turn = 0
            for number, step in enumerate(part["steps"]):
                if step["kind"] == "turn":
                    turn = step["turn"]
                else:
                    found.append((turn, process, number, step))
        return [entry[1:] for entry in sorted(found, key=lambda entry: entry[:3])]

    def _all_names(self):
        lanes = Lanes()
        for part in self._parts:
            for told in part["lanes"]:
                lane = Lane(len(lanes.all), told["kind"], None, None)
                for name in ("function", "argument", "given", "family"):
                    setattr(lane, name, told[name])
                lanes.all.append(lane)
        return lanes.names()

    def _find_resources(self):
        by_key, taken = {}, set()
        for process, part in enumerate(self._parts):
            for number, resource in enumerate(part["resources"]):
                key = part["keys"].get(str(number))
                if key is not None and key in by_key:
                    self._numbers[process, number] = by_key[key]
                    continue
                name = resource["name"]
                if name in taken:
                    name = f"{name} of {self._names[self._offsets[process]]}"
                taken.add(name)
                self._numbers[process, number] = len(self._resources)
                if key is not None:
                    by_key[key] = len(self._resources)
                self._resources.append({**resource, "name": name})

    def _number_of(self, process, lane):
        if isinstance(lane, dict):
            return self._offsets[lane["process"]] + lane["number"]
        return self._offsets[process] + lane

    def _step(self, process, thing):
        """A step, or a part of one, with the numbers that hold for all."""
        made = {}
        for key, value in thing.items():
            if key in _LANE_KEYS:
                many = isinstance(value, list)
                found = [self._number_of(process, each) for each in (value if many else [value])]
                made[key] = found if many else found[0]
            elif key == "resource":
                made[key] = self._numbers[process, value]
            elif key == "timer":
                made[key] = self._timers.setdefault((process, value), len(self._timers))
            elif key == "call" and isinstance(value, dict):
                made[key] = self._handed[value["handed"]]
            elif isinstance(value, dict):
                made[key] = self._step(process, value)
            else:
                made[key] = value
        return made

    def _lane(self, process, number, lane, places, births):
        own = self._offsets[process] + number
        told = {"name": self._names[own], "kind": lane["kind"]}
        for key, value in (("python", lane["python"]), ("runs", lane["function"])):
            if value is not None:
                told[key] = value
        parent = lane["parent"]
        if number == 0 and process > 0:
            born = births[own]
            parent = self._steps[born][2]["lane"]
            told["parent"] = self._number_of(self._steps[born][0], parent)
        elif parent is not None:
            told["parent"] = self._number_of(process, parent)
        if lane["on"] is not None:
            told["on"] = self._number_of(process, lane["on"])
        told["born"] = births.get(own, 0)
        if lane["ended"] is not None:
            told["ended"] = places[process, lane["ended"]]
        told["how"] = lane["how"]
        if process > 0:
            told["process"] = process
        return told

    def _processes(self, steps):
        exits = {
            step["lane"]: (place, step["code"])
            for place, step in enumerate(steps)
            if step["kind"] == "exit"
        }
        told = []
        for process, part in enumerate(self._parts):
            main = self._offsets[process]
            entry = {"python": part["python"], "main": main}
            if part["parent"] >= 0:
                entry["parent"] = part["parent"]
            if main in exits:
                entry["ended"], entry["code"] = exits[main]
            told.append(entry)
        return told


def _never_ran(part):
    """A process that was started, and had no turn before all was stopped."""
    about = json.loads(part["about"])
    lane = {"kind": "thread", "python": "MainThread", "parent": None, "on": None}
    lane |= {"how": "pending", "born": None, "ended": None, **about["lane"]}
    empty = {"resources": [], "keys": {}, "steps": [], "handed": {}, "waits": []}
    return {**part, "python": about["process"], "lanes": [lane], **empty}
