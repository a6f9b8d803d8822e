import styles from '../styles/more.css?url';

/**
 * What some readers ask for and most do not, in a file of its own: Inspect, the list of keys, and the
 * drawings of other positions of switches.
 */
export { fetchDrawing, sameMoment, takeDrawing } from './drawing.ts';
export { inspectPart } from './inspect.ts';
export { showKeys } from './keys.ts';

/** Its style sheet, on the page before anything is shown in it. */
export const styled = new Promise<void>((resolve, reject) => {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = styles;
  link.onload = () => resolve();
  link.onerror = () => reject(new Error(`${styles} could not be loaded.`));
  document.head.append(link);
});
