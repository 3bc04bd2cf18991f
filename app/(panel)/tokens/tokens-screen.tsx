'use client';

import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { parseAsBoolean, useQueryState } from 'nuqs';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { PageHeader } from '@/components/layout/page-header';
import { may } from '@/lib/permissions';
import type { Role } from '@/lib/roles';
import { NewToken } from './new-token';
import { TokenTable } from './token-table';

type Props = { role: Role; baseUrl: string; usualDays: number };

export function TokensScreen({ role, baseUrl, usualDays }: Props) {
  const t = useTranslations('tokens');
  const [creating, setCreating] = useQueryState('new', parseAsBoolean.withDefault(false));
  const canWrite = may(role, 'tokens.write');
  const disabledReason = canWrite ? null : t('readOnly');
  const create = (
    <ReasonedButton
      leftSection={<IconPlus size={16} />}
      onClick={() => setCreating(true)}
      disabledReason={disabledReason}
    >
      {t('create')}
    </ReasonedButton>
  );
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} actions={create} />
      <TokenTable create={create} disabledReason={disabledReason} />
      <NewToken
        opened={creating && canWrite}
        onClose={() => setCreating(null)}
        baseUrl={baseUrl}
        usualDays={usualDays}
        role={role}
      />
    </>
  );
}
