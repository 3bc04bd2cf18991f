/** Where there is no value to show: an en dash, in every table and figure. */
export const NOTHING = '–';

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

/** A share from 0 to 1, to a tenth of a percent or finer: 66.6 %. Never rounded up, so that one failure of a thousand is not 100 %. */
export function formatPercent(share: number, locale: string, digits = 1): string {
  const step = 100 * 10 ** digits;
  const floored = Math.floor(share * step + ROUNDING_ERROR) / step;
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: digits }).format(floored);
}

/** 0.57 is a little less than 0.57 in binary. */
const ROUNDING_ERROR = 1e-9;

/** What is measured in milliseconds, as a person reads it: < 10 ms, 240 ms, 1.25 s, 42 s, 5 min 3 s. The symbols are SI's, of every language. */
export function formatDuration(ms: number, locale: string): string {
  const whole = Math.round(ms);
  if (whole < SHORTEST_MS) return `< ${SHORTEST_MS} ms`;
  if (whole < SECOND_MS) return `${whole} ms`;
  const seconds = Math.round(whole / SECOND_MS);
  if (seconds >= MINUTE_S) return `${Math.floor(seconds / MINUTE_S)} min ${seconds % MINUTE_S} s`;
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: whole < 10 * SECOND_MS ? 2 : 0 });
  return `${number.format(whole / SECOND_MS)} s`;
}

/** Below it the figure says more of the clock than of what was done. */
const SHORTEST_MS = 10;
const SECOND_MS = 1000;
const MINUTE_S = 60;
