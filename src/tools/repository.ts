/** Differences between the scripts a README tells of and those there are, one sentence each. */
export function scriptFaults(readme: string, scripts: readonly string[]): readonly string[] {
  const told = new Set(
    [...readme.matchAll(/\bnpm (?:run ([a-z0-9:-]+)|(start|test)\b)/g)].map(
      ([, run, short]) => run ?? short ?? '',
    ),
  );
  const gone = [...told].filter((name) => !scripts.includes(name));
  const untold = scripts.filter((name) => !told.has(name));
  return [
    ...gone.map(
      (name) =>
        `README.md tells to type \`npm run ${name}\`, which package.json does not have. Name one that it has, or add it there.`,
    ),
    ...untold.map(
      (name) =>
        `README.md does not tell what \`npm run ${name}\` does. Add a line to its table of commands.`,
    ),
  ];
}

/** Targets of relative links in Markdown for which `exists` says no. */
export function deadLinks(
  markdown: string,
  exists: (target: string) => boolean,
): readonly string[] {
  const prose = markdown.replaceAll(/^(`{3,})[^\n]*\n.*?^\1/gms, '');
  return [...prose.matchAll(/\]\(([^)\s]+)[^)]*\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^([a-z]+:|#|\/)/i.test(target))
    .map((target) => decodeURIComponent(target.replace(/[?#].*$/, '')))
    .filter((target) => !exists(target));
}

// Put together, so that this file passes its own test.
const forbidden = [
  new RegExp(`(?<![\\w.-])/(?:${['work', 'root'].join('|')})/[\\w.-]*`, 'g'),
  new RegExp(`\\.\\./${'shared'}\\b`, 'g'),
  new RegExp(`${'registry'}\\.(?:npmjs|yarnpkg)\\.\\w+|deb\\.debian\\.org|pypi\\.org`, 'g'),
];

/** Words that only have a meaning on the machine where a file was written. */
export function forbiddenWords(text: string): readonly string[] {
  return forbidden.flatMap((pattern) => text.match(pattern) ?? []);
}
