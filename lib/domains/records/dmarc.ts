import { isDmarc, parseDmarc } from '@/lib/dmarc/parse-dmarc';
import { RIGHT, type Verdict, wrong } from './verdict';

const STRENGTH = ['none', 'quarantine', 'reject'];

/** RFC 9989. A stricter policy than wanted is no fault; what only looks like a record is told where there is no real one. */
export function judgeDmarc(texts: string[], wanted: string): Verdict | null {
  const meant = texts.filter((text) => /dmarc/i.test(text));
  const records = meant.filter(isDmarc);
  if (records.length > 1)
    return { state: 'several', finding: { code: 'dmarc_several', params: { count: records.length } } };
  const [text] = records;
  if (text === undefined) return lookalike(meant);
  const { record, flaws } = parseDmarc(text);
  const { record: own } = parseDmarc(wanted);
  if (record.policy === null)
    return wrong('dmarc_no_policy', { found: flaws.find(({ code }) => code === 'bad_policy')?.value ?? '' });
  const [strength, aim] = [record.policy, own.policy!].map((policy) => STRENGTH.indexOf(policy)) as [
    number,
    number,
  ];
  if (strength < aim) return wrong('dmarc_weaker', { found: record.policy, wanted: own.policy! });
  if (record.testing && aim > 0 && strength <= aim) return wrong('dmarc_testing', { found: record.policy });
  const known = record.aggregateReports.map((address) => address.toLowerCase());
  const lacking = own.aggregateReports.find((address) => !known.includes(address.toLowerCase()));
  if (lacking !== undefined) return wrong('dmarc_reports', { address: lacking.toLowerCase() });
  if (strength > aim)
    return { state: 'right', finding: { code: 'dmarc_stricter', params: { found: record.policy } } };
  return RIGHT;
}

/** RFC 9989, 4.7: the version comes first, in these very letters, and semicolons part the rest. */
function lookalike([text]: string[]): Verdict | null {
  if (text === undefined) return null;
  return wrong(/^v\s*=\s*DMARC1\s*,/.test(text) ? 'dmarc_commas' : 'dmarc_version');
}
