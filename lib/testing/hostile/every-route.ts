import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { API_REQUESTS, type ApiRequest } from '../api-requests';
import { type ApiRoute, loadApiRoutes } from '../api-routes';
import { setUpDns } from '../dns-server';
import { makeMessage, makeProvider, makeToken } from '../factories';
import { type Call, call } from '../http';
import { type Place, placesOf, placesOfSchema, replaceAt } from './places';
import { HOSTILE_TEXTS, HOSTILE_VALUES } from './values';

const routes = await loadApiRoutes();
const AT_ONCE = 8;

let token: string;
let ids: Record<string, string>;

/** Of every second route, from the `first` on, in the file's own database: in one file they are what all others end up waiting for. */
export function describeEveryOther(first: 0 | 1): void {
  beforeAll(async () => {
    const { id: provider } = await makeProvider({ name: 'office' });
    const { id: message } = await makeMessage();
    token = await makeToken();
    ids = { provider, message };
  });
  const own = routes.filter((_, index) => index % 2 === first);

  describe('no value in any place of any request brings about more than a refusal', () => {
    it.each(own.filter(({ query, body }) => query || body))('$name begins as a right one', (route) => {
      const { query, body } = API_REQUESTS[route.name] ?? {};
      for (const [schema, given] of [[route.query, query] as const, [route.body, body] as const])
        if (schema) expect(schema.safeParse(given).error).toBeUndefined();
    });

    it.each(own.filter(({ name }) => name !== 'GET /api/health/ready'))(
      '$name',
      async (route) => {
        // Names that nobody knows are not to be waited for.
        await setUpDns({});
        expect(await failuresAt(route)).toEqual([]);
      },
      120_000,
    );

    it.each(own.filter(({ method, name }) => method === 'GET' && name !== 'GET /api/health/ready'))(
      '$name after all that',
      async ({ handler, ...route }) => {
        const answer = await call(handler, { token, params: paramsOf({ handler, ...route }) });
        expect(answer.status).toBeLessThan(500);
      },
    );
  });
}

/** What is there, so that only one thing at a time is wrong. */
function paramsOf({ name, params }: ApiRoute): Record<string, string> {
  const own = name.includes('/providers/') ? ids.provider : ids.message;
  return Object.fromEntries(params.map((param) => [param, param === 'position' ? '0' : own!]));
}

type Attempt = Pick<Call, 'params' | 'query' | 'body'> & { what: string };

function attemptsAt(route: ApiRoute): Attempt[] {
  const { query = {}, body }: ApiRequest = API_REQUESTS[route.name] ?? {};
  const params = paramsOf(route);
  const right = { params, query, body };
  const inPath = route.params.flatMap((param) =>
    HOSTILE_TEXTS.map((text) => ({
      ...right,
      params: { ...params, [param]: text },
      what: tell(param, text),
    })),
  );
  const inQuery = keysOf(route.query, query).flatMap((key) =>
    HOSTILE_TEXTS.flatMap((text) =>
      [{ ...query, [key]: text }, { [key]: text }].map((given) => ({
        ...right,
        query: given,
        what: tell(key, text),
      })),
    ),
  );
  const inBody = distinctPlaces(route.body, body).flatMap((place) =>
    HOSTILE_VALUES.map((value) => ({
      ...right,
      body: replaceAt(body, place, value),
      what: tell(place.join('.') || 'body', value),
    })).filter((attempt, index) => index % REFUSED === 0 || isTaken(route.body!, attempt.body)),
  );
  return [{ ...right, what: 'the right one' }, ...inPath, ...inQuery, ...inBody];
}

/** What the schema takes goes on to a verb and the database; of what it refuses, all in the same way, these are enough. */
const REFUSED = 5;

function isTaken(schema: z.ZodType, body: unknown): boolean {
  return schema.safeParse(body).success;
}

function keysOf(schema: z.ZodType | undefined, query: Record<string, string>): string[] {
  const known = schema ? placesOfSchema(schema).map(([key]) => String(key ?? 'unknown')) : [];
  return [...new Set([...known, ...Object.keys(query)])];
}

/** In lists the first stands for all. */
function distinctPlaces(schema: z.ZodType | undefined, body: unknown): Place[] {
  if (!schema) return [];
  const places = [...placesOf(body), ...placesOfSchema(schema)].filter(
    (place) => !place.some((step) => typeof step === 'number' && step > 0),
  );
  return [...new Map(places.map((place) => [JSON.stringify(place), place])).values()];
}

function tell(place: string, value: unknown): string {
  return `${JSON.stringify(value)?.slice(0, 60)} as ${place}`;
}

async function failuresAt(route: ApiRoute): Promise<string[]> {
  const failed: string[] = [];
  const attempts = attemptsAt(route);
  const work = async () => {
    for (let next = attempts.shift(); next; next = attempts.shift()) {
      const { what, body, ...rest } = next;
      const { method, handler } = route;
      const answer = await call(handler, {
        ...rest,
        method,
        token,
        body: method === 'GET' ? undefined : body,
      });
      if (answer.status >= 500 || (answer.body?.errors?.length ?? 0) > 50)
        failed.push(`${answer.status} for ${what}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return failed;
}
