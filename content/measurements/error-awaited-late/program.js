import { spawnSync } from 'node:child_process';

const text = `
import { setTimeout as sleep } from 'timers/promises';

async function save() {
  await sleep(10);
  throw new Error('no disk');
}

const saving = save();
await sleep(50);
try {
  await saving;
} catch (error) {
  console.log('main catches', error.message);
}
`;

const input = ['--input-type=module', '--eval', text];
const { status, stdout, stderr } = spawnSync(process.execPath, input, { encoding: 'utf8' });
console.log('printed:', stdout.trim() || 'nothing');
console.log('stderr:', /^Error: .*/m.exec(stderr)?.[0] ?? 'nothing');
console.log('exit status:', status);
