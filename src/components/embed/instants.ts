// THIS FILE SHIPS TO THE BROWSER, inside embeds that play instants: comparisons, and very long runs.
import '../compare/element.ts';
import { parked } from './frame.ts';

const ring = document.querySelector<HTMLInputElement>('compare-figure input');
if (parked !== undefined && ring) {
  ring.value = parked;
  ring.dispatchEvent(new Event('input'));
}
