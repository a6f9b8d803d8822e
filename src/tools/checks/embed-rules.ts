import { createHash } from 'node:crypto';
import { brotliCompressSync } from 'node:zlib';
import type { BuiltEmbed, BuiltSite, Fault } from '#tools/checks/built-site.ts';

/** Embeds are one file each: what they run is what their policy names, and nothing is loaded. */

const MOST_BYTES = 30 * 1024;
/** Compressing is what takes time, and the heaviest tell. */
const WEIGHED = 12;

export function embedFaults(site: BuiltSite, origin: string | undefined): readonly Fault[] {
  const embeds = site.embeds ?? [];
  const faults = embeds.flatMap((embed) =>
    [
      ...policyFaults(embed),
      ...loadFaults(embed),
      ...linkFaults(embed, site, origin),
      ...(origin === undefined ? [] : previewFaults(embed, site, origin)),
    ].map((what) => ({ where: embed.path, what })),
  );
  if (embeds.length === 0) faults.push({ where: 'embed/', what: 'There are no embeds.' });
  const heaviest = embeds
    .toSorted((one, other) => other.html.length - one.html.length)
    .slice(0, WEIGHED);
  for (const { path, html } of heaviest) {
    const bytes = brotliCompressSync(html).length;
    if (bytes > MOST_BYTES)
      faults.push({ where: path, what: `It has ${bytes} bytes in brotli; at most ${MOST_BYTES}.` });
  }
  return faults;
}

function policyFaults({ html }: BuiltEmbed): string[] {
  const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html) ?? [];
  if (!policy.startsWith("default-src 'none'; ")) return ['It states no policy of its own.'];
  const inside = (tag: string) =>
    [...html.matchAll(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, 'g'))].map(
      ([, text = '']) => text,
    );
  const faults = (['script', 'style'] as const).flatMap((tag) => {
    const named = new RegExp(`${tag}-src '([^']+)'`).exec(policy)?.[1];
    const own = inside(tag).map(
      (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`,
    );
    return own.length === 1 && own[0] === named
      ? []
      : [`Its policy allows another ${tag} than it has, so browsers stop it.`];
  });
  return faults;
}

function loadFaults({ html }: BuiltEmbed): string[] {
  const faults: string[] = [];
  const [loaded] =
    /<(?:script|img|iframe|link rel="(?:stylesheet|preload|icon)")[^>]*\b(?:src|href)=[^>]*>/.exec(
      html,
    ) ?? [];
  if (loaded) faults.push(`${loaded.slice(0, 100)} loads a file.`);
  if (/\sstyle="/.test(html)) faults.push('It has a style attribute, which its policy stops.');
  if (!html.includes('content="noindex"'))
    faults.push('It may be found by searching; add noindex.');
  return faults;
}

function linkFaults(
  { html }: BuiltEmbed,
  { base, files }: BuiltSite,
  origin: string | undefined,
): string[] {
  const hrefs = [...html.matchAll(/<(?:a|link)\b[^>]*\shref="([^"#]+)/g)].map(([, to = '']) => to);
  return [...new Set(hrefs)].flatMap((href) => {
    const path = origin !== undefined && href.startsWith(origin) ? href.slice(origin.length) : href;
    if (/^[a-z]+:/.test(path)) return [];
    if (!path.startsWith(base)) return [`Its link ${href} leads out of ${base}.`];
    const file = path.slice(base.length);
    const name = file === '' || file.endsWith('/') ? `${file}index.html` : file;
    return files.has(name) ? [] : [`Its link ${href} leads nowhere.`];
  });
}

/** What chats and wikis read of an embed whose address is pasted. Some read only the beginning. */
const EARLY = 2048;
const NAMED = [
  'property="og:title"',
  'property="og:description"',
  'property="og:image"',
  'property="og:image:alt"',
  'property="og:url"',
  'name="twitter:card"',
  'rel="canonical"',
  'type="application/json+oembed"',
];

function previewFaults({ html }: BuiltEmbed, { base, files }: BuiltSite, origin: string): string[] {
  const head = html.slice(html.indexOf('<head>'), html.indexOf('</head>'));
  const faults = NAMED.filter((name) => !head.includes(` ${name} `)).map(
    (name) => `Its head has no ${name}. src/outputs/embed-page.ts writes them.`,
  );
  const [before = ''] = head.split('property="og:image"');
  if (Buffer.byteLength(before) > EARLY)
    faults.push(`og:image stands after the first ${EARLY} bytes of its head. Move it up.`);
  const image = /property="og:image" content="([^"]+)"/.exec(head)?.[1] ?? '';
  if (!files.has(image.slice(origin.length + base.length)))
    faults.push(`Its picture ${image} is not there.`);
  return faults;
}
