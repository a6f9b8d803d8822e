"""Why a task comes into the ready queue."""

from asyncio import tasks


def cause_of(turns, task, handle):
    """Why a task comes into the queue: its first turn, its next one, or what it waited for."""
    machine = turns.machine
    lane = machine.lane_of(task)
    future = handle._args[0] if _wakes(handle._callback) and handle._args else None
    if isinstance(future, tasks.Task):
        machine.note_end(future)
    if not lane.started:
        return {"by": "start"}
    if lane.running:
        machine.gives_back(lane, task)
    waits = lane.waits or {}
    kind = waits.get("for")
    if isinstance(future, tasks.Task):
        return {"by": "lane", "of": machine.lane_of(future).number}
    if kind == "shield" and machine.lanes.all[waits["lanes"][0]].ended is not None:
        return {"by": "members"}
    if future is not None and future.cancelled():
        if task.cancelling() and not lane.asked:
            turns.cancelled(task)
        return {"by": "cancel"}
    if kind == "lane":  # wait_for has cancelled it and waits for its end
        return {"by": "lane", "of": waits["lanes"][0]}
    if kind == "timer":
        return {"by": "timer", "timer": waits["timer"]}
    if kind == "any" and turns.timer is not None:
        return {"by": "timer", "timer": turns.timer}
    if kind in ("gather", "group", "any", "shield"):
        return {"by": "members"}
    if kind == "resource":
        return {"by": "resource", "resource": waits["resource"]}
    if kind == "net":
        return {"by": "net", **{key: waits[key] for key in ("peer",) if key in waits}}
    if kind == "calls" and len(waits["calls"]) > 1:
        return {"by": "members"}
    return {"by": "turn" if future is None else "future"}


def _wakes(callback):
    return "wakeup" in (getattr(callback, "__name__", None) or type(callback).__name__).lower()
