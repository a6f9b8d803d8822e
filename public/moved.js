// On a page that moved: goes on to where it is now, and to the section that was asked for.
(() => {
  const { to, sections } = JSON.parse(document.getElementById('moved').textContent);
  const section = decodeURIComponent(location.hash.slice(1));
  const named = Object.hasOwn(sections, section) ? sections[section] : undefined;
  location.replace(named ?? to.replace(/#.*$/, '') + (location.hash || to.replace(/^[^#]*/, '')));
})();
