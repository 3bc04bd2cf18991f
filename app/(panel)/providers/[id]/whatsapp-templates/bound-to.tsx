'use client';

import { Group, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { useConfirm } from '@/components/layout/confirm';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import type { Binding } from '@/lib/whatsapp-templates/schema';
import type { DetailProps } from '../detail-props';
import { unbindTemplateAction } from './actions';

type Props = DetailProps & { binding: Binding };

/** A template of ours for which an approved one stands, and what fills it in. */
export function BoundTo({ provider, binding }: Props) {
  const t = useTranslations('providers.whatsappTemplates');
  const locked = useLocked('providers.write', provider);
  const confirm = useConfirm();
  const { run, pending } = useAction(unbindTemplateAction, { invalidates: ['providers'] });
  const { template, title, language, values } = binding;
  const ask = async () => {
    const question = { title: t('unbind.title', { title }), body: t('unbind.body') };
    const answers = { confirmLabel: t('unbind.confirm'), keepLabel: t('unbind.keep') };
    if (await confirm({ ...question, ...answers })) await run({ id: provider.id, template, language });
  };
  const filled = Object.entries(values).map(([name, value]) => `${name}: ${value}`);
  return (
    <Group gap="xs" mt={4}>
      <div style={{ flex: '1 1 200px', minWidth: 0 }}>
        <Text size="sm">{t('standsFor', { title, language })}</Text>
        {filled.length > 0 && (
          <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {filled.join(' · ')}
          </Text>
        )}
      </div>
      <ReasonedButton
        size="xs"
        variant="subtle"
        loading={pending}
        disabledReason={locked}
        aria-label={t('unbind.of', { title })}
        onClick={() => void ask()}
      >
        {t('unbind.button')}
      </ReasonedButton>
    </Group>
  );
}
