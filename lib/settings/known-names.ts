let zones: Set<string> | undefined;

/** As the runtime knows them: the same list on the server and in the browser, or near enough. */
export function isTimeZone(name: string): boolean {
  zones ??= new Set(Intl.supportedValuesOf('timeZone'));
  // To make a format, only to see that there is one, takes a tenth of a millisecond.
  if (zones.has(name)) return true;
  try {
    // An older name of one. Offsets such as +03:00 are taken by Intl too, but know no summer time.
    return !/^[+-]/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

export function isCurrency(code: string): boolean {
  return Intl.supportedValuesOf('currency').includes(code);
}
