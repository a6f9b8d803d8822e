import type { BuiltPage, Element, Fault } from '#tools/checks/built-site.ts';

export const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; " +
  "connect-src 'self'; base-uri 'none'; form-action 'self'";

/** One rule for the HTML of a page: what it says about each page that breaks it. */
export type PageRule = (page: BuiltPage) => readonly string[];

/** A browser runs these; any other type of script is data. */
const runnable = new Set(['', 'module', 'text/javascript', 'application/javascript', 'importmap']);

export const pageRules: Readonly<Record<string, PageRule>> = {
  'ids are unique': (page) => {
    const seen = new Set<string>();
    return page.elements.flatMap((element) => {
      const id = element.attributes.get('id');
      if (id === undefined || !seen.has(id)) {
        if (id !== undefined) seen.add(id);
        return [];
      }
      return [`The id "${id}" is given twice, the second time to ${show(element)}. Rename one.`];
    });
  },

  'one h1, and heading levels do not jump': (page) => {
    const headings = page.elements.filter(({ tag }) => /^h[1-6]$/.test(tag));
    const faults: string[] = [];
    const tops = headings.filter(({ tag }) => tag === 'h1').length;
    if (tops !== 1) faults.push(`It has ${tops} h1 headings. A page has one: its title.`);
    headings.reduce((previous, heading) => {
      const level = Number(heading.tag.slice(1));
      if (level > previous + 1) {
        const text = heading.text.trim();
        faults.push(
          `"${text}" is an h${level} after an h${previous}. Make it an h${previous + 1}.`,
        );
      }
      return level;
      // A menu before the title may begin at h2.
    }, 1);
    return faults;
  },

  'the policy is stated before anything is loaded': (page) => {
    const isPolicy = ({ attributes }: Element) =>
      attributes.get('http-equiv')?.toLowerCase() === 'content-security-policy';
    const loads = ({ tag }: Element) => ['link', 'script', 'style', 'img'].includes(tag);
    const stated = page.elements.findIndex(isPolicy);
    if (stated < 0) {
      return [
        'It has no <meta http-equiv="Content-Security-Policy">. Use a layout that states it.',
      ];
    }
    const content = page.elements[stated]?.attributes.get('content');
    if (content !== policy) return [`Its policy is "${content}". It has to be "${policy}".`];
    if (page.elements.findIndex(loads) < stated) {
      return ['Something is loaded before the policy is stated. Move the meta up in <head>.'];
    }
    return [];
  },

  'nothing is inline': (page) =>
    page.elements.flatMap((element) => {
      const { tag, attributes } = element;
      const faults: string[] = [];
      if (tag === 'style') faults.push('It has a <style>. Move the rules to a file of styles.');
      if (tag === 'script' && !attributes.has('src')) {
        const type = attributes.get('type')?.toLowerCase() ?? '';
        if (runnable.has(type)) faults.push('It has an inline script. Move it to a file.');
      }
      for (const [name, value] of attributes) {
        if (name === 'style') {
          faults.push(`${show(element)} has a style attribute. Use a class.`);
        } else if (/^on[a-z]+$/.test(name)) {
          faults.push(`${show(element)} has ${name}. Use addEventListener in a script file.`);
        } else if (/^\s*javascript:/i.test(value)) {
          faults.push(`${show(element)} has a javascript: address. Use a script file.`);
        }
      }
      return faults;
    }),

  'it names its language and title': (page) => {
    const faults: string[] = [];
    const html = page.elements.find(({ tag }) => tag === 'html');
    if (!html?.attributes.get('lang')) faults.push('Its <html> has no lang. Write lang="en".');
    const title = page.elements.find(({ tag }) => tag === 'title');
    if (!title?.text.trim()) faults.push('It has no <title>.');
    return faults;
  },
};

/** The start tag, as far as one needs it to find the element in the source. */
export function show({ tag, attributes }: Element): string {
  const named = ['id', 'class', 'href', 'src'].flatMap((name) => {
    const value = attributes.get(name);
    return value === undefined ? [] : [` ${name}="${value}"`];
  });
  return `<${tag}${named.slice(0, 2).join('')}>`;
}

export function breaches(pages: readonly BuiltPage[], rule: PageRule): readonly Fault[] {
  return pages.flatMap((page) => rule(page).map((what) => ({ where: page.path, what })));
}
