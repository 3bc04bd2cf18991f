import type { OutboundRequest } from '@/lib/outbound/safe-fetch';
import type { ProviderConfig } from '../../adapter';
import { askService, listIn } from '../../api/ask-service';
import { readJson } from '../../api/json';
import type { ListApi } from '../../list-api';
import { fieldsOf, textOf, timeOf } from '../events/fields';

type Secrets = { accessKeyId: string; secretAccessKey: string; sessionToken: string };
type Sign<Config> = (
  config: Config,
  asked: { method: OutboundRequest['method']; path: string },
) => Promise<Omit<OutboundRequest, 'signal'>>;

const AT_ONCE = '1000';

/** Of the account in this region: https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_ListSuppressedDestinations.html */
export function sesLists<Settings>(
  sign: Sign<ProviderConfig<Settings, Secrets>>,
): ListApi<Settings, Secrets> {
  return {
    source: {
      url: 'https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_ListSuppressedDestinations.html',
      checked: '2026-11-29',
    },
    async page(config, cursor) {
      const query = new URLSearchParams({ ...(cursor && { NextToken: cursor }), PageSize: AT_ONCE });
      const request = await sign(config, { method: 'GET', path: `/v2/email/suppression/addresses?${query}` });
      const reply = await askService(request);
      const { SuppressedDestinationSummaries: list, NextToken } = readJson<{
        SuppressedDestinationSummaries: unknown;
        NextToken: unknown;
      }>(reply.text);
      const held = listIn(list, reply)
        .map(fieldsOf)
        .flatMap(({ EmailAddress, Reason, LastUpdateTime }) => {
          const address = textOf(EmailAddress);
          const cause = Reason === 'COMPLAINT' ? ('complaint' as const) : ('hard_bounce' as const);
          return address ? [{ address, list: 'account', cause, at: timeOf(LastUpdateTime) }] : [];
        });
      return { held, next: textOf(NextToken) ?? null };
    },
    async remove(config, { address }) {
      const path = `/v2/email/suppression/addresses/${encodeURIComponent(address)}`;
      await askService(await sign(config, { method: 'DELETE', path }), {
        passes: ({ status }) => status === 404,
      });
    },
  };
}
