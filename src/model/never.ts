/**
 * When a timer is due that is never due, such as that of `asyncio.sleep(math.inf)`: in microseconds,
 * later than any other (285 years), and a number that JavaScript holds exactly.
 */
export const NEVER = 9e15;
