/** `npm run pictures`: stores how every example's strip is drawn, for whoever has looked at those that changed. */
import { writeFileSync } from 'node:fs';
import { PICTURES, pictureFingerprints } from '#timeline/pictures.ts';

writeFileSync(PICTURES, `${JSON.stringify(pictureFingerprints(), undefined, 2)}\n`);
console.log(`${PICTURES} is written.`);
