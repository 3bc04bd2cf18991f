/** What React writes for values that JSON has no word for. */
const SPECIAL = new Set(['$undefined', '$NaN', '$Infinity', '$-Infinity', '$-0']);

/** The arguments of a server action in React's notation, as our pages send them: one at most, plain data. */
export function isActionInput(input: unknown): boolean {
  return Array.isArray(input) && input.length <= 1 && isPlain(input);
}

/** In that notation `$` begins a reference to something else: a function, a promise, another part. A text that begins so is `$$…`. */
function isPlain(value: unknown): boolean {
  if (typeof value === 'string')
    return !value.startsWith('$') || value.startsWith('$$') || SPECIAL.has(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([name, item]) => name !== '__proto__' && isPlain(item));
}
