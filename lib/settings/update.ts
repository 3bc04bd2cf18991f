import { sql } from 'drizzle-orm';
import { settings } from '@/drizzle/schema/settings';
import { mutation } from '@/lib/audit/mutation';
import type { Context } from '@/lib/context';
import { forgetSettings } from './current';
import { isTree } from './difference';
import { lockSettings } from './read';
import { Settings, type SettingsPatch } from './schema';
import { toStored } from './stored';

/**
 * Changes what is given and leaves the rest; a list is replaced as a whole. Every process works by it within a second.
 * @throws ZodError where the whole would contradict itself, with paths from the top of the document
 */
export async function updateSettings(ctx: Context, patch: SettingsPatch): Promise<Settings> {
  const result = await mutation(ctx, 'settings.update', async (tx) => {
    const before = await lockSettings(tx);
    const after = Settings.parse(merge(before, patch));
    await tx
      .insert(settings)
      .values(toStored(after))
      .onConflictDoUpdate({
        target: settings.key,
        set: { value: sql`excluded.value`, updatedAt: new Date() },
      });
    return { result: after, subjectId: null, before, after };
  });
  forgetSettings();
  return result;
}

function merge(base: Record<string, unknown>, patch: Record<string, unknown>): Record<string, unknown> {
  const merged = { ...base };
  for (const [key, value] of Object.entries(patch)) {
    if (value === undefined) continue;
    merged[key] = isTree(value) ? merge(base[key] as Record<string, unknown>, value) : value;
  }
  return merged;
}
