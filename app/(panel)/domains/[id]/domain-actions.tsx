'use client';

import { Group } from '@mantine/core';
import { IconChartBar, IconStethoscope, IconTrash } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { LinkButton } from '@/components/form/link-button';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { useConfirm } from '@/components/layout/confirm';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import type { DomainView } from '@/lib/domains/schema';
import { paths } from '@/lib/paths';
import { deleteDomainAction } from '../actions';

export function DomainActions({ domain }: { domain: DomainView }) {
  const { id, shownName: name } = domain;
  const t = useTranslations('domains.remove');
  const tHealth = useTranslations('domainHealth');
  const tReports = useTranslations('domainReports');
  const locked = useLocked('domains.write', domain);
  const confirm = useConfirm();
  const router = useRouter();
  const remove = useAction(deleteDomainAction, {
    success: t('done'),
    invalidates: ['domains'],
    onSuccess: () => router.push(paths.domains()),
  });
  const ask = async () => {
    const answers = { confirmLabel: t('confirm'), keepLabel: t('keep'), danger: true };
    if (await confirm({ title: t('title', { name }), body: t('body'), ...answers })) await remove.run({ id });
  };
  return (
    <Group gap="xs">
      <LinkButton
        href={paths.domainChecks(id)}
        variant="default"
        leftSection={<IconStethoscope size={16} aria-hidden />}
      >
        {tHealth('open')}
      </LinkButton>
      <LinkButton
        href={paths.domainReports(id)}
        variant="default"
        leftSection={<IconChartBar size={16} aria-hidden />}
      >
        {tReports('open')}
      </LinkButton>
      <ReasonedButton
        variant="default"
        leftSection={<IconTrash size={16} aria-hidden />}
        loading={remove.pending}
        onClick={() => void ask()}
        disabledReason={locked}
      >
        {t('button')}
      </ReasonedButton>
    </Group>
  );
}
