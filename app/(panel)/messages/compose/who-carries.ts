import { nobodyCarries } from '@/lib/routing/pass-over';
import { rankProviders } from '@/lib/routing/rank';
import { meet, type RoutingState } from '@/lib/routing/state';
import type { Candidate } from '@/lib/routing/types';
import { readMailbox } from '@/lib/text/address';
import { asciiDomainOf } from '@/lib/text/ascii-domain';
import type { ComposeForm } from './compose-schema';
import { cargoOfForm } from './form-cargo';

/** Worth saying while the message can still be changed. */
const OF_THE_MESSAGE = ['cannot_carry', 'recipient_domain', 'wrong_sender_domain', 'no_sender'];

/** What the router would say of the message as it is so far: by its own rules, so that both are the same. */
export function whoCarries(
  { providers, policy }: RoutingState,
  values: Partial<ComposeForm>,
): { misfits: Candidate[]; nobody: boolean } {
  const candidates = rankProviders(
    providers.map((state) => meet(state, { urgent: false, inLine: false })),
    toRoutingMessage(values, providers),
    policy,
  );
  const misfits = candidates.filter(({ rank, reason }) => rank === null && OF_THE_MESSAGE.includes(reason));
  const active = misfits.filter(({ providerId }) => providers.find(({ id }) => id === providerId)?.active);
  return nobodyCarries(candidates) ? { misfits, nobody: true } : { misfits: active, nobody: false };
}

function toRoutingMessage(values: Partial<ComposeForm>, providers: RoutingState['providers']) {
  const { to = [], cc = [], bcc = [], from, provider } = values;
  const domains = [...to, ...cc, ...bcc].flatMap((text) => {
    const email = readMailbox(text)?.email;
    return email ? asciiDomainOf(email) : [];
  });
  const sender = from && readMailbox(from)?.email;
  const chosen = providers.find(({ name }) => name === provider);
  return {
    channel: 'email',
    category: 'transactional',
    companyId: null,
    priority: 2,
    senderNames: sender ? [sender, asciiDomainOf(sender)] : [],
    hasSender: Boolean(sender),
    recipientDomains: [...new Set(domains)],
    cargo: cargoOfForm(values),
    providerIds: chosen ? [chosen.id] : null,
    pinnedProviderId: null,
    seed: 'compose',
  };
}
