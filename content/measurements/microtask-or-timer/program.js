import { performance } from 'node:perf_hooks';

async function chain() {
  const started = performance.now();
  while (performance.now() - started < 50) await null;
  console.log('the chain ends');
}

const timer = new Promise((resolve) => setTimeout(resolve, 10));
await Promise.all([chain(), timer.then(() => console.log('the timer runs'))]);
