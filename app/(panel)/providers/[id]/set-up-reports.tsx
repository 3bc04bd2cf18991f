'use client';

import { Code, Group, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconPlugX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { useMode } from '@/components/layout/mode';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import { Notice } from '@/components/table/notice';
import type { ReportsView } from '@/lib/inbound/report-schema';
import type { HookSetUpView } from '@/lib/providers/hooks/hook-schema';
import { registerHookAction } from '../actions';
import type { DetailProps } from './detail-props';

type Props = DetailProps & { reports: ReportsView };

/** Has the service told where to post; what came of it stays beside the button. */
export function SetUpReports({ provider, reports }: Props) {
  const t = useTranslations('providers.reports.setUp');
  const refusals = useTranslations('refusals');
  const locked = useLocked('providers.write', provider);
  const [result, setResult] = useState<HookSetUpView | null>(null);
  const { run, pending } = useAction(registerHookAction, {
    invalidates: ['providers'],
    onSuccess: setResult,
  });
  const isThere = reports.proof?.set && reports.lastReceivedAt;
  return (
    <Stack gap="xs" align="flex-start">
      <Text size="sm">{t('lead')}</Text>
      <Group>
        <ReasonedButton
          size="sm"
          variant={isThere ? 'default' : 'filled'}
          loading={pending}
          disabledReason={locked ?? (reports.isPublic ? null : refusals('no_public_url'))}
          onClick={() => void run({ id: provider.id })}
        >
          {t(isThere ? 'again' : 'button')}
        </ReasonedButton>
      </Group>
      {result && !pending && <Outcome provider={provider} result={result} />}
    </Stack>
  );
}

function Outcome({ provider, result }: DetailProps & { result: HookSetUpView }) {
  const t = useTranslations('providers.reports.setUp');
  const { technical } = useMode();
  const { did, added, stored, problem, detail } = result;
  if (!did)
    return (
      <Notice tone="bad" icon={<IconPlugX aria-hidden />} title={t('failed')}>
        {problem === 'permission'
          ? t(`permission.${provider.kind as 'ses'}`)
          : t(`problems.${(problem ?? 'refused') as 'limit'}`)}
        {detail && (technical || problem === 'refused') && (
          <Code block mt="xs">
            {detail}
          </Code>
        )}
      </Notice>
    );
  return (
    <Notice tone="good" icon={<IconCircleCheck aria-hidden />} title={t(`done.${did}`)}>
      {stored.includes('snsTopicArn') && <Text size="sm">{t('confirm')}</Text>}
      {stored.includes('configurationSet') && <Text size="sm">{t('setUse')}</Text>}
      {technical && added.length > 0 && <Text size="sm">{t('added', { events: added.join(', ') })}</Text>}
      {technical && stored.length > 0 && <Text size="sm">{t('stored', { names: stored.join(', ') })}</Text>}
    </Notice>
  );
}
