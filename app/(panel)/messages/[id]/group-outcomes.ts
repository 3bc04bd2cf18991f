import type { AttemptView } from '@/lib/messages/view-schema';

type Outcome = AttemptView['outcomes'][number];
export type OutcomeGroup = { outcome: Outcome; addresses: string[] };

/** Recipients of whom the same was said, together: a reply is told once. */
export function groupOutcomes(outcomes: Outcome[]): OutcomeGroup[] {
  const groups = new Map<string, OutcomeGroup>();
  for (const outcome of outcomes) {
    const { address, providerMessageId: _id, ...said } = outcome;
    const key = JSON.stringify([
      said.outcome,
      said.fault,
      said.permanent,
      said.code,
      said.reply,
      said.misfits,
      said.rule,
    ]);
    const known = groups.get(key);
    if (known) known.addresses.push(address);
    else groups.set(key, { outcome, addresses: [address] });
  }
  return [...groups.values()];
}
