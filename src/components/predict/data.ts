/** What a question hands to its script. */
export interface PredictData {
  /** The id of the replay or comparison on this page that shows the answer, and the step that decides. */
  readonly figure: string;
  readonly step: number;
  /** The step's clock reading in microseconds: on it a comparison goes to the answer. */
  readonly at: number;
  /** What is said of each answer, as HTML. */
  readonly verdicts: readonly string[];
}
