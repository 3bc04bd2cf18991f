import { expect, it } from 'vitest';
import type { Adapter } from '@/lib/providers/adapter';
import { type ApiAnswer, allowLoopbackTargets, startApiServer } from '@/lib/testing/api-server';
import { makeOutgoing } from '@/lib/testing/outgoing';
import { brevo } from '../brevo/brevo';
import { postmark } from '../postmark/postmark';
import { resend } from '../resend/resend';

allowLoopbackTargets();

const PEOPLE = ['ana', 'luis', 'eva'].map((name) => `${name}@example.com`);
const message = makeOutgoing({ to: PEOPLE.map((email) => ({ email })), recipients: PEOPLE });

/** What APIs say of a field as a whole may be about anything that the message shares. */
it.each<[string, unknown, ApiAnswer]>([
  [
    'resend',
    resend,
    { status: 422, body: { name: 'validation_error', statusCode: 422, message: 'Invalid `to` field.' } },
  ],
  ['postmark', postmark, { status: 422, body: { ErrorCode: 300, Message: "Invalid 'To' address." } }],
  ['brevo', brevo, { status: 400, body: { code: 'invalid_parameter', message: 'email is not valid in to' } }],
])('%s: nobody bounces where the field alone is named, whomever it is asked for', async (_, kind, answer) => {
  const { url } = await startApiServer(() => answer);
  const settings = { endpoint: `${url}/`, timeoutMs: 5000 };
  const config = { id: 'one', name: 'Test', version: 1, settings, secrets: { apiKey: 'key', token: 'key' } };
  const { outcomes } = await (kind as Adapter).send(config, message, AbortSignal.timeout(10_000));
  expect(outcomes.map(({ address, fault }) => `${address} ${fault}`)).toEqual(
    PEOPLE.map((address) => `${address} cannot_carry`),
  );
});
