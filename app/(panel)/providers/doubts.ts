import type { ProviderView } from '@/lib/providers/schema';
import { isNeeded } from './needed-secrets';
import type { ProviderKindView } from './provider-kind';

export type Doubt =
  | { reason: 'problem'; problem: NonNullable<ProviderView['health']['problem']> }
  | { reason: 'missing'; names: string[] }
  | { reason: 'failed'; cause: string };

type Judged = Pick<ProviderView, 'lastTest' | 'secrets'> & {
  health: Pick<ProviderView['health'], 'problem'>;
};

/** Why a provider would hardly deliver if it were switched on now; none: its last test, if any, went well, and it lacks nothing. */
export function doubtsAbout(provider: Judged, kind: Pick<ProviderKindView, 'secrets'> | undefined): Doubt[] {
  const { lastTest, health, secrets } = provider;
  const doubts: Doubt[] = [];
  if (health.problem) doubts.push({ reason: 'problem', problem: health.problem });
  const known = kind?.secrets ?? {};
  const names = Object.keys(known.properties ?? {}).filter((name) => isNeeded(name, known) && !secrets[name]);
  if (names.length > 0) doubts.push({ reason: 'missing', names });
  if (lastTest && !lastTest.ok) doubts.push({ reason: 'failed', cause: lastTest.cause ?? 'protocol' });
  return doubts;
}
