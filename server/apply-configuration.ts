import { readFileSync } from 'node:fs';
import { applyConfiguration } from '@/lib/configuration/apply';
import { tellPlan } from '@/lib/configuration/words';
import { commandContext } from '@/lib/context';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { StartError } from './start-error';

/**
 * Makes the system what the document `file`, that of `RELEVO_CONFIG`, says, before anything runs. One that is wrong changes nothing and is told: messages go
 * on by what was good before, unless `RELEVO_CONFIG_STRICT` wants no start then. @returns what was done, a line each @throws StartError
 */
export async function applyDocument(file: string): Promise<string[]> {
  const { RELEVO_CONFIG_STRICT: isStrict } = env();
  try {
    const applied = await applyConfiguration(commandContext('RELEVO_CONFIG'), readDocument(file));
    return applied.steps.length === 0 ? [] : [`${file} is applied.`, ...tellPlan(applied, 'en')];
  } catch (error) {
    if (!(error instanceof AppError) && !(error instanceof StartError)) throw error;
    const told = `RELEVO_CONFIG: ${file} was not applied, and nothing of it: ${error.message}`;
    if (isStrict) throw new StartError(told);
    return [told];
  }
}

function readDocument(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new StartError('it cannot be read.');
  }
}
