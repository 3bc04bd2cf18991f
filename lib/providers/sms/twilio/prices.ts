import { toMicros } from '@/lib/money';
import type { ReportedPrice } from '../../adapter';
import { askService, listIn } from '../../api/ask-service';
import { readJson } from '../../api/json';
import { pageByPage } from '../../api/page-by-page';
import { type AccountConfig, accountUrl, headers } from './account';

/** A thousand messages each; what is beyond is asked for the next time. */
const MOST_PAGES = 20;

type Page = {
  messages: { sid: string; price: string | null; price_unit: string | null }[];
  next_page_uri: string | null;
};

/** Prices come minutes after a message went, and no report has them: https://www.twilio.com/docs/messaging/api/message-resource#fetch-a-message-resource */
export function twilioPrices(config: AccountConfig, since: Date): Promise<ReportedPrice[]> {
  const query = new URLSearchParams({ 'DateSent>': since.toISOString().slice(0, 10), PageSize: '1000' });
  const first = `${accountUrl(config)}/Messages.json?${query}`;
  return pageByPage(
    first,
    async (url) => {
      const reply = await askService({ method: 'GET', url, headers: headers(config) });
      const { messages, next_page_uri } = readJson<Page>(reply.text);
      const found = (listIn(messages, reply) as Page['messages']).flatMap(priceOf);
      return { found, next: next_page_uri ? new URL(next_page_uri, first).toString() : null };
    },
    MOST_PAGES,
  );
}

/** What it costs is written as what it takes from the balance. */
function priceOf({ sid, price, price_unit }: Page['messages'][number]): ReportedPrice[] {
  if (typeof price !== 'string' || !/^-?\d{1,9}(\.\d+)?$/.test(price) || !price_unit) return [];
  return [
    {
      providerMessageId: sid,
      costMicros: toMicros(price.replace('-', '')),
      currency: price_unit.toUpperCase(),
    },
  ];
}
