import type { Transaction } from '@/lib/database/db';
import { currentSettings } from '@/lib/settings/current';
import { idOfPerson } from './responsible';
import type { TokenRow } from './rows';
import type { TokenInput } from './schema';

const DAY_MS = 86_400_000;

type Upkeep = Pick<TokenRow, 'rotateEveryDays' | 'rotateGraceHours' | 'rotateAt' | 'responsibleId'>;

/**
 * The columns of what is named; the others stay. `since`: when the secret in use was made; `companyId`: of the token. @throws AppError validation_failed for a person who
 * is not there
 */
export async function upkeepOf(
  tx: Transaction,
  { rotation, responsible }: Pick<TokenInput, 'rotation' | 'responsible'>,
  { since, companyId }: { since: Date; companyId: string | null },
): Promise<Partial<Upkeep>> {
  const rotateEveryDays = rotation?.everyDays ?? null;
  return {
    ...(rotation !== undefined && {
      rotateEveryDays,
      rotateGraceHours:
        rotation && (rotation.graceHours ?? (await currentSettings()).security.tokenGraceHours),
      rotateAt: nextRotation({ rotateEveryDays }, since),
    }),
    ...(responsible !== undefined && {
      responsibleId: responsible === null ? null : await idOfPerson(tx, responsible, companyId),
    }),
  };
}

/** When the secret that is in use since then is due to be replaced; null: never by itself. */
export function nextRotation(
  { rotateEveryDays }: Pick<TokenRow, 'rotateEveryDays'>,
  since: Date,
): Date | null {
  return rotateEveryDays === null ? null : new Date(since.getTime() + rotateEveryDays * DAY_MS);
}
