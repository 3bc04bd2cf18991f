/** What was typed, with the point that the API wants: whoever is used to a comma types one. */
export function decimalOf(text: string): string {
  return text.replace(/[,٫]/g, '.').replace(/[\s\u00a0]/g, '');
}

/** The same with the decimal sign of the language, while it is being typed too. */
export function writeDecimal(decimal: string, locale: string): string {
  return decimal.replaceAll('.', decimalSign(locale));
}

function decimalSign(locale: string): string {
  const parts = new Intl.NumberFormat(locale).formatToParts(0.5);
  return parts.find(({ type }) => type === 'decimal')?.value ?? '.';
}
