/**
 * A control says by `aria-keyshortcuts` which single key presses it, so that those who cannot see the page hear of it as well; a list has
 * `data-list`, and its rows a link each. Nothing here knows a page.
 */
export type Shown = { list: boolean; picks: boolean; controls: { key: string; label: string }[] };

const TYPING =
  'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable=true], .cm-editor';
/** What lies over the page has keys of its own. */
const OVER = '[role=dialog], [role=menu], [role=listbox]';
const ROWS = '[data-list] tbody tr, [data-list] > li';

/** Never while somebody types, with a modifier, or while something lies over the page. */
export function isForPage(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented)
    return false;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest(TYPING) || target?.closest(OVER)) return false;
  return ![...document.querySelectorAll(OVER)].some((each) => each.checkVisibility());
}

export function areaOf(): ParentNode {
  return document.getElementById('main') ?? document;
}

/** `j` and `k`: the focus goes to the next row's link, which Enter then opens as any other. Undefined: another key. */
export function moveInList(key: string): boolean | undefined {
  if (key !== 'j' && key !== 'k') return undefined;
  const rows = [...areaOf().querySelectorAll(ROWS)];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const next = at < 0 ? 0 : Math.min(Math.max(at + (key === 'j' ? 1 : -1), 0), rows.length - 1);
  const link = rows[next]?.querySelector<HTMLElement>('a[href]');
  // Told to be seen: a focus that a program sets is drawn only where the last one came by keyboard.
  link?.focus({ focusVisible: true } as FocusOptions);
  return link !== undefined;
}

/** `x`: picks the row that has the focus. */
export function toggleRow(key: string): boolean | undefined {
  if (key !== 'x') return undefined;
  const box = document.activeElement?.closest(ROWS)?.querySelector<HTMLInputElement>('input[type=checkbox]');
  box?.click();
  return Boolean(box);
}

/** What the page's controls say. */
export function press(key: string): boolean {
  const control = controlsOf(areaOf()).find((each) => each.getAttribute('aria-keyshortcuts') === key);
  if (control instanceof HTMLInputElement) control.select();
  if (control instanceof HTMLInputElement) control.focus();
  else control?.click();
  return control !== undefined;
}

export function shownKeys(area: ParentNode): Shown {
  return {
    list: area.querySelector(`${ROWS}`) !== null,
    picks: area.querySelector('[data-list] tbody input[type=checkbox]') !== null,
    controls: controlsOf(area).map((each) => ({
      key: each.getAttribute('aria-keyshortcuts')!,
      label: each.getAttribute('aria-label') ?? each.textContent ?? '',
    })),
  };
}

function controlsOf(area: ParentNode): HTMLElement[] {
  const controls = [...area.querySelectorAll<HTMLElement>('[aria-keyshortcuts]')];
  return controls.filter(
    (each) => each.checkVisibility() && each.getAttribute('aria-keyshortcuts')?.length === 1,
  );
}
