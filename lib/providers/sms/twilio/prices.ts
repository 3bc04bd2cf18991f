import { toMicros } from '@/lib/money';
import type { ReportedPrice } from '../../adapter';
import { askService, listIn } from '../../api/ask-service';
import { readJson } from '../../api/json';
import { type AccountConfig, accountUrl, headers } from './account';

/** A thousand messages each; what is beyond is asked for the next time. */
const MOST_PAGES = 20;

type Page = {
  messages: { sid: string; price: string | null; price_unit: string | null }[];
  next_page_uri: string | null;
};

/** Prices come minutes after a message went, and no report has them: https://www.twilio.com/docs/messaging/api/message-resource#fetch-a-message-resource */
export async function twilioPrices(config: AccountConfig, since: Date): Promise<ReportedPrice[]> {
  const query = new URLSearchParams({ 'DateSent>': since.toISOString().slice(0, 10), PageSize: '1000' });
  const first = `${accountUrl(config)}/Messages.json?${query}`;
  const prices: ReportedPrice[] = [];
  let url: string | null = first;
  for (let page = 0; url && page < MOST_PAGES; page++) {
    const reply = await askService({ method: 'GET', url, headers: headers(config) });
    const { messages, next_page_uri } = readJson<Page>(reply.text);
    // What it costs is written as what it takes from the balance.
    for (const { sid, price, price_unit } of listIn(messages, reply) as Page['messages'])
      if (typeof price === 'string' && /^-?\d{1,9}(\.\d+)?$/.test(price) && price_unit)
        prices.push({
          providerMessageId: sid,
          costMicros: toMicros(price.replace('-', '')),
          currency: price_unit.toUpperCase(),
        });
    url = next_page_uri ? new URL(next_page_uri, first).toString() : null;
  }
  return prices;
}
