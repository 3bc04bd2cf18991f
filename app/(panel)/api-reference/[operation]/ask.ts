import type { SampleRequest } from '@/lib/openapi/samples/request';

export type Heard =
  | { ok: true; status: number; ms: number; headers: [string, string][]; text: string; cut: boolean }
  | { ok: false; detail: string };

/** More than anybody reads here; a browser should not have to draw it. */
const LONGEST = 100_000;

/** Headers that say nothing of the request. */
const DULL =
  /^(connection|content-encoding|content-security-policy|date|keep-alive|transfer-encoding|vary|referrer-policy|permissions-policy|cross-origin-.*|x-content-type-options|strict-transport-security)$/;

/** Makes the request on this system: with the token and nothing of the session, or without one as who is signed in. */
export async function ask(request: SampleRequest, token: string): Promise<Heard> {
  const { method, path, headers, body } = request;
  const startedAt = performance.now();
  try {
    const response = await fetch(path, {
      method,
      redirect: 'error',
      credentials: token ? 'omit' : 'same-origin',
      headers: {
        ...headers,
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = pretty(await response.text());
    return {
      ok: true,
      status: response.status,
      ms: Math.round(performance.now() - startedAt),
      headers: [...response.headers].filter(([name]) => !DULL.test(name)),
      text: text.slice(0, LONGEST),
      cut: text.length > LONGEST,
    };
  } catch (error) {
    return { ok: false, detail: (error as Error).message };
  }
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
