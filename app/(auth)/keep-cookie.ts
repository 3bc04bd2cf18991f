import { cookies, headers } from 'next/headers';
import { DEVICE_DAYS, deviceCookieName } from '@/lib/auth/known-devices';
import { rememberDevice } from '@/lib/auth/remember-device';
import { endEarlierSession, sessionCookieName } from '@/lib/auth/session';
import { SESSION_COOKIE_SECONDS, sealSession } from '@/lib/auth/session-cookie';
import { isHttps } from '@/lib/env';

/** For the server alone: no script reads it, and no other site sends it along with a form. */
export async function keepCookie(name: string, value: string, maxAge: number): Promise<void> {
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure: isHttps() } as const;
  (await cookies()).set(name, value, { ...options, maxAge });
}

export async function keepSession(sessionId: string): Promise<void> {
  await endEarlierSession(await headers(), sessionId);
  await keepCookie(sessionCookieName(), await sealSession(sessionId), SESSION_COOKIE_SECONDS);
}

export async function keepDevice(person: { email: string } | { id: string }): Promise<void> {
  const token = await rememberDevice(person, await deviceToken());
  await keepCookie(deviceCookieName(), token, DEVICE_DAYS * 86_400);
}

export async function deviceToken(): Promise<string | null> {
  return (await cookies()).get(deviceCookieName())?.value ?? null;
}
