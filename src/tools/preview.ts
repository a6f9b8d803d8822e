/** `npm run preview`: serves dist/ as a plain static file server does, and prints the address. */
import { baseOf } from '#tools/base.ts';
import { listen } from '#tools/static-server.ts';

const wanted = process.env['PORT'] ?? '4321';
const host = process.env['HOST'] ?? '127.0.0.1';

try {
  const port = Number(wanted);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(
      `PORT is "${wanted}". A port is a whole number up to 65535: PORT=8080 npm start`,
    );
  }
  const base = await baseOf('dist');
  const listening = await listen('dist', port, host);
  for (const taken of listening.taken) {
    console.log(`Port ${taken} is taken by another program; trying the next.`);
  }
  console.log(
    `\n  Interleave is at http://${host}:${listening.port}${base}\n  Stop it with Ctrl+C.\n`,
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      listening.server.close();
      listening.server.closeAllConnections();
    });
  }
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : String(problem));
  process.exitCode = 1;
}
