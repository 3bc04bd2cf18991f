/** In English: models know languages by it. */
export function languageName(code: string): string {
  return `${new Intl.DisplayNames(['en'], { type: 'language' }).of(code) ?? code} (${code})`;
}
