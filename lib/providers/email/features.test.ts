import { describe, expect, it } from 'vitest';
import { cargoOfOutgoing } from '@/lib/channels/email/cargo';
import { composeMime } from '@/lib/channels/email/mime';
import { whyNotCarried } from '@/lib/routing/carries';
import { type ApiCallSeen, allowLoopbackTargets, startApiServer } from '@/lib/testing/api-server';
import { APIS } from '@/lib/testing/apis/providers';
import { readMime, WHOLE, type Whole } from '@/lib/testing/apis/whole';
import * as brevo from '@/lib/testing/features/brevo';
import { BASE, type Expected, FEATURES, type Feature } from '@/lib/testing/features/features';
import * as mailgun from '@/lib/testing/features/mailgun';
import * as mime from '@/lib/testing/features/mime';
import { outgoingOf } from '@/lib/testing/features/outgoing';
import * as postmark from '@/lib/testing/features/postmark';
import * as resend from '@/lib/testing/features/resend';
import * as sendgrid from '@/lib/testing/features/sendgrid';
import { getAdapter } from '../registry';

/**
 * Everything that a message may have, field by field as each API documents it: right, or known beforehand not to be carried, with the part
 * named. A field that is not expected fails as well as one that is missing.
 */
allowLoopbackTargets();

type Kind = { base: object; expected: Expected; read: (call: ApiCallSeen) => unknown };

const readJson = ({ body }: ApiCallSeen) => JSON.parse(body.toString('utf8'));

const KINDS: Record<string, Kind> = {
  sendgrid: { ...sendgrid, read: readJson },
  postmark: { ...postmark, read: readJson },
  resend: { ...resend, read: readJson },
  brevo: { ...brevo, read: (call) => withoutKeys(readJson(call)) },
  mailgun: { ...mailgun, read: readForm },
  ses: { ...mime, read: readSes },
};

describe.each(Object.entries(KINDS))('%s', (kind, { base, expected, read }) => {
  const { settings, secrets } = APIS[kind]!;
  const adapter = getAdapter(kind);

  it.each(Object.keys(FEATURES) as Feature[])('%s', async (feature) => {
    const message = outgoingOf({ ...BASE, ...FEATURES[feature] });
    const cell = expected[feature];
    const misfit = whyNotCarried(adapter.carries, cargoOfOutgoing(message, 1000));
    expect(misfit?.what).toBe(typeof cell === 'string' ? cell : undefined);
    if (typeof cell === 'string') return;
    const server = await startApiServer(async (call) => {
      // As strictly as the provider: throws at what it refuses.
      await WHOLE[kind]!(call);
      return APIS[kind]!.accepted;
    });
    const config = {
      id: `${kind}-${feature}`,
      name: 'Test',
      version: 1,
      settings: { timeoutMs: 5000, ...settings, endpoint: server.url },
      secrets,
    };
    const { outcomes } = await adapter.send(config, message, AbortSignal.timeout(10_000));
    expect(outcomes.every(({ outcome }) => outcome === 'accepted')).toBe(true);
    expect(defined(await read(server.calls[0]!))).toEqual(onlyDefined({ ...base, ...cell }));
  });
});

describe('smtp', () => {
  it.each(Object.keys(FEATURES) as Feature[])('%s', async (feature) => {
    const message = outgoingOf({ ...BASE, ...FEATURES[feature] });
    const cell = mime.expected[feature];
    // What Amazon SES alone does not take; such an address leaves by SMTP where the server can (smtp.test.ts).
    if (typeof cell === 'string') return;
    const raw = await composeMime(message);
    expectLines(raw);
    if (mime.parts[feature]) expect(raw.toString()).toMatch(mime.parts[feature]);
    const { labels, ...whole } = { ...mime.base, ...cell };
    expect(defined(bare(await readMime(raw, message.recipients)))).toEqual(onlyDefined(whole));
  });
});

/** Lines of ASCII, at most 998 octets (RFC 5322, 2.1.1). */
function expectLines(raw: Buffer): void {
  for (const line of raw.toString('latin1').split('\r\n')) expect(line).toMatch(/^[\t -~]{0,998}$/);
}

async function readSes(call: ApiCallSeen) {
  const { Content, EmailTags } = readJson(call);
  const raw = Buffer.from(Content.Raw.Data, 'base64');
  expectLines(raw);
  const pairs = (EmailTags as { Name: string; Value: string }[]).map(({ Name, Value }) => [Name, Value]);
  return { ...bare(await WHOLE.ses!(call)), labels: Object.fromEntries(pairs) };
}

/** Without what every mail has: date, MIME, and the headers that are read as fields. */
function bare({ headers, labels, text, html, ...whole }: Whole) {
  const common = /^(from|to|cc|reply-to|subject|date|mime-version|content-.*)$/;
  return {
    ...whole,
    text: text?.trim(),
    html: html?.trim(),
    headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !common.test(name))),
  };
}

function withoutKeys({ headers: own, ...mail }: { headers: Record<string, string> }) {
  const { idempotencyKey, 'Idempotency-Key': other, ...headers } = own;
  expect(idempotencyKey).toBe(other);
  return { ...mail, headers };
}

async function readForm({ headers, body, ...call }: ApiCallSeen) {
  const form = await new Response(new Uint8Array(body), {
    headers: { 'content-type': headers['content-type']! },
  }).formData();
  const fields: Record<string, unknown[]> = {};
  for (const [name, value] of form) fields[name] = [...(fields[name] ?? []), await noted(name, value)];
  return fields;

  async function noted(name: string, value: string | File): Promise<unknown> {
    if (typeof value === 'string') return value;
    if (name === 'message') return WHOLE.mailgun!({ headers, body, ...call });
    return `${value.name} ${value.type} ${Buffer.from(await value.arrayBuffer()).toString('base64')}`;
  }
}

function onlyDefined(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function defined(fields: unknown): unknown {
  return JSON.parse(JSON.stringify(fields));
}
