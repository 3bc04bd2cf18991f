'use client';

import { queryOptions } from '@tanstack/react-query';
import type { FieldError } from '@/lib/errors';
import { paths } from '@/lib/paths';
import { nounKey } from './noun-key';
import type { Result } from './use-action';

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

/** `apiGet<ProviderView>('providers/smtp')` reads `/api/v1/providers/smtp`. @throws ApiProblem (`offline` when nobody answers) */
export async function apiGet<T>(path: string, signal?: AbortSignal): Promise<T> {
  return (await (await answer(path, signal)).json()) as T;
}

/** For writes that must run side by side: Next runs the server actions of a page one after another. @throws ApiProblem */
export async function apiPost<T>(
  path: string,
  body: unknown,
  extra: Record<string, string> = {},
): Promise<T> {
  const headers = { 'content-type': 'application/json', ...extra };
  const init = { method: 'POST', headers, body: JSON.stringify(body) };
  return (await (await answer(path, undefined, init)).json()) as T;
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

/** For what is not JSON, such as a message's source. @throws ApiProblem */
export async function apiText(path: string, signal?: AbortSignal): Promise<string> {
  return (await answer(path, signal)).text();
}

/** Options for `useQuery`. The key is `['api', noun, path]`, so that a write can refresh all reads of a noun. */
export function apiQuery<T>(path: string) {
  return queryOptions({
    queryKey: [...nounKey(path.split(/[/?]/)[0]!), path],
    queryFn: ({ signal }) => apiGet<T>(path, signal),
  });
}

async function answer(path: string, signal?: AbortSignal, init?: RequestInit): Promise<Response> {
  const response = await request(path, signal, init);
  if (response.status === 401) goToSignIn();
  if (!response.ok) throw await problemOf(response);
  return response;
}

async function request(path: string, signal?: AbortSignal, init: RequestInit = {}): Promise<Response> {
  try {
    const headers = { accept: 'application/json, text/plain', ...init.headers };
    return await fetch(`/api/v1/${path}`, { ...init, signal, headers });
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

function goToSignIn(): void {
  const here = window.location.pathname + window.location.search;
  window.location.assign(paths.signIn({ callbackUrl: here }));
}
