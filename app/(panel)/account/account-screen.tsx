import { Stack } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { PageHeader } from '@/components/layout/page-header';
import type { SessionView } from '@/lib/auth/schema';
import type { SecondFactorView } from '@/lib/auth/second-factor/schema';
import type { SessionUser } from '@/lib/auth/session';
import type { SecuritySettings } from '@/lib/settings/schema';
import { PasswordCard } from './password-card';
import { PreferencesCard } from './preferences-card';
import { SecondFactorCard } from './second-factor-card';
import { SessionsCard } from './sessions-card';

type Props = {
  user: SessionUser;
  factor: SecondFactorView;
  sessions: SessionView[];
  limits: SecuritySettings;
};

export function AccountScreen({ user, factor, sessions, limits }: Props) {
  const t = useTranslations('account');
  const { name, email, role, language, mode } = user;
  return (
    <>
      <PageHeader title={t('title')} description={t('description', { email, role: t(`roles.${role}`) })} />
      <Stack>
        <PreferencesCard person={{ name, language, mode }} />
        <PasswordCard person={{ name, email }} />
        <SecondFactorCard factor={factor} email={email} />
        <SessionsCard sessions={sessions} limits={limits} />
      </Stack>
    </>
  );
}
