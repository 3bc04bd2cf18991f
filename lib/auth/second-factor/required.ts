import { AppError } from '@/lib/errors';
import type { Role } from '@/lib/roles';
import { currentSettings } from '@/lib/settings/current';

/** Asked with each request, so that a setting is felt by whoever is signed in, too. */
export async function needsSecondFactor(role: Role): Promise<boolean> {
  return (await currentSettings()).security.secondFactorFor.includes(role);
}

/** For whatever a session does or reads. @throws AppError second_factor_required */
export function checkSecondFactor({ mustAddFactor }: { mustAddFactor: boolean }): void {
  if (mustAddFactor)
    throw new AppError('second_factor_required', 'Set up a second factor first: your role needs one.');
}
