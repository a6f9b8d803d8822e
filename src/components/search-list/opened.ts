// THIS FILE SHIPS TO THE BROWSER, when search is opened: one file for all that is needed then.
export { openDialog } from './dialog.ts';
export { startPage } from './page.ts';
