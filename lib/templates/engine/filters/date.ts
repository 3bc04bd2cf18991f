import { localeOf, plainSpaces, remember } from '../locale';

type Style = Intl.DateTimeFormatOptions;

const day = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** `{{ due_on | date: "long" }}`; without one `short`. */
export const DATE_STYLES = {
  short: day,
  medium: { year: 'numeric', month: 'short', day: 'numeric' },
  long: { year: 'numeric', month: 'long', day: 'numeric' },
  full: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
  day: { day: 'numeric' },
  month: { month: 'short' },
  weekday: { weekday: 'long' },
  time,
  datetime: { ...day, ...time },
} as const satisfies Record<string, Style>;

const formatOf = remember((key) => {
  const [language, timeZone, style] = key.split('|');
  const parts = style!.startsWith('%')
    ? STRFTIME[style!.slice(1)]!
    : DATE_STYLES[style as keyof typeof DATE_STYLES];
  return new Intl.DateTimeFormat(language, { ...parts, timeZone });
}, 500);

/** liquidjs' own takes 2 ms with a zone, and moves a day without a time to the day before, west of Greenwich (facts: content). */
export function date(this: unknown, value: unknown, style: unknown = 'short'): string {
  const { language, timeZone } = localeOf(this);
  const { at, isDay } = readDate(value);
  const name = String(style);
  const write = (each: string) =>
    plainSpaces(formatOf(`${language}|${isDay ? 'UTC' : timeZone}|${each}`).format(at));
  if (name.includes('%'))
    return name.replace(/%[-_0^]?([A-Za-z%])/g, (_all, letter) => strftime(letter, write));
  if (!Object.hasOwn(DATE_STYLES, name)) throw new Error(`there is no date style “${name.slice(0, 40)}”`);
  return write(name);
}

/** A calendar day is one everywhere; what has a time is an instant. @throws Error */
export function readDate(value: unknown): { at: Date; isDay: boolean } {
  const text = value instanceof Date ? value.toISOString() : String(value ?? '').trim();
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const isInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/.test(text);
  const at = new Date(text);
  const isReal = !Number.isNaN(at.getTime()) && (!isDay || at.toISOString().startsWith(text));
  if ((!isDay && !isInstant) || !isReal)
    throw new Error(`“${text.slice(0, 40)}” is not a date such as 2026-11-28 or 2026-11-28T09:00:00Z`);
  return { at, isDay };
}

const STRFTIME: Record<string, Style> = {
  Y: { year: 'numeric' },
  y: { year: '2-digit' },
  m: { month: '2-digit' },
  d: { day: '2-digit' },
  e: { day: 'numeric' },
  B: { month: 'long' },
  b: { month: 'short' },
  A: { weekday: 'long' },
  a: { weekday: 'short' },
  H: { hour: '2-digit', hourCycle: 'h23' },
  M: { minute: '2-digit' },
};

function strftime(letter: string, write: (style: string) => string): string {
  if (letter === '%') return '%';
  if (!Object.hasOwn(STRFTIME, letter)) throw new Error(`there is no %${letter} in a date`);
  const text = write(`%${letter}`);
  // Of a minute alone Intl writes no leading zero.
  return /[mdHM]/.test(letter) ? text.padStart(2, '0') : text;
}
