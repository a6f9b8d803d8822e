import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  confluenceLink,
  htmlLink,
  iframeHtml,
  markdownLink,
  markdownPicture,
  mediawikiLink,
  rstLink,
} from './share-formats.ts';

const address = 'https://HOST/event-loop/#one-turn';
const plain = { address, title: 'One turn of the loop' };

test('each format is as its wiki reads it', () => {
  assert.equal(markdownLink(plain), `[One turn of the loop](${address})`);
  assert.equal(rstLink(plain), `\`One turn of the loop <${address}>\`__`);
  assert.equal(confluenceLink(plain), `[One turn of the loop|${address}]`);
  assert.equal(mediawikiLink(plain), `[${address} One turn of the loop]`);
  assert.equal(htmlLink(plain), `<a href="${address}">One turn of the loop</a>`);
  assert.equal(
    markdownPicture(plain, 'https://HOST/embed/turn.png'),
    `[![One turn of the loop](https://HOST/embed/turn.png)](${address})`,
  );
  assert.equal(
    iframeHtml({ address: 'https://HOST/embed/turn/', title: 'A "turn"', width: 640, height: 210 }),
    '<iframe src="https://HOST/embed/turn/" title="A &quot;turn&quot;" width="640" height="210" loading="lazy" style="border:0;width:100%;max-width:640px"></iframe>',
  );
});

test('signs of a title that a format would take for its own are escaped', () => {
  const title = 'tasks[0] | `x` <b>';
  assert.equal(markdownLink({ address, title }), `[tasks\\[0\\] | \`x\` <b>](${address})`);
  assert.equal(confluenceLink({ address, title }), `[tasks\\[0\\] \\| \`x\` <b>|${address}]`);
  assert.equal(mediawikiLink({ address, title }), `[${address} tasks&#91;0&#93; | \`x\` <b>]`);
  assert.match(rstLink({ address, title }), /^`tasks\[0\] \| \\`x\\` \\<b\\> </);
  assert.match(htmlLink({ address, title }), /&lt;b&gt;<\/a>$/);
});
