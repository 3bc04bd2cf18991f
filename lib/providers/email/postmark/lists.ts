import type { ProviderConfig } from '../../adapter';
import { askService, listIn } from '../../api/ask-service';
import { readJson } from '../../api/json';
import { pageOfLists } from '../../api/paged-lists';
import type { Reach } from '../../api/reach';
import type { HeldCause, ListApi } from '../../list-api';
import { ServiceFailure } from '../../service-failure';
import { fieldsOf, listOf, textOf, timeOf } from '../events/fields';

/** A dump has no pages: some 150 bytes an address. */
const MOST_BYTES = 64 * 1024 * 1024;
const REASONS = ['HardBounce', 'SpamComplaint', 'ManualSuppression'] as const;

/** Of one message stream, each reason in one piece: https://postmarkapp.com/developer/api/suppressions-api */
export function postmarkLists<
  Settings extends { messageStream?: string },
  Secrets extends { apiKey: string },
>(reach: Reach<ProviderConfig<Settings, Secrets>>): ListApi<Settings, Secrets> {
  const ofStream = (config: ProviderConfig<Settings, Secrets>) =>
    `${reach(config).url}/message-streams/${config.settings.messageStream ?? 'outbound'}/suppressions`;
  return {
    source: { url: 'https://postmarkapp.com/developer/api/suppressions-api', checked: '2026-11-29' },
    page: (config, cursor) =>
      pageOfLists(REASONS, cursor, async ({ list }) => {
        const { headers } = reach(config);
        const query = new URLSearchParams({ SuppressionReason: list });
        const reply = await askService({
          method: 'GET',
          url: `${ofStream(config)}/dump?${query}`,
          headers,
          maxBytes: MOST_BYTES,
        });
        const entries = listIn(readJson<{ Suppressions: unknown }>(reply.text).Suppressions, reply).map(
          fieldsOf,
        );
        const held = entries.flatMap(({ EmailAddress, SuppressionReason, Origin, CreatedAt }) => {
          const address = textOf(EmailAddress);
          const cause = causeOf(SuppressionReason, Origin);
          return address ? [{ address, list, cause, reason: textOf(Origin), at: timeOf(CreatedAt) }] : [];
        });
        return { held, next: null };
      }),
    async remove(config, { address }) {
      const { headers } = reach(config);
      const reply = await askService({
        method: 'POST',
        url: `${ofStream(config)}/delete`,
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify({ Suppressions: [{ EmailAddress: address }] }),
      });
      const [answer] = listOf(readJson<{ Suppressions: unknown }>(reply.text).Suppressions).map(fieldsOf);
      // "You do not have the required authority to change this suppression.": spam complaints, for one.
      if (answer?.Status === 'Failed')
        throw new ServiceFailure('refused', textOf(answer.Message) ?? 'Failed');
    },
  };
}

/** `ManualSuppression` of a recipient is an unsubscribe; of the customer or Postmark's own people somebody's choice. */
function causeOf(reason: unknown, origin: unknown): HeldCause {
  if (reason === 'HardBounce') return 'hard_bounce';
  if (reason === 'SpamComplaint') return 'complaint';
  return origin === 'Recipient' ? 'unsubscribe' : 'manual';
}
