import { API_REQUESTS } from '@/lib/testing/api-requests';
import { HOSTILE_TEXTS } from '@/lib/testing/hostile/values';
import type { Random } from '../random';
import type { Door } from './doors';
import { makeBomb, mutateBytes, mutateDocument } from './mutate';

export type FuzzRequest = {
  door: string;
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: Buffer;
  chunked?: boolean;
};

export type World = {
  api: Door[];
  pages: Door[];
  actions: string[];
  /** Tokens that are valid, with all and with few scopes. */
  tokens: string[];
  /** Ids of what there is. */
  ids: string[];
  origin: string;
};

/** One request: what it is about is drawn first, then what is wrong with it. */
export function makeRequest(world: World, random: Random): FuzzRequest {
  const draw = random.next();
  if (draw < 0.72) return apiRequest(world, random);
  if (draw < 0.82) return actionRequest(world, random);
  if (draw < 0.9) return pageRequest(world, random);
  if (draw < 0.95) return oddMethod(world, random);
  return insides(world, random);
}

function apiRequest(world: World, random: Random): FuzzRequest {
  const door = random.pick(world.api);
  const { query = {}, body } = API_REQUESTS[door.name] ?? {};
  const headers = { ...credentials(world, random), ...oddHeaders(random) };
  const path = fill(door.path, world, random) + search(query, random);
  const request = { door: door.name, method: door.method, path, headers };
  if (door.method === 'GET' && random.chance(0.98)) return request;
  const chunked = random.chance(0.2);
  return {
    ...request,
    headers: { 'content-type': contentType(random), ...headers },
    body: bytesOf(body, random),
    chunked,
  };
}

function bytesOf(body: unknown, random: Random): Buffer {
  const draw = random.next();
  if (draw < 0.04) return Buffer.from(makeBomb(random));
  if (draw < 0.14) return mutateBytes(JSON.stringify(body ?? {}), random);
  return Buffer.from(JSON.stringify(mutateDocument(body ?? {}, random)) ?? 'undefined');
}

/** As the panel posts, and as somebody who has read its pages might. */
function actionRequest({ pages, actions, origin }: World, random: Random): FuzzRequest {
  const { path } = random.pick(pages);
  const input = random.pick([{}, { email: 'a@example.com', password: 'x' }, { id: 'a' }, { to: ['a'] }, 'a']);
  const draw = random.next();
  const text =
    draw < 0.15 ? makeBomb(random) : (JSON.stringify([mutateDocument(input, random)]) ?? '["$undefined"]');
  return {
    door: 'an action',
    method: 'POST',
    path: path.replaceAll(/\[[^\]]*\]/g, 'a'),
    headers: {
      'next-action': random.chance(0.8)
        ? random.pick(actions)
        : random.pick(['', 'x', 'f'.repeat(42), '__proto__']),
      'content-type': random.pick([
        'text/plain;charset=UTF-8',
        'text/plain',
        'multipart/form-data; boundary=x',
        '',
      ]),
      origin: random.chance(0.8) ? origin : random.pick(['null', 'http://evil.example', 'x']),
      ...(random.chance(0.2) && { cookie: forgedCookie(random) }),
    },
    body: draw > 0.85 ? mutateBytes(text, random) : Buffer.from(text),
    chunked: random.chance(0.2),
  };
}

function pageRequest(world: World, random: Random): FuzzRequest {
  const { path } = random.pick(world.pages);
  const query = { status: 'parked', cursor: 'a', tab: 'b', callbackUrl: '//evil.example', oauth: 'failed' };
  return {
    door: 'a page',
    method: 'GET',
    path: fill(path, world, random) + search(query, random),
    headers: { ...oddHeaders(random), ...(random.chance(0.5) && { cookie: forgedCookie(random) }) },
  };
}

function oddMethod(world: World, random: Random): FuzzRequest {
  const { path } = random.pick([...world.api, ...world.pages]);
  const method = random.pick([
    'TRACE',
    'OPTIONS',
    'HEAD',
    'PUT',
    'PROPFIND',
    'DELETE',
    'PATCH',
    'SEARCH',
    'LINK',
    'POST',
  ]);
  const headers = credentials(world, random);
  return { door: `${method} anywhere`, method, path: fill(path, world, random), headers };
}

/** What Next listens to besides our addresses. */
function insides(world: World, random: Random): FuzzRequest {
  const { path } = random.pick(world.pages);
  const text = () => encodeURIComponent(random.pick(HOSTILE_TEXTS).toWellFormed()).slice(0, 2000);
  const target = random.pick([
    `/_next/image?url=${text()}&w=${text()}&q=75`,
    `/_next/data/${text()}/index.json`,
    `/_next/static/${text()}`,
    `/${text()}`,
    `${fill(path, world, random)}?_rsc=${text()}`,
    '/_next/../../etc/passwd',
    '//evil.example/',
    '/api//v1/messages',
  ]);
  const state = random.pick([
    '',
    '[]',
    '{',
    '%5B%22%22%5D',
    text(),
    JSON.stringify(['', {}, null, 'refetch']),
  ]);
  const headers = random.pick<Record<string, string>>([
    {},
    { rsc: '1' },
    { rsc: '1', 'next-router-state-tree': state },
    { rsc: '1', 'next-router-prefetch': text(), 'next-router-segment-prefetch': text() },
    { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' },
    { 'next-url': text(), 'x-nextjs-data': '1' },
    { 'x-matched-path': text(), 'x-now-route-matches': text() },
    { 'x-invoke-path': text(), 'x-invoke-status': '500', 'x-invoke-error': text() },
  ]);
  return { door: 'the insides of Next', method: 'GET', path: target, headers };
}

function fill(path: string, { ids }: World, random: Random): string {
  return path.replaceAll(/\[[^\]]*\]/g, () =>
    random.chance(0.6)
      ? random.pick([...ids, '0'])
      : random.chance(0.5)
        ? encodeURIComponent(random.pick(HOSTILE_TEXTS).toWellFormed()).slice(0, 2000)
        : random.pick(
            [
              '%',
              '%00',
              '%ED%A0%80',
              '%2e%2e',
              '%2F',
              '..',
              'a%0d%0ab',
              '%C3',
              "'",
              '"',
              '~',
              '%25',
              'ñ',
            ].map(asciiOnly),
          ),
  );
}

function search(query: Record<string, string>, random: Random): string {
  if (random.chance(0.3)) return '';
  const parts = Object.entries(query).flatMap(([key, value]) => {
    if (random.chance(0.4)) return [];
    const given = random.chance(0.4) ? random.pick(HOSTILE_TEXTS).toWellFormed() : value;
    return [`${key}=${random.chance(0.1) ? '%ED%A0%80%' : encodeURIComponent(given).slice(0, 2000)}`];
  });
  if (random.chance(0.1))
    parts.push(random.pick(['__proto__=1', 'limit=1&limit=2', 'limit[]=1', '&&&', 'x'.repeat(3000)]));
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}

function credentials({ tokens }: World, random: Random): Record<string, string> {
  if (random.chance(0.8)) return { authorization: `Bearer ${random.pick(tokens)}` };
  return random.pick<Record<string, string>>([
    {},
    { authorization: '' },
    { authorization: 'Bearer' },
    { authorization: 'Basic eDp5' },
    { authorization: `Bearer ${random.pick(tokens).slice(0, -1)}x` },
    { authorization: `Bearer ${'x'.repeat(8000)}` },
    { authorization: `Bearer rlv_${'a'.repeat(12)}_${'a'.repeat(49)}` },
    { cookie: forgedCookie(random) },
  ]);
}

function forgedCookie(random: Random): string {
  return random.pick([
    'authjs.session-token=eyJhbGciOiJkaXIifQ..a.b.c',
    'authjs.session-token=%',
    'relevo.session=x; relevo.session=y',
    `a=${'x'.repeat(6000)}`,
    '=; ;;=',
    'NEXT_LOCALE=__proto__',
  ]);
}

function oddHeaders(random: Random): Record<string, string> {
  if (random.chance(0.8)) return {};
  return random.pick<Record<string, string>>([
    { 'idempotency-key': random.pick(['', ' ', 'a', 'x'.repeat(300), '\u00ff']) },
    { prefer: random.pick(['wait=0', 'wait=-1', 'wait=1e9', 'wait', 'wait=0.001']) },
    { 'accept-language': random.pick(['', '*', 'es-PY,es;q=x', '-'.repeat(3000), 'x;q=9'.repeat(500)]) },
    { 'x-forwarded-for': random.pick(['', '1.2.3.4', ',,,', '::::', 'x'.repeat(3000)]) },
    { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'javascript' },
    { 'content-encoding': random.pick(['gzip', 'br', 'identity']) },
    { range: 'bytes=0-0,1-1,2-9999999', 'if-none-match': '*' },
    { expect: '100-continue' },
  ]);
}

function contentType(random: Random): string {
  if (random.chance(0.93)) return 'application/json';
  return random.pick([
    'application/json; charset=utf-16',
    'text/plain',
    'multipart/form-data',
    'application/x-www-form-urlencoded',
  ]);
}

function asciiOnly(text: string): string {
  return encodeURI(text).replaceAll('%25', '%');
}
