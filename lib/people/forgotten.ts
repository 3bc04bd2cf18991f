import { accountKey } from '@/lib/auth/account-key';
import { countNetworkAttempt } from '@/lib/auth/throttle-network';
import type { Context } from '@/lib/context';
import { sha256 } from '@/lib/crypto/compare';
import { db } from '@/lib/database/db';
import { enqueue } from '@/lib/queue/enqueue';
import type { ForgottenInput } from './schema';

/** Says nothing of whether there is such a person: what is done is done by a job. @throws AppError too_many_attempts */
export async function askForNewPassword({ ip }: Context, { email }: ForgottenInput): Promise<void> {
  await countNetworkAttempt(ip);
  await enqueue(db(), 'forgotten-password', { email }, sha256(accountKey(email)).toString('hex'));
}
