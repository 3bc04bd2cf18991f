'use client';

import { Button, Group, Text } from '@mantine/core';
import { IconHistory, IconLifebuoy } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useConfirm } from '@/components/layout/confirm';
import { useAction } from '@/components/layout/use-action';
import { Notice } from '@/components/table/notice';
import { deleteProviderAction } from '../actions';
import type { Wizard, WizardStart } from './use-wizard';

/** Says that this goes on where it stopped, and lets one begin anew. */
export function WizardResumed({ wizard, start }: { wizard: Wizard; start: WizardStart }) {
  const t = useTranslations('wizard');
  const confirm = useConfirm();
  const remove = useAction(deleteProviderAction, { invalidates: ['providers', 'status'] });
  const { draft, provider } = wizard;
  const name = draft.values?.name || provider?.name || '';

  const startOver = async () => {
    const body = provider ? t('startOver.bodySaved', { name }) : t('startOver.body');
    const answers = { confirmLabel: t('startOver.confirm'), keepLabel: t('startOver.keep') };
    if (!(await confirm({ title: t('startOver.title'), body, ...answers, danger: true }))) return;
    if (provider && !(await remove.run({ id: provider.id })).ok) return;
    await wizard.forget();
    wizard.setStep('choose');
  };

  const resumed =
    start.draft.values !== null && draft.choice === start.draft.choice && wizard.step === start.draft.step;
  return (
    <>
      {draft.backupFor && (
        <Notice tone="quiet" icon={<IconLifebuoy aria-hidden />}>
          {t('backupFor', { name: draft.backupFor.name })}
        </Notice>
      )}
      {resumed && (
        <Notice tone="quiet" icon={<IconHistory aria-hidden />}>
          <Group justify="space-between" gap="xs">
            <Text size="sm" flex="1 1 260px">
              {t('resumed')} {!provider && t('secretsNotKept')}
            </Text>
            <Button
              size="compact-sm"
              variant="default"
              loading={remove.pending}
              onClick={() => void startOver()}
            >
              {t('startOver.action')}
            </Button>
          </Group>
        </Notice>
      )}
    </>
  );
}
