// One file for all figures: a page that has two kinds of them loads no more than a page that has one.
import '../replay/element.ts';
import '../compare/element.ts';
import '../predict/element.ts';
