import { jobContext } from '@/lib/context';
import { publicUrl } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { translator } from '@/lib/i18n/translate';
import { log } from '@/lib/log';
import { paths } from '@/lib/paths';
import { carryOn } from '@/lib/providers/keys/carry-on';
import { endOldKeys } from '@/lib/providers/keys/end-old-keys';
import {
  type FailedRotation,
  failedRotations,
  mayBegin,
  noteReminder,
  noteTold,
  type OldKey,
  oldKeys,
} from '@/lib/providers/keys/old-keys';
import { beginRotation } from '@/lib/providers/keys/rotate-key';
import { openRotations } from '@/lib/providers/keys/rotations';
import { tellPeople } from './tell-people';

const DAY_MS = 86_400_000;

/**
 * Every five minutes: replacements of providers' keys go on from where they stopped, those that are due begin, what has had its grace is ended
 * at the service, and people hear of keys that nobody but they can change.
 */
export async function keepKeys(now: Date): Promise<void> {
  const ctx = jobContext('key-rotation');
  for (const old of await oldKeys(now))
    if (old.automatic && (await mayBegin(old.providerId, now)))
      await attempt(old.providerId, () => beginRotation(ctx, old.providerId));
  for (const { id } of await openRotations()) await attempt(id, () => carryOn(ctx, id));
  await endOldKeys(now);
  for (const old of await oldKeys(now))
    if (!old.automatic && !isReminded(old)) await attempt(old.providerId, () => remind(old, now));
  for (const failed of await failedRotations()) await attempt(failed.id, () => tellOfFailure(failed, now));
}

/** One provider keeps nobody from the others. */
async function attempt(about: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const isExpected = error instanceof AppError;
    log.warn('a key was not looked after', { about, error: isExpected ? error.message : error });
  }
}

function isReminded({ remindedAt, since }: OldKey): boolean {
  return remindedAt !== null && remindedAt > since;
}

async function remind({ providerId, name, companyId, keyId, since }: OldKey, now: Date): Promise<void> {
  const days = Math.floor((now.getTime() - since.getTime()) / DAY_MS);
  const problem = await write({ companyId, key: `key-age ${keyId} ${since.getTime()}` }, 'old', {
    name,
    days,
    link: publicUrl() + paths.provider(providerId, { tab: 'keys' }),
  });
  if (problem === null) await noteReminder(keyId, now);
}

async function tellOfFailure(failed: FailedRotation, now: Date): Promise<void> {
  const { id, providerId, name, companyId, problem, detail } = failed;
  const link = publicUrl() + paths.provider(providerId, { tab: 'keys' });
  const told = await write({ companyId, key: `key-rotation ${id} ${problem}` }, 'failed', {
    name,
    link,
    problem,
    detail: detail ?? '',
  });
  if (told === null) await noteTold(id, now);
}

type Values = { name: string; link: string; days?: number; problem?: string; detail?: string };

function write(of: { companyId: string | null; key: string }, mail: 'old' | 'failed', values: Values) {
  const { companyId, key } = of;
  return tellPeople(
    { companyId, responsibleId: null, createdBy: null },
    key,
    ({ language, name: person }) => {
      const t = translator(language);
      const { problem, ...rest } = values;
      const why = problem
        ? t(`providers.keys.problems.${problem}` as 'providers.keys.problems.permission')
        : '';
      const all = { ...rest, person, why, days: rest.days ?? 0, detail: rest.detail ?? '' };
      return {
        subject: t(`providers.keys.mails.${mail}.subject`, all),
        text: t(`providers.keys.mails.${mail}.text`, all),
      };
    },
  );
}
