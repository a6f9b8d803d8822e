// THIS FILE SHIPS TO THE BROWSER, on the page for addresses that do not exist.
import { nearest } from '#links/nearest.ts';

/** Offers the pages whose addresses are most like the one that was asked for. */
class NearestAddresses extends HTMLElement {
  connectedCallback(): void {
    const links = [...document.querySelectorAll<HTMLAnchorElement>('#chapters li li a')];
    const bySlug = new Map(links.map((link) => [lastPart(link.pathname), link]));
    const asked = lastPart(location.pathname);
    const list = this.querySelector('ul');
    if (!list || bySlug.size === 0 || asked === '') return;
    list.replaceChildren(
      ...nearest(asked, [...bySlug.keys()]).map((slug) => {
        const link = document.createElement('a');
        const found = bySlug.get(slug);
        link.href = found?.href ?? '';
        link.textContent = found?.textContent.trim() ?? slug;
        const item = document.createElement('li');
        item.append(link);
        return item;
      }),
    );
  }
}

const lastPart = (path: string): string => path.split('/').filter(Boolean).at(-1) ?? '';

customElements.define('nearest-addresses', NearestAddresses);
