import type { ProviderConfig } from '../../adapter';
import { askService, listIn } from '../../api/ask-service';
import { readJson } from '../../api/json';
import { pageOfLists } from '../../api/paged-lists';
import type { Reach } from '../../api/reach';
import type { HeldCause, ListApi } from '../../list-api';
import { fieldsOf, textOf, timeOf } from '../events/fields';

type Secrets = { apiKey: string };

const CAUSES = {
  bounces: 'hard_bounce',
  invalid_emails: 'hard_bounce',
  spam_reports: 'complaint',
  unsubscribes: 'unsubscribe',
} as const satisfies Record<string, HeldCause>;
type List = keyof typeof CAUSES;
const LISTS = Object.keys(CAUSES) as List[];
/** "up to 500 instances per query": https://www.twilio.com/docs/sendgrid/api-reference/bounces-api/retrieve-all-bounces */
const AT_ONCE = 500;

/** Its bounces, invalid addresses, spam reports and global unsubscribes; a block is of one message and stops nobody. */
export function sendgridLists<Settings>(
  reach: Reach<ProviderConfig<Settings, Secrets>>,
): ListApi<Settings, Secrets> {
  return {
    source: {
      url: 'https://www.twilio.com/docs/sendgrid/api-reference/bounces-api/retrieve-all-bounces',
      checked: '2026-11-29',
    },
    page: (config, cursor) =>
      pageOfLists(LISTS, cursor, async ({ list, at }) => {
        const { url, headers } = reach(config);
        const offset = Number(at) || 0;
        const query = new URLSearchParams({ limit: String(AT_ONCE), offset: String(offset) });
        const reply = await askService({
          method: 'GET',
          url: `${url}/v3/suppression/${list}?${query}`,
          headers,
        });
        const entries = listIn(readJson(reply.text), reply).map(fieldsOf);
        const held = entries.flatMap(({ email, reason, status, created }) => {
          const address = textOf(email);
          if (!address) return [];
          const told = { reason: textOf(reason), code: textOf(status), at: timeOf(created) };
          return [{ address, list, cause: CAUSES[list], ...told }];
        });
        return { held, next: entries.length < AT_ONCE ? null : String(offset + AT_ONCE) };
      }),
    async remove(config, { address, list }) {
      const { url, headers } = reach(config);
      // https://www.twilio.com/docs/sendgrid/api-reference/suppressions-global-suppressions/delete-a-global-suppression
      const path = list === 'unsubscribes' ? 'asm/suppressions/global' : `suppression/${list}`;
      await askService(
        { method: 'DELETE', url: `${url}/v3/${path}/${encodeURIComponent(address)}`, headers },
        { passes: ({ status }) => status === 404 },
      );
    },
  };
}
