import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Schedule } from '#model/schedule.ts';
import { expandSchedule, type StoredSchedule } from '#model/stored.ts';
import type { BuiltPage } from './built-pages.ts';
import type { BuiltDrawing, DrawingOf } from './drawing.ts';
import {
  attribute,
  byClass,
  byTag,
  elementsBelow,
  find,
  hasClass,
  rawTextOf,
  textOf,
  type Element,
} from './html.ts';

/** The figures of the built pages, read back from what the build drew. */

export interface KeyMoment {
  readonly slug: string;
  /** The step's number. */
  readonly step: number;
  /** "0.0 s". */
  readonly clock: string;
  /** Its sentence, plain. */
  readonly says: string;
}

export interface FigureRun {
  /** Below /schedules/: `five-tasks`, `five-tasks/calls-10`. */
  readonly name: string;
  /** What it is called where two stand side by side. */
  readonly title: string;
  readonly schedule: Schedule;
  /** Lanes in the figure's order. */
  readonly lanes: readonly number[] | undefined;
  /** In a comparison: "1.0 s", and "2.0 s less" where that is said of this run. */
  readonly total?: string;
  readonly note?: string | undefined;
}

export interface BuiltFigure {
  readonly id: string;
  readonly kind: 'replay' | 'compare' | 'diagram';
  readonly page: BuiltPage;
  readonly element: Element;
  readonly claim: string;
  /** What stands over the strip of a replay: "1.0 s", and why; the runs of a comparison have their own. */
  readonly total: readonly [heavy: string, light: string];
  readonly rest: string;
  readonly runs: readonly FigureRun[];
  readonly moments: readonly KeyMoment[];
  /** Where each instant lies in the strip; none in a comparison. */
  readonly places: readonly number[];
  /** Of a replay: the shares of its width that the names and the lens take. */
  readonly frame?: { readonly names: number; readonly part: number } | undefined;
  /** How many lines of code stand in it. */
  readonly lines: number;
  /** Of a diagram. */
  readonly drawing?: BuiltDrawing;
}

export type ScheduleOf = (name: string) => Schedule;

/** Reads recordings as the site serves them, each once. */
export function schedulesIn(folder: string): ScheduleOf {
  const kept = new Map<string, Schedule>();
  return (name) => {
    const known = kept.get(name);
    if (known) return known;
    const file = join(folder, 'schedules', `${name}.json`);
    // Written by the route of schedules in the same build.
    const { schedule } = JSON.parse(readFileSync(file, 'utf8')) as { schedule: StoredSchedule };
    const whole = expandSchedule(schedule);
    kept.set(name, whole);
    return whole;
  };
}

/** What figures show lies in files of the site. */
export interface FigureSources {
  readonly scheduleOf: ScheduleOf;
  readonly drawingOf: DrawingOf;
}

export function figuresIn(
  page: BuiltPage,
  base: string,
  { scheduleOf, drawingOf }: FigureSources,
): BuiltFigure[] {
  return [...elementsBelow(page.main)].flatMap((element) => {
    if (element.tagName === 'replay-figure') return [replayAt(element, page, base, scheduleOf)];
    if (element.tagName === 'compare-figure') return [compareAt(element, page, base, scheduleOf)];
    if (element.tagName === 'drawn-figure') return [diagramAt(element, page, drawingOf)];
    return [];
  });
}

function diagramAt(element: Element, page: BuiltPage, drawingOf: DrawingOf): BuiltFigure {
  const id = attribute(element, 'id') ?? '';
  return {
    id,
    kind: 'diagram',
    page,
    element,
    claim: claimOf(element),
    total: ['', ''],
    rest: textOf(part(element, byTag('desc'))),
    runs: [],
    moments: [],
    places: [],
    lines: 0,
    drawing: drawingOf(id),
  };
}

interface ReplayData {
  readonly source: string;
  readonly shown: readonly number[];
  readonly places: readonly number[];
  readonly names: number;
  readonly part: number;
}

function replayAt(
  element: Element,
  page: BuiltPage,
  base: string,
  scheduleOf: ScheduleOf,
): BuiltFigure {
  const script = find(element, isData);
  // A program that Python refuses has no run, and its figure nothing to move.
  const data = script && (JSON.parse(rawTextOf(script)) as ReplayData);
  const name = data?.source.slice(base.length).replace(/^schedules\/|\.json$/g, '');
  const id = attribute(element, 'id') ?? '';
  const heavy = textOf(part(element, isStrongTotal));
  const whole = textOf(part(element, byClass('replay-total')));
  return {
    id,
    kind: 'replay',
    page,
    element,
    claim: claimOf(element),
    total: [heavy, whole.slice(heavy.length).trim()],
    rest: textOf(part(element, byClass('sentence'))),
    runs:
      name === undefined
        ? []
        : [{ name, title: '', schedule: scheduleOf(name), lanes: data?.shown }],
    moments: momentsOf(element, id),
    places: data?.places ?? [],
    frame: data && { names: data.names, part: data.part },
    lines: [...elementsBelow(part(element, byClass('program')))].filter(byTag('li')).length,
  };
}

function compareAt(
  element: Element,
  page: BuiltPage,
  base: string,
  scheduleOf: ScheduleOf,
): BuiltFigure {
  const runs = [...elementsBelow(element)].filter(byClass('side')).map((side) => {
    const link = part(part(side, byClass('side-title')), byTag('a'));
    const name = (attribute(link, 'href') ?? '').slice(base.length).replace(/^examples\/|\/$/g, '');
    const total = textOf(part(side, byClass('total-heavy'))).replace(/:$/, '');
    const below = find(side, byClass('less'));
    const note = /^.+ (less|more)(?=:|$)/.exec(below ? textOf(below) : '')?.[0];
    const of = attribute(part(side, byClass('totals')), 'data-until');
    const title = textOf(link) + (of ? `, until ${of} ends` : '');
    return { name, title, schedule: scheduleOf(name), lanes: undefined, total, note };
  });
  return {
    id: attribute(element, 'id') ?? '',
    kind: 'compare',
    page,
    element,
    claim: claimOf(element),
    total: ['', ''],
    rest: textOf(part(element, byClass('sentence'))),
    runs,
    moments: [],
    places: [],
    lines: 0,
  };
}

function momentsOf(element: Element, id: string): KeyMoment[] {
  const list = find(element, (one) => one.tagName === 'ol' && hasClass(one, 'key-steps'));
  if (!list) return [];
  return [...elementsBelow(list)].filter(byTag('li')).map((row) => {
    const link = part(row, byTag('a'));
    return {
      slug: (attribute(row, 'id') ?? '').slice(id.length + 2),
      step: Number(attribute(link, 'data-step')),
      clock: textOf(link),
      says: textOf(part(row, byTag('span'))),
    };
  });
}

const isData = (element: Element) =>
  element.tagName === 'script' && attribute(element, 'type') === 'application/json';
const isStrongTotal = (element: Element) => element.tagName === 'strong';

function claimOf(element: Element): string {
  return textOf(part(element, byTag('figcaption')));
}

function part(element: Element, test: (element: Element) => boolean): Element {
  const found = find(element, test);
  if (found) return found;
  const id = attribute(element, 'id') ?? element.tagName;
  throw new Error(`The figure ${id} is not drawn as src/outputs/figures.ts reads it.`);
}
