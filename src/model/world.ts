import { z } from 'zod';

/**
 * What an example states of the world outside its program, in `world:` of example.yaml. The recorder
 * plays it on the virtual clock; `npm run verify` serves the same on loopback.
 */

/** Seconds; the clocks of programs count in them, too. */
const seconds = z.number().nonnegative().max(3600);

/** As a name stands in a program: "shop.example". */
const hostName = z.string().regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/);

const port = z.int().min(1).max(65535);

const text = z.string();

/** What is sent at once, or in pieces with a delay between them. */
const pieces = z.union([text.transform((one) => [one]), z.array(text).min(1)]);

const delays = {
  /** From asking for a connection to having it. */
  connect: seconds,
  /** From a question (for a fixed text, from being let in) to the first piece of its answer. */
  first_byte: seconds,
  /** From one piece of an answer to the next. */
  between: seconds,
};

/**
 * How a host fails. `reset`: in place of the last piece of its answer it breaks the connection off.
 * `never`: it takes a question and never answers. `unknown`: its name is not found.
 */
const faultSchema = z.enum(['reset', 'never', 'unknown']);

const pathSchema = z
  .union([
    pieces.transform((body) => ({ body })),
    z.strictObject({
      status: z.int().min(100).max(599).default(200),
      body: pieces.default(['']),
      delays: z.strictObject(delays).omit({ connect: true }).partial().default({}),
      fault: faultSchema.exclude(['unknown']).optional(),
    }),
  ])
  .transform((told) => ({
    status: 'status' in told ? told.status : 200,
    body: told.body,
    delays: 'delays' in told ? told.delays : {},
    fault: 'fault' in told ? (told.fault ?? null) : null,
  }));

const hostSchema = z
  .strictObject({
    port: port.default(80),
    /** What it does with those who connect. */
    answers: z.union([
      /** Says this to everybody, unasked, and closes. */
      z.strictObject({ text: pieces }),
      /** Sends each line back. */
      z.strictObject({ echo: z.literal(true) }),
      /** Speaks HTTP/1.1: the answer of each path, in text. Any other path is 404. */
      z.strictObject({ paths: z.record(z.string().startsWith('/'), pathSchema) }),
    ]),
    delays: z
      .strictObject({
        /** What finding its address takes; asyncio does that in a thread. Without it, it is known. */
        look_up: seconds.default(0),
        connect: delays.connect.default(0),
        first_byte: delays.first_byte.default(0),
        between: delays.between.default(0),
      })
      .prefault({}),
    /** How many connections it works on at once, and what happens to one more. */
    limit: z
      .strictObject({ connections: z.int().positive(), then: z.enum(['queue', 'refuse']) })
      .optional(),
    fault: faultSchema.optional(),
  })
  .transform(({ limit, fault, ...told }) => ({
    ...told,
    limit: limit ?? null,
    fault: fault ?? null,
  }));

/** Somebody who calls a server that the program is. */
const clientSchema = z.strictObject({
  /** When it connects, after the start of the program. */
  at: seconds,
  port,
  /** What it says; after each it waits until a whole line has come back. */
  says: z.array(text).default([]),
  /** How long it pauses before each of them. */
  pause: seconds.default(0),
});

const fileSchema = z.strictObject({
  text: text.default(''),
  /** What opening it takes, and each call of the system that reads or writes. */
  open: seconds.default(0),
  read: seconds.default(0),
  write: seconds.default(0),
});

export const worldSchema = z.strictObject({
  hosts: z.record(hostName, hostSchema).default({}),
  clients: z.record(hostName, clientSchema).default({}),
  files: z.record(z.string().regex(/^[\w.-]+$/), fileSchema).default({}),
  signals: z
    .array(z.strictObject({ at: seconds, signal: z.enum(['SIGINT', 'SIGTERM', 'SIGHUP']) }))
    .default([]),
  /** Bytes that lie between the two ends of a connection before the sender has to wait. */
  buffer: z.int().positive().default(65536),
});

export type World = z.infer<typeof worldSchema>;
