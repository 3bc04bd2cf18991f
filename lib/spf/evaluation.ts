import type { DnsResolver } from '@/lib/dns/types';
import type { Address } from './address';
import { expandDomain, type MacroValues } from './expand-macros';
import { parseDomainSpec } from './macro-string';
import { MAX_LOOKUPS, MAX_VOID_LOOKUPS, type SpfReason } from './spf-result';
import { findValidatedHost } from './validated-hosts';

/** What one evaluation knows and has counted, through all records that it reads. */
export type Evaluation = {
  resolver: DnsResolver;
  ip: Address;
  local: string;
  senderDomain: string;
  helo: string;
  receiver: string;
  now: Date;
  lookups: number;
  voidLookups: number;
};

/** Ends all of it from however deep: `temperror` and `permerror` pass through every `include` unchanged (RFC 7208 5.2). */
export class SpfStop extends Error {
  constructor(
    readonly result: 'temperror' | 'permerror',
    readonly reason: SpfReason,
  ) {
    super(reason.code);
  }
}

/** RFC 7208 4.6.4: the terms that ask, through all records. */
export function countLookUp(evaluation: Evaluation, domain: string, term: string): void {
  if (evaluation.lookups >= MAX_LOOKUPS)
    throw new SpfStop('permerror', { code: 'too_many_lookups', domain, term });
  evaluation.lookups++;
}

/** A term whose question found nothing (4.6.4). */
export function countVoid(evaluation: Evaluation, domain: string, term: string): void {
  evaluation.voidLookups++;
  if (evaluation.voidLookups > MAX_VOID_LOOKUPS)
    throw new SpfStop('permerror', { code: 'too_many_void_lookups', domain, term });
}

/** The name that a term means; without one, the domain of the record. */
export async function expandSpec(
  evaluation: Evaluation,
  domain: string,
  spec: string | null,
): Promise<string> {
  return spec === null ? domain : expandDomain(parseDomainSpec(spec)!, macroValues(evaluation, domain));
}

export function macroValues(evaluation: Evaluation, domain: string): MacroValues {
  return { ...evaluation, domain, findHost: () => findValidatedHost(evaluation, domain) };
}
