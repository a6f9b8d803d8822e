/** The keys of a figure, in a list that lies over the page until the reader presses elsewhere. */

const KEYS = [
  ['. ,', 'a step on, a step back; on the slider → ←'],
  ['Shift → ←', 'there: a step of the same lane'],
  ['Page ↑ ↓', 'there: an instant'],
  ['K, Esc', 'play or pause'],
  ['< >', 'slower, faster'],
] as const;

export function showKeys(figure: HTMLElement): void {
  let list = figure.querySelector<HTMLElement>('.key-list');
  if (!list) {
    list = document.createElement('dl');
    list.className = 'key-list';
    list.popover = 'auto';
    list.innerHTML = KEYS.map(
      ([key, does]) => `<dt><kbd>${key.replace('<', '&lt;')}</kbd></dt><dd>${does}</dd>`,
    ).join('');
    figure.append(list);
  }
  list.togglePopover();
}
