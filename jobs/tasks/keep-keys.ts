import { keepKeys } from '@/lib/rotation/keep-keys';

export async function keepKeysTask(): Promise<void> {
  await keepKeys(new Date());
}
