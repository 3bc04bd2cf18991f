import type { ReportedReason } from '@/lib/events/inbound';
import type { ToldType } from '@/lib/events/types';
import { isUuid } from '@/lib/ids';

/** What a provider's name of an event means here. */
export type Meaning = { type: ToldType; reason?: ReportedReason };

export type Fields = Record<string, unknown>;

/** What came in, as JSON. @throws SyntaxError where it is none */
export function readBody(body: Uint8Array): unknown {
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
}

/** An object to look into; empty where there is something else. */
export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** More than any reply has. */
const MOST = 2_000;

export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value.slice(0, MOST) : undefined;
}

/** Of seconds or milliseconds since 1970, or a date as text; null where it is none. */
export function timeOf(value: unknown): Date | null {
  const number = typeof value === 'string' && /^\d+(\.\d+)?$/.test(value) ? Number(value) : value;
  const ms =
    typeof number === 'number' ? number * (number < 1e11 ? 1_000 : 1) : Date.parse(textOf(value) ?? '');
  return Number.isNaN(ms) || Math.abs(ms) > 8e15 ? null : new Date(ms);
}

/** The message by our own id, which went out with it, or by the provider's. */
export function messageOf(
  ours: unknown,
  theirs: unknown,
): { messageId: string } | { providerMessageId: string } | null {
  if (typeof ours === 'string' && isUuid(ours)) return { messageId: ours.toLowerCase() };
  const id = textOf(theirs);
  return id ? { providerMessageId: id } : null;
}
