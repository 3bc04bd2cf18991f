import { gzipSync } from 'node:zlib';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { zip } from '@/lib/domain-reports/samples/sample';
import { useTestDatabase } from '@/lib/testing/database';
import { setUpDns } from '@/lib/testing/dns-server';
import { makeReport } from '@/lib/testing/domain-reports';
import { makeDomain } from '@/lib/testing/domains';
import { makeToken } from '@/lib/testing/factories';
import { call, type Handler, inPieces } from '@/lib/testing/http';
import { longestHoldMs } from '@/lib/testing/longest-hold';
import { POST as readBounces } from '../../bounces/route';
import { POST as readReports } from './route';

useTestDatabase();

const MEGABYTE = 1024 * 1024;
const DAY_MS = 86_400_000;
const many = <T>(count: number, item: (n: number) => T) => Array.from({ length: count }, (_, n) => item(n));
const full = (unit: string, bytes: number) => unit.repeat(Math.floor(bytes / unit.length));

let token: string;
let domain: string;

beforeAll(async () => {
  token = await makeToken();
  domain = (await makeDomain()).name;
});
beforeEach(() => setUpDns({}));

let isWarm = false;
/** What is compiled once in the life of a process is not what is measured here. */
async function warmUp(): Promise<void> {
  for (let round = 0; round < 3 && !isWarm; round++) {
    await post(readReports, sources(500));
    await post(readReports, ofTls(3, 50));
    await post(readBounces, Buffer.from('From: a@example.com\n\nHello\n'));
  }
  isWarm = true;
}
beforeEach(warmUp);

const sources = (count: number) =>
  makeReport(
    domain,
    many(count, (n) => ({ address: `192.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`, count: 5 })),
  );
/** One that has a place for more before its end. */
const around = (inside: string) =>
  Buffer.from(sources(1).toString().replace('</feedback>', `${inside}</feedback>`));

let count = 0;
function ofTls(policies: number, failures: number): Buffer {
  const policy = {
    policy: { 'policy-type': 'sts', 'policy-domain': domain },
    summary: { 'total-successful-session-count': 5, 'total-failure-session-count': failures },
    'failure-details': many(failures, (n) => ({
      'result-type': 'certificate-expired',
      'receiving-mx-hostname': `mx${n}.example.com`,
      'failed-session-count': 1,
    })),
  };
  const [begin, end] = [2, 1].map((days) => new Date(Date.now() - days * DAY_MS).toISOString());
  const report = {
    'organization-name': 'reporter.example',
    'report-id': `held-${++count}`,
    'date-range': { 'start-datetime': begin, 'end-datetime': end },
    policies: many(policies, () => policy),
  };
  return Buffer.from(JSON.stringify(report));
}

async function post(handler: Handler, bytes: Uint8Array) {
  const headers = { 'content-type': 'application/octet-stream', 'content-length': String(bytes.length) };
  let answer: Awaited<ReturnType<typeof call>> | undefined;
  const held = await longestHoldMs(async () => {
    answer = await call(handler, { token, body: inPieces(bytes), headers });
  });
  return { held, ...answer! };
}

// 130 ms of one whom 15,000 servers send for, a second and more of what was made for it.
it.each<[string, () => Buffer]>([
  ['on 15,000 sources', () => sources(15_000)],
  ['on as many in gzip', () => gzipSync(sources(15_000))],
  ['on as many in zip', () => zip({ name: 'a.xml', content: sources(14_000) })],
  ['with 8,000 failures of TLS', () => ofTls(8, 1_000)],
])('a report %s is noted, and lets others have their turn', async (_, file) => {
  const { held, body } = await post(readReports, file());
  expect(body).toMatchObject({ noted: 1, data: [{ effect: 'noted' }] });
  expect(held).toBeLessThan(50);
});

it.each<[string, string, () => Buffer]>([
  [
    'records of 60 kB each',
    'bad_record',
    () => around(full(`<record>${full('<a>b</a>', 60_000)}</record>`, 2 * MEGABYTE)),
  ],
  [
    'records of 200 kB each',
    'bad_record',
    () => around(full(`<record>${full('<a>b</a>', 200_000)}</record>`, 2 * MEGABYTE)),
  ],
  ['much around its records', 'broken_xml', () => around(full('<a>b</a>', 2 * MEGABYTE))],
  [
    'beginnings of records',
    'broken_xml',
    () => Buffer.from(`<feedback>${full('<record ', 8 * MEGABYTE - 20)}`),
  ],
  [
    'ends of nothing',
    'broken_xml',
    () => Buffer.from(`<feedback>${full('<record><record>', 8 * MEGABYTE - 20)}`),
  ],
  ['a million objects', 'too_large', () => Buffer.from(`{"policies":[${full('{},', 7 * MEGABYTE)}{}]}`)],
  [
    'names that nobody knows',
    'too_large',
    () => Buffer.from(JSON.stringify(Object.fromEntries(many(400_000, (n) => [`key${n}`, 1])))),
  ],
  ['lists within lists', 'broken_json', () => Buffer.from(`{"a":${full('[ ', 8 * MEGABYTE - 20)}`)],
  [
    'texts that nothing closes',
    'broken_json',
    () => Buffer.from(`{${full(`[${' '.repeat(19)}"${'a'.repeat(99)}`, 8 * MEGABYTE - 200)}`),
  ],
])('a report of %s is refused, and lets others have their turn', async (_, code, file) => {
  const { held, body } = await post(readReports, file());
  expect(body.data).toMatchObject([{ effect: 'refused', refusal: { code } }]);
  expect(held).toBeLessThan(50);
});

// 720 ms: what only looks like the next mail was looked at in one go.
it.each<[string, Handler]>([
  ['reports', readReports],
  ['bounces', readBounces],
])(
  '32 MB of what only begins like mails, handed in as %s, let others have their turn',
  async (_, handler) => {
    for (const line of ['\n\nFrom ', `\n\nFrom ${'a'.repeat(400)}`]) {
      const { held, status } = await post(
        handler,
        Buffer.from(`From a 12:00\n${full(line, 32 * MEGABYTE - 20)}`),
      );
      expect(status).toBe(200);
      expect(held).toBeLessThan(50);
    }
  },
  60_000,
);
