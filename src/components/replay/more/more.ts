import { linked } from '../linked.ts';
import styles from '../styles/more.css?url';

/**
 * What some readers ask for and most do not, in a file of its own: Inspect, the list of keys, and the
 * drawings of other positions of switches.
 */
export { fetchDrawing, sameMoment, takeDrawing } from './drawing.ts';
export { inspectPart } from './inspect.ts';
export { showKeys } from './keys.ts';

/** Its style sheet, on the page before anything is shown in it. */
export const styled = linked(styles);
