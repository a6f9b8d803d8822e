/** What a check found. A check counts what it looked at, so that one that looked at nothing shows. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** For the person who mends it: what, where, what to type. Printed when something failed. */
  readonly details?: string;
  /** Worth reading although nothing failed: a table, a list. */
  readonly report?: string;
  /** What this machine could not check, each with what to install. */
  readonly notChecked?: readonly string[];
}

export interface Check {
  readonly name: string;
  /** What it makes sure of, in a few words for the person who watches. */
  readonly about: string;
  /** Names of checks that have to pass first. */
  readonly needs?: readonly string[];
  /** Names of checks that have to be over first, however they ended. */
  readonly after?: readonly string[];
  /** Astro keeps one store of content per project, so what runs Astro runs alone among its like. */
  readonly usesAstro?: boolean;
  /** It keeps all cores busy by itself, so nothing runs beside it. */
  readonly fillsMachine?: boolean;
  run(): Promise<Outcome>;
}

/** The outcome of a check that is one question, answered by the program's exit. */
export function single(ended: { readonly ok: boolean; readonly output: string }): Outcome {
  return ended.ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, details: ended.output };
}
