/** Whether Inspect was left open: kept as long as the visit lasts, and forgotten where the browser keeps nothing. */

const KEY = 'inspect';

export function wasOpen(): boolean {
  return storage()?.getItem(KEY) === 'open';
}

export function rememberOpen(isOpen: boolean): void {
  if (isOpen) storage()?.setItem(KEY, 'open');
  else storage()?.removeItem(KEY);
}

/** A browser that blocks cookies throws when it is only asked. */
function storage(): Storage | undefined {
  try {
    return sessionStorage;
  } catch {
    return undefined;
  }
}
