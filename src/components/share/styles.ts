/** How the menu of a shared link looks. */
export const styles = `
.share:popover-open {
  position: absolute;
  inset: auto;
  box-sizing: border-box;
  width: min(24rem, calc(100vw - 1rem));
  margin: 0;
  padding: 0.875rem 1rem 0.75rem;
  border: 2px solid var(--ink);
  background: var(--ground);
  color: var(--ink);
  font: 400 0.9rem/1.4 var(--sans);
  text-align: left;
}
.share p { margin: 0 0 0.5rem; max-width: none; font-weight: 600; min-height: 1.4em }
.share textarea {
  display: block;
  box-sizing: border-box;
  width: 100%;
  padding: 0.375rem 0.5rem;
  border: 1px solid var(--wait);
  background: var(--sunk);
  font: 400 0.8125rem/1.4 var(--mono);
  resize: none;
  white-space: pre;
  overflow: auto;
  scrollbar-width: thin;
}
.share ul { display: flex; flex-wrap: wrap; gap: 0.375rem; margin: 0.625rem 0 0; padding: 0; list-style: none }
.share li { margin: 0 }
.share button {
  min-height: 2rem;
  padding: 0.125rem 0.625rem;
  border: 1px solid var(--rule);
  background: var(--ground);
  cursor: pointer;
}
.share button:hover { border-color: var(--ink) }
@media (pointer: coarse) { .share button { min-height: 2.75rem } }
`;
