'use client';

import { Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconArrowLeft } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { SectionCard } from '@/components/layout/section-card';
import { useAction } from '@/components/layout/use-action';
import { Notice } from '@/components/table/notice';
import type { ProviderView } from '@/lib/providers/schema';
import { updateProviderAction } from '../actions';
import { ProviderBadge } from '../provider-badge';
import type { Wizard } from './use-wizard';

const CHANGED = ['providers', 'status'];

type Props = { wizard: Wizard; onDone: (provider: ProviderView) => void };

/** The last look, and the switch: from here on messages go through it. */
export function StepFinish({ wizard, onDone }: Props) {
  const t = useTranslations('wizard');
  const activate = useAction(updateProviderAction, { invalidates: CHANGED });
  const { provider, draft } = wizard;
  if (!provider) return null;

  const finish = async () => {
    const activated = await activate.run({ id: provider.id, active: true });
    if (!activated.ok) return;
    if (draft.backupFor) await activate.run({ id: draft.backupFor.id, fallback: provider.id });
    await wizard.forget();
    wizard.setStep(null);
    onDone(activated.data);
  };
  return (
    <SectionCard
      title={t('finish.title', { name: provider.name })}
      actions={<ProviderBadge provider={{ ...provider, active: true }} />}
    >
      <Stack>
        <Text size="sm">
          {provider.fromEmail ? t('finish.sender', { sender: provider.fromEmail }) : t('finish.noSender')}{' '}
          {draft.backupFor && t('finish.backup', { name: draft.backupFor.name })}
        </Text>
        {!provider.lastTest?.ok && (
          <Notice tone="warn" icon={<IconAlertTriangle aria-hidden />} title={t('finish.untested')}>
            {t('finish.untestedText')}
          </Notice>
        )}
        <Group justify="flex-end">
          <Button
            variant="default"
            leftSection={<IconArrowLeft size={15} aria-hidden />}
            onClick={() => wizard.go('test')}
          >
            {t('back')}
          </Button>
          <Button loading={activate.pending} onClick={() => void finish()}>
            {t('finish.activate')}
          </Button>
        </Group>
      </Stack>
    </SectionCard>
  );
}
