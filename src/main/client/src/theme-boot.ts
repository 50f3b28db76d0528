// Runs before the first paint, as a classic script of its own: see build/theme-script.ts.
try {
  document.documentElement.dataset.theme = localStorage.getItem('parley.theme') ?? 'system';
} catch {
  document.documentElement.dataset.theme = 'system';
}
