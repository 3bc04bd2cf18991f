import { simpleParser } from 'mailparser';
import { expect, it } from 'vitest';
import { makeOutgoing } from '@/lib/testing/outgoing';
import { composeMime } from './mime';

const compose = async (message: Parameters<typeof makeOutgoing>[0]) =>
  (await composeMime(makeOutgoing(message))).toString('utf8');

it('lines have up to 998 octets, whatever the headers', async () => {
  const raw = await compose({
    subject: 'x'.repeat(998),
    from: { email: 'clinic@example.com', name: 'n'.repeat(200) },
    replyTo: Array.from({ length: 50 }, (_, index) => ({ email: `a${index}@example.com`, name: 'Ñ, x' })),
    headers: {
      References: Array(60).fill('<a-rather-long-id@mail.example>').join(' '),
      'X-A': 'x'.repeat(990),
    },
  });
  expect(Math.max(...raw.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(998);
  const mail = await simpleParser(raw);
  expect(mail.subject).toBe('x'.repeat(998));
  expect(mail.references).toHaveLength(60);
  expect(mail.replyTo!.value).toHaveLength(50);
});

it('names arrive as they were, also those that look encoded', async () => {
  const names = [
    'Pérez, Ana; S.A.',
    'Clinic "North" \\',
    '=?utf-8?Q?a=0D=0Ab?=',
    '李 · Карла',
    'a <b@c.example>',
  ];
  const to = names.map((name, index) => ({ email: `a${index}@example.com`, name }));
  const mail = await simpleParser(await compose({ to, recipients: to.map(({ email }) => email) }));
  const value = [mail.to].flat().flatMap((list) => list!.value);
  expect(value.map(({ name }) => name)).toEqual(names);
});

it('an invitation is an alternative to the text, and keeps its name and bytes', async () => {
  const content = Buffer.from('BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nSUMMARY:Revisión\r\nEND:VCALENDAR\r\n');
  const raw = await compose({
    html: '<p>Cita</p>',
    attachments: [
      { filename: 'cita ñ.ics', contentType: 'text/calendar; method=REQUEST', content },
      { filename: 'recibo.pdf', contentType: 'application/pdf', content: Buffer.from('%PDF') },
    ],
  });
  const mail = await simpleParser(raw);
  expect(mail.attachments.map(({ contentType }) => contentType).toSorted()).toEqual([
    'application/pdf',
    'text/calendar',
  ]);
  const part = mail.attachments.find(({ contentType }) => contentType === 'text/calendar')!;
  expect(part.filename).toBe('cita ñ.ics');
  expect(part.content.equals(content)).toBe(true);
  // RFC 6047, 2.4, and RFC 2046, 5.1.4: the last alternative is the one that a reader prefers.
  const alternative = /multipart\/alternative;\s*boundary="([^"]+)"/.exec(raw)![1]!;
  const parts = raw.split(`--${alternative}`).slice(1, -1);
  expect(parts.map((each) => /^\r\nContent-Type: ([^;]+)/.exec(each)?.[1])).toEqual([
    'text/plain',
    'text/html',
    'text/calendar',
  ]);
  expect(parts[2]).toMatch(/method=REQUEST/);
  expect(parts[2]).not.toContain('attachment');
});

it('a calendar file that asks for nothing stays a file', async () => {
  const raw = await compose({
    attachments: [
      { filename: 'a.ics', contentType: 'text/calendar', content: Buffer.from('BEGIN:VCALENDAR') },
    ],
  });
  expect(raw).toContain('Content-Disposition: attachment');
});
