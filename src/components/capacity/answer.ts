// THIS FILE SHIPS TO THE BROWSER, with the first number that is typed into a `<Capacity>`.
import { answerTo } from './reckon.ts';

/** Reckons with the numbers that stand in the fields. Nothing is kept or sent. */
export function answer(fields: Element): void {
  const numbers = [...fields.querySelectorAll('input')].map(({ valueAsNumber }) => valueAsNumber);
  const [perSecond = NaN, takesMs = NaN, computesMs = NaN] = numbers;
  const output = fields.querySelector('output');
  if (output) output.value = answerTo({ perSecond, takesMs, computesMs });
}
