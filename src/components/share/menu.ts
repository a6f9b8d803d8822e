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

/** Text, or the address of a file that holds it. */
type Offer = readonly [name: string, text: string | URL];

function offersOf(subject: Subject): readonly Offer[] {
  const { address, title, figure } = subject;
  const links: Offer[] = [
    ['Plain link', address],
    ['Markdown', markdownLink(subject)],
    ['reStructuredText', rstLink(subject)],
    ['Confluence markup', confluenceLink(subject)],
    ['MediaWiki', mediawikiLink(subject)],
    ['HTML', htmlLink(subject)],
  ];
  if (!figure) return links;
  const frame = { address: figure.frame, title, width: 960, height: figure.height };
  const moment: Offer[] = figure.moment
    ? [['Link with a preview of this moment', figure.moment]]
    : [];
  const own: Offer[] = [
    ...(figure.mermaid === undefined ? [] : [['Mermaid', new URL(figure.mermaid)] as const]),
    ...(figure.says === undefined ? [] : [['What it says here', figure.says] as const]),
  ];
  return [
    [figure.isAtMoment ? 'Link to this moment' : 'Plain link', address],
    ...moment,
    ...links.slice(1),
    ['Frame (iframe)', iframeHtml(frame)],
    ['Linked picture, Markdown', markdownPicture(subject, figure.png)],
    ['Picture (SVG), light', figure.svg],
    ['Picture (SVG), dark', figure.darkSvg],
    ...own,
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
    return copyText(Promise.resolve(markdownLink(subject)));
  }
}

async function copyText(text: Promise<string>): Promise<boolean> {
  const type = 'text/plain';
  const blob = async () => new Blob([await text], { type });
  try {
    // Handed over as a promise: Safari takes nothing that comes after a wait.
    await navigator.clipboard.write([new ClipboardItem({ [type]: blob() })]);
    return true;
  } catch {
    return false; // The clipboard is closed to this page: the text is shown, selected.
  }
}

async function textAt(file: URL): Promise<string> {
  const response = await fetch(file);
  if (!response.ok) throw new Error(`${file.href} answered ${response.status}.`);
  return response.text();
}

const CLOSED = 'This browser keeps the clipboard closed. Copy the selected text:';
/** Of the text that was copied. */
const MOST_ROWS = 5;

let open: HTMLElement | undefined;

export async function share(link: HTMLAnchorElement): Promise<void> {
  const wasOpen = open?.previousElementSibling === link && open.matches(':popover-open');
  open?.remove();
  open = undefined;
  if (wasOpen) return;
  adoptStyles();
  const subject = subjectOf(link, home);
  if (!subject.figure || subject.figure.mermaid) history.replaceState(history.state, '', link.hash);
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
  const field = document.createElement('textarea');
  field.readOnly = true;
  field.setAttribute('aria-label', 'Text to copy');
  const list = document.createElement('ul');
  // A list of the page's own has marks and room for them.
  list.className = 'share-forms';
  const tell = (name: string, text: string, isCopied: boolean, trouble = CLOSED) => {
    field.value = text;
    field.rows = Math.min(MOST_ROWS, text.split('\n').length);
    status.textContent = isCopied
      ? `Copied: ${name === 'Link' ? 'link, as rich text and Markdown' : name}.`
      : trouble;
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
    button.addEventListener('click', async () => {
      const whole = typeof text === 'string' ? Promise.resolve(text) : textAt(text);
      const isCopied = await copyText(whole);
      await whole.then(
        (copied) => tell(name, copied, isCopied),
        () => tell(name, String(text), false, 'It cannot be loaded now. This is where it lies:'),
      );
    });
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
