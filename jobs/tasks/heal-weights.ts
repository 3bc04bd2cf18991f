import { healWeights } from '@/lib/providers/health/heal-weights';

export async function healWeightsTask(): Promise<void> {
  await healWeights();
}
