import { setTimeout as sleep } from 'timers/promises';

async function upload() {
  console.log('upload begins');
  await sleep(100);
  console.log('upload is done');
}

async function main() {
  upload();
  await sleep(10);
  console.log('main returns');
}

await main();
