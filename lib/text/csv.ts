/** By this mark spreadsheets know that a file is UTF-8. */
export const BOM = '\uFEFF';

/** A line of a CSV file (RFC 4180). Numbers stay numbers, also below zero. */
export function csvLine(cells: (string | number | null | undefined)[]): string {
  return `${cells.map((cell) => (typeof cell === 'number' ? String(cell) : csvCell(cell ?? ''))).join(',')}\r\n`;
}

/**
 * What begins as a formula would be run by a spreadsheet, with whatever a stranger wrote into a subject: an apostrophe makes it a text
 * (https://owasp.org/www-community/attacks/CSV_Injection).
 */
const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

function csvCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
