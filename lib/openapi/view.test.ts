import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { EmailMessage } from '@/lib/channels/email/schema';
import { MessageFilter } from '@/lib/messages/schema';
import { buildDocument } from './build';
import { OPERATIONS } from './operations';
import { findOperation, listOperations } from './view';

const document = buildDocument(
  [
    { name: 'POST /api/v1/messages', access: { scope: 'messages:send', body: EmailMessage } },
    { name: 'GET /api/v1/messages', access: { scope: 'messages:read', query: MessageFilter } },
    { name: 'DELETE /api/v1/tokens/[id]', access: { scope: 'tokens:write' } },
    { name: 'POST /api/v1/providers', access: { scope: 'providers:write', body: z.unknown(), status: 201 } },
    { name: 'GET /api/health' },
  ],
  OPERATIONS,
);

describe('the document as the panel shows it', () => {
  it('lists operations by their nouns', () => {
    expect(listOperations(document).map(({ id, scope }) => [id, scope])).toEqual([
      ['sendMessage', 'messages:send'],
      ['listMessages', 'messages:read'],
      ['createProvider', 'providers:write'],
      ['revokeToken', 'tokens:write'],
      ['isAlive', null],
    ]);
    expect(findOperation(document, 'nothing')).toBeUndefined();
  });

  it('shows fields by their path, with type, default and what is needed', () => {
    const { body, parameters, example } = findOperation(document, 'sendMessage')!;
    const names = body!.map(({ name }) => name);
    expect(names).toEqual(['EmailInput', 'SmsInput', 'WhatsAppInput', 'TelegramInput', 'SlackInput']);
    const [email, sms] = body!.map(({ fields }) => new Map(fields.map((row) => [row.path, row])));
    expect([...sms!.keys()]).toEqual(expect.arrayContaining(['to', 'text', 'channel', 'priority']));
    expect(sms!.get('channel')).toMatchObject({ type: '"sms"', required: true });
    const rows = email!;
    expect(rows.get('to')).toMatchObject({ type: 'Address | Address[]', required: true });
    expect(rows.get('attachments[].content')).toMatchObject({ type: 'base64', required: true });
    expect(rows.get('priority')).toMatchObject({
      type: '"urgent" | "high" | "normal" | "low"',
      required: false,
      about: expect.stringMatching(/Default: `"normal"`\.$/),
    });
    expect(rows.get('scheduledAt')).toMatchObject({ type: 'time' });
    expect(parameters.map(({ path, in: where, example }) => [path, where, example])).toEqual([
      ['Idempotency-Key', 'header', 'receipt-13'],
      ['Prefer', 'header', 'wait=10'],
    ]);
    expect(example).toMatchObject({ answer: 'json', body: { subject: 'Receipt 13' } });
  });

  it('shows answers by status: fields of what comes, codes of what refuses', () => {
    const { answers } = findOperation(document, 'listMessages')!;
    const ok = answers.find(({ status }) => status === '200')!;
    expect(ok.fields!.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['data', 'data[].status', 'data[].from.email', 'nextCursor']),
    );
    expect(answers.find(({ status }) => status === '401')!.codes).toContain('token_expired');
    expect(findOperation(document, 'revokeToken')!.example).toEqual({ answer: 'nothing' });
  });
});
