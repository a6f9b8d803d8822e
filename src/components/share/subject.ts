// THIS FILE SHIPS TO THE BROWSER, with the first press of a link that is shared.

import { momentIn } from '../replay/address.ts';

/** What is shared: a heading, an entry of a list, or a figure, perhaps at a moment. */
export interface Subject {
  readonly title: string;
  /** In its page, with the moment where a figure stands at one. */
  readonly address: string;
  readonly figure?: SharedFigure | undefined;
}

export interface SharedFigure {
  /** Its page for frames, at its moment if that has one. */
  readonly frame: string;
  /** A picture of it, at its moment if that has one. */
  readonly png: string;
  /** Pictures of the whole. */
  readonly svg: string;
  readonly darkSvg: string;
  /** Whether it stands at a step of the reader's. */
  readonly isAtMoment: boolean;
  /** The page of its own that a moment has; absent between the named ones. */
  readonly moment: string | undefined;
  /** What the figure says now; a diagram says nothing. */
  readonly says?: string;
  /** The text that a diagram was drawn from. */
  readonly mermaid?: string;
  readonly height: number;
}

const words = (element: Element | null | undefined) =>
  element?.textContent.replace(/\s+/g, ' ').trim() ?? '';

/** What a figure has below its own address. */
function filesOf(alone: string) {
  return {
    frame: `${alone}/`,
    png: `${alone}.png`,
    svg: `${alone}.svg`,
    darkSvg: `${alone}-dark.svg`,
  };
}

/** Of a frame for it, with room for the line below it. */
function heightOf({ offsetHeight }: HTMLElement): number {
  return Math.ceil(offsetHeight / 20) * 20 + 60;
}

/** `home` is the address of the site: `https://docs.example.com/python/`. */
export function subjectOf(link: HTMLAnchorElement, home: string): Subject {
  const figure = link.closest<HTMLElement>('replay-figure, compare-figure');
  const diagram = link.closest<HTMLElement>('drawn-figure');
  if (diagram)
    return {
      title: words(diagram.querySelector('figcaption')),
      address: link.href,
      figure: {
        ...filesOf(`${home}embed/${diagram.id}`),
        isAtMoment: false,
        moment: undefined,
        mermaid: `${home}diagrams/${diagram.id}.mmd`,
        height: heightOf(diagram),
      },
    };
  if (!figure) {
    const heading = link.parentElement?.querySelector('h1, h2, h3, h4, dfn, q');
    return { title: words(heading) || document.title, address: link.href };
  }
  const isElsewhere = new URL(link.href).pathname !== location.pathname;
  const isAt = momentIn(location.hash, figure.id) !== undefined;
  const address = !isElsewhere && isAt ? location.href : link.href;
  const page = new URL(address).pathname.slice(new URL(home).pathname.length);
  const combination = /^examples\/[^/]+\/([^/]+)\/$/.exec(page)?.[1];
  const example = /^examples\/([^/]+)\//.exec(page)?.[1];
  const name = combination === undefined ? figure.id : `${example}/${combination}`;
  const slug = new URL(address).hash.split('--').at(-1) ?? '';
  // A comparison's own id may hold two hyphens; moments are those of a replay.
  const id = combination === undefined ? figure.id : example;
  const isKeyStep =
    figure.tagName === 'REPLAY-FIGURE' &&
    new URL(address).hash === `#${id}--${slug}` &&
    document.getElementById(`${figure.id}--${slug}`) !== null;
  const alone = `${home}embed/${name}`;
  const moment = isKeyStep ? `${alone}/${slug}/` : undefined;
  return {
    title: words(figure.querySelector('figcaption')),
    address,
    figure: {
      ...filesOf(alone),
      ...(moment ? { frame: moment, png: `${alone}/${slug}.png` } : {}),
      isAtMoment: new URL(address).hash.length > figure.id.length + 1,
      moment,
      says: words(figure.querySelector('.sentence')),
      height: heightOf(figure),
    },
  };
}
