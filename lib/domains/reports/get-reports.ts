import type { Context } from '@/lib/context';
import { advisePolicy, type PolicyAdvice } from '@/lib/dmarc/advise-policy';
import {
  type DaySum,
  firstReport,
  listReports,
  type ReportHead,
  SOURCE_KINDS,
  type Sum,
  sumDays,
  sumRows,
} from '@/lib/domain-reports/sums';
import { findRow } from '../find';
import { problemsOf } from './problems';
import type { DomainReports, ReportDay, ReportSpan, SourceView } from './schema';

const DAYS = 30;
const DAY_MS = 86_400_000;
/** A policy is judged by these, whatever time is looked at. */
const ADVICE_DAYS = 60;
const MOST_SOURCES = 100;
const MOST_ADDRESSES = 20;
const MOST_SHOWN = 50;

/** Who sends as the domain, by what others reported of the last days. @throws AppError not_found */
export async function getReports(
  ctx: Context,
  { id: ref, days = DAYS }: ReportSpan & { id: string },
): Promise<DomainReports> {
  const row = await findRow(ctx, ref);
  const [from, to] = [dayBefore(days - 1), dayBefore(0)];
  const [sums, daily, reports, adviceSums, first] = await Promise.all([
    sumRows(row.id, from, to),
    sumDays(row.id, from, to),
    listReports(row.id, from),
    sumRows(row.id, dayBefore(ADVICE_DAYS - 1), to),
    firstReport(row.id),
  ]);
  const { messages, failed, quarantined, rejected } = countOf(sums);
  return {
    from,
    to,
    messages,
    passed: messages - failed,
    quarantined,
    rejected,
    sources: sourcesOf(sums),
    days: daysOf(daily),
    advice: adviceOf(reports, adviceSums, first),
    encryption: encryptionOf(reports),
    reports: reports.slice(0, MOST_SHOWN).map(({ policy: _policy, failures: _failures, ...report }) => ({
      ...report,
      beginsAt: report.beginsAt.toISOString(),
      endsAt: report.endsAt.toISOString(),
    })),
  };
}

function dayBefore(days: number): string {
  return new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);
}

function countOf(sums: Sum[]) {
  const total = (some: Sum[]) => some.reduce((sum, { messages }) => sum + messages, 0);
  const failed = sums.filter(({ dkim, spf }) => !dkim && !spf);
  return {
    messages: total(sums),
    failed: total(failed),
    quarantined: total(failed.filter(({ disposition }) => disposition === 'quarantine')),
    rejected: total(failed.filter(({ disposition }) => disposition === 'reject')),
  };
}

/** Addresses of one name are one source; the largest first. */
function sourcesOf(sums: Sum[]): SourceView[] {
  const groups = Map.groupBy(sums, ({ kind, name, address }) => `${kind} ${name ?? address}`);
  const views = [...groups.values()].map((group): SourceView => {
    const { kind, name } = group[0]!;
    const byAddress = [...Map.groupBy(group, ({ address }) => address)];
    const addresses = byAddress.map(([address, own]) => {
      const { messages, failed } = countOf(own);
      return { address, ptr: own[0]!.ptr, messages, failed };
    });
    return {
      kind,
      name,
      ...countOf(group),
      addresses: addresses.toSorted((a, b) => b.messages - a.messages).slice(0, MOST_ADDRESSES),
      addressCount: byAddress.length,
      problems: problemsOf(group),
    };
  });
  return views.toSorted((a, b) => b.messages - a.messages).slice(0, MOST_SOURCES);
}

function daysOf(sums: DaySum[]): ReportDay[] {
  return [...Map.groupBy(sums, ({ day }) => day)].map(([day, own]) => {
    const none = Object.fromEntries(SOURCE_KINDS.map((kind) => [kind, 0])) as Omit<
      ReportDay,
      'day' | 'failed'
    >;
    for (const { kind, messages } of own) none[kind] += messages;
    return { day, ...none, failed: own.reduce((sum, { failed }) => sum + failed, 0) };
  });
}

/** Of one's own servers and providers: what fails of theirs would be lost. */
function adviceOf(reports: ReportHead[], sums: Sum[], first: Date | null): DomainReports['advice'] {
  const policy = reports.find((report) => report.policy)?.policy?.policy ?? null;
  const { messages, failed } = countOf(sums);
  const ownFailed = countOf(sums.filter(({ kind }) => kind === 'own' || kind === 'provider')).failed;
  const known = first ? Math.ceil((Date.now() - first.getTime()) / DAY_MS) : 0;
  const days = Math.min(known, ADVICE_DAYS);
  const advice: PolicyAdvice = advisePolicy(policy ?? 'none', {
    days,
    messages,
    passed: messages - failed,
    ownFailed,
  });
  return { policy, ...advice, days };
}

function encryptionOf(reports: ReportHead[]): DomainReports['encryption'] {
  const own = reports.filter(({ kind }) => kind === 'tls');
  const groups = Map.groupBy(
    own.flatMap(({ failures }) => failures),
    ({ type, host }) => `${type} ${host}`,
  );
  const failures = [...groups.values()].map((group) => ({
    ...group[0]!,
    sessions: group.reduce((sum, { sessions }) => sum + sessions, 0),
  }));
  const sum = (name: 'messages' | 'passed') => own.reduce((total, report) => total + report[name], 0);
  return {
    sessions: sum('messages'),
    failed: sum('messages') - sum('passed'),
    failures: failures.toSorted((a, b) => b.sessions - a.sessions).slice(0, MOST_SHOWN),
  };
}
