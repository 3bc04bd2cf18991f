import { RIGHT, type Verdict, wrong } from './verdict';

const STRENGTH = ['none', 'quarantine', 'reject'];

/** RFC 9989. A stricter policy than wanted is no fault. */
export function judgeDmarc(texts: string[], wanted: string): Verdict | null {
  const records = texts.filter((text) => /dmarc/i.test(text));
  const [record] = records;
  if (record === undefined) return null;
  if (records.length > 1)
    return { state: 'several', finding: { code: 'dmarc_several', params: { count: records.length } } };
  // RFC 9989, 4.7: the version comes first, in these very letters.
  if (!/^v\s*=\s*DMARC1\s*(?:;|$|,)/.test(record)) return wrong('dmarc_version');
  if (!record.includes(';') || /^v\s*=\s*DMARC1\s*,/.test(record)) return wrong('dmarc_commas');
  const [found, own] = [tagsOf(record), tagsOf(wanted)];
  const strength = STRENGTH.indexOf(found.p?.toLowerCase() ?? '');
  if (strength < 0) return wrong('dmarc_no_policy', { found: found.p ?? '' });
  const aim = STRENGTH.indexOf(own.p!);
  if (strength < aim) return wrong('dmarc_weaker', { found: STRENGTH[strength]!, wanted: own.p! });
  const reports = own.rua?.toLowerCase();
  if (
    reports &&
    !(found.rua ?? '')
      .toLowerCase()
      .split(',')
      .map((one) => one.trim().replace(/!\d+[kmgt]?$/, ''))
      .includes(reports)
  )
    return wrong('dmarc_reports', { address: reports.replace('mailto:', '') });
  if (strength > aim)
    return { state: 'right', finding: { code: 'dmarc_stricter', params: { found: STRENGTH[strength]! } } };
  return RIGHT;
}

function tagsOf(record: string): Record<string, string | undefined> {
  const pairs = record.split(';').map((part) => {
    const at = part.indexOf('=');
    return [part.slice(0, at).trim().toLowerCase(), part.slice(at + 1).trim()] as const;
  });
  return Object.fromEntries(pairs.filter(([name]) => name !== ''));
}
