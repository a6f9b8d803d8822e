/** What a question hands to its script. */
export interface PredictData {
  /** The id of the replay on this page that shows the answer, and the step that decides. */
  readonly figure: string;
  readonly step: number;
  /** What is said of each answer, as HTML. */
  readonly verdicts: readonly string[];
}
