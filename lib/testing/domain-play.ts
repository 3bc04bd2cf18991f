import type { ApiAnswer, ApiCallSeen } from './api-server';
import { PLAIN_KEY } from './hook-plays';

/** A domain that a service knows. */
export type DomainHeld = { name: string; verified: boolean };

export type DomainPlay = {
  settings: (endpoint: string, domain: string) => Record<string, unknown>;
  secrets: Record<string, string>;
  /** What it knows a domain by; absent: its own name. */
  nameOf?: (domain: string) => string;
  /** As its documents write it. */
  records: (domain: string) => string[];
  /** As strictly as it is documented: anything else is answered by 400. Written after the pages that each adapter's `domains.ts` cites. */
  answer: (call: ApiCallSeen, held: DomainHeld[]) => ApiAnswer;
  /** A key that is good and may not do this, as the service refuses it. */
  forbidden: ApiAnswer;
};

export const ok = (body: unknown, status = 200): ApiAnswer => ({ status, body });
export const urlOf = ({ path }: ApiCallSeen) => new URL(path, 'http://service.test');
export const bearer = (call: ApiCallSeen) => call.headers.authorization === `Bearer ${PLAIN_KEY}`;
export const json = (call: ApiCallSeen) => JSON.parse(call.body.toString()) as Record<string, unknown>;
export const KEY = 'MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDeMVIzrCa3T14JsNY0IRv5';
export const add = (held: DomainHeld[], name: unknown): DomainHeld => {
  const made = { name: String(name), verified: false };
  held.push(made);
  return made;
};
