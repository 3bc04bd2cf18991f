import { healWeights } from '@/lib/providers/heal-weights';

export async function healWeightsTask(): Promise<void> {
  await healWeights();
}
