import { eq } from 'drizzle-orm';
import type { ProviderRow } from '@/drizzle/schema/providers';
import { providerKeys } from '@/drizzle/schema/providers';
import type { Transaction } from '@/lib/database/db';
import { AppError, fieldError, invalid } from '@/lib/errors';
import { getAdapter } from '@/lib/providers/registry';
import { refusal } from '@/lib/refusals';
import type { SecretChanges } from './credentials';
import { movedSecrets } from './targets';

/**
 * A secret that was asked for while the provider looked elsewhere, as a sign-in in the browser does, is not for where it looks by now.
 * @throws AppError conflict
 */
export function checkAskedFor(
  { kind, settings: now }: ProviderRow,
  asked: Record<string, unknown>,
  changes: SecretChanges,
): void {
  const moved = movedSecrets(getAdapter(kind).targets, asked, now);
  if (moved.some((name) => changes[name] !== undefined))
    throw new AppError(
      'conflict',
      'The provider sends by way of another server than when this was begun.',
      refusal('other_server'),
    );
}

/**
 * A stored secret never follows its provider to another target: whoever may change a host must not thereby learn the password. It is
 * given again or cleared by the same change; other keys are removed before. @throws AppError validation_failed
 */
export async function holdSecrets(
  tx: Transaction,
  { id, kind, settings: before }: ProviderRow,
  after: Record<string, unknown>,
  changes: SecretChanges = {},
): Promise<void> {
  const { targets, settings } = getAdapter(kind);
  const known = settings.safeParse(before);
  const moved = movedSecrets(targets, known.success ? known.data : before, after);
  if (moved.length === 0) return;
  const keys = await tx.select().from(providerKeys).where(eq(providerKeys.providerId, id));
  const holding = (secrets: object) => moved.filter((name) => Object.hasOwn(secrets, name));
  const active = keys.find((key) => key.active);
  const errors = holding(active?.secrets ?? {})
    .filter((name) => changes[name] === undefined)
    .map((name) => fieldError(`secrets.${name}`, 'given_again'));
  if (errors.length > 0)
    throw new AppError(
      'validation_failed',
      errors.map(({ path, message }) => `${path}: ${message}`).join('; '),
      {
        errors,
      },
    );
  const others = keys.filter((key) => !key.active && holding(key.secrets).length > 0);
  if (others.length > 0)
    throw invalid('keys', 'keys_of_former', { keys: others.map(({ label }) => label).join(', ') });
}
