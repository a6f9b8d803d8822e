/** A drawing that carries its own colors, for wikis and for whoever looks at it alone. */

/** `tokens` is the site's sheet of colors, `rules` the one that colors drawings. */
export function colored(svg: string, tokens: string, rules: string): string {
  const styles = [
    withValues(rules, tokens, 0),
    `@media (prefers-color-scheme: dark) {\n${withValues(rules, tokens, 1)}}`,
  ];
  // An opaque ground: a wiki's own may be of the other scheme.
  const ground = '<rect class="d-ground" x="-5000" y="-5000" width="10000" height="10000"/>';
  return svg
    .replace(/<metadata>.*<\/metadata>\n/, '')
    .replace(/ data-from="[^"]*"/, '')
    .replace('</desc>\n', (end) => `${end}<style>\n${styles.join('')}</style>\n${ground}\n`);
}

/** Rules with the values of one scheme instead of names: not every program that shows SVG knows custom properties. */
export function withValues(rules: string, tokens: string, scheme: 0 | 1): string {
  const values = new Map(
    [...tokens.matchAll(/(--[\w-]+):\s*(?:light-dark\(([^,]+),\s*([^)]+)\)|([^;]+));/g)].map(
      ([, name = '', light, dark, plain]) => [name, (scheme === 0 ? light : dark) ?? plain ?? ''],
    ),
  );
  return rules
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/var\((--[\w-]+)\)/g, (_, name: string) => {
      const value = values.get(name);
      if (value === undefined) throw new Error(`No color is called ${name}.`);
      return value.trim();
    });
}
