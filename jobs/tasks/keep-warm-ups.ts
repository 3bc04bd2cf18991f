import { keepWarmUps } from '@/lib/warm-up/keep-warm-ups';

export async function keepWarmUpsTask(): Promise<void> {
  await keepWarmUps(new Date());
}
