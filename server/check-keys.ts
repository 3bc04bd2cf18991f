import { EnvError } from '@/lib/env';
import { errorMessage } from '@/lib/errors';
import { log } from '@/lib/log';
import { checkKeyring } from '@/lib/master-keys/canary';

const AGAIN_MS = 5_000;

/**
 * Keeps a web process from sealing secrets with another system's master key. It may start before its database does, and is judged once that is
 * there.
 */
export async function checkKeys(onMisfit: (error: EnvError) => void): Promise<void> {
  try {
    await checkKeyring();
  } catch (error) {
    if (error instanceof EnvError) return onMisfit(error);
    log.warn('master key not checked yet', { reason: errorMessage(error) });
    setTimeout(() => checkKeys(onMisfit), AGAIN_MS).unref();
  }
}
