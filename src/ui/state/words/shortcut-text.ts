const namesOnMac: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥' };
const names: Readonly<Record<string, string>> = {
  Escape: 'Esc',
  Mod: 'Ctrl',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** The keys of a shortcut one by one, as they are printed on keyboards: `Mod+Shift+z` is Ctrl, Shift, Z. */
export function keyNames(shortcut: string, isMac = onMac()): readonly string[] {
  // The key itself may be a plus sign.
  const parts = shortcut.endsWith('+')
    ? [...shortcut.slice(0, -1).split('+').filter(Boolean), '+']
    : shortcut.split('+');
  return parts.map((part) => {
    const name = (isMac ? namesOnMac[part] : undefined) ?? names[part] ?? part;
    return name.length === 1 ? name.toUpperCase() : name;
  });
}

/** For `aria-keyshortcuts`. */
export function ariaShortcut(shortcut: string, isMac = onMac()): string {
  return shortcut.replace('Mod', isMac ? 'Meta' : 'Control');
}

function onMac(): boolean {
  return typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);
}
