import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { Breath } from '@/lib/async/breath';
import { readSession } from '@/lib/auth/session';
import { localeFor } from '@/lib/companies/locale-for';
import type { Actor, Context } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { negotiateLocale } from '@/lib/i18n/locales';
import { type Role, roleAllows } from '@/lib/roles';
import type { Scope } from '@/lib/tokens/schema';
import { verifyToken } from '@/lib/tokens/verify';
import { withJsonBody } from './body';
import { clientAddress } from './client-address';
import { comesFromOwnPage } from './own-page';
import { parseInput } from './parse-input';
import { checkPlain } from './plain-input';
import { problemResponse, toAppError } from './problem';

type RouteContext = { params: Promise<Record<string, string>> };
type Handler = (request: Request, route: RouteContext) => Promise<Response>;

export type Access = {
  /** What a token must have. */
  scope: Scope;
  /** What a person in the panel must be; default: a viewer for reads, a technician for writes. */
  role?: Role;
};

type Options<Body, Query> = Access & {
  body?: z.ZodType<Body>;
  /** A request without a body is one with an empty object. */
  bodyOptional?: boolean;
  query?: z.ZodType<Query>;
  /** 200 unless told otherwise. */
  status?: number;
  maxBodyBytes?: number;
  /** Lists, objects and what is in them; 10,000 unless told otherwise. */
  maxBodyValues?: number;
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

const SAFE_METHODS = new Set(['GET', 'HEAD']);
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
  const handler: Handler = async (request, route) => {
    const requestId = randomUUID();
    try {
      const ctx = await authenticate(request, requestId);
      authorize(ctx.actor, options, request);
      const params = await route.params;
      checkPlain(params);
      const query = options.query ? parseInput(options.query, searchParams(request)) : (undefined as Query);
      const run = (body: Body) => verb(ctx, { body, query, params, request });
      const result =
        options.body && !(options.bodyOptional && isEmpty(request))
          ? await withJsonBody(request, limitsOf(options), async (json) => {
              const breath = new Breath();
              const body = parseInput(options.body!, json);
              await breath.take();
              return run(body);
            })
          : await run(options.body ? parseInput(options.body, {}) : (undefined as Body));
      return respond(result, options.status ?? 200, requestId);
    } catch (error) {
      return problemResponse(toAppError(error, requestId), requestId);
    }
  };
  const { scope, role, query, body } = options;
  return Object.assign(handler, { [ACCESS]: { scope, role, query, body } });
}

/** A bearer token, else the panel's session; for a session an unsafe method must come from our own pages. */
async function authenticate(request: Request, requestId: string): Promise<Context> {
  const ip = clientAddress(request.headers);
  const asked = request.headers.get('accept-language');
  const locale = negotiateLocale(asked);
  const header = request.headers.get('authorization');
  if (header !== null) {
    const holder = await verifyToken(header.replace(/^Bearer\s+/i, ''), ip);
    if (!holder) throw new AppError('unauthorized', 'The token is missing, wrong, expired or revoked.');
    const own = await localeFor(holder.companyId, { header: asked, locale });
    return { ...holder, requestId, ip, locale: own };
  }
  const user = await readSession(request.headers);
  if (!user) throw new AppError('unauthorized', 'Send an API token: Authorization: Bearer rlv_…');
  if (!SAFE_METHODS.has(request.method) && comesFromOwnPage((name) => request.headers.get(name)) !== true)
    throw new AppError('forbidden', 'This request did not come from the panel.');
  const actor: Actor = {
    type: 'user',
    id: user.id,
    label: user.email,
    role: user.role,
    sessionId: user.sessionId,
  };
  return { actor, companyId: user.companyId, requestId, ip, locale: user.language };
}

function authorize(actor: Actor, access: Access, request: Request): void {
  if (actor.type === 'token' && !actor.scopes.includes(access.scope))
    throw new AppError('forbidden', `The token lacks the scope ${access.scope}.`);
  const role = access.role ?? (SAFE_METHODS.has(request.method) ? 'viewer' : 'technician');
  if (actor.type === 'user' && !roleAllows(actor.role, role))
    throw new AppError('forbidden', `This needs the role ${role}.`);
}

function isEmpty(request: Request): boolean {
  return request.body === null || request.headers.get('content-length') === '0';
}

function limitsOf({ maxBodyBytes, maxBodyValues, bodyFiles }: Options<unknown, unknown>) {
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
