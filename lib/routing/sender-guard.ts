/** What becomes of a provider through which mail of the sender's domain would fail DMARC. */
export const GUARD_MODES = ['off', 'last', 'refuse'] as const;
export type GuardMode = (typeof GUARD_MODES)[number];

/** What the checks of a domain found: the providers, by id, through which nothing that is aligned would pass. */
export type DomainStanding = { domain: string; companyId: string | null; breaks: string[] };

export type SenderGuard = { mode: GuardMode; standings: DomainStanding[] };

/** Of a provider and a message, what decides; spelt out, as `types.ts` knows this file. */
type Asked = { id: string; senderDomain?: string | null };
type Sent = { senderNames: string[]; companyId: string | null };

/**
 * Whether mail of this sender would not be taken for the domain's own by that provider. Only what was found counts: a domain that nobody has
 * set up, and whatever is not known, is let be.
 */
export function breaksAlignment(
  guard: SenderGuard | undefined,
  { senderNames, companyId }: Sent,
): ((provider: Asked) => boolean) | undefined {
  if (!guard || guard.mode === 'off' || guard.standings.length === 0) return undefined;
  const find = (names: string[]) => findStanding(guard.standings, names, companyId);
  // What names no sender goes out in the provider's own name.
  const standing = senderNames.length > 0 ? find(senderNames) : undefined;
  return ({ id, senderDomain }) => {
    const known = senderNames.length > 0 ? standing : senderDomain ? find([senderDomain]) : undefined;
    return known?.breaks.includes(id) ?? false;
  };
}

/** The company's own before the one of all. */
function findStanding(
  standings: DomainStanding[],
  names: string[],
  companyId: string | null,
): DomainStanding | undefined {
  const known = standings.filter(({ domain }) => names.includes(domain));
  return (
    known.find((standing) => standing.companyId === companyId) ??
    known.find((standing) => standing.companyId === null)
  );
}
