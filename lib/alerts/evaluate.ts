import { eq } from 'drizzle-orm';
import { alertRules } from '@/drizzle/schema/alerts';
import { announce } from '@/lib/announcements/announce';
import { db, sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { log } from '@/lib/log';
import { Facts } from './facts';
import { type Finding, measure, type RuleRow } from './measure';
import { tellAll } from './tell';

/** It must be gone for two looks: what comes and goes within a minute is one alert. */
const GONE_FOR_MS = 90_000;
/** Of one rule at once: more than anybody reads. */
const MOST_FOUND = 100;

/**
 * Each minute: what there is to find, what is over, and who has to hear of either. Two at once find and tell the same once. A rule that
 * could not be measured says nothing: what it had found stays as it is.
 */
export async function evaluateAlerts(now = new Date()): Promise<void> {
  const rules = await db().select().from(alertRules).where(eq(alertRules.active, true));
  const facts = new Facts(now);
  const rows: ReturnType<typeof toRow>[] = [];
  const unknown: string[] = [];
  for (const rule of rules) {
    try {
      const findings = await measure(rule, facts);
      rows.push(...findings.slice(0, MOST_FOUND).map((finding) => toRow(rule, finding, now)));
    } catch (error) {
      unknown.push(rule.id);
      log.warn('a rule could not be measured', { ruleId: rule.id, kind: rule.kind, error });
    }
  }
  if (rows.length > 0) await note(rows);
  await endGone(now, unknown);
  await tellAll(now);
}

function toRow(rule: RuleRow, { subject, values }: Finding, now: Date) {
  return {
    id: newId(),
    rule_id: rule.id,
    company_id: rule.companyId,
    kind: rule.kind,
    subject,
    severity: rule.severity,
    values: sql().json(values),
    fired_at: now,
    last_seen_at: now,
  };
}

/** New ones fire; of those that are there it is known that they last, and how they are. */
async function note(rows: ReturnType<typeof toRow>[]): Promise<void> {
  const seen = await sql()<{ fresh: boolean }[]>`
    insert into alerts ${sql()(rows)}
    on conflict (rule_id, subject) where resolved_at is null
    do update set last_seen_at = excluded.last_seen_at, values = excluded.values, severity = excluded.severity
    returning xmax = 0 as fresh`;
  if (seen.some(({ fresh }) => fresh)) announce('alerts');
}

async function endGone(now: Date, unknown: string[]): Promise<void> {
  const gone = new Date(now.getTime() - GONE_FOR_MS);
  const { count } = await sql()`
    update alerts set resolved_at = ${now}
    where resolved_at is null and last_seen_at <= ${gone} and not rule_id = any(${unknown})`;
  if (count > 0) announce('alerts');
}
