import { simpleParser } from 'mailparser';
import { expect } from 'vitest';
import { wireHeaders } from '@/lib/channels/email/header-value';
import type { OutgoingMessage } from '@/lib/channels/email/outgoing-message';
import { newId } from '@/lib/ids';

export function makeOutgoing(message: Partial<OutgoingMessage>): OutgoingMessage {
  const id = newId();
  const recipients = message.recipients ?? ['ana@example.com'];
  return {
    id,
    resendCount: 0,
    messageIdHeader: `<${id}@example.com>`,
    from: { email: 'clinic@example.com' },
    to: recipients.map((email) => ({ email })),
    cc: [],
    bcc: [],
    replyTo: [],
    subject: 'Receipt 13',
    text: 'Thank you.',
    headers: {},
    attachments: [],
    tags: [],
    metadata: {},
    ...message,
    recipients,
  };
}

/** A message with every part there is, in more than ASCII. */
export function makeFullMessage(): OutgoingMessage {
  const recipients = ['ana@example.com', 'ben@example.com', 'carla@example.com', 'blind@example.com'];
  return makeOutgoing({
    from: { email: 'clinic@example.com', name: 'Clínica Ñandú, S.A. "Norte"' },
    to: [{ email: 'ana@example.com', name: 'Ana Núñez' }, { email: 'ben@example.com' }],
    cc: [{ email: 'carla@example.com', name: 'Карла 李' }],
    bcc: [{ email: 'blind@example.com', name: 'Blind' }],
    replyTo: [{ email: 'desk@example.com', name: 'Recepción' }],
    subject: 'Recibo nº 13 · 領収書 🦤',
    text: 'Gracias, Ñoño. 🦤\n.\n..\nFrom here on: ok.\n',
    html: '<p>Gracias, <b>Ñoño</b>. 領収書 🦤</p>',
    headers: wireHeaders({ 'X-Clinic': 'Área 51 ñ' }),
    attachments: [
      { filename: 'recibo ñ 13.pdf', contentType: 'application/pdf', content: everyByte(70_001) },
      { filename: 'notes.txt', contentType: 'text/plain', content: Buffer.from('a\r\n.\r\nb\n.\nc\r\r\n') },
      { filename: 'old.eml', contentType: 'message/rfc822', content: Buffer.from('Subject: a\n\nb\n.\nc\0') },
    ],
    recipients,
  });
}

function everyByte(size: number): Buffer {
  return Buffer.from(Array.from({ length: size }, (_, index) => (index * 7 + (index >> 8)) & 0xff));
}

/** Every part of `sent` is in the mail, and nothing of the blind copies. */
export async function expectContent(raw: Buffer, sent: OutgoingMessage): Promise<void> {
  const mail = await simpleParser(raw, { skipTextToHtml: true });
  const addresses = (list: { value: { address?: string; name: string }[] } | undefined) =>
    list?.value.map(({ address, name }) => (name ? { email: address, name } : { email: address }));
  expect(addresses(mail.from)).toEqual([sent.from]);
  expect(addresses(mail.to)).toEqual(sent.to);
  expect(addresses(mail.cc)).toEqual(sent.cc);
  expect(addresses(mail.replyTo)).toEqual(sent.replyTo);
  expect(mail.bcc).toBeUndefined();
  expect(raw.includes('blind@example.com')).toBe(false);
  expect(mail.subject).toBe(sent.subject);
  expect(mail.messageId).toBe(sent.messageIdHeader);
  expect(String(mail.headers.get('x-clinic'))).toBe(sent.headers['X-Clinic']);
  expect(String(mail.html).trim()).toBe(sent.html);
  expect(mail.text?.trim()).toBe(sent.text?.trim());
  expect(mail.attachments.map(({ filename }) => filename)).toEqual(
    sent.attachments.map(({ filename }) => filename),
  );
  expect(mail.attachments[0]!.contentType).toBe(sent.attachments[0]!.contentType);
  mail.attachments.forEach((attachment, index) => {
    expect(attachment.content.equals(sent.attachments[index]!.content)).toBe(true);
  });
}
