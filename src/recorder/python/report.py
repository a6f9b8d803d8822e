"""Says in words who waits for what, for a program that came to a stop."""

_UNTIL = {
    "free": "to be released",
    "set": "to be set",
    "notified": "to be notified",
    "all-arrived": "for the others to arrive",
    "item": "for an item",
    "space": "for a free place",
    "joined": "for its items to be done",
}


def who_waits(machine, names):
    """A sentence for each lane that waits."""
    told = []
    for lane in machine.lanes.all:
        if lane.kind in ("task", "thread") and lane.waits is not None and lane.ended is None:
            line = f" (line {lane.waits_at})" if lane.waits_at else ""
            told.append(f"{names[lane.number]} waits for {_what(lane.waits, machine, names)}{line}")
    return told


def _name(lane, names):
    return names[lane] if isinstance(lane, int) else lane.name


def _what(waits, machine, names):
    kind = waits["for"]
    if kind == "resource":
        resource = machine.resources.all[waits["resource"]]
        holder = machine.resources.holder(waits["resource"])
        held = f", held by {names[holder]}" if holder is not None else ""
        return f"the {resource['kind']} {resource['name']!r} {_UNTIL[waits['until']]}{held}"
    if kind == "net":
        peer = f" from {names[waits['peer']]}" if "peer" in waits else ""
        return f"the network ({waits['does']}{peer})"
    if kind == "started":
        return f"{_name(waits['lanes'][0], names)} to have started"
    if kind == "calls":
        return f"the end of {', '.join(waits['calls']) or 'nothing'}"
    if "lanes" in waits:
        members = ", ".join(_name(lane, names) for lane in waits["lanes"])
        return members if kind == "lane" else f"{kind} of {members}"
    if kind == "timer":
        return "its timer"
    if kind == "future":
        return f"the future {waits['name']!r}" if "name" in waits else "a future"
    return kind
