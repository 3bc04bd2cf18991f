import { describe, expect, it } from 'vitest';
import { readReport } from './read-report';
import { ReportRefusal } from './refusal';
import { LARGE_RECEIVERS } from './samples/large-receivers';
import { OTHER_MAKERS } from './samples/other-makers';
import { gz, zip } from './samples/sample';
import { TLS_REPORTS } from './samples/tls-reports';

const SAMPLES = [...LARGE_RECEIVERS, ...OTHER_MAKERS, ...TLS_REPORTS];
const codeOf = (file: Buffer) =>
  readReport(file).then(
    () => 'taken',
    (error: unknown) => (error instanceof ReportRefusal ? error.code : error),
  );
const PLAIN = OTHER_MAKERS.find(({ maker }) => maker.startsWith('OpenDMARC'))!.file.toString();

it('reads makers of each kind', () => {
  expect(SAMPLES.length).toBeGreaterThanOrEqual(20);
});

describe.each(SAMPLES)('$maker', ({ file, expected }) => {
  it('says what a person reads in it', async () => {
    const report = await readReport(file);
    const { first, policy, rows, ...head } = expected;
    const sums =
      report.kind === 'tls'
        ? { messages: report.sessions, passed: report.successful }
        : {
            messages: report.rows.reduce((sum, row) => sum + row.messages, 0),
            passed: report.rows.reduce((sum, row) => sum + (row.dkim || row.spf ? row.messages : 0), 0),
          };
    const { domain, reporter, reportId } = report;
    expect({ domain, reporter, reportId, ...sums }).toEqual({ domain: 'clinic.example', ...head });
    if (report.kind === 'tls') return;
    if (first) expect(report.rows[0]).toMatchObject(first);
    if (policy) expect(report.policy).toEqual(policy);
    if (rows) expect(report.rows).toHaveLength(rows);
  });
});

it('adds up failures of encryption by their kind and host', async () => {
  const report = await readReport(TLS_REPORTS[0]!.file);
  expect(report).toMatchObject({
    failures: [
      { type: 'starttls-not-supported', host: 'mx2.mail.clinic.example', sessions: 200 },
      { type: 'certificate-expired', sessions: 100 },
      { type: 'validation-failure', sessions: 3 },
    ],
  });
});

describe('what is no report that can be taken', () => {
  const change = (from: string | RegExp, to: string) => Buffer.from(PLAIN.replace(from, to));
  it.each([
    ['nothing', Buffer.alloc(0), 'not_a_report'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47]), 'not_a_report'],
    ['another XML', Buffer.from('<rss><channel/></rss>'), 'not_a_report'],
    ['another JSON', Buffer.from('{"a":1}'), 'not_a_report'],
    ['JSON that ends early', Buffer.from('{"a":'), 'broken_json'],
    ['XML that ends early', Buffer.from(PLAIN.slice(0, -40)), 'broken_xml'],
    ['two roots', Buffer.from(`${PLAIN}<other/>`), 'not_a_report'],
    ['a document type', change('<feedback>', '<!DOCTYPE feedback><feedback>'), 'doctype'],
    [
      'an entity that reads a file',
      change('<feedback>', '<!DOCTYPE f [<!ENTITY x SYSTEM "file:///etc/passwd">]><feedback>'),
      'doctype',
    ],
    ['no domain', change('<domain>clinic.example', '<domain>'), 'no_domain'],
    ['a domain that is none', change('<domain>clinic.example', '<domain>a b'), 'no_domain'],
    ['no id', change(/<report_id>.*<\/report_id>/, ''), 'no_report_id'],
    ['no name', change(/<org_name>.*<\/email>/, ''), 'no_reporter'],
    ['times the wrong way round', change(/<begin>\d+/, '<begin>9999999999'), 'bad_dates'],
    ['times of long ago', change(/<begin>\d+/, '<begin>1000000000'), 'bad_dates'],
    ['no times', change(/<date_range>.*<\/date_range>/, ''), 'bad_dates'],
    ['an address that is none', change('192.0.2.7', '192.0.2.777'), 'bad_record'],
    ['a count that is none', change('<count>1', '<count>-1'), 'bad_record'],
    ['a count without end', change('<count>1', '<count>99999999999'), 'bad_record'],
    ['no records', Buffer.from(PLAIN.replaceAll(/<record>.*<\/record>/gs, '')), 'no_records'],
    ['gzip that ends early', gz(PLAIN).subarray(0, 100), 'broken_archive'],
    ['gzip within gzip', gz(gz(PLAIN)), 'archive_in_archive'],
    ['an empty zip', zip(), 'not_a_report'],
    [
      'a zip of two',
      zip({ name: 'a.xml', content: Buffer.from(PLAIN) }, { name: 'b.xml', content: Buffer.from(PLAIN) }),
      'several_files',
    ],
    ['a zip with a password', zip({ name: 'a.xml', content: Buffer.from(PLAIN), flags: 1 }), 'encrypted'],
    ['a way out of the folder', zip({ name: '../../a.xml', content: Buffer.from(PLAIN) }), 'broken_archive'],
    [
      'a zip that ends early',
      zip({ name: 'a.xml', content: Buffer.from(PLAIN) }).subarray(0, 60),
      'broken_archive',
    ],
    ['a prototype', change('<feedback>', '<feedback><__proto__><a>1</a></__proto__>'), 'broken_xml'],
  ])('%s', async (_, file, code) => {
    expect(await codeOf(file)).toBe(code);
  });
});
