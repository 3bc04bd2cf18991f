import { beforeAll, expect, it } from 'vitest';
import type { z } from 'zod';
import { API_REQUESTS } from '../api-requests';
import { type ApiRoute, loadApiRoutes } from '../api-routes';
import { useTestDatabase } from '../database';
import { setUpDns } from '../dns-server';
import { makeMessage, makeProvider, makeToken } from '../factories';
import { call } from '../http';
import { longestHoldMs } from '../longest-hold';
import { type Place, placesOf, placesOfSchema, replaceAt } from './places';

useTestDatabase();

const routes = (await loadApiRoutes()).filter(({ body }) => body);
const LENGTHS = [700_000, 300_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 400, 200];
const COUNTS = [1_000, 500, 200, 100, 50, 20, 10];
/** What costs a reader more than letters do: names, addresses, tags, expressions. */
const UNITS = ['é<a@é.c> ', '<a href="https://a.b/c">{{ a }}</a> '];
/** Bytes of a body that most routes take. */
const MOST = 1024 * 1024 - 1;

let token: string;
let ids: Record<string, string>;
beforeAll(async () => {
  const { id: provider } = await makeProvider({ name: 'office' });
  const { id: message } = await makeMessage();
  token = await makeToken();
  ids = { provider, message };
});

/** A right body, each of its places grown as far as the schema lets it, alone. */
function largestOf(schema: z.ZodType, right: unknown): [string, unknown][] {
  const places = [...placesOf(right), ...placesOfSchema(schema)].filter(
    (place) => !place.some((step) => typeof step === 'number' && step > 0),
  );
  const distinct = [...new Map(places.map((place) => [JSON.stringify(place), place])).values()];
  return distinct.flatMap((place) => growAt(schema, right, place));
}

function growAt(schema: z.ZodType, right: unknown, place: Place): [string, unknown][] {
  const taken = (value: unknown) => {
    const body = replaceAt(right, place, value);
    return JSON.stringify(body).length < MOST && schema.safeParse(body).success ? body : undefined;
  };
  const grown = UNITS.flatMap((unit) => {
    for (const length of LENGTHS) {
      const body = taken(unit.repeat(Math.ceil(length / unit.length)).slice(0, length));
      if (body !== undefined)
        return [[`${place.join('.')} of ${length} × ${unit}`, body] as [string, unknown]];
    }
    return [];
  });
  const item = place.reduce<unknown>((value, step) => (value as never)?.[step], right);
  const first = Array.isArray(item) ? item[0] : undefined;
  const makers: ((n: number) => unknown)[] = [
    ...(first === undefined ? [] : [() => first, (n: number) => withNumber(first, n)]),
    (n) => `word ${n}`,
    (n) => `w${n}@example.com`,
  ];
  const lists = makers.flatMap((make) => {
    for (const count of COUNTS) {
      const body = taken(Array.from({ length: count }, (_, n) => make(n)));
      if (body !== undefined) return [[`${place.join('.')}, ${count} of them`, body] as [string, unknown]];
    }
    return [];
  });
  const objects = COUNTS.flatMap((count) => {
    const body = taken(
      Object.fromEntries(Array.from({ length: count }, (_, n) => [`k${n}`, 'x'.repeat(100)])),
    );
    return body === undefined ? [] : [[`${place.join('.')}, ${count} keys`, body] as [string, unknown]];
  }).slice(0, 1);
  return [...grown, ...lists, ...objects];
}

/** Unlike the others in whatever names it. */
function withNumber(item: unknown, n: number): unknown {
  if (typeof item === 'string') return `${item}${n}`;
  if (typeof item !== 'object' || item === null) return item;
  return Object.fromEntries(
    Object.entries(item).map(([name, value]) =>
      ['name', 'key', 'id', 'email', 'address'].includes(name) && typeof value === 'string'
        ? [name, value.includes('@') ? `w${n}${value}` : `${value}${n}`]
        : [name, value],
    ),
  );
}

function paramsOf({ name, params }: ApiRoute): Record<string, string> {
  const own = name.includes('/providers/') ? ids.provider : ids.message;
  return Object.fromEntries(params.map((param) => [param, param === 'position' ? '0' : own!]));
}

/** Under another name or key than those before it, where it has one: that is no reason to refuse it. */
function anew(schema: z.ZodType, body: unknown, n: number): unknown {
  const names = ['name', 'key'].filter(
    (name) => typeof (body as Record<string, unknown>)?.[name] === 'string',
  );
  const other = { ...(body as object), ...Object.fromEntries(names.map((name) => [name, `other-${n}`])) };
  return names.length > 0 && schema.safeParse(other).success ? other : body;
}

it.each(routes)(
  '$name: no body that it takes holds the event loop',
  async (route) => {
    await setUpDns({});
    const { query = {}, body: right } = API_REQUESTS[route.name] ?? {};
    const send = (body: unknown) =>
      call(route.handler, { method: route.method, params: paramsOf(route), query, token, body });
    // What is loaded and compiled once in the life of a process is not what is measured.
    await send(right);
    let n = 0;
    for (const [what, body] of largestOf(route.body!, right)) {
      let held = Infinity;
      let status = 0;
      // Memory of all that ran before is cleared in some turn or other: what the work itself costs it costs each time.
      for (let round = 0; round < 3 && held > 20; round++) {
        const given = anew(route.body!, body, n++);
        const measured = await longestHoldMs(async () => {
          status = (await send(given)).status;
        });
        held = Math.min(held, measured);
      }
      expect(status, what).toBeLessThan(500);
      expect(held, what).toBeLessThan(50);
    }
  },
  120_000,
);
