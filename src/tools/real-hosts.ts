import { STATUS_CODES } from 'node:http';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { World } from '#model/world.ts';

/** The hosts and clients of a world, as real ones on loopback: what they say, and when. */

type Told = World['hosts'][string];

interface Answer {
  readonly pieces: readonly string[];
  readonly firstByte: number;
  readonly between: number;
  readonly fault: string | null;
  readonly closes: boolean;
}

/** One host, which attends to as many connections at once as it is told. */
export class Host {
  readonly #told: Told;
  readonly #line: (() => void)[] = [];
  #open = 0;

  constructor(told: Told) {
    this.#told = told;
  }

  accept(socket: Socket): void {
    socket.on('error', () => socket.destroy());
    const { limit } = this.#told;
    const isFull = limit !== null && this.#open >= limit.connections;
    if (limit?.then === 'refuse') {
      if (isFull) return void socket.resetAndDestroy();
      socket.write('+');
    }
    const attend = () => {
      this.#open += 1;
      socket.once('close', () => this.#leaves());
      void this.#attend(socket);
    };
    if (isFull) this.#line.push(attend);
    else attend();
  }

  #leaves(): void {
    this.#open -= 1;
    this.#line.shift()?.();
  }

  async #attend(socket: Socket): Promise<void> {
    const { answers } = this.#told;
    if ('text' in answers) {
      socket.resume(); // what lies unread when it closes would break the connection off
      return this.#say(socket, this.#answer(answers.text, true));
    }
    let asked = '';
    for await (const data of socket.setEncoding('utf8') as AsyncIterable<string>) {
      asked += data;
      for (;;) {
        const question = 'echo' in answers ? lineOf(asked) : requestOf(asked);
        if (question === undefined) break;
        asked = asked.slice(question.length);
        const answer =
          'echo' in answers ? this.#answer([question], false) : this.#page(question, answers.paths);
        await this.#say(socket, answer);
        if (socket.destroyed || socket.writableEnded) return;
      }
    }
    socket.end();
  }

  #page(question: string, paths: Extract<Told['answers'], { paths: unknown }>['paths']): Answer {
    const path = question.split(' ')[1]?.split('?')[0] ?? '';
    const told = paths[path];
    const closes = /^connection: close/im.test(question) || / HTTP\/1\.0\r/.test(question);
    const body = told?.body ?? ['nothing here\n'];
    const status = told?.status ?? 404;
    const head = [
      `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Unknown'}`,
      'Content-Type: text/plain; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body.join(''))}`,
      ...(closes ? ['Connection: close'] : []),
      '',
      '',
    ].join('\r\n');
    const [first = '', ...rest] = body;
    const answer = this.#answer([head + first, ...rest], closes);
    return {
      ...answer,
      firstByte: told?.delays.first_byte ?? answer.firstByte,
      between: told?.delays.between ?? answer.between,
      fault: told?.fault ?? answer.fault,
    };
  }

  #answer(pieces: readonly string[], closes: boolean): Answer {
    const { delays, fault } = this.#told;
    return { pieces, firstByte: delays.first_byte, between: delays.between, fault, closes };
  }

  async #say(socket: Socket, answer: Answer): Promise<void> {
    if (answer.fault === 'never') return void (await pause(3_600_000, undefined, { ref: false }));
    const pieces = answer.fault === 'reset' ? answer.pieces.slice(0, -1) : answer.pieces;
    await pause(answer.firstByte * 1000);
    for (const [n, piece] of pieces.entries()) {
      if (n > 0) await pause(answer.between * 1000);
      if (socket.destroyed) return;
      socket.write(piece);
    }
    if (answer.fault === 'reset') {
      if (pieces.length > 0) await pause(answer.between * 1000);
      socket.resetAndDestroy();
    } else if (answer.closes) socket.end(() => socket.destroySoon());
  }
}

function lineOf(asked: string): string | undefined {
  return /^[^\n]*\n/.exec(asked)?.[0];
}

function requestOf(asked: string): string | undefined {
  const gap = asked.indexOf('\r\n\r\n');
  if (gap < 0) return undefined;
  const length = Number(/^content-length: *(\d+)/im.exec(asked.slice(0, gap))?.[1] ?? 0);
  const whole = gap + 4 + length;
  return asked.length >= whole ? asked.slice(0, whole) : undefined;
}

/** A client that calls the program, as it is told: says its lines, and waits for one after each. */
export function call({ says, pause: rest }: World['clients'][string], port: number): Socket {
  const socket = connect(port, '127.0.0.1').setEncoding('utf8');
  const left = [...says];
  let waits = false;
  const next = async () => {
    const line = left.shift();
    if (line === undefined) return void socket.end(() => socket.destroy());
    await pause(rest * 1000);
    if (socket.destroyed) return;
    waits = true;
    socket.write(line);
  };
  socket.on('connect', () => void next());
  socket.on('data', (data: string) => {
    if (!waits || !data.endsWith('\n')) return;
    waits = false;
    void next();
  });
  socket.on('error', () => socket.destroy());
  return socket;
}
