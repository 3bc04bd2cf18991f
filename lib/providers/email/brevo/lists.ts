import { entryOf } from '@/lib/entry-of';
import type { ProviderConfig } from '../../adapter';
import { askService, listIn } from '../../api/ask-service';
import { readJson } from '../../api/json';
import type { Reach } from '../../api/reach';
import type { HeldCause, ListApi } from '../../list-api';
import { fieldsOf, textOf, timeOf } from '../events/fields';

/** "Results default to 50 per page (max 100)" */
const AT_ONCE = 100;

const CAUSES: Record<string, HeldCause> = {
  hardBounce: 'hard_bounce',
  contactFlaggedAsSpam: 'complaint',
  unsubscribedViaEmail: 'unsubscribe',
  unsubscribedViaMA: 'unsubscribe',
  unsubscribedViaApi: 'unsubscribe',
  adminBlocked: 'manual',
};

/** Blocked or unsubscribed, of transactional mail: https://developers.brevo.com/reference/get-transac-blocked-contacts */
export function brevoLists<Settings, Secrets extends { apiKey: string }>(
  reach: Reach<ProviderConfig<Settings, Secrets>>,
): ListApi<Settings, Secrets> {
  return {
    source: {
      url: 'https://developers.brevo.com/reference/get-transac-blocked-contacts',
      checked: '2026-11-29',
    },
    async page(config, cursor) {
      const { url, headers } = reach(config);
      const offset = Number(cursor) || 0;
      // The oldest first: what comes meanwhile is added behind.
      const query = new URLSearchParams({ limit: String(AT_ONCE), offset: String(offset), sort: 'asc' });
      const reply = await askService({
        method: 'GET',
        url: `${url}/v3/smtp/blockedContacts?${query}`,
        headers,
      });
      const entries = listIn(readJson<{ contacts: unknown }>(reply.text).contacts, reply).map(fieldsOf);
      const held = entries.flatMap(({ email, reason, blockedAt }) => {
        const address = textOf(email);
        const { code, message } = fieldsOf(reason);
        const cause = entryOf(CAUSES, code) ?? 'manual';
        const told = { code: textOf(code), reason: textOf(message), at: timeOf(blockedAt) };
        return address ? [{ address, list: 'blocked', cause, ...told }] : [];
      });
      return { held, next: entries.length < AT_ONCE ? null : String(offset + AT_ONCE) };
    },
    /** https://developers.brevo.com/reference/unblock-or-resubscribe-a-transactional-contact */
    async remove(config, { address }) {
      const { url, headers } = reach(config);
      await askService(
        {
          method: 'DELETE',
          url: `${url}/v3/smtp/blockedContacts/${encodeURIComponent(address)}`,
          headers,
        },
        { passes: ({ status }) => status === 404 },
      );
    },
  };
}
