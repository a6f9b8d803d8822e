// THIS FILE SHIPS TO THE BROWSER.

/** Marks the section that the reader is in: the last heading above the upper third of the window. */
class OnThisPage extends HTMLElement {
  #links = new Map<Element, HTMLAnchorElement>();
  #frame = 0;

  connectedCallback(): void {
    for (const link of this.querySelectorAll('a')) {
      const heading = document.getElementById(link.hash.slice(1));
      if (heading) this.#links.set(heading, link);
    }
    addEventListener('scroll', this.#schedule, { passive: true });
    this.#mark();
  }

  disconnectedCallback(): void {
    removeEventListener('scroll', this.#schedule);
    cancelAnimationFrame(this.#frame);
  }

  #schedule = (): void => {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#mark());
  };

  #mark(): void {
    const above = [...this.#links].filter(
      ([heading]) => heading.getBoundingClientRect().top < innerHeight / 3,
    );
    const current = above.at(-1)?.[1];
    for (const link of this.#links.values()) {
      if (link === current) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
    }
  }
}

customElements.define('on-this-page', OnThisPage);
