/**
 * Bytes as a person reads them: 512 bytes, 204 kB, 3.1 MB. `step` 1024 where a provider's own bound is told, which is counted so.
 * Text of nothing but a number and its unit, so that it can stand within a sentence.
 */
export function formatBytes(bytes: number, locale: string, step: 1000 | 1024 = 1000): string {
  const unit = bytes < step ? 'byte' : bytes < step * step ? 'kilobyte' : 'megabyte';
  const value = bytes / { byte: 1, kilobyte: step, megabyte: step * step }[unit];
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits: unit !== 'byte' && value < 10 ? 1 : 0,
  }).format(value);
}

/** What is measured in milliseconds, as a person reads it: < 10 ms, 240 ms, 1.25 s. The symbols are those of every language (SI). */
export function formatDuration(ms: number, locale: string): string {
  const whole = Math.round(ms);
  if (whole < SHORTEST_MS) return `< ${SHORTEST_MS} ms`;
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  return whole < 1000 ? `${whole} ms` : `${number.format(whole / 1000)} s`;
}

/** Below it the figure says more of the clock than of what was done. */
const SHORTEST_MS = 10;
