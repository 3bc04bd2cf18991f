'use client';

import { Group, Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import { LineDifference } from '@/components/table/line-difference';
import type { MailTemplateView, TakenView } from '@/lib/mail-templates/schema';
import type { DetailProps } from '../detail-props';
import { takeTemplateAction } from './actions';
import { LeftOut } from './left-out';

type Props = DetailProps & {
  found: MailTemplateView;
  taken: TakenView;
  ours: NonNullable<MailTemplateView['ours']>;
  onDone: () => void;
};

/** Once more: what ours says now, and what would become of it. */
export function TakeAgain({ provider, found, taken, ours, onDone }: Props) {
  const t = useTranslations('providers.mailTemplates');
  const locked = useLocked('templates.write', provider);
  const { run, pending } = useAction(takeTemplateAction, {
    invalidates: ['providers', 'templates'],
    success: t('again.done'),
    onSuccess: onDone,
  });
  const take = () =>
    run({
      id: provider.id,
      name: found.name,
      language: taken.language,
      category: 'documents',
      publish: false,
    });
  return (
    <Stack>
      <Text size="sm">{t(found.changed ? 'again.changed' : 'again.same')}</Text>
      {found.changed && taken.ahead && <Text size="sm">{t('again.ahead')}</Text>}
      <LeftOut problems={found.problems} />
      <LineDifference before={linesOf(ours)} after={linesOf(found)} />
      {found.changed && (
        <Group justify="flex-end">
          <ReasonedButton loading={pending} disabledReason={locked} onClick={() => void take()}>
            {t('again.take')}
          </ReasonedButton>
        </Group>
      )}
    </Stack>
  );
}

function linesOf({ subject, html, text }: Pick<MailTemplateView, 'subject' | 'html' | 'text'>): string {
  return [subject, html, ...(text === null ? [] : [text])].join('\n');
}
