'use client';

import { Group } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { useConfirm } from '@/components/layout/confirm';
import { OnceOpened } from '@/components/layout/once-opened';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import type { CampaignView } from '@/lib/campaigns/schema';
import { isOpenToChange, RUNNING } from '@/lib/campaigns/states';
import { paths } from '@/lib/paths';
import {
  deleteCampaignAction,
  duplicateCampaignAction,
  pauseCampaignAction,
  resendCampaignAction,
  resumeCampaignAction,
  stopCampaignAction,
} from '../actions';

const CampaignWindow = dynamic(() => import('../campaign-window').then((module) => module.CampaignWindow), {
  ssr: false,
});

/** What can be done with it where it stands. */
export function CampaignActions({ campaign }: { campaign: CampaignView }) {
  const t = useTranslations('campaigns.actions');
  const router = useRouter();
  const confirm = useConfirm();
  const disabledReason = useLocked('campaigns.write', campaign);
  const [open, setOpen] = useState(false);
  const { id, title, state, finishedAt } = campaign;
  const invalidates = ['campaigns'];
  const pause = useAction(pauseCampaignAction, { invalidates, success: t('paused') });
  const resume = useAction(resumeCampaignAction, { invalidates, success: t('resumed') });
  const stop = useAction(stopCampaignAction, { invalidates, success: t('stopped') });
  const again = useAction(duplicateCampaignAction, {
    invalidates,
    success: t('duplicated'),
    onSuccess: (made) => router.push(paths.campaign(made.id)),
  });
  const resend = useAction(resendCampaignAction, {
    invalidates,
    success: t('resendMade'),
    onSuccess: (made) => router.push(paths.campaign(made.id)),
  });
  const remove = useAction(deleteCampaignAction, {
    invalidates,
    success: t('deleted'),
    onSuccess: () => router.push(paths.campaigns()),
  });
  const askToStop = async () => {
    const answers = { confirmLabel: t('stop'), keepLabel: t('keep'), danger: true };
    if (await confirm({ title: t('stopTitle', { title }), body: t('stopBody'), ...answers }))
      await stop.run({ id });
  };
  const askToDelete = async () => {
    const answers = { confirmLabel: t('delete'), keepLabel: t('keepIt'), danger: true };
    if (await confirm({ title: t('deleteTitle', { title }), body: t('deleteBody'), ...answers }))
      await remove.run({ id });
  };
  const askToResend = async () => {
    const answers = { confirmLabel: t('resendYes'), keepLabel: t('resendNo') };
    if (await confirm({ title: t('resend'), body: t('resendBody'), ...answers }))
      await resend.run({ id, title: t('resendOf', { title }).slice(0, 120) });
  };
  const button = (
    label: string,
    { run, pending, not = null }: { run: () => void; pending: boolean; not?: string | null },
  ) => (
    <ReasonedButton variant="default" loading={pending} onClick={run} disabledReason={disabledReason ?? not}>
      {label}
    </ReasonedButton>
  );
  const isRunning = (RUNNING as readonly string[]).includes(state);
  const isOver = finishedAt !== null;
  return (
    <Group gap="xs">
      {(isOpenToChange(state) || isOver) &&
        button(t('delete'), { run: () => void askToDelete(), pending: remove.pending })}
      {!isOpenToChange(state) &&
        button(t('duplicate'), {
          run: () => void again.run({ id, title: t('copyOf', { title }).slice(0, 120) }),
          pending: again.pending,
        })}
      {state === 'finished' &&
        button(t('resend'), {
          run: () => void askToResend(),
          pending: resend.pending,
          not: campaign.tracking.opens ? null : t('notTracked'),
        })}
      {isOpenToChange(state) && button(t('edit'), { run: () => setOpen(true), pending: false })}
      {(isRunning || state === 'paused' || state === 'scheduled') &&
        button(t('stop'), { run: () => void askToStop(), pending: stop.pending })}
      {isRunning && button(t('pause'), { run: () => void pause.run({ id }), pending: pause.pending })}
      {state === 'paused' &&
        button(t('resume'), { run: () => void resume.run({ id }), pending: resume.pending })}
      <OnceOpened opened={open}>
        <CampaignWindow opened={open} stored={campaign} onClose={() => setOpen(false)} />
      </OnceOpened>
    </Group>
  );
}
