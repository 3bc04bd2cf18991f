import { randomUUID } from 'node:crypto';
import { AppError } from './errors';
import type { Locale } from './i18n/locales';
import type { Role } from './roles';

export type Actor =
  | {
      type: 'user';
      id: string;
      label: string;
      role: Role;
      sessionId: string;
      /** The companies that this person is limited to; null: all. */
      companyIds?: string[] | null;
      /** Showed within the last minutes that it is they; see `lib/auth/confirm-self.ts`. */
      confirmed?: boolean;
    }
  | {
      type: 'token';
      id: string;
      label: string;
      scopes: string[];
      /** Whence its messages may come, and by which providers they may go; null: all. */
      fromDomains?: string[] | null;
      providerIds?: string[] | null;
    }
  | { type: 'command'; id: null; label: string }
  | { type: 'job'; id: null; label: string };

/** Who acts and for which request. Every verb takes one first. */
export type Context = {
  actor: Actor;
  /** The company of the token, or the one that the person looks at; null: sees all of them. See `lib/companies/scoped.ts`. */
  companyId: string | null;
  /** What it hands in is a test: for sandboxes only. */
  test?: true;
  requestId: string;
  ip: string | null;
  locale: Locale;
};

/**
 * The companies beyond which who acts neither sees nor changes anything: that of a token, those a person is limited to. Null: no bounds,
 * also where a person merely looks at one of them.
 */
export function boundTo({ actor, companyId }: Pick<Context, 'actor' | 'companyId'>): string[] | null {
  if (actor.type === 'token') return companyId === null ? null : [companyId];
  return actor.type === 'user' ? (actor.companyIds ?? null) : null;
}

/** For what gives out access: who is signed in has shown within the last minutes that it is they. @throws AppError confirmation_needed */
export function requireConfirmed({ actor }: Pick<Context, 'actor'>): void {
  if (actor.type !== 'user' || actor.confirmed) return;
  throw new AppError('confirmation_needed', 'Confirm that it is you, by your password, and try again.');
}

export function commandContext(label = 'command line'): Context {
  return ofSystem({ type: 'command', id: null, label });
}

export function jobContext(task: string): Context {
  return ofSystem({ type: 'job', id: null, label: task });
}

function ofSystem(actor: Actor): Context {
  return { actor, companyId: null, requestId: randomUUID(), ip: null, locale: 'en' };
}
