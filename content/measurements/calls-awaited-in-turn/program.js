import { setTimeout as sleep } from 'timers/promises';

async function fetch(name) {
  console.log(name, 'asks');
  await sleep(100);
  console.log(name, 'is here');
}

const photo = fetch('photo');
const video = fetch('video');
await photo;
await video;
