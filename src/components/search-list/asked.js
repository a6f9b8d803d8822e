// Runs before the first paint of the search page: with a question, the list of topics stays away.
if (new URLSearchParams(location.search).getAll('q').some((q) => q.trim() !== ''))
  document.documentElement.dataset.asked = '';
