import { globSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { getNamed } from '@/lib/openapi/named';
import { isFile } from '@/lib/openapi/operation';
import { OPERATIONS } from '@/lib/openapi/operations';
import { loadApiRoutes } from '@/lib/testing/api-routes';
import { apiDocument, documentResponse } from './document';
import { ROUTES } from './routes';

/** Not for programs: open pages of the panel, pages of other servers, providers and those who get mail come here, and what is nowhere. */
const NOT_TOLD = [
  '/api/[[...unknown]]',
  '/api/auth/[...nextauth]',
  '/api/hooks/[providerId]',
  '/api/feed',
  '/api/feed/live',
  '/api/feed/read',
  '/api/feed/widget.js',
  '/api/live',
  '/api/oauth/callback',
  '/api/oauth/start',
  '/api/a/[id]',
  '/api/a/rss/[of]',
  '/api/media/[name]',
  '/api/t/[token]',
  '/api/l/[token]',
  '/api/u/[token]',
  '/api/u/preferences/[token]',
];

const { document, text, etag } = apiDocument();
const routes = (await loadApiRoutes()).filter(({ name }) => !NOT_TOLD.includes(name.split(' ')[1]!));
const operations = Object.values(document.paths).flatMap(Object.values);

describe('the document of the API', () => {
  it('is valid OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(document));
    expect({ valid, errors }).toEqual({ valid: true, errors: undefined });
  });

  it('has every route that there is, and no other', () => {
    const files = globSync('app/api/**/route.{ts,tsx}');
    const paths = files.map((file) => file.replace(/^app/, '').replace(/\/route\.tsx?$/, ''));
    const told = paths.filter((path) => !NOT_TOLD.includes(path) && path !== '/api/openapi.json');
    expect(Object.keys(ROUTES).toSorted()).toEqual(told.toSorted());
    expect(Object.keys(OPERATIONS).toSorted()).toEqual(routes.map(({ name }) => name).toSorted());
  });

  it('refers only to what it has, and has nothing that nothing refers to', () => {
    const referred = new Set([...text.matchAll(/"\$ref":"#\/components\/([^"]+)"/g)].map(([, to]) => to!));
    const { securitySchemes: _, ...parts } = document.components;
    const had = Object.entries(parts).flatMap(([kind, all]) =>
      Object.keys(all as object).map((name) => `${kind}/${name}`),
    );
    expect([...referred].toSorted()).toEqual(had.toSorted());
  });

  it('calls each operation by a name of its own, with words for it', () => {
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { summary, operationId } of operations) {
      expect(operationId).toMatch(/^[a-z][A-Za-z]+$/);
      expect(summary).toMatch(/^[A-Z].*[^.]$/);
    }
  });

  it.each(routes)('tells of $name what the route takes, and of no other field', ({ name, query, body }) => {
    const { fields = {}, example, body: told, answer } = OPERATIONS[name]!;
    const taken = [query, told ?? body].flatMap((schema) => (schema ? keysOf(schema) : []));
    expect(Object.keys(fields).filter((field) => !taken.includes(field))).toEqual([]);
    expect(Object.keys(example?.query ?? {}).filter((field) => !taken.includes(field))).toEqual([]);
    if (body && !isOptional(body)) expect(example?.body).toBeDefined();
    if (answer && !isFile(answer)) expect(z.toJSONSchema(answer, { unrepresentable: 'any' })).toBeTruthy();
  });

  it.each(Object.keys(document.components.schemas))('tells of no field that %s has not', (name) => {
    const { schema, texts = {} } = getNamed(name);
    expect(Object.keys(texts).filter((field) => !keysOf(schema).includes(field))).toEqual([]);
  });

  it('tells of a message of every channel', () => {
    const { requestBody } = document.paths['/api/v1/messages']!.post!;
    expect(requestBody!.content['application/json']!.schema).toEqual({
      $ref: '#/components/schemas/MessageInput',
    });
    const kinds = document.components.schemas.MessageInput!.anyOf as { $ref: string }[];
    expect(kinds.map(({ $ref }) => $ref.split('/').at(-1))).toEqual(
      ['Email', 'Sms', 'WhatsApp', 'Telegram', 'Slack'].map((channel) => `${channel}Input`),
    );
  });

  it('says of each that asks for a token which scope it needs, and that of the others none is needed', () => {
    const open = operations.filter(({ security }) => (security as unknown[]).length === 0);
    expect(open.map(({ operationId }) => operationId).toSorted()).toEqual([
      'explainErrors',
      'getDocument',
      'isAlive',
      'isReady',
    ]);
    const send = document.paths['/api/v1/messages']!.post!;
    expect(send.security).toEqual([{ token: ['messages:send'] }]);
    expect(send.description).toMatch(/Needs the scope `messages:send`\.$/);
  });

  it('is answered once, and then as unchanged', async () => {
    const ask = (headers: Record<string, string> = {}) =>
      documentResponse(new Request('http://relevo.test/api/openapi.json', { headers }));
    const first = ask();
    expect(first.headers.get('etag')).toBe(etag);
    expect(await first.json()).toEqual(document);
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`])
      expect(ask({ 'if-none-match': known }).status).toBe(304);
    expect(ask({ 'if-none-match': '"other"' }).status).toBe(200);
  });

  it('has nothing of this system in it', () => {
    expect(text).not.toMatch(/localhost|127\.0\.0\.1|\/work\/|\.data\b/);
  });
});

function keysOf(schema: z.ZodType): string[] {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return Object.keys(json.properties ?? {});
}

function isOptional(schema: z.ZodType): boolean {
  return schema.safeParse({}).success;
}
