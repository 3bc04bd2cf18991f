'use client';

import { Card, Group, Stack, Text, Title } from '@mantine/core';
import { IconWorldPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { useMode } from '@/components/layout/mode';
import { Time } from '@/components/layout/time';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import { PlainText } from '@/components/table/plain-text';
import type { DomainView, SenderView } from '@/lib/domains/schema';
import { createAtProviderAction } from '../actions';
import { ThereBadge } from '../domain-badges';

/** How the domain stands at the services that send as it, by what they say themselves. Their records stand among the others. */
export function AtProviders({ domain }: { domain: DomainView }) {
  const able = domain.senders.providers.filter((sender) => sender.there);
  if (able.length === 0) return null;
  return (
    <Stack gap="sm">
      {able.map((sender) => (
        <AtProvider key={sender.id} domain={domain} sender={sender} there={sender.there!} />
      ))}
    </Stack>
  );
}

type Props = { domain: DomainView; sender: SenderView; there: NonNullable<SenderView['there']> };

function AtProvider({ domain, sender: { id, name }, there: { state, needs, reply, askedAt } }: Props) {
  const t = useTranslations('domains.there');
  const { technical } = useMode();
  const locked = useLocked('domains.write', domain);
  const create = useAction(createAtProviderAction, { invalidates: ['domains'] });
  const title = t('title', { provider: name });
  return (
    <Card component="article" aria-label={title} withBorder>
      <Group justify="space-between" align="flex-start" gap="xs">
        <Title order={3} size="h4" style={{ overflowWrap: 'anywhere' }}>
          {title}
        </Title>
        <ThereBadge state={state} />
      </Group>
      <Text size="sm" mt={4}>
        {t(`says.${state === 'permission' && !needs ? 'refusedKey' : state}`, {
          provider: name,
          domain: domain.shownName,
          needs: needs ?? '',
        })}
      </Text>
      {state === 'absent' && (
        <Group mt="sm">
          <ReasonedButton
            leftSection={<IconWorldPlus size={16} aria-hidden />}
            loading={create.pending}
            disabledReason={locked}
            onClick={() => void create.run({ id: domain.id, provider: id })}
          >
            {t('create', { provider: name })}
          </ReasonedButton>
        </Group>
      )}
      {technical && (
        <Text size="xs" c="dimmed" mt={4}>
          {t.rich('asked', { time: () => <Time value={askedAt} /> })}
        </Text>
      )}
      {technical && reply && (
        <PlainText label={t('reply')} of={name} wrap="code">
          {reply}
        </PlainText>
      )}
    </Card>
  );
}
