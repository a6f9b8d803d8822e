async function fetch(name) {
  console.log(name, 'begins');
  await null;
  console.log(name, 'goes on');
}

console.log('main calls');
const photo = fetch('photo');
const video = fetch('video');
console.log('main has called');
await Promise.all([photo, video]);
console.log('main is done');
