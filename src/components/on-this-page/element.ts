// THIS FILE SHIPS TO THE BROWSER.

/**
 * Marks the section that the reader is in: the last heading above a line. The line is near the top of
 * the window, and sinks over the last screen of the page, where no heading can reach the top any more.
 */
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
    const left = document.documentElement.scrollHeight - innerHeight - scrollY;
    const line = Math.max(100, innerHeight - left);
    const above = [...this.#links].filter(
      ([heading]) => heading.getBoundingClientRect().top < line,
    );
    const current = above.at(-1)?.[1];
    for (const link of this.#links.values()) {
      if (link === current) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
    }
  }
}

customElements.define('on-this-page', OnThisPage);
