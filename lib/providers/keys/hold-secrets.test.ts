import { describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import type { AppError } from '@/lib/errors';
import { loadProvider } from '@/lib/providers/load';
import { listAdapters } from '@/lib/providers/registry';
import { ProviderPatch } from '@/lib/providers/schema';
import { updateProvider } from '@/lib/providers/update';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider, testContext } from '@/lib/testing/factories';
import { addKey, removeKey } from './keys';

useTestDatabase();

const GIVEN = 'given-canary-0123456789';
const oauth = { provider: 'custom', clientId: 'relevo', scope: 'mail' } as const;
const urls = {
  authorizeUrl: 'https://login.example.com/authorize',
  tokenUrl: 'https://login.example.com/token',
};
const SMTP = { host: 'smtp.example.com', username: 'clinic', oauth: { ...oauth, ...urls } };
const SMTP_SECRETS = { password: GIVEN, oauthClientSecret: GIVEN, oauthRefreshToken: GIVEN };
const OAUTH = ['oauthClientSecret', 'oauthRefreshToken'];
const ALL = ['password', ...OAUTH];
const ELSEWHERE = { endpoint: 'https://collector.example.net' };

type Case = [change: string, kind: string, settings: object, secrets: object, after: object, moved: string[]];

const CASES: Case[] = [
  ['host', 'smtp', SMTP, SMTP_SECRETS, { ...SMTP, host: 'collector.example.net' }, ALL],
  ['port', 'smtp', SMTP, SMTP_SECRETS, { ...SMTP, port: 2525 }, ALL],
  ['security', 'smtp', SMTP, SMTP_SECRETS, { ...SMTP, security: 'none' }, ALL],
  ['unverified TLS', 'smtp', SMTP, SMTP_SECRETS, { ...SMTP, tls: { verify: false } }, ALL],
  ['ciphers', 'smtp', SMTP, SMTP_SECRETS, { ...SMTP, tls: { ciphers: 'NULL-SHA256' } }, ALL],
  [
    'auth kind',
    'smtp',
    { ...SMTP, auth: 'cram-md5' },
    SMTP_SECRETS,
    { ...SMTP, auth: 'plain' },
    ['password'],
  ],
  [
    'token URL',
    'smtp',
    SMTP,
    SMTP_SECRETS,
    withOauth({ tokenUrl: 'https://collector.example.net/t' }),
    OAUTH,
  ],
  [
    'authorisation URL',
    'smtp',
    SMTP,
    SMTP_SECRETS,
    withOauth({ authorizeUrl: 'https://c.example.net' }),
    OAUTH,
  ],
  ['OAuth provider', 'smtp', SMTP, SMTP_SECRETS, withOauth({ provider: 'google' }), OAUTH],
  ['OAuth tenant', 'smtp', SMTP, SMTP_SECRETS, withOauth({ tenant: 'other' }), OAUTH],
  ['endpoint', 'sendgrid', {}, { apiKey: GIVEN }, ELSEWHERE, ['apiKey']],
  ['endpoint', 'postmark', {}, { apiKey: GIVEN, webhookToken: GIVEN }, ELSEWHERE, ['apiKey']],
  ['endpoint', 'resend', {}, { apiKey: GIVEN, webhookToken: GIVEN }, ELSEWHERE, ['apiKey']],
  ['endpoint', 'brevo', {}, { apiKey: GIVEN, webhookToken: GIVEN }, ELSEWHERE, ['apiKey']],
  [
    'endpoint',
    'mailgun',
    { domain: 'mg.example.com' },
    { apiKey: GIVEN },
    { domain: 'mg.example.com', ...ELSEWHERE },
    ['apiKey'],
  ],
  [
    'region',
    'mailgun',
    { domain: 'mg.example.com' },
    { apiKey: GIVEN },
    { domain: 'mg.example.com', region: 'eu' },
    ['apiKey'],
  ],
  [
    'endpoint',
    'ses',
    { region: 'eu-west-1' },
    aws(),
    { region: 'eu-west-1', ...ELSEWHERE },
    Object.keys(aws()),
  ],
  ['region', 'ses', { region: 'eu-west-1' }, aws(), { region: 'us-east-1' }, Object.keys(aws())],
];

function withOauth(change: object) {
  return { ...SMTP, oauth: { ...SMTP.oauth, ...change } };
}

function aws() {
  return { accessKeyId: 'AKIA0123456789', secretAccessKey: GIVEN, sessionToken: GIVEN };
}

const update = (id: string, patch: object) =>
  updateProvider(testContext, { id, ...ProviderPatch.parse(patch) });
const make = (kind: string, settings: object, secrets: object) =>
  makeProvider({ kind: kind as 'smtp', settings: settings as never, secrets: secrets as never });
const secretsOf = async (id: string) => (await loadProvider(id))!.config.secrets;
const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => expect.fail('it was saved'),
    (error: AppError) => error,
  );

describe.each(CASES)('another %s (%s)', (_change, kind, settings, secrets, after, moved) => {
  it('is refused as long as what would go there is not given again', async () => {
    const { id } = await make(kind, settings, secrets);
    const { code, status, errors } = await refusalOf(update(id, { settings: after }));
    expect([code, status]).toEqual(['validation_failed', 400]);
    expect(errors).toEqual(
      moved.map((name) => ({
        path: `secrets.${name}`,
        code: 'given_again',
        params: {},
        message: 'must be given again, as the target changes',
      })),
    );
    const [last] = moved.slice(-1);
    const allButOne = Object.fromEntries(moved.slice(0, -1).map((name) => [name, 'again0again0again']));
    const partly = await refusalOf(update(id, { settings: after, secrets: allButOne }));
    expect(partly.errors?.map(({ path }) => path)).toEqual([`secrets.${last}`]);
    expect((await loadProvider(id))!.row.settings).toMatchObject(settings);
    expect(await secretsOf(id)).toEqual(secrets);
  });

  it('is taken with them, or with their end', async () => {
    const { id } = await make(kind, settings, secrets);
    const cleared = Object.fromEntries(moved.map((name) => [name, null]));
    await update(id, { settings: after, secrets: cleared });
    const kept = Object.entries(secrets).filter(([name]) => !moved.includes(name));
    expect(await secretsOf(id)).toEqual(Object.fromEntries(kept));
    const again = Object.fromEntries(moved.map((name) => [name, 'again0again0again']));
    await update(id, { settings, secrets: again });
    expect(await secretsOf(id)).toEqual({ ...secrets, ...again });
  });
});

it('names a target for every secret that leaves, and only for secrets there are', () => {
  const stays = /^webhook/;
  for (const { kind, secrets, targets } of listAdapters()) {
    const names = Object.keys((secrets as unknown as { shape: object }).shape);
    expect([kind, Object.keys(targets).toSorted()]).toEqual([
      kind,
      names.filter((name) => !stays.test(name)).toSorted(),
    ]);
  }
});

it.each<[string, string, object, object]>([
  ['another user name', 'smtp', SMTP, { ...SMTP, username: 'other', timeoutMs: 5000 }],
  [
    'the host in capitals, what was left out said',
    'smtp',
    SMTP,
    { ...SMTP, host: 'SMTP.example.com', port: 587, tls: {} },
  ],
  ['the own address, said', 'brevo', {}, { endpoint: 'https://api.brevo.com/' }],
])('%s is no other target', async (_what, kind, settings, after) => {
  const secrets = kind === 'smtp' ? SMTP_SECRETS : { apiKey: GIVEN };
  const { id } = await make(kind, settings, secrets);
  await update(id, { settings: after });
  expect(await secretsOf(id)).toEqual(secrets);
});

it('without a stored secret there is nothing to give again', async () => {
  const { id } = await make('smtp', SMTP, {});
  const moved = await update(id, { settings: { ...SMTP, host: 'other.example.com' } });
  expect(moved.settings.host).toBe('other.example.com');
});

it('keys that are not in use do not follow either', async () => {
  const { id } = await make('smtp', SMTP, { password: GIVEN });
  const key = await addKey(testContext, {
    id,
    label: 'Spare',
    secrets: { password: GIVEN },
    activate: false,
  });
  const patch = { settings: { ...SMTP, host: 'collector.example.net' }, secrets: { password: 'again' } };
  const { errors } = await refusalOf(update(id, patch));
  expect(errors).toEqual([
    {
      path: 'keys',
      code: 'keys_of_former',
      params: { keys: 'Spare' },
      message: 'were given for the former target: remove Spare first',
    },
  ]);
  await removeKey(testContext, { id, keyId: key.id });
  await update(id, patch);
  expect(await secretsOf(id)).toEqual({ password: 'again' });
});

it('settings that cannot be read are compared as they are stored', async () => {
  const { id } = await make('smtp', SMTP, { password: GIVEN });
  await sql()`update providers set settings = settings || '{"obsolete": true}' where id = ${id}`;
  const { code } = await refusalOf(update(id, { settings: { ...SMTP, port: 25 } }));
  expect(code).toBe('validation_failed');
  await update(id, { settings: SMTP });
  expect(await secretsOf(id)).toEqual({ password: GIVEN });
});
