import { bigint, date, integer, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core';
import { at } from '../columns';
import { NO_COMPANY } from './delivery';

/** What the row says that counts the looks themselves, so that nothing waiting is told from nobody looking. */
export const ANY_CHANNEL = '';

/** Sums over the looks of each minute; where nothing waited there is no row. */
const samples = () => ({
  companyId: uuid('company_id').notNull().default(NO_COMPANY),
  channel: text('channel').notNull().default(ANY_CHANNEL),
  priority: smallint('priority').notNull(),
  looks: integer('looks').notNull().default(0),
  waitingSum: bigint('waiting_sum', { mode: 'number' }).notNull().default(0),
  /** The most at any look. */
  oldestSeconds: integer('oldest_seconds').notNull().default(0),
});

export const queueHours = pgTable('queue_hours', { hour: at('hour').notNull(), ...samples() }, (t) => [
  primaryKey({ name: 'queue_hours_pk', columns: [t.hour, t.companyId, t.channel, t.priority] }),
]);

/** Of days of UTC whose hours are no longer kept. */
export const queueDays = pgTable('queue_days', { day: date('day').notNull(), ...samples() }, (t) => [
  primaryKey({ name: 'queue_days_pk', columns: [t.day, t.companyId, t.channel, t.priority] }),
]);
