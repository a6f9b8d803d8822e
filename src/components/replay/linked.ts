/** Puts a style sheet on the page; done when what it styles can be shown. */
export function linked(href: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = href;
  link.onload = () => resolve();
  link.onerror = () => {
    link.remove();
    reject(new Error(`${href} could not be loaded.`));
  };
  // After all others, of which it says what is otherwise.
  document.body.append(link);
  return promise;
}
