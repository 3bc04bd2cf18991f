import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';
import { withDatabase } from '@/lib/master-keys/with-database';
import { seedMonth } from './seed/month';

/** `npm run seed`: a believable month in an empty system, to look at and to try things on. */
const count = Number(process.argv[2] ?? 200_000);
try {
  const { messages, seconds } = await withDatabase(() => seedMonth(count));
  console.log(
    `${messages} messages of the last 30 days were written in ${seconds} s. Their four providers are paused, so nothing is sent.`,
  );
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  log.debug('not seeded', { error });
  console.error(error.message);
  process.exitCode = 1;
}
