import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { endpointsOf } from '@/lib/oauth/endpoints';
import { requestToken } from '@/lib/oauth/request-token';
import type { ProviderConfig } from '@/lib/providers/adapter';
import { getAdapter, listAdapters } from '@/lib/providers/registry';
import type { ApiAnswer } from '@/lib/testing/api-server';
import { makeOutgoing } from '@/lib/testing/outgoing';
import { startPublicInternet } from '@/lib/testing/public-internet';
import { trustTestCertificates } from '@/lib/testing/smtp-server';

trustTestCertificates();

type Kind = {
  host: string;
  /** As the host was seen to resolve, or out of its owner's published ranges. */
  addresses: string[];
  settings?: object;
  secrets: Record<string, string>;
  accepts: ApiAnswer;
};

const apiKey = 'key-0123456789abcdef';

const KINDS: Record<string, Kind> = {
  sendgrid: {
    host: 'api.sendgrid.com',
    addresses: ['167.89.115.56', '159.183.3.4'],
    secrets: { apiKey },
    accepts: { status: 202, headers: { 'x-message-id': '1' } },
  },
  mailgun: {
    host: 'api.eu.mailgun.net',
    addresses: ['34.110.180.34'],
    settings: { domain: 'mg.example.com', region: 'eu' },
    secrets: { apiKey },
    accepts: { status: 200, body: { id: '<1@mg.example.com>', message: 'Queued. Thank you.' } },
  },
  ses: {
    host: 'email.eu-west-1.amazonaws.com',
    addresses: ['52.94.5.10', '2a05:d018:1::1'],
    settings: { region: 'eu-west-1' },
    secrets: { accessKeyId: 'AKIAEXAMPLE0123456789', secretAccessKey: 'secret' },
    accepts: { status: 200, body: { MessageId: '1' } },
  },
  brevo: {
    host: 'api.brevo.com',
    addresses: ['1.179.112.5', '185.107.232.1'],
    secrets: { apiKey },
    accepts: { status: 201, body: { messageId: '<1@smtp-relay.mailin.fr>' } },
  },
  postmark: {
    host: 'api.postmarkapp.com',
    addresses: ['50.31.156.6', '104.245.209.192'],
    secrets: { apiKey },
    accepts: { status: 200, body: { MessageID: '1', ErrorCode: 0, Message: 'OK' } },
  },
  resend: {
    host: 'api.resend.com',
    addresses: ['104.18.20.30', '2606:4700::6812:141e'],
    secrets: { apiKey },
    accepts: { status: 200, body: { id: '49a3999c-0ce1-4ea6-ab68-afcd6dc2e794' } },
  },
};

const isApi = (kind: string) => kind !== 'smtp' && kind !== 'sandbox';
const apis = listAdapters().filter(({ channel, kind }) => channel === 'email' && isApi(kind));

describe('at the shipped defaults, on a public address', () => {
  it.each(apis)('$kind is reached', async (adapter) => {
    const { host, addresses, settings, secrets, accepts } = KINDS[adapter.kind]!;
    const { calls, dialled } = await startPublicInternet({ [host]: addresses }, () => accepts);
    const config: ProviderConfig = {
      id: adapter.kind,
      name: 'Test',
      version: 1,
      settings: (adapter.settings as z.ZodType<Record<string, unknown>>).parse({ ...settings }),
      secrets,
    };
    const { outcomes } = await adapter.send(config, makeOutgoing({}), AbortSignal.timeout(10_000));
    expect(outcomes).toMatchObject([{ outcome: 'accepted' }]);
    expect(dialled).toEqual([{ host, addresses, servername: host, speaks: ['http/1.1'] }]);
    expect(calls.map(({ headers }) => headers.host)).toEqual([host]);
  });

  it.each([
    ['google', 'oauth2.googleapis.com', ['142.250.184.10', '2a00:1450:4003:80f::200a']],
    ['microsoft', 'login.microsoftonline.com', ['20.190.128.1', '2603:1026:c0a::1']],
  ] as const)('the sign-in of %s is reached', async (provider, host, addresses) => {
    const answer = { status: 200, body: { access_token: 'token', expires_in: 3600 } };
    const { dialled } = await startPublicInternet({ [host]: [...addresses] }, () => answer);
    const { tokenUrl } = endpointsOf({ provider });
    expect(await requestToken(tokenUrl, { grant_type: 'refresh_token' })).toMatchObject({
      access_token: 'token',
    });
    expect(dialled).toEqual([{ host, addresses, servername: host, speaks: ['http/1.1'] }]);
  });
});

describe('what no name may lead to', () => {
  it.each([
    ['a private address', ['10.0.0.1']],
    ['one beside a public one', ['167.89.115.56', '169.254.169.254']],
    ['one behind NAT64', ['64:ff9b::a00:1']],
  ])('%s', async (_name, addresses) => {
    const { dialled } = await startPublicInternet({ 'api.sendgrid.com': addresses }, () => ({ status: 202 }));
    const sendgrid = getAdapter('sendgrid');
    const settings = (sendgrid.settings as z.ZodType<Record<string, unknown>>).parse({});
    const config = { id: 'sg', name: 'Test', version: 1, settings, secrets: { apiKey } };
    const { outcomes } = await sendgrid.send(config, makeOutgoing({}), AbortSignal.timeout(10_000));
    expect(outcomes).toMatchObject([{ outcome: 'refused', fault: 'provider', code: 'EBLOCKED' }]);
    expect(dialled).toEqual([]);
  });
});
