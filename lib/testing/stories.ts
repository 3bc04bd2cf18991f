import { afterEach, beforeEach, vi } from 'vitest';
import type { z } from 'zod';
import { sql } from '@/lib/database/db';
import { installExample } from '@/lib/examples/install';
import { ExampleInput } from '@/lib/examples/schema';
import { notify } from '@/lib/notifications/notify';
import { NotificationInput } from '@/lib/notifications/schema';
import { forgetTypes } from '@/lib/notifications/types/prepared';
import { createRule } from '@/lib/rules/change';
import { runDueRules } from '@/lib/rules/run-due';
import { RuleInput, type RuleView } from '@/lib/rules/schema';
import { updateSettings } from '@/lib/settings/update';
import { upsertSubject } from '@/lib/subjects/save';
import { SubjectInput } from '@/lib/subjects/schema';
import { useDatabaseForEachTest } from './database';
import { makeProvider, testContext } from './factories';

/** A system for each test, at this moment, in which time passes only by `moveClock`. */
export function useStory(now: string): void {
  useDatabaseForEachTest();
  beforeEach(async () => {
    forgetTypes();
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(now) });
    await makeProvider();
  });
  afterEach(() => void vi.useRealTimers());
}

/** Until this moment, with two workers that look at each due rule at once. */
export async function moveClock(to: string): Promise<void> {
  const end = new Date(to);
  for (;;) {
    const [{ at } = { at: null }] = await sql()<
      { at: Date | null }[]
    >`select min(next_run_at) as at from rules`;
    if (at === null || at > end) break;
    vi.setSystemTime(at);
    await Promise.all([runDueRules(at), runDueRules(at)]);
  }
  vi.setSystemTime(end);
}

const seen = new Set<string>();

/** What went out since the last time: channel, address and the subject or text. */
export async function news(): Promise<string[]> {
  const rows = await sql()<{ id: string; said: string }[]>`
    select m.id, s.channel || ' ' || s.address || ': ' || coalesce(m.subject, s.text) as said
    from notification_steps s join messages m on m.id = s.message_id order by said`;
  const fresh = rows.filter(({ id }) => !seen.has(id));
  for (const { id } of fresh) seen.add(id);
  return fresh.map(({ said }) => said.replace(/[\u00A0\u202F]/g, ' '));
}

/** On which days something went out, day by day at this hour of the wall. */
export async function daysWithNews(days: string[], hour: string): Promise<string[]> {
  const told: string[] = [];
  for (const day of days) {
    await moveClock(`${day}T${hour}`);
    for (const _ of await news()) told.push(day);
  }
  return told;
}

export function tell(input: z.input<typeof NotificationInput>) {
  return notify(testContext, NotificationInput.parse(input));
}

export function know(input: z.input<typeof SubjectInput>) {
  return upsertSubject(testContext, SubjectInput.parse(input));
}

/** By the clock of Asunción, which is three hours behind all year (tzdata 2024b). */
export function rule(input: Omit<z.input<typeof RuleInput>, 'title'>): Promise<RuleView> {
  return createRule(
    testContext,
    RuleInput.parse({ timeZone: 'America/Asuncion', ...input, title: input.type }),
  );
}

/** As a click in the panel does, where the clock is that of Asunción; rules for other types than these are switched off again. */
export async function install(set: ExampleInput['set'], ...types: string[]): Promise<void> {
  await updateSettings(testContext, { general: { timeZone: 'America/Asuncion' } });
  await installExample(testContext, ExampleInput.parse({ set }));
  await sql()`update rules set active = false, next_run_at = null where type <> all(${types})`;
}
