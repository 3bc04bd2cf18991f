import { and, desc, eq, gt, isNotNull, isNull, or, type SQL } from 'drizzle-orm';
import { alertRules, alerts } from '@/drizzle/schema/alerts';
import { keyOf } from '@/lib/companies/resolve';
import { settingsFor } from '@/lib/companies/settings-for';
import { db, sql } from '@/lib/database/db';
import { publicUrl } from '@/lib/env';
import { log } from '@/lib/log';
import { announce } from '@/lib/webhooks/announce';
import { alertPath } from './alert-path';
import type { AlertKind } from './kinds';
import { type AlertRow, mailAlert } from './mail';
import type { RuleRow } from './measure';
import { isQuiet } from './quiet';
import { type Occasion, titleOf } from './text';

type Watched = { alert: AlertRow; rule: RuleRow | null };

const HOUR_MS = 3_600_000;
/** What was announced a while ago was; a process that died in between is long replaced. */
const RECENT_MS = 10 * 60_000;
const AT_ONCE = 500;

/** Webhooks at once, people by mail as each rule says. */
export async function tellAll(now: Date): Promise<void> {
  const recent = new Date(now.getTime() - RECENT_MS);
  const isOver = and(isNotNull(alerts.resolvedAt), or(gt(alerts.resolvedAt, recent), isUntold()));
  for (const row of await read(or(isNull(alerts.resolvedAt), isOver))) {
    try {
      await announceBoth(row.alert, recent);
      const occasion = due(row, now);
      if (occasion) await tellPeople(row.alert, row.rule!, occasion, now);
    } catch (error) {
      log.warn('nobody was told of an alert', { alertId: row.alert.id, error });
    }
  }
}

function isUntold(): SQL | undefined {
  return and(isNotNull(alerts.toldAt), isNull(alerts.overToldAt));
}

function read(where: SQL | undefined): Promise<Watched[]> {
  return db()
    .select({ alert: alerts, rule: alertRules })
    .from(alerts)
    .leftJoin(alertRules, eq(alertRules.id, alerts.ruleId))
    .where(where)
    .orderBy(desc(alerts.id))
    .limit(AT_ONCE);
}

async function announceBoth(alert: AlertRow, recent: Date): Promise<void> {
  const { id: key, firedAt, resolvedAt, companyId } = alert;
  const hasFired = firedAt > recent;
  const isOver = resolvedAt !== null && resolvedAt > recent;
  if (!hasFired && !isOver) return;
  const data = await announced(alert);
  // What it was when it fired: by then nothing was known of its end.
  const began = { ...data, resolvedAt: null };
  if (hasFired) await announce({ type: 'alert.fired', key, companyId, at: firedAt, data: began });
  if (isOver) await announce({ type: 'alert.resolved', key, companyId, at: resolvedAt, data });
}

/** Programs get the values, and the sentence in English. */
export async function announced({ id, kind, severity, values, firedAt, resolvedAt, companyId }: AlertRow) {
  const company = await keyOf(companyId);
  return {
    alertId: id,
    kind,
    severity,
    firedAt: firedAt.toISOString(),
    resolvedAt: resolvedAt?.toISOString() ?? null,
    title: titleOf('en', kind as AlertKind, values),
    values,
    url: publicUrl() + alertPath(kind as AlertKind, values),
    ...(company && { company }),
  };
}

/** Whoever switched a rule off, or asked it to say nothing, knows what they did. */
function due({ alert, rule }: Watched, now: Date): Exclude<Occasion, 'test'> | null {
  if (!rule?.active || !rule.byMail || (rule.mutedUntil && rule.mutedUntil > now)) return null;
  if (alert.resolvedAt) return alert.toldAt && !alert.overToldAt ? 'over' : null;
  if (alert.acknowledgedAt) return null;
  if (!alert.toldAt) return 'fired';
  const last = lastTold(alert);
  const isTime = rule.remindHours !== null && now.getTime() - last.getTime() >= rule.remindHours * HOUR_MS;
  return isTime ? 'still' : null;
}

function lastTold({ remindedAt, toldAt, firedAt }: AlertRow): Date {
  return remindedAt ?? toldAt ?? firedAt;
}

const COLUMNS = { fired: 'told_at', still: 'reminded_at', over: 'over_told_at' } as const;

async function tellPeople(
  alert: AlertRow,
  rule: RuleRow,
  occasion: Exclude<Occasion, 'test'>,
  now: Date,
): Promise<void> {
  const { timeZone } = await settingsFor(alert.companyId);
  if (alert.severity !== 'critical' && isQuiet(rule, now, timeZone)) return;
  // The reminder after a certain one: two that look at once remind once.
  const count = occasion === 'still' ? ` after ${lastTold(alert).getTime()}` : '';
  const { problem } = await mailAlert(alert, rule, occasion, `${alert.id} ${occasion}${count}`);
  // Nobody to carry it: asked again in a minute.
  await (problem
    ? sql()`update alerts set mail_problem = ${problem} where id = ${alert.id}`
    : sql()`update alerts set ${sql()(COLUMNS[occasion])} = ${now}, mail_problem = null where id = ${alert.id}`);
}
