// THIS FILE SHIPS TO THE BROWSER, with the first press of a link that is shared.
import {
  confluenceLink,
  htmlLink,
  iframeHtml,
  markdownLink,
  markdownPicture,
  mediawikiLink,
  rstLink,
} from '#links/share-formats.ts';
import { styles } from './styles.ts';
import { subjectOf, type Subject } from './subject.ts';

const home = new URL(import.meta.env.BASE_URL, location.origin).href;

type Offer = readonly [name: string, text: string];

function offersOf(subject: Subject): readonly Offer[] {
  const { address, title, figure, drawing } = subject;
  const links: Offer[] = [
    ['Plain link', address],
    ['Markdown', markdownLink(subject)],
    ['reStructuredText', rstLink(subject)],
    ['Confluence markup', confluenceLink(subject)],
    ['MediaWiki', mediawikiLink(subject)],
    ['HTML', htmlLink(subject)],
  ];
  if (drawing !== undefined)
    return [
      ...links,
      ['Linked picture, Markdown', markdownPicture(subject, drawing)],
      ['Picture (SVG)', drawing],
    ];
  if (!figure) return links;
  const frame = { address: figure.frame, title, width: 960, height: figure.height };
  const moment: Offer[] = figure.moment
    ? [['Link with a preview of this moment', figure.moment]]
    : [];
  return [
    [figure.isAtMoment ? 'Link to this moment' : 'Plain link', address],
    ...moment,
    ...links.slice(1),
    ['Frame (iframe)', iframeHtml(frame)],
    ['Linked picture, Markdown', markdownPicture(subject, figure.png)],
    ['Picture (SVG), light', figure.svg],
    ['Picture (SVG), dark', figure.darkSvg],
    ['What it says here', figure.says],
  ];
}

/** Rich editors take the titled link, boxes for Markdown the text. */
async function copyBoth(subject: Subject): Promise<boolean> {
  const blob = (type: string, text: string) => new Blob([text], { type });
  try {
    const item = new ClipboardItem({
      'text/html': blob('text/html', htmlLink(subject)),
      'text/plain': blob('text/plain', markdownLink(subject)),
    });
    await navigator.clipboard.write([item]);
    return true;
  } catch {
    return copyText(markdownLink(subject));
  }
}

async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // The clipboard is closed to this page: the text is shown, selected.
  }
}

let open: HTMLElement | undefined;

export async function share(link: HTMLAnchorElement): Promise<void> {
  const wasOpen = open?.previousElementSibling === link && open.matches(':popover-open');
  open?.remove();
  open = undefined;
  if (wasOpen) return;
  adoptStyles();
  const subject = subjectOf(link, home);
  if (!subject.figure) history.replaceState(history.state, '', link.hash);
  const menu = menuFor(subject);
  link.after(menu.root);
  open = menu.root;
  menu.root.showPopover();
  place(menu.root, link);
  menu.tell('Link', markdownLink(subject), await copyBoth(subject));
}

function menuFor(subject: Subject) {
  const root = document.createElement('div');
  root.popover = 'auto';
  root.className = 'share';
  root.setAttribute('role', 'group');
  root.setAttribute('aria-label', `Share “${subject.title}”`);
  const status = document.createElement('p');
  status.setAttribute('role', 'status');
  const field = document.createElement('input');
  field.readOnly = true;
  field.setAttribute('aria-label', 'Text to copy');
  const list = document.createElement('ul');
  // A list of the page's own has marks and room for them.
  list.className = 'share-forms';
  const tell = (name: string, text: string, isCopied: boolean) => {
    field.value = text;
    status.textContent = isCopied
      ? `Copied: ${name === 'Link' ? 'link, as rich text and Markdown' : name}.`
      : 'This browser keeps the clipboard closed. Copy the selected text:';
    if (!isCopied) {
      field.focus();
      field.select();
    }
  };
  for (const [name, text] of offersOf(subject)) {
    const item = document.createElement('li');
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = name;
    button.addEventListener('click', async () => tell(name, text, await copyText(text)));
    item.append(button);
    list.append(item);
  }
  root.append(status, field, list);
  return { root, tell };
}

/** Below the link, and inside the window. */
function place(menu: HTMLElement, link: Element): void {
  const at = link.getBoundingClientRect();
  const room = document.documentElement.clientWidth - menu.offsetWidth - 8;
  menu.style.left = `${Math.max(8, Math.min(at.left, room)) + scrollX}px`;
  const isLow = at.bottom + menu.offsetHeight > innerHeight && at.top > menu.offsetHeight;
  const top = isLow ? at.top - menu.offsetHeight - 4 : at.bottom + 4;
  menu.style.top = `${top + scrollY}px`;
}

let isStyled = false;

/** Here, since a page that nobody shares needs none of it. */
function adoptStyles(): void {
  if (isStyled) return;
  isStyled = true;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets.push(sheet);
}
