/** Light or dark as the device has it, until somebody wants the other. */
export function createThemeSwitch(root: HTMLElement): { readonly toggle: () => void } {
  const prefersDark = matchMedia('(prefers-color-scheme: dark)');
  return {
    toggle() {
      const isDark = root.dataset.theme === undefined ? prefersDark.matches : root.dataset.theme === 'dark';
      root.dataset.theme = isDark ? 'light' : 'dark';
    },
  };
}
