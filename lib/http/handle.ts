import type { z } from 'zod';
import { Breath } from '@/lib/async/breath';
import { type Actor, type Context, requireConfirmed } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { isConfirmed, type Permission } from '@/lib/permissions';
import { permissionOf } from '@/lib/tokens/permission-of';
import type { Scope } from '@/lib/tokens/schema';
import { noteRequest } from '@/lib/tokens/usage';
import { authenticate, isSafe, tokenHeaders } from './authenticate';
import { withJsonBody } from './body';
import { checkMay } from './check-may';
import { parseInput } from './parse-input';
import { checkPlain } from './plain-input';
import { problemResponse, toAppError } from './problem';
import { REQUEST_ID_HEADER, requestIdOf } from './request-id';
import { routePattern } from './route-pattern';

type RouteContext = { params: Promise<Record<string, string>> };
type Handler = (request: Request, route: RouteContext) => Promise<Response>;

/** The scope that a token must have, and what a person must be allowed: the same, unless told otherwise. `any`: the route is about the token itself. */
export type Access = { scope: Scope; may?: Permission } | { scope: 'any'; may: Permission };

type Options<Body, Query> = Access & Parts<Body, Query>;

type Parts<Body, Query> = {
  body?: z.ZodType<Body>;
  /** A request without a body is one with an empty object. */
  bodyOptional?: boolean;
  query?: z.ZodType<Query>;
  /** Whether a person shows once more that it is they, where what they may does not say so; of what only reads asked where this says so. */
  confirm?: boolean;
  /** 200 unless told otherwise. */
  status?: number;
  maxBodyBytes?: number;
  /** Lists, objects and what is in them; 10,000 unless told otherwise. */
  maxBodyValues?: number;
  /** Of how many requests the limits of a token count this one; 1 unless told otherwise. */
  countsAs?: (body: Body) => number;
  /** The body has messages with attachments: those of a large one come as bytes. */
  bodyFiles?: boolean;
};

export type HandlerInput<Body, Query> = {
  body: Body;
  query: Query;
  params: Record<string, string>;
  request: Request;
};

/** Marks a function as made here, with what it asks for; tests list every route, fail on one made another way, and send what it does not take. */
export const ACCESS = Symbol.for('relevo.access');

const DEFAULT_BODY_BYTES = 1024 * 1024;
const DEFAULT_BODY_VALUES = 10_000;

/** Only for the compiler: what a route answers and what may be asked of it, from which the panel's client is typed (`app/api/reads.ts`). */
export type Answers<Answer, Query> = { readonly [ANSWERS]?: { answer: Answer; query: Query } };
declare const ANSWERS: unique symbol;

/** A route handler: authenticate, authorise, parse, call one verb, answer JSON. A `Response` is passed on as it is. */
export function handle<Body = undefined, Query = undefined, Answer = unknown>(
  options: Options<Body, Query>,
  verb: (ctx: Context, input: HandlerInput<Body, Query>) => Promise<Answer>,
): Handler & Answers<Answer, Query> {
  const permission = options.may ?? permissionOf(options.scope);
  const handler: Handler = async (request, route) => {
    const requestId = requestIdOf(request.headers);
    let told: [string, string][] = [];
    let note: ((status: number) => void) | undefined;
    try {
      // Next has none, not an empty one, for a route without a variable part.
      const params = (await route.params) ?? {};
      const { ctx, holder } = await authenticate(request, requestId);
      note = (status) => holder && noteRequest(holder.actor.id, routePattern(request, params), status);
      told = tokenHeaders(holder, await holder?.spend(1));
      authorize(ctx.actor, options.scope, permission);
      if (options.confirm ?? (!isSafe(request) && isConfirmed(permission))) requireConfirmed(ctx);
      checkPlain(params);
      const query = options.query ? parseInput(options.query, searchParams(request)) : (undefined as Query);
      const run = (body: Body) => verb(ctx, { body, query, params, request });
      const result =
        options.body && !(options.bodyOptional && isEmpty(request))
          ? await withJsonBody(request, limitsOf(options), async (json) => {
              const breath = new Breath();
              const body = parseInput(options.body!, json);
              await breath.take();
              const more = (options.countsAs?.(body) ?? 1) - 1;
              if (more > 0 && holder) told = tokenHeaders(holder, await holder.spend(more));
              return run(body);
            })
          : await run(options.body ? parseInput(options.body, {}) : (undefined as Body));
      return answer(respond(result, options.status ?? 200, requestId));
    } catch (error) {
      return answer(problemResponse(toAppError(error, requestId), requestId));
    }
    function answer(response: Response): Response {
      note?.(response.status);
      response.headers.set(REQUEST_ID_HEADER, requestId);
      for (const [name, value] of told) response.headers.set(name, value);
      return response;
    }
  };
  const { scope, query, body, status, bodyOptional, confirm } = options;
  const access = { scope, may: permission, query, body, status, bodyOptional, confirm };
  return Object.assign(handler, { [ACCESS]: access });
}

function authorize(actor: Actor, scope: Access['scope'], permission: Permission): void {
  if (actor.type === 'token' && scope !== 'any' && !actor.scopes.includes(scope))
    throw new AppError('forbidden', `The token lacks the scope ${scope}.`);
  if (actor.type === 'user') checkMay(actor.role, permission);
}

/** A request that announces no body has none (RFC 9112, 6.3): what `curl -X POST` sends. Next gives it an empty stream all the same. */
function isEmpty({ body, headers }: Request): boolean {
  if (body === null || headers.get('content-length') === '0') return true;
  return ['content-length', 'transfer-encoding', 'content-type'].every((name) => !headers.has(name));
}

function limitsOf<Body, Query>({ maxBodyBytes, maxBodyValues, bodyFiles }: Options<Body, Query>) {
  return {
    maxBytes: maxBodyBytes ?? DEFAULT_BODY_BYTES,
    maxValues: maxBodyValues ?? DEFAULT_BODY_VALUES,
    files: bodyFiles,
  };
}

function searchParams(request: Request): Record<string, string> {
  const given = [...new URL(request.url).searchParams].filter(([, value]) => value !== '');
  const query: Record<string, string> = Object.fromEntries(given);
  checkPlain(query);
  return query;
}

function respond(result: unknown, status: number, requestId: string): Response {
  if (result instanceof Response) return result;
  if (result === undefined)
    return new Response(null, { status: 204, headers: { 'x-request-id': requestId } });
  return Response.json(result, {
    status,
    headers: { 'x-request-id': requestId, 'cache-control': 'no-store' },
  });
}
