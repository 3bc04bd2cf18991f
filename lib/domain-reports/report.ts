import type { StoredPolicy, StoredTlsFailure } from '@/drizzle/schema/domain-reports';
import { isDomain } from '@/lib/text/address';
import { asciiDomain } from '@/lib/text/ascii-domain';
import { ReportRefusal } from './refusal';

export const DISPOSITIONS = ['none', 'quarantine', 'reject'] as const;
export type Disposition = (typeof DISPOSITIONS)[number];

/** Mail from one address that was judged alike. */
export type ReportRow = {
  address: string;
  messages: number;
  dkim: boolean;
  spf: boolean;
  disposition: Disposition;
  headerFrom: string;
  dkimResult: string | null;
  dkimDomain: string | null;
  spfResult: string | null;
  spfDomain: string | null;
  override: string | null;
};

type Head = { reporter: string; reportId: string; beginsAt: Date; endsAt: Date };

/** As its maker tells it; nothing of it is proved. */
export type Report = Head & { domain: string } & (
    | { kind: 'dmarc'; policy: StoredPolicy; rows: ReportRow[] }
    | { kind: 'tls'; sessions: number; successful: number; failures: StoredTlsFailure[] }
  );

/** Words of strangers: one line, cut. */
export function line(text: string, most = 200): string {
  return text
    .replaceAll(/[^\P{C}]+/gu, ' ')
    .toWellFormed()
    .slice(0, most)
    .trim();
}

/** @throws ReportRefusal */
export function domainIn(text: string | null): string {
  const name = findDomain(text);
  if (name === null) throw new ReportRefusal('no_domain', text && line(text, 80));
  return name;
}

/** Null: what stands there is no domain. Whoever forges a sender may write anything there. */
export function findDomain(text: string | null): string | null {
  const name = asciiDomain((text ?? '').trim().replace(/\.$/, '').slice(0, 300));
  return isDomain(name) ? name : null;
}

const DAY_MS = 86_400_000;
/** Reports are on a day; some makers take a week. What is said of years is a slip or a lie. */
const LONGEST_MS = 40 * DAY_MS;
const OLDEST_MS = 400 * DAY_MS;

/** @throws ReportRefusal */
export function checkTimes(beginsAt: Date, endsAt: Date, now = new Date()): void {
  const [begin, end] = [beginsAt.getTime(), endsAt.getTime()];
  const isGood = end >= begin && end - begin <= LONGEST_MS && begin >= now.getTime() - OLDEST_MS;
  // NaN is in no order with anything.
  if (!isGood || end > now.getTime() + 2 * DAY_MS) throw new ReportRefusal('bad_dates');
}
