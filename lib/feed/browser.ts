import type { z } from 'zod';
import { countRefusal } from '@/lib/auth/throttle-programs';
import { AppError } from '@/lib/errors';
import { withJsonBody } from '@/lib/http/body';
import { clientAddress } from '@/lib/http/client-address';
import { parseInput } from '@/lib/http/parse-input';
import { checkPlain } from '@/lib/http/plain-input';
import { problemResponse, toAppError } from '@/lib/http/problem';
import { requestIdOf } from '@/lib/http/request-id';
import { Throttle } from '@/lib/tracking/throttle';
import { readFeedToken } from './token';
import type { Whose } from './told-by';

/** Pages of any company may ask: the token alone says who, and no cookie counts here. */
const OPEN = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };

const PREFLIGHT = {
  ...OPEN,
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': 'authorization, content-type, cache-control, last-event-id',
  'access-control-max-age': '7200',
};

/** Of one person, in all their pages together. */
const ofOnePerson = new Throttle({ most: 240, withinMs: 60_000 });

export type Person = Whose & { expiresAt: Date };
type Handler = (request: Request) => Promise<Response>;

/** A route for pages of others, by the token of one person. */
export function forBrowser(answer: (person: Person, request: Request) => Promise<unknown>): Handler {
  return async (request) => {
    const requestId = requestIdOf(request.headers);
    try {
      const person = await personOf(request);
      const result = await answer(person, request);
      return open(
        result instanceof Response
          ? result
          : Response.json(result, { headers: { 'cache-control': 'no-store' } }),
      );
    } catch (error) {
      return open(problemResponse(toAppError(error, requestId), requestId));
    }
  };
}

/** What a browser asks before it asks (Fetch, 3.3). */
export async function answerPreflight(): Promise<Response> {
  return new Response(null, { status: 204, headers: PREFLIGHT });
}

export function queryOf<T>(schema: z.ZodType<T>, request: Request): T {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  checkPlain(query);
  return parseInput(schema, query);
}

export function bodyOf<T>(schema: z.ZodType<T>, request: Request): Promise<T> {
  return withJsonBody(request, { maxBytes: 8_192, maxValues: 200, files: undefined }, async (json) =>
    parseInput(schema, json),
  );
}

async function personOf({ headers }: Request): Promise<Person> {
  const [, token = ''] = /^bearer +(\S+)$/i.exec(headers.get('authorization') ?? '') ?? [];
  const person = await readFeedToken(token);
  if (!person)
    throw await countRefusal(
      new AppError('unauthorized', 'The token of this feed is missing or over: ask your server for another.'),
      clientAddress(headers),
    );
  if (!ofOnePerson.admit(person.contactId))
    throw new AppError('rate_limited', 'Too many requests.', { retryAfterSeconds: 60 });
  return person;
}

export function open(response: Response): Response {
  for (const [name, value] of Object.entries(OPEN)) response.headers.set(name, value);
  return response;
}
