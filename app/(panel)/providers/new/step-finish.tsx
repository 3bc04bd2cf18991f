'use client';

import { Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconArrowLeft } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { apiQuery } from '@/components/layout/api';
import { useConfirm } from '@/components/layout/confirm';
import { SectionCard } from '@/components/layout/section-card';
import { useAction } from '@/components/layout/use-action';
import { Notice } from '@/components/table/notice';
import { DEFAULT_CHANNEL } from '@/lib/channels/default-channel';
import { paths } from '@/lib/paths';
import type { ProviderView } from '@/lib/providers/schema';
import { reorderProvidersAction, updateProviderAction } from '../actions';
import { besideInOrder, placed } from '../place-in-order';
import { ProviderBadge } from '../provider-badge';
import { useDoubts } from '../use-doubts';
import { PlaceChoice } from './place-choice';
import type { Wizard } from './use-wizard';

const CHANGED = ['providers', 'status'];

type Props = { wizard: Wizard; onDone: (provider: ProviderView) => void };

/** The last look, and the switch: what has not passed its test stays off unless somebody says it twice. */
export function StepFinish({ wizard, onDone }: Props) {
  const t = useTranslations('wizard');
  const router = useRouter();
  const confirm = useConfirm();
  const sayDoubts = useDoubts();
  const update = useAction(updateProviderAction, { invalidates: CHANGED });
  const reorder = useAction(reorderProvidersAction, { invalidates: CHANGED });
  const client = useQueryClient();
  const [place, setPlace] = useState<number | null>(null);
  const { provider, draft } = wizard;
  if (!provider) return null;
  const { name } = provider;
  const proven = provider.lastTest?.ok === true;

  const standInLine = async () => {
    if (place !== null) {
      const all = await client.fetchQuery(apiQuery('providers'));
      const alike = besideInOrder(all.data, provider);
      await reorder.run({
        providers: placed(
          alike.map(({ id }) => id),
          provider.id,
          place,
        ),
      });
    }
    if (draft.backupFor) await update.run({ id: draft.backupFor.id, fallback: provider.id });
  };
  const activate = async () => {
    const activated = await update.run({ id: provider.id, active: true });
    if (!activated.ok) return;
    await standInLine();
    await wizard.forget();
    wizard.setStep(null);
    onDone(activated.data);
  };
  const activateAnyway = async () => {
    const answers = { confirmLabel: t('finish.anyway'), keepLabel: t('finish.anywayNot') };
    const body = (await sayDoubts(provider)) ?? t('finish.untested');
    const title = t('finish.anywayTitle', { name });
    if (await confirm({ title, body, ...answers, danger: true })) await activate();
  };
  const keepOff = async () => {
    await standInLine();
    router.push(paths.provider(provider.id));
    await wizard.forget();
  };
  return (
    <SectionCard
      title={t(proven ? 'finish.title' : 'finish.titleOff', { name })}
      actions={<ProviderBadge provider={{ ...provider, active: true }} />}
    >
      <Stack>
        <Text size="sm">
          {provider.channel === DEFAULT_CHANNEL &&
            (provider.fromEmail
              ? t('finish.sender', { sender: provider.fromEmail })
              : t('finish.noSender'))}{' '}
          {draft.backupFor && t('finish.backup', { name: draft.backupFor.name })}
        </Text>
        <PlaceChoice provider={provider} value={place} onChange={setPlace} />
        {!proven && (
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
          {!proven && (
            <Button variant="default" loading={update.pending} onClick={() => void activateAnyway()}>
              {t('finish.anyway')}
            </Button>
          )}
          <Button loading={update.pending} onClick={() => void (proven ? activate() : keepOff())}>
            {t(proven ? 'finish.activate' : 'finish.keepOff')}
          </Button>
        </Group>
      </Stack>
    </SectionCard>
  );
}
