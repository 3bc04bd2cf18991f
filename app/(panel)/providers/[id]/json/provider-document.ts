import { en } from 'zod/locales';
import type { FieldError } from '@/lib/errors';
import { ProviderPatch, type ProviderView } from '@/lib/providers/schema';
import { lineOf } from './json-lines';

const MASK = '••••';

export type DocumentError = FieldError & { line: number | null };
export type ReadDocument = { ok: true; patch: ProviderPatch } | { ok: false; errors: DocumentError[] };

/** Everything of a provider that can be changed, with masks where its secrets would be. */
export function toDocument(provider: ProviderView): string {
  const { name, kind, active, settings, secrets, fromEmail, fromName, priority, weight, fallback } = provider;
  const { costPerMessage, monthlyFee, budget, limits, categories } = provider;
  const masks = Object.fromEntries(Object.entries(secrets).map(([key, { last4 }]) => [key, MASK + last4]));
  const document = { name, kind, active, settings, secrets: masks, fromEmail, fromName };
  const rest = { priority, weight, fallback, categories, costPerMessage, monthlyFee, budget, limits };
  return JSON.stringify({ ...document, ...rest }, null, 2);
}

/** The document as a patch by the API's own schema. A mask means the stored secret stays, so it is not sent. */
export function readDocument(text: string, provider: ProviderView): ReadDocument {
  const document = parse(text);
  if (!document.ok) return { ok: false, errors: [document.error] };
  const { value } = document;
  const parsed = ProviderPatch.safeParse(withoutMasks(value, provider), { error: en().localeError });
  if (parsed.success) {
    const broken = brokenMasks(parsed.data.secrets);
    return broken.length > 0
      ? { ok: false, errors: broken.map((error) => withLine(error, text)) }
      : { ok: true, patch: parsed.data };
  }
  const errors = parsed.error.issues.flatMap(({ path, message, ...issue }) => {
    const names = issue.code === 'unrecognized_keys' ? issue.keys : [undefined];
    return names.map((name) => ({
      path: [...path, name].filter((part) => part !== undefined).join('.'),
      message: name === undefined ? message : 'is not known',
    }));
  });
  return { ok: false, errors: errors.map((error) => withLine(error, text)) };
}

export function withLine(error: FieldError, text: string): DocumentError {
  return { ...error, line: lineOf(text, error.path) };
}

type Parsed = { ok: true; value: unknown } | { ok: false; error: DocumentError };

/** Browsers name the line or the position of a syntax error in their message, each in its own words. */
function parse(text: string): Parsed {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    const { message } = error as SyntaxError;
    const line = /line (\d+)/.exec(message)?.[1] ?? lineAt(text, /position (\d+)/.exec(message)?.[1]);
    return {
      ok: false,
      error: { path: 'JSON', message: 'is not valid JSON', line: line ? Number(line) : null },
    };
  }
}

function lineAt(text: string, position: string | undefined): number | null {
  return position === undefined ? null : text.slice(0, Number(position)).split('\n').length;
}

function withoutMasks(value: unknown, provider: ProviderView): unknown {
  const secrets = (value as { secrets?: unknown } | null)?.secrets;
  if (typeof secrets !== 'object' || secrets === null || Array.isArray(secrets)) return value;
  const typed = Object.entries(secrets).filter(
    ([name, secret]) => !(provider.secrets[name] && secret === MASK + provider.secrets[name].last4),
  );
  return { ...(value as object), secrets: Object.fromEntries(typed) };
}

/** A mask that was changed in part is no secret. */
function brokenMasks(secrets: ProviderPatch['secrets']): FieldError[] {
  return Object.entries(secrets ?? {})
    .filter(([, secret]) => secret?.includes(MASK))
    .map(([name]) => ({ path: `secrets.${name}`, message: 'replace the whole mask, or leave it as it was' }));
}
