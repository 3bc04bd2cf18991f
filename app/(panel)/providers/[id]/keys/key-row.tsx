'use client';

import { Group, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { useConfirm } from '@/components/layout/confirm';
import { Time } from '@/components/layout/time';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import { StateBadge } from '@/components/table/state-badge';
import type { KeyView } from '@/lib/providers/keys/key-schema';
import type { ProviderView } from '@/lib/providers/schema';
import { activateKeyAction, removeKeyAction } from '../../actions';

type Props = { provider: ProviderView; of: KeyView; only: boolean };

export function KeyRow({ provider, of: key, only }: Props) {
  const t = useTranslations('providers.keys');
  const tCommon = useTranslations('common');
  const confirm = useConfirm();
  const activate = useAction(activateKeyAction, {
    invalidates: ['providers'],
    success: t('activated', { label: key.label }),
  });
  const remove = useAction(removeKeyAction, {
    invalidates: ['providers'],
    success: t('removed', { label: key.label }),
  });
  const locked = useLocked('providers.write', provider);
  const one = { id: provider.id, keyId: key.id };
  const askAndRemove = async () => {
    const title = t('remove.title', { label: key.label });
    const body = t(only ? 'remove.last' : 'remove.body');
    const answers = { confirmLabel: t('remove.confirm'), keepLabel: t('remove.keep') };
    if (await confirm({ title, body, ...answers, danger: true })) await remove.run(one);
  };
  return (
    <Group justify="space-between" gap="xs">
      <div style={{ flex: '1 1 220px', minWidth: 0 }}>
        <Group gap="xs">
          <Text fw={550} size="sm">
            {key.label}
          </Text>
          <StateBadge
            tone={key.active ? 'good' : 'quiet'}
            icon={key.active ? IconCircleCheck : IconCircleDashed}
          >
            {t(key.active ? 'active' : key.endsAt ? 'replaced' : 'spare')}
          </StateBadge>
        </Group>
        <Text size="xs" c="dimmed">
          <Secrets secrets={key.secrets} /> · <Time value={key.updatedAt} />
          {key.scopes && ` · ${key.scopes}`}
        </Text>
        {key.endsAt && (
          <Text size="xs">
            {key.endedByHand
              ? t('endByHand')
              : t.rich('endsAt', { time: () => <Time value={key.endsAt!} /> })}
          </Text>
        )}
      </div>
      <Group gap="xs">
        {!key.active && (
          <ReasonedButton
            size="xs"
            variant="default"
            loading={activate.pending}
            disabledReason={locked}
            onClick={() => void activate.run(one)}
          >
            {t('use')}
          </ReasonedButton>
        )}
        <ReasonedButton
          size="xs"
          variant="default"
          loading={remove.pending}
          disabledReason={locked ?? (key.active && !only ? t('inUse') : null)}
          onClick={() => void askAndRemove()}
        >
          {tCommon('delete')}
        </ReasonedButton>
      </Group>
    </Group>
  );
}

function Secrets({ secrets }: Pick<KeyView, 'secrets'>) {
  const t = useTranslations('providers.fields');
  return Object.entries(secrets)
    .map(([name, { last4 }]) => {
      const label = `${name}.label`;
      return `${t.has(label as never) ? t(label as never) : name} ••••${last4}`;
    })
    .join(' · ');
}
