import { randomUUID } from 'node:crypto';
import type { Locale } from './i18n/locales';
import type { Role } from './roles';

export type Actor =
  | { type: 'user'; id: string; label: string; role: Role; sessionId: string }
  | { type: 'token'; id: string; label: string; scopes: string[] }
  | { type: 'command'; id: null; label: string }
  | { type: 'job'; id: null; label: string };

/** Who acts and for which request. Every verb takes one first. */
export type Context = { actor: Actor; requestId: string; ip: string | null; locale: Locale };

export function commandContext(label = 'command line'): Context {
  return { actor: { type: 'command', id: null, label }, requestId: randomUUID(), ip: null, locale: 'en' };
}

export function jobContext(task: string): Context {
  return { actor: { type: 'job', id: null, label: task }, requestId: randomUUID(), ip: null, locale: 'en' };
}
