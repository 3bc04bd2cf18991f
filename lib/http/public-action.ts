import { cookies, headers } from 'next/headers';
import type { z } from 'zod';
import type { Context } from '@/lib/context';
import { LOCALE_COOKIE, localeOfStranger } from '@/lib/i18n/locales';
import type { ActionResult } from './action';
import { clientAddress } from './client-address';
import { ACCESS } from './handle';
import { parseInput } from './parse-input';
import { checkPlain } from './plain-input';
import { toAppError } from './problem';
import { requestIdOf } from './request-id';

/** What each of the few actions without a sign-in is called in the audit log. */
type PublicAccess = {
  public: 'sign-in page' | 'set-up link' | 'invitation link' | 'password link' | 'new password';
};

/** A server action for someone not signed in; there are few, and each guards itself (password, one-time link). */
export function publicAction<Input, Output>(
  access: PublicAccess,
  schema: z.ZodType<Input>,
  verb: (ctx: Context, input: Input) => Promise<Output>,
): (input: Input) => Promise<ActionResult<Output>> {
  const run = async (input: unknown): Promise<ActionResult<Output>> => {
    const requestId = requestIdOf(await headers());
    try {
      checkPlain(input);
      const parsed = parseInput(schema, input);
      return { ok: true, data: await verb(await anonymousContext(access, requestId), parsed) };
    } catch (error) {
      const { code, detail, options } = toAppError(error, requestId);
      const { errors, reason } = options;
      return { ok: false, error: { code, detail, errors, reason, requestId } };
    }
  };
  return Object.assign(run, { [ACCESS]: access });
}

async function anonymousContext(access: PublicAccess, requestId: string): Promise<Context> {
  const incoming = await headers();
  return {
    actor: { type: 'command', id: null, label: access.public },
    companyId: null,
    requestId,
    ip: clientAddress(incoming),
    locale: localeOfStranger((await cookies()).get(LOCALE_COOKIE)?.value, incoming.get('accept-language')),
  };
}
