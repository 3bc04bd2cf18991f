import { beforeAll, describe, expect, it } from 'vitest';
import { SCOPES } from '@/lib/tokens/schema';
import { loadApiRoutes } from './api-routes';
import { useTestDatabase } from './database';
import { makeToken } from './factories';
import { call } from './http';

useTestDatabase();

const MB = 1024 * 1024;

/** What each route takes at most, written by hand: a route that reads a body is not let in without a line here. */
const LIMITS: Record<string, number> = {
  // A message with its files: 25 MB, in base64 a third more.
  'POST /api/v1/messages': 36 * MB,
  'POST /api/v1/messages/batch': 36 * MB,
  // The text and the HTML of one, without its files.
  'POST /api/v1/messages/check': 8 * MB,
  // With files for the mail of each.
  'POST /api/v1/notifications': 36 * MB,
  'POST /api/v1/notifications/batch': 36 * MB,
  // A thousand with fields of their own.
  'POST /api/v1/subjects/batch': 8 * MB,
  'POST /api/v1/lists/[id]/members': 8 * MB,
  // A thousand people with fields of their own.
  'POST /api/v1/contacts/batch': 8 * MB,
  // In each language a body and its plain text.
  // All templates, among others.
  'PUT /api/v1/config': 4 * MB,
  // A picture of 10 MB, in base64.
  'POST /api/v1/images': 14 * MB,
  'POST /api/v1/templates': 8 * MB,
  'POST /api/v1/templates/[id]/versions': 8 * MB,
};
const USUAL = 1 * MB;

const routes = (await loadApiRoutes()).filter(({ body }) => body);
let token: string;
beforeAll(async () => {
  token = await makeToken([...SCOPES]);
});

describe('a body has an end', () => {
  it('of its own only where there is such a route', () => {
    const names = routes.map(({ name }) => name);
    expect(Object.keys(LIMITS).filter((name) => !names.includes(name))).toEqual([]);
    expect(names.length).toBeGreaterThan(20);
  });

  it.each(routes.map((route) => [route.name, route] as const))(
    '%s',
    async (name, { handler, method, params }) => {
      const limit = LIMITS[name] ?? USUAL;
      const announce = (bytes: number) =>
        call(handler, {
          method,
          token,
          body: '{',
          headers: { 'content-length': String(bytes) },
          params: Object.fromEntries(params.map((param) => [param, '01999999-0000-7000-8000-000000000000'])),
        });
      expect((await announce(limit + 1)).status).toBe(413);
      expect((await announce(limit)).status).toBe(400);
    },
  );
});
