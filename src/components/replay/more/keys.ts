/** The keys of a figure and what its marks mean, in a list that lies over the page until the reader presses elsewhere. */

const KEYS = [
  ['. ,', 'a step on, a step back; on the slider → ←'],
  ['Shift → ←', 'there: a step of the same lane'],
  ['Page ↑ ↓', 'there: an instant'],
  ['K, Esc', 'play or pause'],
  ['< >', 'slower, faster'],
] as const;

const bar = (mark: string) => `<rect class="${mark}" x=".5" y="2" width="19" height="12"/>`;
const MARKS = [
  ['<rect class="running" x="8" width="4" height="16"/>', 'blue runs'],
  [bar('waiting'), 'gray waits'],
  [
    bar('waiting') + '<rect class="hold" y="11" width="20" height="3.5"/>',
    'underlined holds a lock or a place',
  ],
  [bar('ready'), 'dashed is ready, or due, but kept waiting'],
  [bar('blocked') + '<path class="hatch-line" d="M2 14L10 2M9 14L17 2"/>', 'red blocks its thread'],
  ['<path class="tear" d="M13 1l-6 3.5l6 3.5l-6 3.5l6 3.5"/>', 'zigzag is a wait cut short'],
  ['<rect class="asleep" x=".5" y="3" width="19" height="10"/>', 'hollow is the loop asleep'],
] as const;

export function showKeys(figure: HTMLElement): void {
  let list = figure.querySelector<HTMLElement>('.key-list');
  if (!list) {
    list = document.createElement('dl');
    list.className = 'key-list';
    list.popover = 'auto';
    const keys = KEYS.map(([key, does]) => [`<kbd>${key.replace('<', '&lt;')}</kbd>`, does]);
    const marks = MARKS.map(([mark, means]) => [
      `<svg width="20" height="16" aria-hidden="true">${mark}</svg>`,
      means,
    ]);
    list.innerHTML = [...keys, ...marks]
      .map(([sign, means]) => `<dt>${sign}</dt><dd>${means}</dd>`)
      .join('');
    figure.append(list);
  }
  list.togglePopover();
}
