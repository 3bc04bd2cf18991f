import type { drills } from '@/drizzle/schema/drills';
import { isSandbox } from '@/lib/outages/play';
import { DRILL_ADDRESS, type DrillView } from './schema';

export type DrillRow = typeof drills.$inferSelect;
export type DrillRecord = {
  drill: DrillRow;
  provider: { id: string; name: string; kind: string; companyId: string | null };
};
export type DrillOptions = { messages: number; to: string };

export function viewDrill({ drill, provider }: DrillRecord): DrillView {
  const { messages = 0, to = DRILL_ADDRESS } = (drill.options ?? {}) as Partial<DrillOptions>;
  const endsAt = drill.endedAt ?? drill.endsAt;
  return {
    id: drill.id,
    provider: { id: provider.id, name: provider.name },
    mode: drill.mode,
    traffic: isSandbox(provider) ? 'all' : 'tagged',
    running: endsAt.getTime() > Date.now(),
    startedAt: drill.startedAt.toISOString(),
    endsAt: endsAt.toISOString(),
    stopped: drill.endedAt !== null,
    startedBy: drill.startedBy,
    messages,
    to,
  };
}
