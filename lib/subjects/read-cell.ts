import { invalid } from '@/lib/errors';
import type { SubjectField } from '@/lib/subject-kinds/schema';
import type { SubjectImport } from './import-schema';

type Written = Pick<SubjectImport, 'decimal' | 'dates'>;

const PLAIN = /^[-+]?\d+$/;
/** Three digits after the only sign: thousands here, decimals there. */
const TWO_WAYS = /^[-+]?\d{1,3}[.,]\d{3}$/;
const NUMBERS = {
  point: /^[-+]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/,
  comma: /^[-+]?(\d+|\d{1,3}(\.\d{3})+)(,\d+)?$/,
};
const DATES = {
  ymd: /^(?<y>\d{4})[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})\b/,
  dmy: /^(?<d>\d{1,2})[-/.](?<m>\d{1,2})[-/.](?<y>\d{4})\b/,
  mdy: /^(?<m>\d{1,2})[-/.](?<d>\d{1,2})[-/.](?<y>\d{4})\b/,
};
/** Of no type at all. */
const UNREADABLE = Number.NaN;
const YES = ['true', 'yes', 'verdadero', 'sí', 'si', '1'];
const NO = ['false', 'no', 'falso', '0'];

/** A cell, as a program would send it: what is not of the type is left for `checkData` to tell. @throws AppError validation_failed where it can be read in two ways */
export function readCell({ name, type }: SubjectField, cell: string, { decimal, dates }: Written): unknown {
  switch (type) {
    case 'number':
      if (!decimal && TWO_WAYS.test(cell)) throw invalid(`data.${name}`, 'number_two_ways');
      return readNumber(cell, decimal ?? guess(cell));
    case 'date': {
      // One that begins with the year can be read in one way only.
      const { y, m, d } = (DATES[dates].exec(cell) ?? DATES.ymd.exec(cell))?.groups ?? {};
      return y ? `${y}-${m!.padStart(2, '0')}-${d!.padStart(2, '0')}` : UNREADABLE;
    }
    case 'boolean': {
      const word = cell.toLowerCase();
      if (YES.includes(word)) return true;
      return NO.includes(word) ? false : cell;
    }
    default:
      return cell;
  }
}

/** The last sign stands before the decimals, unless it comes more often. */
function guess(cell: string): 'point' | 'comma' {
  const signs = cell.match(/[.,]/g) ?? [];
  const isPoint = signs.at(-1) !== ',';
  const isOfThousands = signs.length > 1 && signs.every((sign) => sign === signs[0]);
  return isPoint !== isOfThousands ? 'point' : 'comma';
}

function readNumber(cell: string, decimal: 'point' | 'comma'): number {
  if (PLAIN.test(cell)) return Number(cell);
  if (!NUMBERS[decimal].test(cell)) return UNREADABLE;
  return Number(decimal === 'point' ? cell.replaceAll(',', '') : cell.replaceAll('.', '').replace(',', '.'));
}
