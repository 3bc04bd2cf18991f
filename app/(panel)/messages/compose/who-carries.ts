import type { ChannelForm } from '@/lib/channels/form';
import { PRIORITIES } from '@/lib/queue/priority';
import { nobodyCarries } from '@/lib/routing/pass-over';
import { rankProviders } from '@/lib/routing/rank';
import { meet, type RoutingState } from '@/lib/routing/state';
import type { Candidate, RoutingMessage } from '@/lib/routing/types';
import type { ComposeValues } from './compose-values';
import { contentIdOf } from './inline-file';

/** Worth saying while the message can still be changed. */
const OF_THE_MESSAGE = ['cannot_carry', 'recipient_domain', 'wrong_sender_domain', 'no_sender'];
/** Those that were named; of the others it goes without saying. */
const OF_THE_NAMED = [...OF_THE_MESSAGE, 'wrong_category', 'wrong_company'];

export type Written = {
  channel: string;
  form: ChannelForm;
  companyId: string | null;
  values: Partial<ComposeValues>;
};

/** What the router would say of the message as it is so far: by its own rules, so that both are the same. */
export function whoCarries(
  { providers, policy }: RoutingState,
  written: Written,
): { misfits: Candidate[]; nobody: boolean } {
  const message = toRoutingMessage(written, providers);
  const urgent = message.priority === 0;
  const candidates = rankProviders(
    providers.map((state) => meet(state, { urgent, inLine: false })),
    message,
    policy,
  );
  const reasons = message.providerIds ? OF_THE_NAMED : OF_THE_MESSAGE;
  const misfits = candidates.filter(({ rank, reason }) => rank === null && reasons.includes(reason));
  const active = misfits.filter(({ providerId }) => providers.find(({ id }) => id === providerId)?.active);
  return nobodyCarries(candidates) ? { misfits, nobody: true } : { misfits: active, nobody: false };
}

function toRoutingMessage(
  { channel, form, companyId, values }: Written,
  providers: RoutingState['providers'],
): RoutingMessage {
  const { bare = asIs, groupOf } = form;
  const { from, providers: names = [], category = 'transactional', priority = 'normal' } = values;
  const groups = form.recipients.kinds.flatMap((kind) =>
    (values[kind] ?? []).flatMap((typed) => {
      const address = bare(typed);
      return address && groupOf ? groupOf(address) : [];
    }),
  );
  const sender = from ? bare(from) : null;
  const named = names.flatMap((name) => providers.find((each) => each.name === name)?.id ?? []);
  return {
    channel,
    category,
    companyId,
    priority: PRIORITIES.indexOf(priority),
    senderNames: sender ? [sender, ...(groupOf ? [groupOf(sender)] : [])] : [],
    hasSender: Boolean(sender) || form.needsNoSender === true,
    recipientDomains: [...new Set(groups)],
    cargo: cargoOf(form, values),
    providerIds: named.length > 0 ? named : null,
    pinnedProviderId: null,
    seed: 'compose',
  };
}

const asIs = (typed: string): string => typed;

function cargoOf({ recipients, cargoOf: own }: ChannelForm, values: Partial<ComposeValues>) {
  const { attachments = [], text = '' } = values;
  const files = attachments.map((file) => ({
    name: file.name,
    size: file.size,
    type: file.type,
    contentId: contentIdOf(file),
  }));
  if (own) return own({ ...values, attachments: files });
  const count = recipients.kinds.reduce((sum, kind) => sum + (values[kind]?.length ?? 0), 0);
  return { sizeBytes: new TextEncoder().encode(text).length, recipients: count };
}
