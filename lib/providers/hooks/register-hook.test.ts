import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sql } from '@/lib/database/db';
import { forgetEnv } from '@/lib/env';
import { loadProvider } from '@/lib/providers/load';
import { allowLoopbackTargets } from '@/lib/testing/api-server';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider, testContext } from '@/lib/testing/factories';
import { type Held, HOOK_PLAYS, type HookKind, MAILGUN_SIGNING_KEY } from '@/lib/testing/hook-plays';
import { type HookService, startHookService } from '@/lib/testing/hook-services';
import { registerHook } from './register-hook';

useTestDatabase();
allowLoopbackTargets();

const PANEL = 'https://relevo.example.com';
beforeEach(() => {
  vi.stubEnv('PUBLIC_URL', PANEL);
  forgetEnv();
});
afterEach(() => {
  vi.unstubAllEnvs();
  forgetEnv();
});

const KINDS = Object.keys(HOOK_PLAYS) as HookKind[];
/** What each has to be proven by, as `events.ts` of each reads it. */
const PROOF: Record<HookKind, string> = {
  sendgrid: 'webhookPublicKey',
  mailgun: 'webhookSigningKey',
  postmark: 'webhookToken',
  resend: 'webhookToken',
  brevo: 'webhookToken',
};

async function make(kind: HookKind, held?: Held): Promise<{ service: HookService; id: string; url: string }> {
  const service = await startHookService(kind, held);
  const { settings, secrets } = HOOK_PLAYS[kind];
  const { id } = await makeProvider({ kind, settings: settings(service.url), secrets, active: false });
  return { service, id, url: `${PANEL}/api/hooks/${id}` };
}

const press = (id: string) => registerHook(testContext, { id });
const configOf = async (id: string) => (await loadProvider(id))!.config;
const proofOf = async (kind: HookKind, id: string) => {
  const { settings, secrets } = await configOf(id);
  return (secrets[PROOF[kind]] ?? settings[PROOF[kind]]) as string | undefined;
};
const ours = (kind: HookKind, { held }: HookService, url: string) =>
  held.filter((hook) => HOOK_PLAYS[kind].urlsOf(hook).includes(url));
const writes = ({ calls }: HookService) => calls.filter(({ method }) => method !== 'GET');

describe.each(KINDS)('a webhook at %s', (kind) => {
  it('is made beside those of others, with what proves it stored sealed; pressed twice there is one', async () => {
    const others = HOOK_PLAYS[kind].others();
    const { service, id, url } = await make(kind, [structuredClone(others)]);
    const made = await press(id);
    expect(made).toMatchObject({ state: 'done', did: 'made', problem: null });
    expect(made.stored).toEqual([PROOF[kind]]);
    const proof = await proofOf(kind, id);
    expect(proof?.length).toBeGreaterThan(15);
    // Mailgun keeps a list of addresses for each type.
    expect(ours(kind, service, url)).toHaveLength(kind === 'mailgun' ? 8 : 1);
    const theirs = HOOK_PLAYS[kind].urlsOf(others)[0]!;
    expect(service.held.some((hook) => HOOK_PLAYS[kind].urlsOf(hook).includes(theirs))).toBe(true);

    const before = writes(service).length;
    expect(await press(id)).toEqual({ ...made, did: 'kept', added: [], stored: [] });
    expect(writes(service)).toHaveLength(before);
    expect(await proofOf(kind, id)).toBe(proof);
    const secret = kind === 'sendgrid' ? [] : [proof!];
    const rows = JSON.stringify([
      await sql()`select * from audit_log`,
      await sql()`select * from provider_keys`,
    ]);
    for (const text of [...secret, ...Object.values(HOOK_PLAYS[kind].secrets)])
      expect(rows).not.toContain(text);
  });

  it('that lacks events is mended, and keeps what else was chosen there', async () => {
    const { service, id, url } = await make(kind);
    const made = await press(id);
    const [hook] = ours(kind, service, url);
    const lost = spoil[kind](hook!, service);
    const mended = await press(id);
    expect(mended).toMatchObject({ state: 'done', did: 'mended', added: [lost], stored: [] });
    expect(made.added).toContain(lost);
    expect(ours(kind, service, url)).toHaveLength(kind === 'mailgun' ? 8 : 1);
    expect((await press(id)).did).toBe('kept');
  });

  it('is not made by a key that may not: said so, and nothing stays behind here', async () => {
    const { service, id } = await make(kind);
    service.fault = () => ({ status: 403, body: { message: 'access forbidden' } });
    expect(await press(id)).toMatchObject({ state: 'failed', did: null, problem: 'permission' });
    delete service.fault;
    expect(await press(id)).toMatchObject({ state: 'done', did: 'made' });
  });

  it('whose making nobody heard of is found the next time, and is the only one', async () => {
    const { service, id, url } = await make(kind);
    service.fault = ({ method }) => (method === 'POST' ? 'lost' : undefined);
    expect(await press(id)).toMatchObject({ state: 'failed', problem: 'unreachable' });
    delete service.fault;
    // A secret of ours is stored before it is shown to the service, so that nothing is left to mend.
    const did = PROOF[kind] === 'webhookToken' && kind !== 'resend' ? 'kept' : 'mended';
    expect(await press(id)).toMatchObject({ state: 'done', did });
    expect(ours(kind, service, url)).toHaveLength(kind === 'mailgun' ? 8 : 1);
    expect(await proofOf(kind, id)).toBeTruthy();
  });
});

/** Takes one event out, as a person might; its name there. */
const spoil: Record<HookKind, (hook: Record<string, unknown>, service: HookService) => string> = {
  sendgrid(hook) {
    hook.bounce = false;
    hook.group_resubscribe = true;
    return 'bounce';
  },
  mailgun(_, { held }) {
    held.splice(
      held.findIndex(({ id }) => id === 'complained'),
      1,
    );
    return 'complained';
  },
  postmark(hook) {
    (hook.Triggers as Record<string, unknown>).Bounce = { Enabled: false, IncludeContent: true };
    return 'Bounce';
  },
  resend(hook) {
    hook.events = (hook.events as string[]).filter((event) => event !== 'email.bounced');
    return 'email.bounced';
  },
  brevo(hook) {
    // It takes `hardBounce` and may tell `soft_bounce`; `request` is `sent`.
    hook.events = [
      'request',
      'delivered',
      'deferred',
      'soft_bounce',
      'blocked',
      'invalid',
      'spam',
      'unsubscribed',
      'opened',
      'click',
    ];
    return 'hardBounce';
  },
};

it('at SendGrid is switched on last: what came unsigned would be turned away', async () => {
  const { service, id, url } = await make('sendgrid');
  service.fault = ({ method, path }) =>
    method === 'PATCH' && !path.includes('/signed/') ? { status: 500, body: {} } : undefined;
  expect((await press(id)).state).toBe('failed');
  expect(ours('sendgrid', service, url)).toMatchObject([{ enabled: false, public_key: expect.any(String) }]);
  delete service.fault;
  expect(await press(id)).toMatchObject({ did: 'mended', stored: [] });
  expect(ours('sendgrid', service, url)).toMatchObject([{ enabled: true, bounce: true }]);
});

it('at SendGrid finds no room where the plan has none left', async () => {
  const others = Array.from({ length: 5 }, () => ({
    ...HOOK_PLAYS.sendgrid.others(),
    url: crypto.randomUUID(),
  }));
  const { id } = await make('sendgrid', others);
  expect(await press(id)).toMatchObject({ state: 'failed', problem: 'limit' });
});

it('at Mailgun joins a list of addresses, takes the signing key of the account, and leaves a full list alone', async () => {
  const urls = ['https://a.example.com/1', 'https://b.example.com/2'];
  const { service, id, url } = await make('mailgun', [{ id: 'delivered', urls: [...urls] }]);
  await press(id);
  expect(service.held.find((hook) => hook.id === 'delivered')!.urls).toEqual([...urls, url]);
  expect((await configOf(id)).secrets.webhookSigningKey).toBe(MAILGUN_SIGNING_KEY);
  const full = await make('mailgun', [{ id: 'delivered', urls: [...urls, 'https://c.example.com/3'] }]);
  expect(await press(full.id)).toMatchObject({ state: 'failed', problem: 'limit' });
  expect(writes(full.service)).toEqual([]);
});

it('takes the token that a person has entered already', async () => {
  const service = await startHookService('brevo');
  const secrets = { ...HOOK_PLAYS.brevo.secrets, webhookToken: 'chosen-by-a-person-1' };
  const { id } = await makeProvider({
    kind: 'brevo',
    settings: { endpoint: service.url },
    secrets,
    active: false,
  });
  expect((await press(id)).stored).toEqual([]);
  expect(service.held).toMatchObject([{ auth: { type: 'bearer', token: 'chosen-by-a-person-1' } }]);
});

it('two people who press at once make one', async () => {
  const { service, id, url } = await make('resend');
  const results = await Promise.allSettled([press(id), press(id), press(id)]);
  // Who comes when the first is done finds all there.
  expect(results.map(({ status }) => status)).toContain('fulfilled');
  for (const result of results)
    if (result.status === 'rejected')
      expect(result.reason).toMatchObject({ options: { reason: { code: 'hook_under_way' } } });
  expect(ours('resend', service, url)).toHaveLength(1);
});

describe('is refused', () => {
  const refused = (id: string, code: string) =>
    expect(press(id)).rejects.toMatchObject({ code: 'conflict', options: { reason: { code } } });

  it.each(['http://relevo.example.com', 'https://relevo.local', 'https://10.0.0.1', 'https://localhost'])(
    'at %s, which a service cannot reach',
    async (address) => {
      const { service, id } = await make('postmark');
      vi.stubEnv('PUBLIC_URL', address);
      forgetEnv();
      await refused(id, 'no_public_url');
      expect(service.calls).toEqual([]);
    },
  );

  it('for a server, which tells nothing by itself', async () => {
    const { id } = await makeProvider({ kind: 'smtp', settings: { host: 'smtp.example.com' } });
    await refused(id, 'hook_by_hand');
  });
});

it('keeps the name by which the service knows the key in use', async () => {
  const { id } = await make('resend');
  await sql()`update provider_keys set external_id = 'key-7' where provider_id = ${id}`;
  await press(id);
  expect(await sql()`select external_id from provider_keys where provider_id = ${id}`).toEqual([
    { external_id: 'key-7' },
  ]);
});

it('does not tell the new secret, though the service repeats it in its refusal', async () => {
  const { service, id } = await make('postmark');
  let shown = '';
  service.fault = ({ method, body }) => {
    if (method !== 'POST') return undefined;
    shown = JSON.parse(body.toString()).HttpAuth.Password;
    return { status: 422, body: { Message: `HttpAuth ${shown} is not valid` } };
  };
  const result = await press(id);
  expect(shown.length).toBeGreaterThan(20);
  expect(result).toMatchObject({ problem: 'refused', detail: expect.stringContaining('••••') });
  expect(result.detail).not.toContain(shown);
});
