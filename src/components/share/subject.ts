// THIS FILE SHIPS TO THE BROWSER, with the first press of a link that is shared.

/** What is shared: a heading, an entry of a list, or a figure, perhaps at a moment. */
export interface Subject {
  readonly title: string;
  /** In its page, with the moment where a figure stands at one. */
  readonly address: string;
  readonly figure?: SharedFigure | undefined;
  /** The drawing of a diagram. */
  readonly drawing?: string | undefined;
}

export interface SharedFigure {
  /** Its page for frames, at its moment if that has one. */
  readonly frame: string;
  /** Pictures of the whole. */
  readonly png: string;
  readonly svg: string;
  readonly darkSvg: string;
  /** Whether it stands at a step of the reader's. */
  readonly isAtMoment: boolean;
  /** The page of its own that a moment has; absent between the named ones. */
  readonly moment: string | undefined;
  /** What the figure says now. */
  readonly says: string;
  readonly height: number;
}

const words = (element: Element | null | undefined) =>
  element?.textContent.replace(/\s+/g, ' ').trim() ?? '';

/** `home` is the address of the site: `https://docs.example.com/python/`. */
export function subjectOf(link: HTMLAnchorElement, home: string): Subject {
  const figure = link.closest<HTMLElement>('replay-figure, compare-figure');
  const diagram = link.closest('drawn-figure');
  if (diagram)
    return {
      title: words(diagram.querySelector('figcaption')),
      address: link.href,
      drawing: `${home}diagrams/${diagram.id}.svg`,
    };
  if (!figure) {
    const heading = link.parentElement?.querySelector('h1, h2, h3, h4, dfn, q');
    return { title: words(heading) || document.title, address: link.href };
  }
  const isElsewhere = new URL(link.href).pathname !== location.pathname;
  const isAt = location.hash.startsWith(`#${figure.id}--`);
  const address = !isElsewhere && isAt ? location.href : link.href;
  const page = new URL(address).pathname.slice(new URL(home).pathname.length);
  const combination = /^examples\/[^/]+\/([^/]+)\/$/.exec(page)?.[1];
  const example = /^examples\/([^/]+)\//.exec(page)?.[1];
  const name = combination === undefined ? figure.id : `${example}/${combination}`;
  const slug = new URL(address).hash.split('--').at(-1) ?? '';
  // A comparison's own id may hold two hyphens; moments are those of a replay.
  const isKeyStep =
    figure.tagName === 'REPLAY-FIGURE' &&
    combination === undefined &&
    new URL(address).hash === `#${figure.id}--${slug}` &&
    document.getElementById(`${figure.id}--${slug}`) !== null;
  const alone = `${home}embed/${name}`;
  const moment = isKeyStep ? `${alone}/${slug}/` : undefined;
  return {
    title: words(figure.querySelector('figcaption')),
    address,
    figure: {
      frame: moment ?? `${alone}/`,
      png: `${alone}.png`,
      svg: `${alone}.svg`,
      darkSvg: `${alone}-dark.svg`,
      isAtMoment: new URL(address).hash.length > figure.id.length + 1,
      moment,
      says: words(figure.querySelector('.sentence')),
      height: Math.ceil(figure.offsetHeight / 20) * 20 + 60,
    },
  };
}
