// THIS FILE SHIPS TO THE BROWSER, inside the embeds of diagrams, which do not move.
import './frame.ts';
