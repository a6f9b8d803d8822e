import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { pageFrom } from '#tools/checks/built-site.ts';
import { pageRules, policy } from '#tools/checks/page-rules.ts';

const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
const head = (inside: string) => `<html lang="en"><head>${inside}<title>A page</title></head>`;

/** The rules that a page breaks, and how often. */
function broken(html: string): Record<string, number> {
  const page = pageFrom('a/index.html', '/docs/', html);
  const counts = Object.entries(pageRules).map(
    ([name, rule]) => [name, rule(page).length] as const,
  );
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

const good = `${head(meta)}<nav><h2>Menu</h2></nav><h1 id="t">Title</h1><h2 id="a">A</h2><h3>B</h3><h2>C</h2>
  <script type="module" src="/docs/a.js"></script><script type="application/json">{}</script>`;

test('a page in order breaks no rule', () => {
  assert.deepEqual(broken(good), {});
});

describe('each rule is broken by its fault', () => {
  const cases: Record<string, [string, Record<string, number>]> = {
    'an id given twice': [`${good}<p id="a">`, { 'ids are unique': 1 }],
    'an id given twice, once in a template': [
      `${good}<template><p id="a"></template>`,
      { 'ids are unique': 1 },
    ],
    'a level left out': [`${good}<h4>D</h4>`, { 'one h1, and heading levels do not jump': 1 }],
    'a second title': [`${good}<h1>D</h1>`, { 'one h1, and heading levels do not jump': 1 }],
    'no policy': [good.replace(meta, ''), { 'the policy is stated before anything is loaded': 1 }],
    'a looser policy': [
      good.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'"),
      { 'the policy is stated before anything is loaded': 1 },
    ],
    'a stylesheet before the policy': [
      good.replace(meta, `<link rel="stylesheet" href="a.css">${meta}`),
      { 'the policy is stated before anything is loaded': 1 },
    ],
    'a style attribute': [`${good}<p style="color: red">`, { 'nothing is inline': 1 }],
    'a style element in a drawing': [
      `${good}<svg><style>a{}</style></svg>`,
      { 'nothing is inline': 1 },
    ],
    'an inline script': [`${good}<script>1</script>`, { 'nothing is inline': 1 }],
    'an inline module': [`${good}<script type="module">1</script>`, { 'nothing is inline': 1 }],
    'an event attribute': [`${good}<p onclick="x()">`, { 'nothing is inline': 1 }],
    'a script as an address': [`${good}<a href="javascript:x()">a</a>`, { 'nothing is inline': 1 }],
    'no language': [good.replace(' lang="en"', ''), { 'it names its language and title': 1 }],
    'no title': [good.replace('A page', ' '), { 'it names its language and title': 1 }],
  };
  for (const [name, [html, expected]] of Object.entries(cases)) {
    test(name, () => assert.deepEqual(broken(html), expected));
  }
});

test('a fault says what to do', () => {
  const page = pageFrom('index.html', '/', `${good}<h4>Details</h4>`);
  const rule = pageRules['one h1, and heading levels do not jump'];
  assert.deepEqual(rule?.(page), ['"Details" is an h4 after an h2. Make it an h3.']);
});
