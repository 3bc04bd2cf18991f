import { and, gt, inArray, max, min, sql as raw } from 'drizzle-orm';
import { auditLog } from '@/drizzle/schema/audit';
import type { VersionActor } from '@/drizzle/schema/versions';
import { db } from '@/lib/database/db';

/** What an audit action is about, where it changes what a document says. */
const NOUNS = new Set([
  'alert_rule',
  'bounce_mailbox',
  'company',
  'configuration',
  'domain',
  'notification_type',
  'provider',
  'provider_key',
  'reply_rule',
  'report',
  'rule',
  'setting',
  'settings',
  'subject_kind',
  'template',
  'webhook',
]);
/** Deeds of those that change nothing of it. */
const HARMLESS = /\.(test|try_now|replay|read_reports|read|send|create_at_provider)$/;
const MOST = 1_000;

export function isOfConfiguration(action: string): boolean {
  return NOUNS.has(action.split('.')[0]!) && !HARMLESS.test(action);
}

type Authors = { actors: VersionActor[]; auditNumber: number };

/** Who changed what is configured since this row of the audit log, each once; null: nobody needs to be named, as there is nothing to compare with. */
export async function readAuthors(since: number | null): Promise<Authors> {
  const [last] = await db()
    .select({ number: max(auditLog.number) })
    .from(auditLog);
  const auditNumber = last?.number ?? 0;
  if (since === null) return { actors: [], auditNumber };
  const { actorType: type, actorId: id, actorLabel: name, action, number } = auditLog;
  const rows = await db()
    .select({ type, id, name, action })
    .from(auditLog)
    .where(and(gt(number, since), inArray(raw`split_part(${action}, '.', 1)`, [...NOUNS])))
    .groupBy(type, id, name, action)
    .orderBy(min(number))
    .limit(MOST);
  const actors = rows
    .filter((row) => isOfConfiguration(row.action))
    .map((row): VersionActor => ({ type: row.type, id: row.id, name: row.name }));
  const unique = new Map(actors.map((actor) => [JSON.stringify(actor), actor]));
  return { actors: [...unique.values()], auditNumber };
}
