import { tidiesUp } from '../own-lanes.ts';
import type { Schedule, Step } from '../schedule.ts';
import { turnsOf, type Instant, type Turn } from '../turns.ts';
import { count, grouped, isLoop, isRow, listed, nameOf, familyOf, ownPart } from './names.ts';
import { OWN } from './part-words.ts';
import { partsOf, type Part } from './parts.ts';
import { timeWords } from './time-words.ts';

/** A row of the lens: one turn, a stretch of the loop's own, or successive turns with the same words. */
export interface TurnWords {
  /** Names of lanes; "loop" for the loop, and who is outside for what was done there. */
  readonly who: readonly string[];
  /** What they do, in markup; it follows their names: "creates three tasks, waits for all of them". */
  readonly says: string;
  /** "10–12", "5", or empty. */
  readonly lines: string;
  /** The numbers of its turns; absent for the loop's own stretches. */
  readonly numbers?: readonly [from: number, to: number] | undefined;
  /** Steps. */
  readonly first: number;
  readonly last: number;
}

/** Steps, both included. */
export interface Within {
  readonly first: number;
  readonly last: number;
}

/** A turn in words; `within` says what of it lies in one instant. */
export function turnWords(schedule: Schedule, turn: Turn, within: Within = turn): TurnWords {
  return rowOf(schedule, [clip(turn, within)]);
}

/** All turns of one instant, with successive turns of the same words told together. */
export function instantWords(schedule: Schedule, instant: Instant): TurnWords[] {
  return rowsOf(schedule, instant, (piece) =>
    saying(schedule, partsFor(schedule, piece, true), piece, true),
  );
}

/** An instant on one line, in markup: "**1.0 s** turns 5–8: work 0, 1 and 2 end; then main ends". */
export function instantLine(schedule: Schedule, instant: Instant): string {
  const brief = (piece: Piece, many: boolean) => chief(partsFor(schedule, piece, many), many);
  const rows = piecesOf(schedule, instant);
  const turns = rows.filter(isTurn);
  // Beside turns the loop's own work is told only where it calls something of the program's.
  const worth = (piece: Piece) =>
    isTurn(piece) || partsFor(schedule, piece, false).some(({ kind }) => kind === 'call');
  const told = merged(
    schedule,
    turns.length > 0 ? rows.filter(worth) : rows,
    (piece) => brief(piece, true).words,
  );
  const words = told.map((pieces) => {
    const [first] = pieces;
    if (!first) return '';
    const { by, words } = brief(first, pieces.length > 1);
    const who = by === undefined ? namesOf(schedule, pieces) : nameOf(schedule, by);
    return `${who} ${open(schedule, words, pieces)}`;
  });
  const shown = words.length > 4 ? [...words.slice(0, 3), `${words.length - 3} more`] : words;
  const time = `**${timeWords(schedule).full(instant.at)}**`;
  const numbers = span(turns[0]?.turn.number, turns.at(-1)?.turn.number);
  const which = numbers ? ` turn${numbers.includes('–') ? 's' : ''} ${numbers}:` : '';
  return `${time}${which} ${shown.join('; ').replace(/; (?=[^;]*$)/, '; then ')}`.replaceAll(
    /(?<=\*\* .*)\*\*/g,
    '',
  );
}

/** Whether nothing happens in an instant but that the lane that computed before computes on. */
export function carriesOn(schedule: Schedule, { first, last }: Instant): boolean {
  const { lane } = schedule.steps[first - 1] ?? {};
  return schedule.steps
    .slice(first, last + 1)
    .every((step) => step.lane === lane && step.kind === 'line');
}

/** A turn, or what of it lies in one instant. */
interface Piece extends Within {
  readonly turn: Turn;
}

function clip(turn: Turn, { first, last }: Within): Piece {
  return { turn, first: Math.max(turn.first, first), last: Math.min(turn.last, last) };
}

/** Each line that takes time begins an instant; who computes line after line is told of once. */
function toTheEndOfComputing({ steps }: Schedule, piece: Piece): Piece {
  const { turn, last } = piece;
  if (steps[last]?.kind !== 'line') return piece;
  const after = steps.slice(last + 1, turn.last + 1);
  const other = after.findIndex(({ kind, lane }) => kind !== 'line' || lane !== turn.lane);
  return { ...piece, last: other < 0 ? turn.last : last + other };
}

/** Not a stretch of the loop's own. */
function isTurn({ turn }: Piece): boolean {
  return turn.number !== undefined;
}

/** The pieces that lie in an instant and have something to say; nothing of tasks that no figure shows. */
function piecesOf(schedule: Schedule, instant: Instant): Piece[] {
  return turnsOf(schedule)
    .filter(({ first, last }) => first <= instant.last && last >= instant.first)
    .filter(({ lane }) => !tidiesUp(schedule, lane))
    .map((turn) => toTheEndOfComputing(schedule, clip(turn, instant)))
    .filter((piece) => isTurn(piece) || partsFor(schedule, piece, false).length > 0);
}

function rowsOf(schedule: Schedule, instant: Instant, key: (piece: Piece) => string): TurnWords[] {
  return merged(schedule, piecesOf(schedule, instant), key).map((pieces) =>
    rowOf(schedule, pieces),
  );
}

/** Neighbors with the same words together; the loop's own stretches stay by themselves. */
function merged(
  schedule: Schedule,
  pieces: readonly Piece[],
  key: (piece: Piece) => string,
): Piece[][] {
  const rows: Piece[][] = [];
  let before = '';
  for (const piece of pieces) {
    const words = isLoop(schedule, piece.turn.lane) ? '' : key(piece);
    const row = rows.at(-1);
    const isSame = words !== '' && words === before && isNext(row?.at(-1), piece);
    if (isSame && row?.every((other) => areAlike(schedule, other, piece))) row.push(piece);
    else rows.push([piece]);
    before = words;
  }
  return rows;
}

/** No turn that is not told lies between them. */
function isNext(before: Piece | undefined, { turn }: Piece): boolean {
  return before?.turn.number !== undefined && before.turn.number + 1 === turn.number;
}

/** Two lanes of one family: "work 0" and "work 1". */
function areAlike(schedule: Schedule, { turn: one }: Piece, { turn: other }: Piece): boolean {
  const [a, b] = [nameOf(schedule, one.lane), nameOf(schedule, other.lane)];
  return a !== b && familyOf(a) === familyOf(b);
}

function rowOf(schedule: Schedule, pieces: readonly Piece[]): TurnWords {
  const [from] = pieces;
  const to = pieces.at(-1);
  if (!from || !to) throw new RangeError('A row needs a turn.');
  const many = pieces.length > 1;
  const parts = partsFor(schedule, from, many);
  const { number } = from.turn;
  const [outside] = isLoop(schedule, from.turn.lane) ? outsideOf(parts) : [];
  const who = outside === undefined ? pieces.map(({ turn }) => turn.lane) : [outside];
  return {
    who: who.map((lane) => nameOf(schedule, lane)),
    says: open(schedule, saying(schedule, parts, from, many), pieces),
    lines: linesOf(pieces.flatMap((piece) => stepsOf(schedule, piece))),
    numbers: number === undefined ? undefined : [number, to.turn.number ?? number],
    first: from.first,
    last: to.last,
  };
}

function partsFor(schedule: Schedule, piece: Piece, many: boolean): Part[] {
  return partsOf(schedule, stepsOf(schedule, piece), piece.turn.lane, many);
}

function stepsOf(schedule: Schedule, { first, last }: Piece): readonly Step[] {
  return schedule.steps.slice(first, last + 1);
}

/** "goes on" for what an earlier instant began. */
function saying(
  schedule: Schedule,
  parts: readonly Part[],
  { turn, first }: Piece,
  many: boolean,
): string {
  const words = clauses(schedule, parts, turn.lane, many);
  if (turn.number === undefined) return words || 'does its own housekeeping';
  if (first === turn.first) return words || runs(many);
  const goesOn = many ? 'go on' : 'goes on';
  return words ? `${goesOn}: ${words}` : goesOn;
}

/**
 * What each does. In a turn its lane comes first; between two turns who is outside does, for the loop
 * only finds what they did.
 */
function clauses(schedule: Schedule, parts: readonly Part[], lane: number, many: boolean): string {
  const between = isLoop(schedule, lane);
  const own = times(parts.filter(({ by }) => by === undefined).map(({ words }) => words));
  const others = outsideOf(parts).map((by) => {
    const deeds = parts.filter((part) => part.by === by).map(({ words }) => words);
    return [nameOf(schedule, by), deeds.join(' and ')] as const;
  });
  if (others.length === 0) return own.join(', ');
  const told = [[between ? 'loop' : '', own.join(', ') || (between ? '' : runs(many))] as const];
  return (between ? [...others, ...told] : [...told, ...others])
    .filter(([, words]) => words)
    .map(([name, words], i) => (i === 0 ? words : `**${name}** ${words}`))
    .join('; ');
}

function outsideOf(parts: readonly Part[]): number[] {
  return [...new Set(parts.flatMap(({ by }) => by ?? []))];
}

/** What is done again at once: "puts an item into `plates` twice". */
function times(words: readonly string[]): string[] {
  const rows: [words: string, count: number][] = [];
  for (const each of words) {
    const row = rows.at(-1);
    if (row?.[0] === each) row[1]++;
    else rows.push([each, 1]);
  }
  return rows.map(([each, n]) =>
    n === 1 ? each : `${each} ${n === 2 ? 'twice' : `${count(n)} times`}`,
  );
}

const runs = (many: boolean) => (many ? 'run' : 'runs');

const CHIEF = ['end', 'block', 'create', 'cancel', 'print', 'use', 'set-timer', 'call'] as const;
/** What is printed last is told with the end, if it is no longer. */
const BRIEF = 28;

/** The part that tells most, where there is room for one. */
function chief(parts: readonly Part[], many: boolean): Pick<Part, 'words' | 'by'> {
  const find = (kind: Part['kind']) => parts.find((part) => part.kind === kind)?.words;
  const prints = parts.filter(({ kind }) => kind === 'print').length;
  for (const kind of CHIEF) {
    // What "it" is has been said by a part that is left out here.
    const raised = find('raise')?.replace(/^\S+ /, '') ?? 'it';
    const words = find(kind)?.replace(/(?<= with )it$/, raised);
    const more = kind === 'print' && prints > 1 ? `, and ${count(prints - 1)} more` : '';
    const last = kind === 'end' ? find('print') : undefined;
    if (words) return { words: last && last.length <= BRIEF ? `${last}, ${words}` : words + more };
  }
  return parts.findLast(({ by }) => by === undefined) ?? parts.at(-1) ?? { words: runs(many) };
}

/** Puts each lane's own part where the words left it open. */
function open(schedule: Schedule, words: string, pieces: readonly Piece[]): string {
  const own = pieces.map(({ turn }) => ownPart(nameOf(schedule, turn.lane)));
  return words.replace(/`[^`]*\u0001[^`]*`/g, (text) => {
    const each = own.map((part) => text.replaceAll(OWN, part));
    return each.length > 2 && isRow(own) ? `${each[0]} to ${each.at(-1)}` : listed(each);
  });
}

function namesOf(schedule: Schedule, pieces: readonly Piece[]): string {
  return grouped(pieces.map(({ turn }) => nameOf(schedule, turn.lane)));
}

/** The lines on which something happened; where a function begins is not one of them. */
function linesOf(steps: readonly Step[]): string {
  const lines = steps.flatMap(({ kind, line }) => (kind === 'enter' ? [] : (line ?? [])));
  return lines.length === 0 ? '' : span(Math.min(...lines), Math.max(...lines));
}

/** "10–12", or "5" for one. */
function span(from: number | undefined, to: number | undefined): string {
  return from === to ? String(from ?? '') : `${from}–${to}`;
}
