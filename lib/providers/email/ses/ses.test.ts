import { describe, expect, it } from 'vitest';
import type { Adapter } from '@/lib/providers/adapter';
import { describeApiContract } from '@/lib/testing/api-contract';
import { startApiServer } from '@/lib/testing/api-server';
import { KEYS, REGION, readSend } from '@/lib/testing/apis/ses';
import { expectAwsSignature } from '@/lib/testing/aws-signature';
import { makeOutgoing } from '@/lib/testing/outgoing';
import { ses } from './ses';

const adapter = ses as unknown as Adapter;
const error = (status: number, type: string, message: string) => ({
  status,
  body: { message },
  headers: { 'x-amzn-errortype': `${type}:http://internal.amazon.com/coral/com.amazonaws.sesv2/` },
});
const account = (changes: object = {}, quota: object = {}) => ({
  status: 200,
  body: {
    SendingEnabled: true,
    ProductionAccessEnabled: true,
    EnforcementStatus: 'HEALTHY',
    SendQuota: { Max24HourSend: 50_000, SentLast24Hours: 120, MaxSendRate: 14, ...quota },
    ...changes,
  },
});
const broken = { fault: 'provider', permanent: true } as const;
const busy = { fault: 'provider', permanent: false } as const;

describeApiContract({
  adapter,
  settings: { region: REGION, configurationSet: 'relevo' },
  secrets: KEYS,
  isSend: ({ path }) => path === '/v2/email/outbound-emails',
  readSend,
  accepted: { status: 200, body: { MessageId: '0102018f-1' } },
  check: {
    works: (call) => {
      expect(call).toMatchObject({ method: 'GET', path: '/v2/email/account' });
      expectAwsSignature(call, KEYS, 'ses', REGION);
      return account();
    },
    failures: {
      auth: error(
        403,
        'UnrecognizedClientException',
        'The security token included in the request is invalid.',
      ),
      permission: error(403, 'AccessDeniedException', 'User is not authorized to perform ses:GetAccount'),
      quota: account({}, { SentLast24Hours: 50_000 }),
      blocked: account({ SendingEnabled: false, EnforcementStatus: 'SHUTDOWN' }),
      unavailable: error(500, 'InternalFailure', 'try again'),
      protocol: { status: 200, body: '<html>' },
    },
  },
  badCredentials: error(403, 'SignatureDoesNotMatch', 'The request signature we calculated does not match'),
  throttled: {
    answer: error(429, 'TooManyRequestsException', 'Maximum sending rate exceeded.'),
    retryAfterMs: 1000,
  },
  // https://github.com/awsdocs/aws-doc-sdk-examples/pull/5191: nobody is named, nor a field.
  oneBad: () => error(400, 'BadRequestException', 'Illegal address'),
  refusals: {
    'address not verified: the provider, for good': {
      answer: error(
        400,
        'MessageRejected',
        'Email address is not verified. The following identities failed the check in region EU-WEST-1: ana@example.com',
      ),
      expected: broken,
    },
    'rejected: the content': {
      answer: error(400, 'MessageRejected', 'Transaction failed: Expected disposition, got null'),
      expected: { fault: 'content', permanent: true },
    },
    'on the old suppression list: the recipient': {
      answer: error(400, 'MessageRejected', 'Address blacklisted.'),
      expected: { fault: 'recipient', permanent: true },
    },
    // https://github.com/faiscadev/fakecloud/pull/1110, after SES's own words.
    'sending paused for one configuration set: the provider, for good': {
      answer: error(
        400,
        'ConfigurationSetSendingPausedException',
        'Email sending for the configuration set relevo is paused.',
      ),
      expected: broken,
    },
    'a domain that cannot be: the recipient': {
      answer: error(400, 'BadRequestException', 'Domain starts with dot'),
      expected: { fault: 'recipient', permanent: true },
    },
    'nobody before the at: the recipient': {
      answer: error(400, 'BadRequestException', "User name is missing: '@example.com'."),
      expected: { fault: 'recipient', permanent: true },
    },
    'MAIL FROM domain: the provider, for good': {
      answer: error(400, 'MailFromDomainNotVerifiedException', 'The MAIL FROM domain is not verified'),
      expected: broken,
    },
    'account suspended: the provider, for good': {
      answer: error(400, 'AccountSuspendedException', 'Account suspended'),
      expected: { ...broken, code: 'AccountSuspendedException' },
    },
    'sending paused: the provider, for good': {
      answer: error(400, 'SendingPausedException', 'Sending paused for this account'),
      expected: broken,
    },
    // https://docs.aws.amazon.com/ses/latest/APIReference/API_SendEmail.html, in the words of that page
    'sending disabled, under the code of the older API: the provider, for good': {
      answer: error(
        400,
        'AccountSendingPausedException',
        'Email sending is disabled for your entire Amazon SES account.',
      ),
      expected: { ...broken, code: 'AccountSendingPausedException' },
    },
    'a limit: asked too fast': {
      answer: error(400, 'LimitExceededException', 'Too many instances'),
      expected: { fault: 'throttled', permanent: false, retryAfterMs: 1000 },
    },
    'daily quota used up: the provider, an hour': {
      answer: error(429, 'TooManyRequestsException', 'Daily message quota exceeded.'),
      expected: { ...busy, quota: true, retryAfterMs: 3_600_000 },
    },
    'throttled in the old words': {
      answer: error(400, 'ThrottlingException', 'Daily message quota exceeded'),
      expected: { ...busy, quota: true, retryAfterMs: 3_600_000 },
    },
    'no such configuration set: the provider, for good': {
      answer: error(404, 'NotFoundException', 'Configuration set relevo does not exist.'),
      expected: broken,
    },
    'bad request: the content': {
      answer: error(400, 'BadRequestException', 'Missing start boundary'),
      expected: { fault: 'content', permanent: true },
    },
    'over 40 MB: not carried': {
      answer: error(400, 'BadRequestException', 'Message length is more than 41943040 bytes long'),
      expected: { fault: 'cannot_carry', permanent: true },
    },
    'more recipients than it takes: not carried': {
      answer: error(400, 'BadRequestException', 'Recipient count exceeds 50.'),
      expected: { fault: 'cannot_carry', permanent: true },
    },
    'a kind of file that it does not take: not carried': {
      answer: error(400, 'MessageRejected', "Transaction failed: Illegal filename 'receipt.exe'."),
      expected: { fault: 'cannot_carry', permanent: true },
    },
    'bad address: the recipient': {
      answer: error(400, 'BadRequestException', 'Local address contains control or whitespace'),
      expected: { fault: 'recipient', permanent: true },
    },
    'not allowed: the provider, for good': {
      answer: error(403, 'AccessDeniedException', 'not authorized to perform: ses:SendRawEmail'),
      expected: broken,
    },
    'unknown key: the provider, for good': {
      answer: {
        status: 403,
        body: { __type: 'com.amazon.coral#InvalidClientTokenId', Message: 'no such key' },
      },
      expected: { ...broken, code: 'InvalidClientTokenId', reply: '403 InvalidClientTokenId: no such key' },
    },
    'their fault: the provider, for now': { answer: { status: 500, body: '<html>' }, expected: busy },
    'accepted by something that is not SES: not known': {
      answer: { status: 200, body: { ok: true } },
      expected: { outcome: 'unknown' },
    },
  },
});

describe('ses: what is its own', () => {
  const config = (endpoint: string, more: object = {}) => ({
    id: 'ses',
    name: 'Test',
    version: 1,
    settings: { region: REGION, endpoint, timeoutMs: 5000, ...more },
    secrets: KEYS,
  });

  it('carries the tag that events come back with, and the configuration set', async () => {
    const server = await startApiServer(() => ({ status: 200, body: { MessageId: '1' } }));
    const message = makeOutgoing({});
    const settings = { configurationSet: 'relevo' };
    await adapter.send(config(server.url, settings), message, AbortSignal.timeout(5000));
    expect(readSend(server.calls[0]!).mail).toMatchObject({
      EmailTags: [{ Name: 'relevo_id', Value: message.id }],
      ConfigurationSetName: 'relevo',
    });
  });

  it('shows the token of temporary credentials, and signs it', async () => {
    const server = await startApiServer(() => ({ status: 200, body: { MessageId: '1' } }));
    const secrets = { ...KEYS, sessionToken: 'token-of-sts' };
    await adapter.send({ ...config(server.url), secrets }, makeOutgoing({}), AbortSignal.timeout(5000));
    const [call] = server.calls;
    expect(call!.headers['x-amz-security-token']).toBe('token-of-sts');
    expect(call!.headers.authorization).toContain('x-amz-security-token');
    readSend(call!);
  });

  it('tells how much is left, and that it is the sandbox', async () => {
    const server = await startApiServer(() => account({ ProductionAccessEnabled: false }));
    const { steps } = await adapter.test(config(server.url), { signal: AbortSignal.timeout(5000) });
    expect(steps[0]?.detail).toBe(
      '49880 of 50000 messages left for 24 hours, 14 per second, sandbox: only verified addresses receive mail',
    );
  });

  it.each(['eu-west-1', 'us-gov-west-1', 'ap-southeast-2'])('takes the region %s', (region) =>
    expect(ses.settings.safeParse({ region }).success).toBe(true),
  );
  it.each(['', 'eu', 'eu-west-1.evil.example', 'EU-WEST-1', 'eu-west-1/'])(
    'refuses the region %s',
    (region) => expect(ses.settings.safeParse({ region }).success).toBe(false),
  );
});
