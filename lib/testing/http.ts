import { encode } from 'next-auth/jwt';
import { expect } from 'vitest';
import { createUser } from '@/lib/auth/create-user';
import { sessionCookieName, startSession } from '@/lib/auth/session';
import { authSecret } from '@/lib/crypto/keyring';
import { newId } from '@/lib/ids';
import type { Role } from '@/lib/roles';
import { testContext } from './factories';

export type Handler = (
  request: Request,
  route: { params: Promise<Record<string, string>> },
) => Promise<Response>;

export type Call = {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  token?: string;
  /** A session cookie of `signIn`; comes with what a browser says of a request from our own page. */
  cookie?: string;
  /** An object is sent as JSON; text, bytes and streams as they are. */
  body?: unknown;
  headers?: Record<string, string>;
  params?: Record<string, string>;
  query?: Record<string, string>;
};

export type Answer = { status: number; headers: Headers; text: string; body: Body };
// biome-ignore lint/suspicious/noExplicitAny: each test knows the shape that it asked for and checks it
type Body = any;

/** Calls a route handler as Next would, without a server. */
export async function call(handler: Handler, options: Call = {}): Promise<Answer> {
  const { method = options.body === undefined ? 'GET' : 'POST', query = {} } = options;
  const url = new URL(`http://relevo.test/?${new URLSearchParams(query)}`);
  const init = { method, headers: headersOf(options), body: bodyOf(options.body), duplex: 'half' };
  const request = new Request(url, init as RequestInit);
  const response = await handler(request, { params: Promise.resolve(options.params!) });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: parse(text) };
}

function headersOf({ token, cookie, body, headers }: Call): Record<string, string> {
  return {
    ...(token && { authorization: `Bearer ${token}` }),
    ...(cookie && { cookie, 'sec-fetch-site': 'same-origin' }),
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...headers,
  };
}

/** As a body comes over the wire: in pieces, with time for others between them. */
export function inPieces(bytes: Uint8Array, size = 64 * 1024): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    async pull(controller) {
      await new Promise((resolve) => setImmediate(resolve));
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, at + size));
      at += size;
    },
  });
}

function bodyOf(body: unknown): BodyInit | undefined {
  if (body === undefined || typeof body === 'string' || body instanceof ReadableStream) return body;
  return body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body);
}

function parse(text: string): Body {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** RFC 9457, with our stable code, and the field when there is one to name. */
export function expectProblem(answer: Answer, status: number, code: string, path?: string): void {
  expect(answer.body).toMatchObject({
    type: expect.any(String),
    title: expect.any(String),
    detail: expect.any(String),
    requestId: expect.any(String),
    status,
    code,
  });
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  if (path !== undefined) expect(pathsOf(answer)).toContain(path);
}

function pathsOf({ body }: Answer): string[] {
  return (body.errors ?? []).map((error: { path: string }) => error.path);
}

/** Makes a person of that role with a session of their own, and returns the browser's cookie. */
export async function signIn(role: Role): Promise<string> {
  const email = `${role}-${newId()}@example.com`;
  const user = await createUser(testContext, { email, name: role, role, password: 'a long enough password' });
  const sid = await startSession(user.id, { ip: null, userAgent: null });
  const name = sessionCookieName();
  return `${name}=${await encode({ token: { sid }, secret: authSecret(), salt: name })}`;
}
