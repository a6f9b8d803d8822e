// THIS FILE SHIPS TO THE BROWSER, inside the embeds of replays.
import '../replay/element.ts';
import { parked } from './frame.ts';

if (parked !== undefined) void document.querySelector('replay-figure')?.visit(Number(parked));
