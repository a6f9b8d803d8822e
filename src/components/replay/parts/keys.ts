/** The keys of a figure, in a list that lies over the page until the reader presses elsewhere. */

const KEYS = [
  ['→ ←', 'on the slider: a step on, a step back'],
  ['Shift → ←', 'on the slider: the next or last step of the same lane'],
  ['Page up, Page down', 'on the slider: the next or last instant'],
  ['Home, End', 'on the slider: the first or last step'],
  ['. ,', 'a step on, a step back'],
  ['K', 'play or pause'],
  ['< >', 'slower, faster'],
  ['Esc', 'pause'],
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
