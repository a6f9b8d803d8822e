/** The answers that a question offers: the right one from the recording, wrong ones from its author. */

const NBSP = '\u00a0';

/** What is wrong with the answers, in words that follow "The page … asks a question: ". */
export class AnswerFault extends Error {
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}

/** "1.0 s | 10.0 s"; commas part answers too, where no answer has one. */
export function wrongAnswers(text: string, right: string): readonly string[] {
  const between = text.includes('|') || right.includes(',') ? '|' : ',';
  const wrong = text.split(between).map((part) => together(part.trim()));
  if (wrong.length > 3 || wrong.some((answer) => answer === ''))
    throw new AnswerFault(
      `\`wrong="${text}"\` holds ${wrong.filter(Boolean).length} answers.`,
      'Give one to three: wrong="1.0 s | 10.0 s".',
    );
  const same = (a: string, b: string) => together(a).toLowerCase() === together(b).toLowerCase();
  if (wrong.some((answer) => same(answer, right)))
    throw new AnswerFault(
      `its wrong answer \`${right}\` is the right one.`,
      'Leave it out of `wrong`: the right answer is taken from the recording.',
    );
  const twice = wrong.find((answer, i) => wrong.findIndex((other) => same(answer, other)) < i);
  if (twice !== undefined)
    throw new AnswerFault(`\`wrong\` has \`${twice}\` twice.`, 'Leave one of the two out.');
  return wrong;
}

/** All answers in an order that looks like chance and is the same in every build. */
export function shuffled(example: string, answers: readonly string[]): readonly string[] {
  return answers.toSorted((a, b) => hash(example + a) - hash(example + b));
}

/** A number does not part from its unit. */
function together(answer: string): string {
  return answer.replaceAll(/(\d) (?=(s|ms|min|h)\b)/g, `$1${NBSP}`);
}

/** FNV-1a, well mixed for short texts. */
function hash(text: string): number {
  let number = 0x811c9dc5;
  for (const letter of text.replaceAll(NBSP, ' '))
    number = Math.imul(number ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return Math.imul(number ^ (number >>> 15), 0x2c1b3c6d) >>> 0;
}
