/**
 * What `make` answers, asked for again only in a later turn of Node's own loop: a file that an author
 * saves is seen, and a page with a hundred links does not list the site's files a hundred times.
 */
export function onceATurn<Value>(make: () => Value): () => Value {
  let kept: { readonly value: Value } | undefined;
  return () => {
    if (!kept) {
      kept = { value: make() };
      setImmediate(() => (kept = undefined));
    }
    return kept.value;
  };
}
