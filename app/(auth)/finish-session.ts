import { cookies, headers } from 'next/headers';
import { halfWayCookieName, readHalfWay } from '@/lib/auth/half-way';
import type { SecondFactorCode } from '@/lib/auth/second-factor/schema';
import { finishSignIn } from '@/lib/auth/sign-in';
import type { Context } from '@/lib/context';
import { deviceToken, keepCookie, keepDevice, keepSession } from './keep-cookie';

/** The second step. @throws AppError as `finishSignIn` */
export async function finishPanelSession(
  { ip }: Context,
  { code }: SecondFactorCode,
): Promise<{ codesLeft: number | null }> {
  const jar = await cookies();
  const halfWay = await readHalfWay(jar.get(halfWayCookieName())?.value);
  const userAgent = (await headers()).get('user-agent');
  const entered = await finishSignIn(halfWay, code, { ip, userAgent, device: await deviceToken() });
  await keepSession(entered.sessionId);
  await keepDevice({ id: entered.userId });
  await keepCookie(halfWayCookieName(), '', 0);
  return { codesLeft: entered.codesLeft };
}
