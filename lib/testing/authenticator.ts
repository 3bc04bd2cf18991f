import { beginSecondFactor, confirmSecondFactor } from '@/lib/auth/second-factor/set-up';
import { codeOf, stepAt } from '@/lib/auth/second-factor/totp';
import type { Context } from '@/lib/context';
import { sql } from '@/lib/database/db';

/** An app on a telephone: what it shows, `later` so many steps of 30 seconds. */
export class Authenticator {
  constructor(readonly key: string) {}

  code(later = 0): string {
    return codeOf(this.key, stepAt(Date.now()) + later);
  }
}

/** Sets a second factor up as a person does; the code that confirmed it can be used no more, unless time is turned back for it. */
export async function addSecondFactor(ctx: Context, password: string) {
  const { key } = await beginSecondFactor(ctx, { password });
  const app = new Authenticator(key);
  const { codes, sessionId } = await confirmSecondFactor(ctx, { code: app.code() });
  await forgetSteps();
  return { app, codes, sessionId };
}

/** As if the last code had been used long ago: a test does not wait half a minute. */
export async function forgetSteps(): Promise<void> {
  await sql()`update second_factors set last_step = 0`;
}
