import styles from './styles/moving.css?url';
import { linked } from './linked.ts';

let styled: Promise<void> | undefined;

/** The styles of figures that move, on the page once; a try that failed is made again. An embed, which loads nothing, has another file in place of this one. */
export function movingStyles(): Promise<void> {
  return (styled ??= linked(styles).catch((problem: unknown) => {
    styled = undefined;
    throw problem;
  }));
}
