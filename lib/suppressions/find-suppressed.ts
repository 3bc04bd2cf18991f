import type { StoredRecipient } from '@/drizzle/schema/messages';
import type { SuppressionCause } from '@/drizzle/suppression-causes';
import { sql } from '@/lib/database/db';
import { formsOf } from '@/lib/erasures/form';
import type { SuppressionSettings } from '@/lib/settings/schema';
import { toCompare } from './compare';

/** Why somebody is not sent to. `shared`: it holds for all companies. */
export type Suppressed = {
  cause: SuppressionCause;
  code: string | null;
  reason: string | null;
  at: Date;
  until: Date | null;
  by: string | null;
  shared: boolean;
};

type Asked = { companyId: string | null; channel: string; category: string; recipients: StoredRecipient[] };

type Found = Suppressed & {
  address: string;
  channel: string;
  companyId: string | null;
  category: string | null;
};

/** Which recipient of which of these messages is suppressed: one read by key for all of them. Who was sent to anyway by a person is not asked for. */
export async function findSuppressed(
  asked: Asked[],
  settings: SuppressionSettings,
): Promise<(recipient: StoredRecipient, message: Asked) => Suppressed | null> {
  const addresses = new Set(
    asked.flatMap(({ channel, recipients }) =>
      recipients.filter(isAskedFor).map(({ address }) => toCompare(channel, address)),
    ),
  );
  const forms = await formsOf(addresses);
  const rows =
    addresses.size === 0
      ? []
      : await sql()<Found[]>`
          select address, channel, company_id as "companyId", cause, category, code, reason, last_at as at, expires_at as until, added_by as by, company_id is null as shared
          from suppressions
          where address = any(${[...forms].flat()}) and lifted_at is null and (expires_at is null or expires_at > now())`;
  if (rows.length === 0) return () => null;
  const found = Map.groupBy(rows, ({ address }) => address);
  return (recipient, message) => {
    if (!isAskedFor(recipient)) return null;
    const address = toCompare(message.channel, recipient.address);
    const own = [address, forms.get(address)!].flatMap((each) => found.get(each) ?? []);
    return (
      own.find(
        (row) =>
          row.channel === message.channel &&
          (row.companyId === null || row.companyId === message.companyId) &&
          stops(row, message.category, settings),
      ) ?? null
    );
  };
}

function isAskedFor({ status, anyway }: StoredRecipient): boolean {
  return status === 'waiting' && !anyway;
}

/** A complaint is about what somebody did not ask for; by the setting it stops all the same what they did. */
function stops({ cause, category }: Found, of: string, settings: SuppressionSettings): boolean {
  return (
    category === null || category === of || (cause === 'complaint' && settings.complaintStopsTransactional)
  );
}
