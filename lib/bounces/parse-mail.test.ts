import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { makeMail, makeReport } from './mails/make-mail';
import { parseMail } from './parse-mail';
import { readBounce } from './read-bounce';

const REPORT = makeReport({
  recipients:
    'Final-Recipient: rfc822; ana@example.com\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 User unknown',
});

/** What follows a report, or is one: made to cost time or memory. */
const BOMBS: [string, () => Buffer][] = [
  ['50 MB behind it', () => Buffer.concat([makeMail({ body: REPORT }), Buffer.alloc(50_000_000, 'x')])],
  [
    '50 MB of short lines',
    () => Buffer.concat([makeMail({ body: REPORT }), Buffer.alloc(50_000_000, 'a\n')]),
  ],
  [
    '10,000 parts',
    () =>
      makeMail({
        body: [...REPORT, ...Array.from({ length: 10_000 }, () => ({ type: 'text/plain', body: 'a' }))],
      }),
  ],
  [
    'zips within zips',
    () => {
      let zip = Buffer.alloc(5_000_000);
      for (let depth = 0; depth < 20; depth++) zip = gzipSync(Buffer.concat([zip, randomBytes(100)]));
      return makeMail({
        body: [...REPORT, { type: 'application/zip', encoding: 'base64', body: zip.toString('base64') }],
      });
    },
  ],
];

describe('a mail that was made to cost', () => {
  it.each(BOMBS)('%s: what is before it is read', { timeout: 30_000 }, async (_, make) => {
    const mail = make();
    const before = process.memoryUsage().rss;
    const start = performance.now();
    const parsed = await parseMail(mail);
    expect(performance.now() - start).toBeLessThan(6_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024);
    expect(readBounce(parsed!).findings).toMatchObject([{ class: 'hard', recipients: ['ana@example.com'] }]);
  });

  it.each<[string, () => string]>([
    ['a header of 5 MB', () => `Subject: ${'x'.repeat(5_000_000)}\n\nhello`],
    ['300,000 headers', () => `${'X-A: b\n'.repeat(300_000)}\nhello`],
    [
      'parts 5,000 deep',
      () =>
        Array.from(
          { length: 5_000 },
          (_, n) => `Content-Type: multipart/mixed; boundary="b${n}"\n\n--b${n}\n`,
        ).join(''),
    ],
  ])('%s: is refused, and the next one is read', { timeout: 30_000 }, async (_, make) => {
    const start = performance.now();
    const parsed = await parseMail(Buffer.from(make()));
    expect(performance.now() - start).toBeLessThan(6_000);
    // No word of it, or a few: never a bounce.
    if (parsed) expect(readBounce(parsed).findings).toMatchObject([{ class: 'unknown' }]);
    expect(await parseMail(makeMail({ body: REPORT }))).not.toBeNull();
  });

  it('words that make expressions try again and again are read in time', { timeout: 30_000 }, async () => {
    const bodies = [
      '<'.repeat(60_000),
      'a@'.repeat(30_000),
      `${'a'.repeat(99)}@`.repeat(600),
      '550 '.repeat(15_000),
      'delivery to '.repeat(5_000),
      '-'.repeat(60_000),
      '\n \t'.repeat(15_000),
      '550-5.1.1 '.repeat(6_000),
      `because:\n${' '.repeat(60_000)}`,
    ];
    for (const body of bodies) {
      const parsed = await parseMail(makeMail({ body: `This is the mail system at host x.\n\n${body}` }));
      // Of this thread's own time: a busy machine makes none of them slow.
      const before = process.threadCpuUsage();
      readBounce(parsed!);
      const { user, system } = process.threadCpuUsage(before);
      expect((user + system) / 1000, body.slice(0, 20)).toBeLessThan(1_000);
    }
  });

  it('answers in turn, though many ask at once', async () => {
    const mails = await Promise.all(
      Array.from({ length: 20 }, (_, n) => parseMail(makeMail({ subject: `Number ${n}`, body: 'x' }))),
    );
    expect(mails.map((mail) => mail!.subject)).toEqual(Array.from({ length: 20 }, (_, n) => `Number ${n}`));
  });
});
