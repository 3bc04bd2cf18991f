import { nameSources } from '@/lib/domains/reports/name-sources';

export async function nameSourcesTask(): Promise<void> {
  await nameSources();
}
