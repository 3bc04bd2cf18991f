import { Semaphore } from '@/lib/async/semaphore';
import type { Context } from '@/lib/context';
import { checkDomain } from '@/lib/domains/check';
import { listDomains } from '@/lib/domains/find';
import { checkHealth } from '@/lib/domains/health/check-health';
import type { HealthItem } from '@/lib/domains/health/schema';
import { listPairs } from '@/lib/domains/pairs/list-pairs';
import type { PairView } from '@/lib/domains/pairs/schema';
import type { DomainView, RecordView } from '@/lib/domains/schema';
import { type Translate, translator } from '@/lib/i18n/translate';
import type { Examined } from './examined';
import type { Severity } from './schema';

type Found = Examined['findings'][number];

/** Of each its records, what others think of it and its server, and whether what its senders send would pass. */
export async function examineDomains(ctx: Context): Promise<Examined> {
  const t = translator(ctx.locale);
  const { data } = await listDomains(ctx);
  const lanes = new Semaphore(AT_ONCE);
  const found = await Promise.all(data.map(({ id }) => lanes.run(() => examineDomain(ctx, id, t))));
  return { looked: data.length, findings: found.flat() };
}

/** Strangers' servers are asked. */
const AT_ONCE = 4;

async function examineDomain(ctx: Context, id: string, t: Translate): Promise<Found[]> {
  // One after the other: keys whose records are seen now sign from now on, by which pairs are judged.
  const domain = await checkDomain(ctx, { id });
  const { items } = await checkHealth(ctx, { id });
  const pairs = await listPairs(ctx, id);
  return [
    ...ofKeys(domain, t),
    ...domain.records.flatMap((record) => ofRecord(domain, record, t)),
    ...items.flatMap((item) => ofItem(domain, item, t)),
    ...pairs.data.flatMap((pair) => ofPair(domain, pair, t)),
  ];
}

/** Made to take over: as long as nobody enters its record the one from before grows old. */
function ofKeys({ shownName, keys, records }: DomainView, t: Translate): Found[] {
  const isSigning = keys.some(({ state }) => state === 'signing');
  return keys.flatMap(({ selector, state }) => {
    const record = records.find(({ key }) => key === `dkim:${selector}`);
    if (state !== 'waiting' || !isSigning || !record) return [];
    const { type, name, value } = record;
    return [
      {
        subject: shownName,
        severity: 'warning',
        code: 'key_waits',
        what: t('doctor.findings.key_waits.what', { selector }),
        remedy: t('doctor.remedies.record'),
        record: { type, name, value },
      },
    ];
  });
}

function ofRecord({ shownName }: DomainView, record: RecordView, t: Translate): Found[] {
  const { state, finding, required, type, name, value, purpose, provider = '' } = record;
  if (state === 'right' || !finding) return [];
  // One that only adds something, and that nobody has begun to enter.
  if (state === 'missing' && !required) return [];
  const texts = `domains.findings.${finding.code}`;
  const severity: Severity = state === 'unknown' ? 'unknown' : required ? 'error' : 'warning';
  return [
    {
      subject: shownName,
      severity,
      code: `record_${finding.code}`,
      what: `${t(`domains.purposes.${purpose}`, { type, provider })}: ${t(`${texts}.what`, finding.params)}`,
      remedy: t.has(`${texts}.fix`)
        ? t(`${texts}.fix`, finding.params)
        : t(`doctor.remedies.${state === 'unknown' ? 'later' : 'record'}`),
      ...(state !== 'unknown' && { record: { type, name, value } }),
    },
  ];
}

/** Told by its record already. */
const OF_RECORDS = [
  'spf_missing',
  'spf_unknown',
  'spf_several',
  'dmarc_missing',
  'dmarc_unknown',
  'dmarc_several',
];

function ofItem({ shownName }: DomainView, { area, findings }: HealthItem, t: Translate): Found[] {
  return findings.flatMap(({ code, severity, values, url }) => {
    if (severity === 'good' || severity === 'note' || OF_RECORDS.includes(code)) return [];
    return [
      {
        subject: shownName,
        severity,
        code,
        what: [t(`findings.${code}`, values), url].filter(Boolean).join(' '),
        remedy: t(`doctor.remedies.${severity === 'unknown' ? 'later' : area}`),
      },
    ];
  });
}

function ofPair(
  { shownName }: DomainView,
  { isSender, verdict, provider, reasons }: PairView,
  t: Translate,
): Found[] {
  if (!isSender || verdict !== 'fails') return [];
  const why = reasons.map(({ code, params }) => t(`domains.pairs.reasons.${code}`, params)).join(' ');
  return [
    {
      subject: shownName,
      severity: 'error',
      code: 'pair_fails',
      what: t('doctor.findings.pair_fails.what', { provider: provider.name, why }),
      remedy: t('doctor.findings.pair_fails.remedy'),
    },
  ];
}
