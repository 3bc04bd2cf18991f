import type { ProviderConfig } from '../../adapter';
import { askService, listIn } from '../../api/ask-service';
import { readJson } from '../../api/json';
import { pageOfLists } from '../../api/paged-lists';
import type { Reach } from '../../api/reach';
import type { HeldCause, ListApi } from '../../list-api';
import { fieldsOf, textOf, timeOf } from '../events/fields';

const CAUSES = {
  bounces: 'hard_bounce',
  complaints: 'complaint',
  unsubscribes: 'unsubscribe',
} as const satisfies Record<string, HeldCause>;
type List = keyof typeof CAUSES;
const LISTS = Object.keys(CAUSES) as List[];
/** "default: 100, max: 1000"; with the words of their servers a thousand may be more than is read of one answer. */
const AT_ONCE = 200;

/** Of the domain: https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/bounces/get-v3--domainid--bounces */
export function mailgunLists<Settings extends { domain: string }, Secrets extends { apiKey: string }>(
  reach: Reach<ProviderConfig<Settings, Secrets>>,
): ListApi<Settings, Secrets> {
  const ofDomain = (config: ProviderConfig<Settings, Secrets>) =>
    `${reach(config).url}/v3/${encodeURIComponent(config.settings.domain)}`;
  return {
    source: {
      url: 'https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/bounces/get-v3--domainid--bounces',
      checked: '2026-11-29',
    },
    page: (config, cursor) =>
      pageOfLists(LISTS, cursor, async ({ list, at }) => {
        const { headers } = reach(config);
        const query = at || new URLSearchParams({ limit: String(AT_ONCE) }).toString();
        const reply = await askService({
          method: 'GET',
          url: `${ofDomain(config)}/${list}?${query}`,
          headers,
        });
        const { items, paging } = readJson<{ items: unknown; paging: unknown }>(reply.text);
        const entries = listIn(items, reply).map(fieldsOf);
        const held = entries.flatMap(({ address, code, error, created_at: since }) => {
          const text = textOf(address);
          if (!text) return [];
          const told = { reason: textOf(error), code: textOf(code), at: timeOf(since) };
          return [{ address: text, list, cause: CAUSES[list], ...told }];
        });
        return { held, next: entries.length === 0 ? null : queryOf(fieldsOf(paging).next) };
      }),
    async remove(config, { address, list }) {
      const { headers } = reach(config);
      await askService(
        { method: 'DELETE', url: `${ofDomain(config)}/${list}/${encodeURIComponent(address)}`, headers },
        { passes: ({ status }) => status === 404 },
      );
    },
  };
}

/** Of the page that it names only what is asked there: where, is known, and the key goes nowhere else. After the last one it names one that is empty. */
function queryOf(url: unknown): string | null {
  return typeof url === 'string' && URL.canParse(url) ? new URL(url).search.slice(1) || null : null;
}
