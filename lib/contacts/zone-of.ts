import { Batcher } from '@/lib/async/batcher';
import { sql } from '@/lib/database/db';

type Asked = { companyId: string | null; channel: string; address: string };

/** Where each channel's address of a contact stands. */
const COLUMNS: Record<string, string[]> = {
  email: ['email_compared'],
  sms: ['phone'],
  whatsapp: ['whatsapp', 'phone'],
  telegram: ['telegram'],
  slack: ['slack'],
};

/**
 * By whose clocks a person lives who is a contact: of the company, else of all; null: nobody has said. What is asked for at once is read
 * together.
 */
export function zoneOf(asked: Asked): Promise<string | null> {
  return asked.channel in COLUMNS ? lookUps.add(asked) : Promise.resolve(null);
}

const lookUps = new Batcher<Asked, string | null>({
  waitMs: 2,
  maxItems: 500,
  concurrency: 2,
  flush: async (asked) => {
    const zones = new Map<string, string>();
    const byChannel = Map.groupBy(asked, ({ channel }) => channel);
    for (const [channel, some] of byChannel)
      for (const column of COLUMNS[channel]!.toReversed()) {
        const addresses = [...new Set(some.map(({ address }) => address))];
        const rows = await sql()<{ address: string; companyId: string | null; zone: string }[]>`
          select ${sql()(column)} as address, company_id as "companyId", time_zone as zone from contacts
          where ${sql()(column)} = any(${addresses}) and time_zone is not null
          order by id desc`;
        for (const { address, companyId, zone } of rows) zones.set(keyOf(channel, companyId, address), zone);
      }
    return asked.map(
      ({ channel, companyId, address }) =>
        zones.get(keyOf(channel, companyId, address)) ?? zones.get(keyOf(channel, null, address)) ?? null,
    );
  },
});

const keyOf = (...parts: (string | null)[]) => parts.join(' ');
