import { Breath } from '@/lib/async/breath';
import { parseAddress } from '@/lib/spf/address';
import { isNode, nodesOf, readFeedback, textOf, type XmlNode } from './read-xml';
import { ReportRefusal } from './refusal';
import {
  checkTimes,
  DISPOSITIONS,
  type Disposition,
  domainIn,
  findDomain,
  line,
  type Report,
  type ReportRow,
} from './report';

/** A count beyond what the column holds is no count. */
const MOST_MESSAGES = 2 ** 31 - 1;
const MOST_SIGNATURES = 100;

/**
 * RFC 7489, appendix C, and RFC 9990, and what makers make of them: no version, no namespace or another, a draft's order, one or several
 * results, none of SPF, a policy without `sp`, results in capitals. What is not needed is not asked for. @throws ReportRefusal
 */
export async function readDmarcReport(bytes: Buffer): Promise<Report> {
  const { head, records } = await readFeedback(bytes);
  const [metadata = {}] = nodesOf(head, 'report_metadata');
  const [published = {}] = nodesOf(head, 'policy_published');
  const [range = {}] = nodesOf(metadata, 'date_range');
  const domain = domainIn(textOf(published, 'domain'));
  const reportId = textOf(metadata, 'report_id');
  if (reportId === null) throw new ReportRefusal('no_report_id');
  const reporter = textOf(metadata, 'org_name') ?? textOf(metadata, 'email');
  if (reporter === null) throw new ReportRefusal('no_reporter');
  const [beginsAt, endsAt] = [momentOf(textOf(range, 'begin')), momentOf(textOf(range, 'end'))];
  checkTimes(beginsAt, endsAt);
  if (records.length === 0) throw new ReportRefusal('no_records');
  return {
    kind: 'dmarc',
    domain,
    reporter: line(reporter),
    reportId: line(reportId, 300),
    beginsAt,
    endsAt,
    policy: policyOf(published),
    rows: await addUp(records, domain),
  };
}

/** Seconds, as all schemas say; some write a fraction, some an ISO date. */
function momentOf(text: string | null): Date {
  if (text !== null && /^\d{9,11}(\.\d+)?$/.test(text)) return new Date(Math.floor(Number(text)) * 1000);
  return new Date(text !== null && /^\d{4}-\d\d-\d\d/.test(text) ? text.slice(0, 40) : Number.NaN);
}

function policyOf(published: XmlNode) {
  const below = textOf(published, 'sp')?.toLowerCase();
  return {
    policy: dispositionOf(textOf(published, 'p')),
    subdomains: below ? dispositionOf(below) : null,
    testing: textOf(published, 'testing')?.toLowerCase() === 'y',
  };
}

/** RFC 9990 also says `pass`: nothing was done then, either. */
function dispositionOf(text: string | null): Disposition {
  return DISPOSITIONS.find((one) => one === text?.toLowerCase()) ?? 'none';
}

function rowOf(record: XmlNode, domain: string): ReportRow {
  const [row = {}] = nodesOf(record, 'row');
  const [evaluated = {}] = nodesOf(row, 'policy_evaluated');
  // A draft of 2011 calls them `identities`.
  const [identifiers = {}] = [...nodesOf(record, 'identifiers'), ...nodesOf(record, 'identities')];
  const [results = {}] = nodesOf(record, 'auth_results');
  const source = textOf(row, 'source_ip') ?? '';
  const address = parseAddress(source)?.text;
  const messages = Number(textOf(row, 'count') ?? Number.NaN);
  if (!address) throw new ReportRefusal('bad_record', line(source, 80));
  if (!Number.isInteger(messages) || messages < 0 || messages > MOST_MESSAGES)
    throw new ReportRefusal('bad_record', line(textOf(row, 'count') ?? '', 80));
  const isPass = (name: string) => textOf(evaluated, name)?.toLowerCase() === 'pass';
  const [dkim, spf] = [isPass('dkim'), isPass('spf')];
  const headerFrom = findDomain(textOf(identifiers, 'header_from')) ?? domain;
  const best = bestOf(resultsOf(results, 'dkim'), dkim, headerFrom);
  const envelope = bestOf(resultsOf(results, 'spf'), spf, headerFrom);
  return {
    address,
    messages,
    dkim,
    spf,
    disposition: dispositionOf(textOf(evaluated, 'disposition')),
    headerFrom,
    dkimResult: best?.result ?? null,
    dkimDomain: best?.domain ?? null,
    spfResult: envelope?.result ?? null,
    spfDomain: envelope?.domain ?? null,
    override:
      nodesOf(evaluated, 'reason')
        .map((reason) => textOf(reason, 'type'))[0]
        ?.slice(0, 40) ?? null,
  };
}

type Result = { result: string; domain: string };

function resultsOf(results: XmlNode, name: 'dkim' | 'spf'): Result[] {
  return nodesOf(results, name)
    .filter(isNode)
    .slice(0, MOST_SIGNATURES)
    .map((node) => ({
      result: RESULTS[(textOf(node, 'result') ?? '').toLowerCase()] ?? 'none',
      domain: line((textOf(node, 'domain') ?? '').toLowerCase(), 253),
    }));
}

/** RFC 8601 2.7.1 and 2.7.2, and the names of RFC 4408 and of drafts that are still written. */
const RESULTS: Record<string, string> = {
  none: 'none',
  pass: 'pass',
  fail: 'fail',
  hardfail: 'fail',
  softfail: 'softfail',
  neutral: 'neutral',
  policy: 'policy',
  temperror: 'temperror',
  error: 'temperror',
  permerror: 'permerror',
  unknown: 'permerror',
  invalid: 'fail',
};

/** Of several the one that decided, else the one that tells most of why none did: of the sender's own name before that of others. */
function bestOf(all: Result[], passed: boolean, headerFrom: string): Result | undefined {
  const isOwn = ({ domain }: Result) =>
    domain === headerFrom || isBelow(domain, headerFrom) || isBelow(headerFrom, domain);
  const good = all.filter(({ result }) => result === 'pass');
  if (passed) return good.find(isOwn) ?? good[0] ?? all[0];
  return all.filter((one) => one.result !== 'pass').find(isOwn) ?? good[0] ?? all[0];
}

function isBelow(name: string, above: string): boolean {
  return name.endsWith(`.${above}`);
}

/** Makers split what was judged alike: one row for each. */
async function addUp(records: XmlNode[], domain: string): Promise<ReportRow[]> {
  const breath = new Breath();
  const added = new Map<string, ReportRow>();
  for (const record of records) {
    const row = rowOf(record, domain);
    const { messages, ...alike } = row;
    const key = Object.values(alike).join('\0');
    const known = added.get(key);
    if (known) known.messages = Math.min(known.messages + messages, MOST_MESSAGES);
    else added.set(key, row);
    await breath.take();
  }
  return [...added.values()];
}
