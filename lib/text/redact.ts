import { bySourceLines } from './source-lines';

const SECRET_NAME =
  /pass|secret|token(?!id)|api[-_]?key|authorization|cookie|signature|private|dsn|credential|sealed/i;
const SECRET_VALUES: [RegExp, string][] = [
  [/\bSG\.[\w-]{10,}\.[\w-]{10,}/g, 'SG.…'],
  [/\bkey-[0-9a-f]{32}\b/g, 'key-…'],
  [/\bxkeysib-[\w-]+/g, 'xkeysib-…'],
  [/\bAKIA[0-9A-Z]{16}\b/g, 'AKIA…'],
  [/\bre_[A-Za-z0-9_]{16,}/g, 're_…'],
  [/\brlv_[A-Za-z0-9]{12}_[A-Za-z0-9]+/g, 'rlv_…'],
  [/\bBearer\s+[\w.~+/=-]+/g, 'Bearer …'],
  [/-----BEGIN [^-]+-----[\s\S]*?(-----END [^-]+-----|$)/g, '-----BEGIN …'],
  [/\bpostgres(ql)?:\/\/[^\s"']+/g, 'postgres://…'],
];
const HIDDEN = '[hidden]';

/** A copy with secrets removed, by the name of the field and by the shape of the value; safe for logs and audit. */
export function redact<T>(value: T, depth = 0): T {
  if (typeof value === 'string') return redactText(value) as T;
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  if (depth > 8) return HIDDEN as T;
  if (value instanceof Error) return redactError(value, depth) as T;
  if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1)) as T;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      SECRET_NAME.test(name) && (typeof item === 'string' || (item !== null && typeof item === 'object'))
        ? HIDDEN
        : redact(item, depth + 1),
    ]),
  ) as T;
}

/** Code and cause often are all that tells one failure from another. */
function redactError(error: Error & { code?: unknown }, depth: number) {
  const { name, message, stack = '', code, cause } = error;
  return {
    name,
    message: redactText(message),
    stack: redactText(bySourceLines(stack)),
    ...(code !== undefined && { code: redact(code, depth + 1) }),
    ...(cause !== undefined && { cause: redact(cause, depth + 1) }),
  };
}

export function redactText(text: string): string {
  return SECRET_VALUES.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), text);
}
