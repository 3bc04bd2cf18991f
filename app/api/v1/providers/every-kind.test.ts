import { expect, it, vi } from 'vitest';
import { sql } from '@/lib/database/db';
import { deliverMessages } from '@/lib/delivery/deliver';
import { newId } from '@/lib/ids';
import { listAdapters } from '@/lib/providers/registry';
import {
  type ApiAnswer,
  type ApiCallSeen,
  allowLoopbackTargets,
  startApiServer,
} from '@/lib/testing/api-server';
import { expectAwsSignature } from '@/lib/testing/aws-signature';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeToken } from '@/lib/testing/factories';
import { type Call, call, type Handler } from '@/lib/testing/http';
import { dumpDatabase } from '@/lib/testing/master-keys';
import { redact } from '@/lib/text/redact';
import { GET as getMessage } from '../messages/[id]/route';
import { GET as getOne } from './[id]/route';
import { POST as test } from './[id]/test/route';
import { GET as listTests } from './[id]/tests/route';
import { POST as create } from './route';

useTestDatabase();
allowLoopbackTargets();

const seen: string[] = [];
vi.mock('@/lib/log', () => {
  const note = (message: string, fields?: unknown) =>
    seen.push(`${message} ${JSON.stringify(redact(fields))}`);
  return { log: { debug: note, info: note, warn: note, error: note } };
});

type Secrets = Record<string, string>;
type Kind = {
  settings?: object;
  secrets: Secrets;
  /** The provider lets nobody in without its own kind of proof, made of the planted secret. */
  admits: (call: ApiCallSeen, secrets: Secrets) => void;
  account: ApiAnswer;
  /** Path of the sending request, and the answer to it. */
  sends: [path: string, answer: ApiAnswer];
  /** What was sent, in a form in which its parts can be found. */
  unpack?: (body: string) => string;
};

let planted = 0;
const plant = () => `canary-${++planted}-${newId().replaceAll('-', '').slice(-16)}`;
const bearer = ({ headers }: ApiCallSeen, { apiKey }: Secrets) =>
  expect(headers.authorization).toBe(`Bearer ${apiKey}`);
const header = (name: string) => (seenCall: ApiCallSeen, secrets: Secrets) =>
  expect(seenCall.headers[name]).toBe(secrets.apiKey);

const KINDS: Record<string, Kind> = {
  sendgrid: {
    secrets: { apiKey: plant() },
    admits: bearer,
    account: { status: 200, body: { scopes: ['mail.send'] } },
    sends: ['/v3/mail/send', { status: 202, headers: { 'x-message-id': 'id-1' } }],
  },
  mailgun: {
    settings: { domain: 'mg.example.com', region: 'eu' },
    secrets: { apiKey: plant(), webhookSigningKey: plant() },
    admits: ({ headers }, { apiKey }) =>
      expect(headers.authorization).toBe(`Basic ${Buffer.from(`api:${apiKey}`).toString('base64')}`),
    account: { status: 200, body: { domain: { name: 'mg.example.com', state: 'active' } } },
    sends: [
      '/v3/mg.example.com/messages',
      { status: 200, body: { id: '<id-1>', message: 'Queued. Thank you.' } },
    ],
  },
  ses: {
    settings: { region: 'eu-west-1', configurationSet: 'relevo' },
    secrets: { accessKeyId: plant().replaceAll('-', ''), secretAccessKey: plant() },
    admits: (seenCall, { accessKeyId = '', secretAccessKey = '' }) =>
      expectAwsSignature(seenCall, { accessKeyId, secretAccessKey }, 'ses', 'eu-west-1'),
    account: {
      status: 200,
      body: {
        SendingEnabled: true,
        ProductionAccessEnabled: true,
        SendQuota: { Max24HourSend: 200, SentLast24Hours: 1, MaxSendRate: 1 },
      },
    },
    sends: ['/v2/email/outbound-emails', { status: 200, body: { MessageId: 'id-1' } }],
    unpack: (body) => Buffer.from(JSON.parse(body).Content.Raw.Data, 'base64').toString(),
  },
  brevo: {
    secrets: { apiKey: plant(), webhookToken: plant() },
    admits: header('api-key'),
    account: { status: 200, body: { plan: [{ type: 'free', creditsType: 'sendLimit', credits: 278 }] } },
    sends: ['/v3/smtp/email', { status: 201, body: { messageId: 'id-1' } }],
  },
  postmark: {
    secrets: { apiKey: plant(), webhookToken: plant() },
    admits: header('x-postmark-server-token'),
    account: { status: 200, body: { ID: 1, Name: 'Clinic', DeliveryType: 'Live' } },
    sends: ['/email', { status: 200, body: { MessageID: 'id-1', ErrorCode: 0, Message: 'OK' } }],
  },
  resend: {
    secrets: { apiKey: plant(), webhookToken: plant() },
    admits: bearer,
    account: { status: 200, body: { data: [{ name: 'example.com', status: 'verified' }] } },
    sends: ['/emails', { status: 200, body: { id: 'id-1' } }],
  },
};

it('covers every kind of email that is an API', () => {
  const kinds = listAdapters()
    .filter(({ channel, keeps }) => channel === 'email' && !keeps)
    .map(({ kind }) => kind)
    .filter((kind) => kind !== 'smtp');
  expect(Object.keys(KINDS).toSorted()).toEqual(kinds.toSorted());
});

const PDF = '%PDF-1.7 receipt 13';
const NOTES = 'Come again soon.';
const attach = (filename: string, contentType: string, content: string) => ({
  filename,
  contentType,
  content: Buffer.from(content).toString('base64'),
});

it.each(Object.entries(KINDS))(
  '%s: created, tested and used through the API, its secrets seen nowhere',
  async (kind, { settings, secrets, admits, account, sends: [path, answer], unpack = (body) => body }) => {
    const server = await startApiServer((seenCall) => (seenCall.path === path ? answer : account));
    const token = await makeToken();
    const ask = async (handler: Handler, options: Call) => {
      const reply = await call(handler, { token, ...options });
      seen.push(reply.text);
      return reply;
    };
    const body = {
      name: kind,
      kind,
      settings: { ...settings, endpoint: server.url },
      secrets,
      fromEmail: 'clinic@example.com',
      fromName: 'Clinic',
    };
    const made = await ask(create, { body });
    expect(made.status, made.text).toBe(201);
    const at = { params: { id: made.body.id } };

    const tested = await ask(test, { ...at, body: { to: 'me@example.com' } });
    expect(tested.body, tested.text).toMatchObject({ ok: true });
    server.calls.splice(0).forEach((seenCall) => {
      admits(seenCall, secrets);
    });

    const { id } = await makeMessage({
      providers: [kind],
      to: 'Ana <ana@example.com>',
      cc: 'carla@example.com',
      replyTo: 'desk@example.com',
      subject: 'Receipt 13',
      text: 'Thank you, Ana.',
      html: '<p>Thank you, <b>Ana</b>.</p>',
      headers: { 'X-Clinic': 'North' },
      attachments: [attach('receipt.pdf', 'application/pdf', PDF), attach('notes.txt', 'text/plain', NOTES)],
    });
    await deliverMessages(newId(), [id]);
    const detail = await ask(getMessage, { params: { id } });
    expect(detail.body, detail.text).toMatchObject({ status: 'sent', provider: kind });

    expect(server.calls).toHaveLength(1);
    const [sent] = server.calls as [ApiCallSeen];
    admits(sent, secrets);
    const text = unpack(sent.body.toString());
    for (const part of ['ana@', 'carla@', 'desk@', 'clinic@'])
      expect(text, part).toContain(`${part}example.com`);
    for (const part of ['Receipt 13', 'Thank you, Ana.', '<b>Ana</b>', 'X-Clinic', 'North'])
      expect(text).toContain(part);
    for (const [name, content] of [['receipt.pdf', PDF] as const, ['notes.txt', NOTES] as const]) {
      expect(text).toContain(name);
      expect([content, Buffer.from(content).toString('base64')].some((form) => text.includes(form))).toBe(
        true,
      );
    }

    for (const handler of [getOne, listTests]) await ask(handler, at);
    const haystack = [...seen, await dumpDatabase(sql())].join('\n');
    // The search would find them: the last four characters of a key are meant to be seen.
    for (const key of [secrets.apiKey ?? secrets.accessKeyId!]) expect(haystack).toContain(key.slice(-4));
    expect(Object.values(secrets).filter((secret) => haystack.includes(secret))).toEqual([]);
  },
);
