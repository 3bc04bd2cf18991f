'use client';

import { queryOptions } from '@tanstack/react-query';
import type { FieldError } from '@/lib/errors';
import { ATTENDED_HEADER } from '@/lib/http/attended-header';
import { isAttended } from './attended';
import { goToSignIn } from './go-to-sign-in';
import { nounKey } from './noun-key';
import { answeredSince } from './presses';
import type { Result } from './use-action';

/** Every route that the panel reads: `app/api/reads.ts` fills it from the routes themselves. */
// biome-ignore lint/suspicious/noEmptyInterface: merged with what is declared there
export interface Reads {}

type Named<Route> = Route extends `${string}[${infer Name}]${infer Rest}` ? Name | Named<Rest> : never;
type Value = string | number | null | undefined;
/** The parts of the path that vary, and what the route's query takes; what is empty is left out. */
export type Params<Route extends keyof Reads> = { [name in Named<Route>]: string | number } & {
  [name in keyof Reads[Route]['query']]?: Value;
};
type ParamsIfAny<Route extends keyof Reads> =
  Named<Route> extends never ? [params?: Params<Route>] : [params: Params<Route>];

/** What the API answers instead of data: problem+json with a stable `code` (`errors.<code>` is its text). */
export class ApiProblem extends Error {
  override name = 'ApiProblem';

  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly errors?: FieldError[],
    readonly requestId?: string,
  ) {
    super(detail);
  }
}

/** `apiGet('providers/[id]', { id: 'smtp' })` reads `/api/v1/providers/smtp`. @throws ApiProblem (`offline` when nobody answers) */
export function apiGet<Route extends keyof Reads>(
  route: Route,
  ...params: ParamsIfAny<Route>
): Promise<Reads[Route]['answer']> {
  return read<Route>(apiPath(route, ...params));
}

/** Options for `useQuery`. The key is `['api', noun, path]`, so that a write can refresh all reads of a noun. */
export function apiQuery<Route extends keyof Reads>(route: Route, ...given: ParamsIfAny<Route>) {
  return queryOptions({
    queryKey: apiKey(route, ...given),
    queryFn: ({ signal }) => read<Route>(apiPath(route, ...given), signal),
  });
}

/** For what is not JSON, such as a message's source. */
export function apiTextQuery<Route extends keyof Reads>(route: Route, ...given: ParamsIfAny<Route>) {
  return queryOptions({
    queryKey: apiKey(route, ...given),
    queryFn: async ({ signal }) => (await answer(apiPath(route, ...given), signal)).text(),
  });
}

/** What is no JSON and no text, such as an attachment. @throws ApiProblem */
export async function apiBlob<Route extends keyof Reads>(
  route: Route,
  ...given: ParamsIfAny<Route>
): Promise<Blob> {
  return (await answer(apiPath(route, ...given))).blob();
}

/** The address itself, for links and frames. */
export function apiPath<Route extends keyof Reads>(route: Route, ...[params]: ParamsIfAny<Route>): string {
  const rest = new Map(Object.entries<Value>(params ?? {}).map(([name, value]) => [name, `${value ?? ''}`]));
  const path = route.replace(/\[(\w+)\]/g, (_, name: string) => {
    const part = encodeURIComponent(rest.get(name) ?? '');
    rest.delete(name);
    return part;
  });
  const query = new URLSearchParams([...rest].filter(([, value]) => value !== ''));
  return `/api/v1/${path}${query.size > 0 ? `?${query}` : ''}`;
}

/** For writes that must run side by side: Next runs the server actions of a page one after another. @throws ApiProblem */
export async function apiPost<T>(
  path: string,
  body: unknown,
  extra: Record<string, string> = {},
): Promise<T> {
  const headers = { 'content-type': 'application/json', ...extra };
  const init = { method: 'POST', headers, body: JSON.stringify(body) };
  return (await (await answer(`/api/v1/${path}`, undefined, init)).json()) as T;
}

/** A file as it is, past the limit of forms. @throws ApiProblem */
export async function apiUpload<T>(path: string, type: string, body: Blob): Promise<T> {
  const init = { method: 'POST', headers: { 'content-type': type }, body };
  return (await (await answer(`/api/v1/${path}`, undefined, init)).json()) as T;
}

/** The API's answer as a server action would give it: what was refused is a value, for the form or a notification. */
export async function asResult<T>(answer: Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, data: await answer };
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    const { code, detail, errors, requestId } = error;
    return { ok: false, error: { code, detail, errors, requestId } };
  }
}

function apiKey<Route extends keyof Reads>(route: Route, ...params: ParamsIfAny<Route>): string[] {
  return [...nounKey(route.split('/')[0]!), apiPath(route, ...params)];
}

async function read<Route extends keyof Reads>(
  path: string,
  signal?: AbortSignal,
): Promise<Reads[Route]['answer']> {
  return (await answer(path, signal)).json();
}

async function answer(path: string, signal?: AbortSignal, init?: RequestInit): Promise<Response> {
  const asked = performance.now();
  let response = await request(path, signal, init);
  // To sign in would lose what the answer to a press tells once, such as recovery codes.
  if (response.status === 401 && (await answeredSince(asked))) response = await request(path, signal, init);
  if (response.status === 401) goToSignIn();
  if (!response.ok) throw await problemOf(response);
  return response;
}

async function request(path: string, signal?: AbortSignal, init: RequestInit = {}): Promise<Response> {
  try {
    const attended = { [ATTENDED_HEADER]: isAttended() ? '1' : '0' };
    const headers = { accept: 'application/json, text/plain', ...attended, ...init.headers };
    return await fetch(path, { ...init, signal, headers });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiProblem(0, 'offline', 'No answer.');
  }
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const body = (await response.json().catch(() => ({}))) as Partial<ApiProblem>;
  const { code = 'internal', detail = response.statusText, errors, requestId } = body;
  return new ApiProblem(response.status, code, detail, errors, requestId);
}
