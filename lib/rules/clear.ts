import { and, eq, isNull, sql } from 'drizzle-orm';
import { rules } from '@/drizzle/schema/rules';
import { subjects } from '@/drizzle/schema/subjects';
import type { Transaction } from '@/lib/database/db';
import type { SubjectField } from '@/lib/subject-kinds/schema';
import { dayIn } from './clock';
import { faultsOf, whereOf } from './condition';
import type { Condition } from './schema';

/**
 * Of subjects that were changed: what was true and is no longer is over at that moment, so that it is news when it comes true again before a
 * rule looks. Of a card that is topped up and emptied within a day somebody is told twice.
 */
export async function clearUntrue(
  tx: Transaction,
  kind: { id: string; fields: SubjectField[] },
  subjectIds: string[],
): Promise<void> {
  const ofKind = await tx
    .select({ id: rules.id, match: rules.match, conditions: rules.conditions, timeZone: rules.timeZone })
    .from(rules)
    .where(and(eq(rules.kindId, kind.id), isNull(rules.before)));
  for (const { id, timeZone, match, ...rule } of ofKind) {
    const conditions = rule.conditions as Condition[];
    if (faultsOf({ conditions, before: null }, kind.fields).length > 0) continue;
    const holds = whereOf({ match, conditions }, kind.fields, dayIn(timeZone, new Date()));
    const over = sql`
      f.rule_id = ${id} and f.subject_id = ${subjects.id} and f.cleared_at is null
        and ${subjects.id} = any(${sql.param(subjectIds)}::uuid[]) and (${holds}) is not true`;
    const some = await tx.execute(sql`select from rule_firings f, ${subjects} where ${over} limit 1`);
    if (some.length === 0) continue;
    // After a run that clears the same rows at this moment: the two would take them in different orders.
    await tx.execute(sql`select from rules where id = ${id} for key share`);
    await tx.execute(sql`update rule_firings f set cleared_at = now() from ${subjects} where ${over}`);
  }
}
