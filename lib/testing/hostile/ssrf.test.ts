import { createServer, type Server, Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { z } from 'zod';
import { lookUp } from '@/lib/bounces/mailboxes/connect';
import { getChannel } from '@/lib/channels/registry';
import { forgetEnv } from '@/lib/env';
import { requestToken } from '@/lib/oauth/request-token';
import { safeFetch } from '@/lib/outbound/safe-fetch';
import type { AnyAdapter } from '@/lib/providers/adapter';
import { checkEndpoints } from '@/lib/providers/endpoint';
import { getAdapter, listAdapters } from '@/lib/providers/registry';
import { loadApiRoutes } from '@/lib/testing/api-routes';
import { startApiServer } from '@/lib/testing/api-server';
import { setUpDns } from '@/lib/testing/dns-server';
import { post } from '@/lib/webhooks/post';
import { askAiAt } from '../ai/ask-at';
import { DENIED_HOSTS, LYING_NAMES, MISLEADING_AUTHORITIES, NEVER_MAIL_SERVERS } from './denied-hosts';
import { MORE } from './least-settings';
import { MANAGED } from './managed-apis';
import { fieldsOf, PLACE_FIELDS } from './place-fields';

// Asked before a provider is, or of what it answers: here is no database.
vi.mock('@/lib/events/last-answer', () => ({ lastAnswer: async () => new Date() }));
vi.mock('@/lib/replies/own/current', () => ({ currentReplyRules: async () => [] }));

const routes = await loadApiRoutes();

/** What the sockets of this process tried to reach, as Node tells it just before. */
let attempts: string[];
let listeners: Server[];
let received = 0;

beforeAll(async () => {
  const listen = (host: string, port: number) =>
    new Promise<Server>((resolve, reject) => {
      const server = createServer((socket) => {
        received++;
        socket.destroy();
      });
      server.once('error', reject).listen(port, host, () => resolve(server));
    });
  const first = await listen('127.0.0.1', 0);
  const { port } = first.address() as { port: number };
  listeners = [first, ...(await Promise.all([listen('::1', port).catch(() => first)]))];
});
afterAll(async () => {
  for (const server of listeners) server.close();
  await Promise.all(listAdapters().map((adapter) => adapter.close()));
});

beforeEach(() => {
  delete process.env.RELEVO_PRIVATE_TARGETS;
  forgetEnv();
  attempts = [];
  const connect = Socket.prototype.connect;
  vi.spyOn(Socket.prototype, 'connect').mockImplementation(function (this: Socket, ...args: unknown[]) {
    this.on('connectionAttempt', (address: string) => void attempts.push(address));
    return (connect as (...given: unknown[]) => Socket).apply(this, args);
  } as never);
});
afterEach(() => {
  vi.restoreAllMocks();
  delete process.env.RELEVO_PRIVATE_TARGETS;
  forgetEnv();
});

const port = () => (listeners[0]!.address() as { port: number }).port;
const urls = () =>
  [...DENIED_HOSTS, ...MISLEADING_AUTHORITIES].flatMap((host) => [
    `https://${host}:${port()}/`,
    `http://${host}/`,
    `https://${host}`,
  ]);

/** Undefined: the schema lets nobody write it. */
function configFor(adapter: AnyAdapter, settings: object) {
  const more = MORE[adapter.kind] ?? { settings: {}, secrets: { apiKey: 'key' } };
  const parsed = adapter.settings.safeParse({ ...more.settings, ...settings });
  if (!parsed.success) return undefined;
  return { id: 'x', name: 'x', version: 1, settings: parsed.data, secrets: more.secrets };
}

async function use(adapter: AnyAdapter, settings: object): Promise<unknown[]> {
  const config = configFor(adapter, settings);
  if (!config) return [];
  const signal = AbortSignal.timeout(5_000);
  const channel = getChannel(adapter.channel);
  const message = channel.testMessage({ address: 'clinic@example.com' }, 'ana@example.com');
  return Promise.all([adapter.test(config, { signal }), adapter.send(config, message, signal)]);
}

/** A few at a time: a name that is looked up holds a thread. */
async function each<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < items.length; at += 20) await Promise.all(items.slice(at, at + 20).map(work));
}

describe('every field that names a place', () => {
  it('is known, with where it leads', () => {
    const found = [
      ...listAdapters().flatMap(({ kind, settings }) => fieldsOf(settings, kind)),
      ...routes.flatMap(({ body }) => fieldsOf(body as z.ZodType | undefined, 'body')),
    ];
    expect([...new Set(found)].toSorted()).toEqual(Object.keys(PLACE_FIELDS).toSorted());
  });

  it('is attacked by 120 forms and more', () => {
    expect(new Set(DENIED_HOSTS).size).toBeGreaterThanOrEqual(120);
  });
});

it('what is recorded is what is tried', async () => {
  process.env.RELEVO_PRIVATE_TARGETS = '127.0.0.0/8';
  forgetEnv();
  const before = received;
  await safeFetch({
    method: 'GET',
    url: `http://127.0.0.1:${port()}/`,
    signal: AbortSignal.timeout(5_000),
  }).catch(() => undefined);
  expect(attempts).toContain('127.0.0.1');
  expect(received).toBeGreaterThan(before);
});

describe('no connection is made to a denied range', () => {
  const kinds = listAdapters()
    .map(({ kind }) => kind)
    .filter((kind) => PLACE_FIELDS[`${kind}.endpoint`] === 'asked');

  it.each(kinds)('by the endpoint of %s', async (kind) => {
    await setUpDns(LYING_NAMES);
    const before = received;
    await each(urls(), async (endpoint) => {
      const results = await use(getAdapter(kind), { endpoint });
      for (const result of results) expect(result, endpoint).not.toMatchObject({ ok: true });
    });
    expect([attempts, received - before]).toEqual([[], 0]);
  });

  it.each(MANAGED)('by where %s is asked for %s', async (kind, api) => {
    await setUpDns(LYING_NAMES);
    const before = received;
    const { keys, hooks, ...adapter } = getAdapter(kind);
    await each(urls(), async (url) => {
      const settings = { endpoint: url, ...(kind === 'ses' && { iamEndpoint: url, snsEndpoint: url }) };
      const config = configFor(adapter, settings);
      if (!config) return;
      const asked =
        api === 'keys'
          ? keys!.make(config, 'Relevo')
          : hooks!.register(config, 'https://a.example', async () => {});
      await expect(asked, url).rejects.toThrow();
    });
    expect([attempts, received - before]).toEqual([[], 0]);
  });

  it('by the URL of a token or a webhook, nor when one is saved', async () => {
    await setUpDns(LYING_NAMES);
    const before = received;
    const letThrough: string[] = [];
    await each(urls(), async (url) => {
      await expect(requestToken(url, { code: 'x' }, AbortSignal.timeout(5_000)), url).rejects.toThrow();
      expect(await askAiAt(url), url).toEqual([false, false]);
      const told = post({ id: 'x', url, payload: '{}', secrets: [] }, AbortSignal.timeout(5_000));
      expect(await told.catch(() => ({ ok: false })), url).toMatchObject({ ok: false });
      for (const settings of [
        { endpoint: url },
        { iamEndpoint: url },
        { snsEndpoint: url },
        { oauth: { tokenUrl: url } },
        { oauth: { authorizeUrl: url } },
      ])
        await checkEndpoints(settings).then(
          () => URL.canParse(url) && letThrough.push(url),
          () => undefined,
        );
    });
    expect(letThrough).toEqual([]);
    expect([attempts, received - before]).toEqual([[], 0]);
  });

  it('by a mail server or a mailbox, of what is not even for those', async () => {
    await setUpDns(LYING_NAMES);
    await each(NEVER_MAIL_SERVERS, async (host) => {
      const results = await use(getAdapter('smtp'), { host, port: 2525, security: 'none', timeoutMs: 2_000 });
      for (const result of results) expect(result, host).not.toMatchObject({ ok: true });
      await expect(lookUp({ host, security: 'none' }), host).rejects.toThrow();
    });
    expect(attempts).toEqual([]);
  });

  it('by a name that says something else a moment later', async () => {
    let asked = 0;
    const records = {
      get 'rebind.example'() {
        // The first look-up asks for A and AAAA.
        return asked++ < 2 ? ['192.0.3.1'] : ['127.0.0.1'];
      },
    };
    await setUpDns(records);
    const url = `https://rebind.example:${port()}/`;
    await expect(safeFetch({ method: 'GET', url, signal: AbortSignal.timeout(5_000) })).rejects.toMatchObject(
      {
        reason: 'blocked',
      },
    );
    expect(asked).toBeGreaterThan(2);
    expect(attempts).toEqual([]);
  });

  it('by where an answer leads', async () => {
    process.env.RELEVO_PRIVATE_TARGETS = '127.0.0.1/32';
    forgetEnv();
    const places = DENIED_HOSTS.map((host) => `http://${host}/`);
    const answers = places.flatMap((location) =>
      [301, 302, 303, 307, 308].map((status) => ({ status, location })),
    );
    const { url, calls } = await startApiServer(({ path }) => {
      const { status, location } = answers[Number(path.slice(1))]!;
      return { status, headers: { location: encodeURI(location) } };
    });
    await each([...answers.keys()], async (index) => {
      const reply = await safeFetch({
        method: 'GET',
        url: `${url}/${index}`,
        signal: AbortSignal.timeout(5_000),
      });
      expect(reply.status).toBe(answers[index]!.status);
    });
    expect(calls).toHaveLength(answers.length);
    expect(new Set(attempts)).toEqual(new Set(['127.0.0.1']));
  });
});

describe('what becomes a part of a URL stays one', () => {
  it.each(['x@127.0.0.1/', '127.0.0.1/#', 'eu-west-1.evil.example/', '../..', 'a b', 'x?y', '%2e'])(
    '%j',
    (text) => {
      for (const [kind, settings] of [
        ['ses', { region: text }],
        ['mailgun', { domain: text }],
        ['mailgun', { domain: 'mg.example.com', region: text }],
        ['smtp', { host: 'a.example', oauth: { provider: 'microsoft', tenant: text } }],
      ] as const)
        expect(
          getAdapter(kind).settings.safeParse(settings).success,
          `${kind} ${JSON.stringify(settings)}`,
        ).toBe(false);
    },
  );
});
