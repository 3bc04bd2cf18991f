import { describe, expect, it, vi } from 'vitest';
import { compileMime } from './mime';
import type { OutgoingMessage } from './outgoing-message';
import { serializeMime } from './serialize-mime';

const message = (facts: Partial<OutgoingMessage>): OutgoingMessage => ({
  id: '01',
  resendCount: 0,
  messageIdHeader: '<01@example.com>',
  from: { email: 'clinic@example.com', name: 'Clínica' },
  to: [{ email: 'ana@example.com', name: 'Ana' }],
  cc: [],
  bcc: [],
  replyTo: [],
  subject: 'Receipt 13',
  headers: {},
  attachments: [],
  tags: [],
  metadata: {},
  recipients: ['ana@example.com'],
  ...facts,
});

const pdf = (bytes: number) => ({
  filename: 'recibo ñ.pdf',
  contentType: 'application/pdf',
  content: Buffer.from(Array.from({ length: bytes }, (_, index) => (index * 31) % 256)),
});

const long = 'A line that is far longer than anybody would want to read. '.repeat(40);

/** Boundaries are drawn by lot: both sides must draw the same. */
function both(facts: Partial<OutgoingMessage>) {
  const date = new Date('2026-11-21T10:00:00Z');
  const random = vi.spyOn(Math, 'random').mockReturnValue(0.5);
  const [first, second] = [compileMime(message(facts), date), compileMime(message(facts), date)];
  for (const node of [first, second] as unknown as { baseBoundary: string }[]) node.baseBoundary = 'same';
  random.mockRestore();
  return { ours: serializeMime(first), theirs: second.build() };
}

const withoutBoundaries = (bytes: Buffer) =>
  bytes.toString('latin1').replaceAll(/--_NmP-[\w-]+/g, '--boundary');

describe("the same bytes as nodemailer's stream", () => {
  it.each<[string, Partial<OutgoingMessage>]>([
    ['plain text', { text: 'Thank you.\r\nBye\n.\n..two\n' }],
    ['text without an end of line', { text: 'Thank you.' }],
    ['empty lines', { text: '\n\n\n' }],
    ['one long line', { text: long }],
    ['words with accents', { text: 'Señora Ñandú, ¿cómo está? '.repeat(30) }],
    ['mostly not Latin', { text: '你好，世界。谢谢您的付款。'.repeat(50) }],
    ['characters beyond the plane', { text: '🦤 '.repeat(100) }],
    ['blanks at the ends of lines', { text: 'one  \r\ntwo\t\r\n  ñ \r\n' }],
    ['equal signs', { text: `ñ a=b=c ==== ${'='.repeat(200)}` }],
    ['a lone carriage return', { text: 'one\rtwo ñ\r' }],
    ['html', { html: `<p style="color:red">Gracias, señora. ${long}</p>` }],
    ['both', { text: 'Gracias, señora', html: '<b>Gracias, señora</b>' }],
    ['both and a file', { text: long, html: `<p>${long}</p>`, attachments: [pdf(5000)] }],
    ['files alone', { text: '.', attachments: [pdf(0), pdf(1), pdf(2), pdf(3), pdf(57), pdf(58), pdf(76)] }],
    [
      'a picture within',
      {
        html: '<img src="cid:logo">',
        attachments: [{ ...pdf(900), contentType: 'image/png', contentId: 'logo' }],
      },
    ],
    [
      'a file of text',
      {
        text: 'a',
        attachments: [{ ...pdf(10), contentType: 'text/csv', content: Buffer.from('a;b\nñ;"x"\n') }],
      },
    ],
    ['a big file', { text: 'a', attachments: [pdf(300_000)] }],
    [
      'headers',
      {
        text: 'a',
        headers: { 'X-Order': '13', 'List-Unsubscribe': '<https://example.com/u/1>' },
        cc: [{ email: 'b@example.com' }],
        replyTo: [{ email: 'c@example.com', name: 'Ñ, c' }],
      },
    ],
  ])('%s', async (_title, facts) => {
    const { ours, theirs } = both(facts);
    expect(withoutBoundaries(await ours)).toBe(withoutBoundaries(await theirs));
  });
});
