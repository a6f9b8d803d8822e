// THIS FILE SHIPS TO THE BROWSER, on every page, as one request.
import '../theme-switch/element.ts';
import '../on-this-page/element.ts';
import { addCopyButtons } from '../copy-code/copy.ts';
import { listenForShares } from '../share/open.ts';
import { listenForSlash } from '../search-field/slash.ts';

addCopyButtons();
listenForSlash();
listenForShares();
