import { afterAll, describe, expect, it } from 'vitest';
import { MessageInput } from '@/lib/messages/schema';
import type { Adapter } from '@/lib/providers/adapter';
import { SmtpSettings } from '@/lib/providers/email/smtp/settings';
import { smtp } from '@/lib/providers/email/smtp/smtp';
import { outgoingOf } from '@/lib/testing/features/outgoing';
import { startMailServer } from '@/lib/testing/smtp-server';
import { csvLine } from '@/lib/text/csv';
import { HOSTILE_TEXTS } from './values';

const adapter = smtp as unknown as Adapter;
afterAll(() => adapter.close());

/** What would be a header, a recipient or a body of its own where a text is put into mail as it is. */
const INJECTIONS = [
  ...[
    '\r\n',
    '\n',
    '\r',
    '\u2028',
    '\u0085',
    '\v',
    '\f',
    '\\r\\n',
    '%0d%0a',
    '=0D=0A',
    '=?utf-8?q?=0d=0a?=',
  ].flatMap((end) => [`x${end}Bcc: eve@example.com`, `x${end}${end}<script>alert(1)</script>`]),
  'x, eve@example.com',
  'x; eve@example.com',
  '"x" <eve@example.com>',
  'x>, <eve@example.com',
  '(x) eve@example.com',
  '=?utf-8?B?DQpCY2M6IGV2ZUBleGFtcGxlLmNvbQ==?=',
  'group: eve@example.com;',
  ...HOSTILE_TEXTS.filter((text) => text.length < 200),
];

const FIELDS: Record<string, (text: string) => object> = {
  subject: (subject) => ({ subject }),
  'name of the sender': (name) => ({ from: { email: 'clinic@example.com', name } }),
  'name of a recipient': (name) => ({ to: { email: 'ana@example.com', name } }),
  'name to reply to': (name) => ({ replyTo: { email: 'desk@example.com', name } }),
  'value of a header': (value) => ({ headers: { 'X-Own': value } }),
  'name of a header': (name) => ({ headers: { [name]: 'x' } }),
  'file name': (filename) => ({ attachments: [{ filename, contentType: 'text/plain', content: 'QUJD' }] }),
  'content type': (contentType) => ({ attachments: [{ filename: 'a.txt', contentType, content: 'QUJD' }] }),
  'content id': (contentId) => ({
    attachments: [{ filename: 'a.png', contentType: 'image/png', content: 'QUJD', contentId }],
  }),
  'address of a recipient': (to) => ({ to }),
  text: (text) => ({ text }),
};

const PLAIN = {
  from: { email: 'clinic@example.com', name: 'Clinic' },
  to: { email: 'ana@example.com', name: 'Ana' },
  replyTo: { email: 'desk@example.com', name: 'Desk' },
  subject: 'Receipt',
  text: 'Thank you.',
  headers: { 'X-Own': 'x' },
  attachments: [{ filename: 'a.txt', contentType: 'text/plain', content: 'QUJD' }],
};

/** Names of the headers of the mail itself (RFC 5322, 2.2): a line that begins with a blank goes on with the one before. */
function headerNames(raw: Buffer): string[] {
  const [head = ''] = raw.toString('latin1').split('\r\n\r\n');
  return head
    .split('\r\n')
    .filter((line) => !/^[ \t]/.test(line))
    .map((line) => line.split(':')[0]!.toLowerCase());
}

describe('no header and no recipient leaves that nobody set', () => {
  it.each(Object.entries(FIELDS))('by the %s', async (field, place) => {
    const server = await startMailServer();
    const settings = SmtpSettings.parse({ host: 'localhost', port: server.port, security: 'none' });
    const config = { id: `injection ${field}`, name: 'Test', version: 1, settings, secrets: {} };
    const send = (input: object) =>
      adapter.send(config as never, outgoingOf(input), AbortSignal.timeout(10_000));
    await send(PLAIN);
    const expected = headerNames(server.mails[0]!.raw);
    let taken = 0;
    for (const text of INJECTIONS) {
      const input = { ...PLAIN, ...place(text) };
      const parsed = MessageInput.safeParse(input);
      if (!parsed.success) continue;
      const before = server.mails.length;
      const { outcomes } = await send(input);
      if (server.mails.length === before) {
        expect(
          outcomes.map(({ outcome }) => outcome),
          JSON.stringify(text),
        ).not.toContain('accepted');
        continue;
      }
      taken++;
      const { raw, to } = server.mails.at(-1)!;
      const own =
        field === 'name of a header'
          ? [...expected.filter((name) => name !== 'x-own'), text.toLowerCase()]
          : expected;
      const names = headerNames(raw);
      expect(
        names.filter((name) => !own.includes(name)),
        JSON.stringify(text),
      ).toEqual([]);
      expect(new Set(names).size, JSON.stringify(text)).toBe(names.length);
      if (field !== 'address of a recipient') expect(to, JSON.stringify(text)).toEqual(['ana@example.com']);
      expect(to).toHaveLength(1);
    }
    // What cannot do harm, such as blanks or quotes, goes.
    if (field === 'subject' || field === 'text') expect(taken).toBeGreaterThan(10);
  });
});

it('no text begins a formula in a cell', () => {
  const starts = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
  const texts = starts.flatMap((start) => [
    `${start}1+1`,
    `${start}HYPERLINK("http://x","y")`,
    `${start}",=1`,
    `${start}\n=1`,
  ]);
  for (const text of texts) {
    const line = csvLine([text, text]);
    const quoted = `'${text}`.replaceAll('"', '""');
    const cell = /[",\r\n]/.test(quoted) ? `"${quoted}"` : quoted;
    expect(line).toBe(`${cell},${cell}\r\n`);
  }
});
