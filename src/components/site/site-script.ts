// THIS FILE SHIPS TO THE BROWSER, on every page, as one request.
import '../diagram/element.ts';
import '../theme-switch/element.ts';
import '../on-this-page/element.ts';
import { listenForLoads } from '../capacity/open.ts';
import { addCopyButtons } from '../copy-code/copy.ts';
import { listenForSearch } from '../search-field/open-search.ts';
import { listenForShares } from '../share/open.ts';
import { showCurrentPage } from './current-chapter.ts';

showCurrentPage();
addCopyButtons();
listenForSearch();
listenForShares();
listenForLoads();
