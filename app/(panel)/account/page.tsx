import { Stack } from '@mantine/core';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireUser } from '@/app/session';
import { PageHeader } from '@/components/layout/page-header';
import { listSessions } from '@/lib/auth/sessions';
import { currentSettings } from '@/lib/settings/current';
import { PasswordCard } from './password-card';
import { PreferencesCard } from './preferences-card';
import { SessionsCard } from './sessions-card';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('title') };
}

export default async function AccountPage() {
  const t = await getTranslations('account');
  const { id, sessionId, name, email, role, language, mode } = await requireUser();
  const [sessions, { security }] = await Promise.all([listSessions(id, sessionId), currentSettings()]);
  return (
    <>
      <PageHeader title={t('title')} description={t('description', { email, role: t(`roles.${role}`) })} />
      <Stack>
        <PreferencesCard person={{ name, language, mode }} />
        <PasswordCard person={{ name, email }} />
        <SessionsCard sessions={sessions} limits={security} />
      </Stack>
    </>
  );
}
