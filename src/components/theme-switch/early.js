// Runs before the first paint, from a file of its own: the Content-Security-Policy allows nothing inline.
document.documentElement.dataset.script = '';
try {
  const theme = localStorage.getItem('theme');
  if (theme) document.documentElement.dataset.theme = theme;
} catch {
  // In a frame of another site there may be no storage: the scheme of the system holds.
}
// On the search page, the list of topics stays away when something is asked.
if (new URLSearchParams(location.search).getAll('q').some((q) => q.trim() !== ''))
  document.documentElement.dataset.asked = '';
