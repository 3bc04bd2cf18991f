import type { SealedStore } from '@/lib/crypto/sealed-store';
import { sql } from '@/lib/database/db';
import { secretContext } from './secrets';

const FIRST = '00000000-0000-0000-0000-000000000000';

/** What signs what goes to webhooks. */
export const sealedWebhookSecrets: SealedStore = {
  name: 'webhook_secrets',
  count: () => sql()`
    select split_part(sealed, ':', 3) as "keyId", count(*)::int as count from webhook_secrets group by 1`,
  async readStale(activeId, after, limit) {
    const rows = await sql()<{ id: string; owner: string; sealed: string }[]>`
      select s.id, w.name || ' (webhook)' as owner, s.sealed
      from webhook_secrets s join webhooks w on w.id = s.webhook_id
      where s.id > ${after ?? FIRST} and split_part(s.sealed, ':', 3) <> ${activeId}
      order by s.id limit ${limit}`;
    return rows.map(({ id, owner, sealed }) => ({
      id,
      owner,
      cells: [{ name: 'sealed', sealed, context: secretContext(id) }],
    }));
  },
  async replace({ id, cells: [cell] }, sealed) {
    const { count } = await sql()`
      update webhook_secrets set sealed = ${sealed[cell!.name]!} where id = ${id} and sealed = ${cell!.sealed}`;
    return count === 1;
  },
};
