import { sql } from '@/lib/database/db';
import type { CampaignRow } from './rows';

/** The field's lines (Gmail: 0.3 % complaints): beyond them the mail of everybody at this domain suffers. */
const AFTER_SENT = 200;
const MOST_BOUNCED = 0.05;
const MOST_COMPLAINED = 0.003;

type Sums = { sent: number; bounced: number; complained: number; costMicros: number };

/** A person went on though they know: that line does not stop it a second time. */
export const ANYWAY = '_anyway';

/** Why it must not go on; null: it may. */
export async function stopReason(row: CampaignRow): Promise<'bounces' | 'complaints' | 'budget' | null> {
  const { sent, bounced, complained, costMicros } = await sumsOf(row.id);
  const isEnough = sent + bounced >= AFTER_SENT;
  const isBeyond = {
    budget: row.budgetMicros !== null && row.budgetHard && costMicros >= row.budgetMicros,
    bounces: isEnough && bounced / (sent + bounced) >= MOST_BOUNCED,
    complaints: isEnough && complained / sent >= MOST_COMPLAINED,
  };
  const lines = ['budget', 'bounces', 'complaints'] as const;
  return lines.find((line) => isBeyond[line] && row.reason !== `${line}${ANYWAY}`) ?? null;
}

/** From what is counted anyway, some rows a quarter of an hour: nobody goes through the messages. */
export async function sumsOf(campaignId: string): Promise<Sums> {
  const [row] = await sql()<Sums[]>`
    select coalesce(sum(messages_sent + messages_captured), 0)::float8 as sent, coalesce(sum(bounced), 0)::float8 as bounced,
      coalesce(sum(complained), 0)::float8 as complained, coalesce(sum(cost_micros), 0)::float8 as "costMicros"
    from topic_counts where kind = 'campaign' and topic_id = ${campaignId}`;
  return row!;
}
