import { errorMessage } from '@/lib/errors';
import { log } from '@/lib/log';
import { isOfConfiguration } from './authors';
import { keepVersion } from './keep';

/** After a change that is true already: a version that cannot be made now is made with the next, or when somebody looks. */
export async function noteVersion(action = 'configuration.apply'): Promise<void> {
  if (!isOfConfiguration(action)) return;
  try {
    await keepVersion();
  } catch (error) {
    log.warn('no version of the configuration was made', { action, error: errorMessage(error) });
  }
}
