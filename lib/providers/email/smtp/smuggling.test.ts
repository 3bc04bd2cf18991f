import { simpleParser } from 'mailparser';
import { afterAll, describe, expect, it } from 'vitest';
import type { OutgoingMessage } from '@/lib/channels/email/outgoing-message';
import { MessageInput } from '@/lib/messages/schema';
import type { Adapter } from '@/lib/providers/adapter';
import { makeOutgoing } from '@/lib/testing/outgoing';
import { startScriptedSmtp } from '@/lib/testing/scripted-smtp';
import { startMailServer } from '@/lib/testing/smtp-server';
import { SmtpSettings } from './settings';
import { smtp } from './smtp';

const adapter = smtp as unknown as Adapter;
afterAll(() => adapter.close());

/** What some server takes for the end of the data, though it is not: a second message could hide behind it. */
const SEQUENCES = [
  '\n.\n',
  '\n.\r',
  '\r.\n',
  '\r.\r',
  '\n.\r\n',
  '\r.\r\n',
  '\r\n.\r\r\n',
  '\r\r\n.\r\r\n',
  '\r\n\x00.\r\n',
];
const HIDDEN =
  'MAIL FROM:<evil@example.com>\r\nRCPT TO:<victim@example.com>\r\nDATA\r\nSubject: smuggled\r\n\r\nboo';

const withSequence = (sequence: string) => `first line${sequence}${HIDDEN}${sequence}last line`;

const places: Record<string, (content: string) => Partial<OutgoingMessage>> = {
  text: (text) => ({ text }),
  html: (html) => ({ html: `<p>${html}</p>` }),
  'a text attachment': (content) => ({ attachments: [attachment('text/plain', content)] }),
  'a message attachment': (content) => ({ attachments: [attachment('message/rfc822', content)] }),
  'a multipart attachment': (content) => ({ attachments: [attachment('multipart/mixed', content)] }),
};

function attachment(contentType: string, content: string) {
  return { filename: 'file', contentType, content: Buffer.from(content) };
}

const cases = Object.keys(places).flatMap((place) =>
  SEQUENCES.map((sequence) => ({ place, sequence, shown: JSON.stringify(sequence) })),
);

let count = 0;

async function sendThrough(port: number, message: OutgoingMessage) {
  const settings = SmtpSettings.parse({ host: 'localhost', port, security: 'none' });
  const config = { id: `smuggling-${++count}`, name: 'Test', version: 1, settings, secrets: {} };
  return adapter.send(config as never, message, AbortSignal.timeout(10_000));
}

describe.each(cases)('$shown in $place', ({ place, sequence }) => {
  const message = () => makeOutgoing(places[place]!(withSequence(sequence)));

  it('is one message, whole', async () => {
    const server = await startMailServer();
    const { outcomes } = await sendThrough(server.port, message());
    expect(outcomes).toMatchObject([{ outcome: 'accepted' }]);
    expect(server.mails).toHaveLength(1);
    expect(server.mails[0]!.to).toEqual(['ana@example.com']);
    const mail = await simpleParser(server.mails[0]!.raw);
    const told = [mail.text, mail.html, ...mail.attachments.map(({ content }) => content.toString())];
    expect(told.join('\n')).toContain('last line');
  });

  it('does not look like an end of data to the most careless server', async () => {
    const server = await startScriptedSmtp();
    await sendThrough(server.port, message());
    const wire = server.mails[0]!.raw.toString('latin1');
    expect(wire).not.toMatch(/(?<!\r)\n|\r(?!\n)/);
    for (const ending of SEQUENCES) expect(`\r\n${wire}`).not.toContain(ending);
    expect(server.commands.filter((line) => line.includes('evil'))).toEqual([]);
  });
});

it.each(SEQUENCES)('%j in a header is refused before it is stored', (sequence) => {
  const valid = { to: 'ana@example.com', subject: 'Receipt', text: 'Thank you.' };
  const value = `a${sequence}b`;
  const inputs = {
    subject: { subject: value },
    headers: { headers: { 'X-Clinic': value } },
    'to.name': { to: { email: 'ana@example.com', name: value } },
    'from.name': { from: { email: 'ana@example.com', name: value } },
    'replyTo.email': { replyTo: `ana@example.com${sequence}` },
    to: { to: `ana${sequence}@example.com` },
    filename: { attachments: [{ filename: value, content: '' }] },
  };
  for (const [field, input] of Object.entries(inputs))
    expect(MessageInput.safeParse({ ...valid, ...input }).success, field).toBe(false);
});
