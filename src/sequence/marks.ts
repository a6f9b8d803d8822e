/** What a drawn diagram is made of, before and after it becomes SVG. All numbers are pixels from its upper left corner. */

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One line of text, as the browser measured it. */
export interface Words {
  readonly text: string;
  readonly box: Box;
  /** Where its letters stand. */
  readonly baseline: number;
}

/** How a line ends. */
export type Head = 'arrow' | 'open' | 'cross' | 'none';

export interface Line {
  /** SVG path data in absolute coordinates. */
  readonly path: string;
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  /** The direction in which it arrives, in radians. */
  readonly angle: number;
  readonly head: Head;
  readonly dashed: boolean;
}

export type Mark =
  /** A participant's name, with the place of its line of life. */
  | {
      readonly kind: 'lane';
      readonly box: Box;
      readonly x: number;
      readonly words: readonly Words[];
    }
  /** A stretch in which a participant is active. */
  | { readonly kind: 'run'; readonly box: Box }
  /** A colored ground: where the loop is held. */
  | { readonly kind: 'hold'; readonly box: Box }
  | { readonly kind: 'note'; readonly box: Box; readonly words: readonly Words[] }
  | {
      readonly kind: 'frame';
      readonly box: Box;
      /** "loop", "par", "alt". */
      readonly label: Words;
      readonly titles: readonly Words[];
      /** Where one part ends and the next begins. */
      readonly cuts: readonly number[];
    }
  | { readonly kind: 'message'; readonly line: Line; readonly words: readonly Words[] }
  | {
      readonly kind: 'node';
      readonly box: Box;
      readonly path: string;
      /** Words of the figures that the author gave it: "run", "wait". */
      readonly looks: readonly string[];
      readonly words: readonly Words[];
    }
  /** A box round several nodes. */
  | { readonly kind: 'group'; readonly box: Box; readonly words: readonly Words[] }
  | { readonly kind: 'edge'; readonly line: Line; readonly words: readonly Words[] };

/** One hand-over of a diagram, in words; the list of these is its text equal. */
export interface Saying {
  readonly from: string;
  readonly to: string;
  readonly says: string;
}

/** A diagram as the browser laid it out. */
export interface Layout {
  readonly type: 'sequence' | 'flowchart' | 'state';
  readonly title: string;
  readonly description: string;
  readonly marks: readonly Mark[];
  readonly sayings: readonly Saying[];
}
