'use client';

import { Text } from '@mantine/core';
import {
  IconCircleCheck,
  IconCircleX,
  IconKey,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlugConnected,
  IconTrash,
} from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { useConfirm } from '@/components/layout/confirm';
import { useMoney } from '@/components/layout/money';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import { Notice } from '@/components/table/notice';
import { PlainText } from '@/components/table/plain-text';
import type { AiProviderView, AiTest } from '@/lib/ai/providers/schema';
import { deleteAiProviderAction, testAiProviderAction, updateAiProviderAction } from './actions';

type Props = { provider: AiProviderView; onEdit: () => void; onKeys: () => void };

const READS = { invalidates: ['ai-providers', 'ai-calls'] };

export function AiActions({ provider, onEdit, onKeys }: Props) {
  const { id, name, active } = provider;
  const t = useTranslations('ai');
  const locked = useLocked('ai.write', provider);
  const confirm = useConfirm();
  const [result, setResult] = useState<AiTest | null>(null);
  const test = useAction(testAiProviderAction, { ...READS, onSuccess: setResult });
  const change = useAction(updateAiProviderAction, { ...READS, success: t('saved') });
  const remove = useAction(deleteAiProviderAction, { ...READS, success: t('remove.done') });
  const ask = async () => {
    const answers = { confirmLabel: t('remove.confirm'), keepLabel: t('remove.keep'), danger: true };
    if (await confirm({ title: t('remove.title', { name }), body: t('remove.body'), ...answers }))
      await remove.run({ id });
  };
  const button = (what: 'test' | 'edit' | 'keys' | 'pause' | 'resume' | 'remove') => ({
    variant: 'default',
    disabledReason: locked,
    'aria-label': t(`${what}.one`, { name }),
    children: t(`${what}.button`),
  });
  return (
    <>
      <ReasonedButton
        {...button('test')}
        leftSection={<IconPlugConnected size={16} aria-hidden />}
        loading={test.pending}
        onClick={() => void test.run({ id })}
      />
      <ReasonedButton
        {...button('edit')}
        leftSection={<IconPencil size={16} aria-hidden />}
        onClick={onEdit}
      />
      <ReasonedButton {...button('keys')} leftSection={<IconKey size={16} aria-hidden />} onClick={onKeys} />
      <ReasonedButton
        {...button(active ? 'pause' : 'resume')}
        leftSection={
          active ? <IconPlayerPause size={16} aria-hidden /> : <IconPlayerPlay size={16} aria-hidden />
        }
        loading={change.pending}
        onClick={() => void change.run({ id, active: !active })}
      />
      <ReasonedButton
        {...button('remove')}
        leftSection={<IconTrash size={16} aria-hidden />}
        loading={remove.pending}
        onClick={() => void ask()}
      />
      <div role="status" style={{ flexBasis: '100%' }}>
        {result && !test.pending && <Result name={name} result={result} />}
      </div>
    </>
  );
}

/** So many names are shown: the select of the form has all of them. */
const SHOWN_MODELS = 8;

function Result({ name, result }: { name: string; result: AiTest }) {
  const t = useTranslations('ai');
  const money = useMoney('USD');
  if (result.ok)
    return (
      <Notice tone="good" icon={<IconCircleCheck aria-hidden />} title={t('test.works')}>
        <Text size="sm">
          {result.cost === null ? t('test.noCost') : t('test.cost', { cost: money(result.cost) })}
        </Text>
      </Notice>
    );
  if (result.refused)
    return (
      <Notice
        tone="warn"
        icon={<IconCircleX aria-hidden />}
        title={t('test.refused', { why: t(`outcomes.${result.refused}`) })}
      />
    );
  const fault = result.fault ?? 'output';
  return (
    <Notice tone="bad" icon={<IconCircleX aria-hidden />} title={t(`faults.${fault}.what`)}>
      <Text size="sm">{t(`faults.${fault}.fix`)}</Text>
      {fault === 'gone' && result.models.length > 0 && (
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {t('test.models', { models: result.models.slice(0, SHOWN_MODELS).join(', ') })}
        </Text>
      )}
      {result.reply && (
        <PlainText label={t('card.reply')} of={name} wrap="prose">
          {result.reply}
        </PlainText>
      )}
    </Notice>
  );
}
