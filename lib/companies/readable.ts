import { z } from 'zod';
import { log } from '@/lib/log';
import { isTimeZone } from '@/lib/settings/known-names';
import type { CompanyRow } from './view';

const count = z.int().positive();
const UNITS = ['minute', 'hour', 'day', 'month'] as const;

const told = new Set<string>();

/**
 * The row for whoever reckons with it: each limit by itself, and without what another version of Relevo may have written. One bad value must not
 * hold up a company's mail, and the limits beside it go on to count. Told once for each version of the row.
 */
export function readableCompany(row: CompanyRow): CompanyRow {
  const stored: Record<string, unknown> = z.record(z.string(), z.unknown()).catch({}).parse(row.limits);
  const limits = Object.fromEntries(
    UNITS.flatMap((unit) => (count.safeParse(stored[unit]).success ? [[unit, stored[unit]]] : [])),
  ) as CompanyRow['limits'];
  const timeZone = row.timeZone !== null && !isTimeZone(row.timeZone) ? null : row.timeZone;
  const isWhole = timeZone === row.timeZone && Object.keys(limits).length === Object.keys(stored).length;
  const key = `${row.id} ${row.version}`;
  if (!isWhole && !told.has(key)) {
    told.add(key);
    log.error('what is stored of a company cannot be read, and counts for nothing until it is saved anew', {
      company: row.name,
      limits: Object.keys(stored).filter((unit) => !(unit in limits)),
      ...(timeZone !== row.timeZone && { timeZone: row.timeZone }),
    });
  }
  return { ...row, limits, timeZone };
}
