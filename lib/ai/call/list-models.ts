import { safeFetch } from '@/lib/outbound/safe-fetch';
import type { AiConfig } from './config';
import { type AiFailure, ofReply, toFailure } from './failure';
import { kindOf } from './kinds';

type Listed = { ms: number } & ({ ok: true; models: string[] } | { ok: false; failure: AiFailure });

const LIMIT_MS = 10_000;
const MOST_MODELS = 500;

/** What the key may ask, by the call that costs nothing. Never throws for what a service does. */
export async function listModels(config: AiConfig): Promise<Listed> {
  const began = performance.now();
  const ms = () => Math.round(performance.now() - began);
  try {
    const { status, text, headers } = await safeFetch({
      method: 'GET',
      url: urlOf(config),
      headers: { ...signIn(config), accept: 'application/json', 'user-agent': 'Relevo' },
      timeoutMs: LIMIT_MS,
      signal: AbortSignal.timeout(2 * LIMIT_MS),
    });
    if (status !== 200)
      return { ms: ms(), ok: false, failure: ofReply(status, text, headers, config.apiKey) };
    return { ms: ms(), ok: true, models: namesIn(text) };
  } catch (error) {
    return { ms: ms(), ok: false, failure: toFailure(error, config.apiKey) };
  }
}

/** OpenRouter lists its models for everybody: there another call tells whether the key holds. */
function urlOf({ kind, endpoint }: AiConfig): string {
  const base = endpoint.replace(/\/+$/, '');
  const isOpenRouter = new URL(base).hostname === 'openrouter.ai';
  return new URL(isOpenRouter ? `${base}/key` : `${base}${kindOf(kind).models}`).toString();
}

function signIn({ kind, apiKey }: AiConfig): Record<string, string> {
  if (apiKey === null) return {};
  const { auth } = kindOf(kind);
  if (auth === 'bearer') return { authorization: `Bearer ${apiKey}` };
  return { [auth]: apiKey, ...(auth === 'x-api-key' && { 'anthropic-version': '2023-06-01' }) };
}

/** Each service has a list of its own making. Empty where it tells of none. */
function namesIn(text: string): string[] {
  try {
    const { data, models } = JSON.parse(text) as Record<string, unknown>;
    const list = [data, models].find((each) => Array.isArray(each)) as Record<string, unknown>[] | undefined;
    return (list ?? [])
      .map(({ id, name }) => String(id ?? name ?? '').replace(/^models\//, ''))
      .filter((name) => name !== '' && name.length <= 120)
      .slice(0, MOST_MODELS);
  } catch {
    return [];
  }
}
