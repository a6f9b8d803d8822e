/** What a figure says, told when the site is built; all of it HTML. */
export interface FigureWords {
  readonly instants: readonly InstantWords[];
  /** The sentence of each step. */
  readonly sentences: readonly string[];
}

export interface InstantWords {
  readonly clock: string;
  /** What its turns do. */
  readonly rows: readonly RowWords[];
  /** All of it on one line, for when it is closed; empty where a lane only computes on. */
  readonly line: string;
}

export interface RowWords {
  readonly who: string;
  readonly says: string;
  readonly lines: string;
  readonly numbers?: readonly [number, number] | undefined;
  /** Steps. */
  readonly first: number;
  readonly last: number;
}
