/** A drawing that can be taken along, and that keeps step with a replay on its page. Without scripts its links lead to the same. */
class DrawnFigure extends HTMLElement {
  #listening = new AbortController();

  connectedCallback() {
    const { signal } = (this.#listening = new AbortController());
    this.addEventListener('click', (event) => this.#choose(event), { signal });
    document.addEventListener('replay-step', (event) => this.#follow(event), { signal });
  }

  disconnectedCallback() {
    this.#listening.abort();
  }

  /** The replay that it keeps step with, once that can move. */
  get #replay() {
    const replay = document.getElementById(this.dataset['replay'] ?? '');
    return replay?.localName === 'replay-figure'
      ? (replay as HTMLElementTagNameMap['replay-figure'])
      : undefined;
  }

  #choose(event: MouseEvent) {
    if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey)
      return;
    const copied = event.target.closest<HTMLAnchorElement>('[data-copy]');
    const step = event.target.closest('[data-steps]')?.getAttribute('data-steps');
    if (copied && navigator.clipboard) void copy(copied);
    else if (step && this.#replay) void this.#replay.visit(parseInt(step));
    else return;
    event.preventDefault();
  }

  /** Marks what stands for the step: the last that was said up to then. */
  #follow({ target, detail }: CustomEvent<number | undefined>) {
    if (!(target instanceof Element) || target.id !== this.dataset['replay']) return;
    const picture = [...this.querySelectorAll('svg [data-steps]')];
    const words = this.querySelectorAll('li[data-steps]');
    let last = -1;
    let present = -1;
    picture.forEach((mark, i) => {
      for (const step of stepsOf(mark))
        if (detail !== undefined && step <= detail && step >= last) [last, present] = [step, i];
    });
    [...picture, ...words].forEach((mark, i) => {
      if (i % picture.length === present) mark.setAttribute('aria-current', 'step');
      else mark.removeAttribute('aria-current');
    });
  }
}

function stepsOf(mark: Element): number[] {
  return (mark.getAttribute('data-steps') ?? '').split(' ').map(Number);
}

/** The file that a link leads to, or its address, into the clipboard; its words say whether that went well. */
async function copy(link: HTMLAnchorElement) {
  const words = link.textContent;
  try {
    const text = async () =>
      new Blob(
        [link.dataset['copy'] === 'link' ? link.href : await (await fetch(link.href)).text()],
        {
          type: 'text/plain',
        },
      );
    // Handed over as a promise: Safari takes nothing that comes after a wait.
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': text() })]);
    link.textContent = 'Copied';
  } catch {
    link.textContent = 'Not allowed';
  }
  setTimeout(() => (link.textContent = words), 2000);
}

customElements.define('drawn-figure', DrawnFigure);

export {};

declare global {
  interface HTMLElementTagNameMap {
    'drawn-figure': DrawnFigure;
  }
  interface DocumentEventMap {
    'replay-step': CustomEvent<number | undefined>;
  }
}
