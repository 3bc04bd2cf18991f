import { keepTokens } from '@/lib/rotation/keep-tokens';

export async function keepTokensTask(): Promise<void> {
  await keepTokens(new Date());
}
