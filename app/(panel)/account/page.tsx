import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireUser } from '@/app/session';
import { viewSecondFactor } from '@/lib/auth/second-factor/find';
import { listSessions } from '@/lib/auth/sessions';
import { currentSettings } from '@/lib/settings/current';
import { AccountScreen } from './account-screen';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('title') };
}

export default async function AccountPage() {
  const user = await requireUser();
  const [factor, sessions, { security }] = await Promise.all([
    viewSecondFactor(user.id),
    listSessions(user.id, user.sessionId),
    currentSettings(),
  ]);
  return <AccountScreen user={user} factor={factor} sessions={sessions} limits={security} />;
}
