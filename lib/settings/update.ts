import { sql } from 'drizzle-orm';
import { settings } from '@/drizzle/schema/settings';
import { mutation } from '@/lib/audit/mutation';
import { checkVersion, explainStale } from '@/lib/audit/version';
import { boundTo, type Context, requireConfirmed } from '@/lib/context';
import type { Transaction } from '@/lib/database/db';
import { AppError, invalid } from '@/lib/errors';
import { may } from '@/lib/permissions';
import { enqueue } from '@/lib/queue/enqueue';
import { barrierOf, rulesOf } from './address-rules';
import { checkConnections } from './connections';
import { forgetSettings, SETTINGS_MAX_AGE_MS } from './current';
import { isSame, isTree } from './difference';
import { lockSettings, readSettings } from './read';
import { Settings, type SettingsPatch, type SettingsView } from './schema';
import { toStored } from './stored';

/**
 * Changes what is given and leaves the rest; a list is replaced as a whole. A function gets the settings as they are, which nobody
 * else changes meanwhile. Every process works by it within a second.
 * @throws AppError changed_meanwhile; confirmation_needed, forbidden for security, without the right to it; validation_failed for a rule that would keep out who saves it
 * @throws ZodError where the whole would contradict itself, with paths from the top of the document
 */
export async function updateSettings(
  ctx: Context,
  change: SettingsPatch | ((before: Settings) => SettingsPatch),
): Promise<SettingsView> {
  if (boundTo(ctx))
    throw new AppError(
      'forbidden',
      'Who is for some companies alone cannot change the settings of the system.',
    );
  const save = () =>
    mutation(ctx, 'settings.update', async (tx) => {
      const { version: current, ...before } = await lockSettings(tx);
      const { version, ...patch } = typeof change === 'function' ? change(before) : change;
      checkVersion(version, current);
      const after = Settings.parse(merge(before, patch), { reportInput: true });
      checkSecurity(ctx, before, after);
      refuseLockOut(ctx, before, after);
      await checkConnections(tx, before, after);
      await tx
        .insert(settings)
        .values(toStored(after))
        .onConflictDoUpdate({
          target: settings.key,
          set: { value: sql`excluded.value`, version: current + 1, updatedAt: new Date() },
        });
      await resumeQueue(tx, before, after);
      return { result: { ...after, version: current + 1 }, subjectId: null, before, after };
    });
  const result = await explainStale(save, typeof change === 'function' ? {} : change, readSettings);
  forgetSettings();
  return result;
}

/** Who comes in, and how long it is known who did what, is not for everybody who may change settings. */
function checkSecurity({ actor }: Context, before: Settings, after: Settings): void {
  if (isSame(before.security, after.security)) return;
  const isAble =
    actor.type === 'user'
      ? may(actor.role, 'security.write')
      : actor.type !== 'token' || actor.scopes.includes('security:write');
  if (!isAble) {
    const needed = actor.type === 'user' ? 'the role administrator' : 'the scope security:write';
    throw new AppError('forbidden', `The settings for security need ${needed}.`);
  }
  requireConfirmed({ actor });
}

/** Who saves a rule comes in again by it; a command is on the computer itself. */
function refuseLockOut({ actor, ip }: Context, before: Settings, after: Settings): void {
  if (actor.type === 'command' || actor.type === 'job') return;
  const door = actor.type === 'user' ? 'panel' : 'api';
  const [was, is] = [before, after].map(({ security }) => rulesOf(security, door));
  const barrier = barrierOf(is!, ip);
  if (barrier === null || isSame(was, is)) return;
  const field = `security.${door}${barrier === 'deny' ? 'Deny' : 'Allow'}`;
  throw invalid(field, 'locks_out', { address: ip ?? 'an unknown address' });
}

/** Not before every process has heard of it: a job that ran too early would find its messages paused. */
async function resumeQueue(tx: Transaction, before: Settings, after: Settings): Promise<void> {
  const [was, is] = [before, after].map(({ delivery }) => delivery.queue.pausedPriorities);
  const priorities = was!.filter((priority) => !is!.includes(priority));
  if (priorities.length === 0) return;
  await enqueue(tx, 'resume', { priorities }, priorities.join(' '), (2 * SETTINGS_MAX_AGE_MS) / 1000);
}

function merge(base: Record<string, unknown>, patch: Record<string, unknown>): Record<string, unknown> {
  const merged = { ...base };
  for (const [key, value] of Object.entries(patch)) {
    if (value === undefined) continue;
    merged[key] = isTree(value) ? merge(base[key] as Record<string, unknown>, value) : value;
  }
  return merged;
}
