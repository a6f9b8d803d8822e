import { setTimeout as sleep } from 'timers/promises';

async function fetch(name, signal) {
  await sleep(200, null, { signal });
  console.log(name, 'is here');
}

await Promise.race([fetch('photo'), sleep(50)]);
console.log('main gives up on photo');
try {
  await fetch('video', AbortSignal.timeout(50));
} catch (error) {
  console.log('main gives up on video:', error.name);
}
