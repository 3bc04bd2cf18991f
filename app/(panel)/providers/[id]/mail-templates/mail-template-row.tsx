'use client';

import { Anchor, Code, Group, Text } from '@mantine/core';
import { IconCircleCheck, IconRefresh } from '@tabler/icons-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { WindowButton } from '@/components/form/window-button';
import { Time } from '@/components/layout/time';
import { useLocked } from '@/components/layout/use-locked';
import { StateBadge } from '@/components/table/state-badge';
import type { MailTemplateRow as Row } from '@/lib/mail-templates/schema';
import { paths } from '@/lib/paths';
import type { DetailProps } from '../detail-props';
import { TakeWindow } from './take-window';

export function MailTemplateRow({ provider, row }: DetailProps & { row: Row }) {
  const t = useTranslations('providers.mailTemplates');
  const locked = useLocked('templates.write', provider);
  const { name, title, subject, changedAt, taken, changed } = row;
  return (
    <li>
      <Group justify="space-between" align="flex-start" gap="sm">
        <div style={{ flex: '1 1 300px', minWidth: 0 }}>
          <Group gap="xs">
            <Text fw={550} size="sm" style={{ overflowWrap: 'anywhere' }}>
              {title}
            </Text>
            {taken && changed && (
              <StateBadge tone="warn" icon={IconRefresh}>
                {t('changedThere')}
              </StateBadge>
            )}
            {taken && !changed && (
              <StateBadge tone="good" icon={IconCircleCheck}>
                {t('taken')}
              </StateBadge>
            )}
          </Group>
          {subject && (
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {subject}
            </Text>
          )}
          <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {t.rich('named', { id: () => <Code>{name}</Code> })}
          </Text>
          {changedAt && (
            <Text size="xs" c="dimmed">
              {t.rich('changedAt', { time: () => <Time value={changedAt} /> })}
            </Text>
          )}
          {taken && (
            <Text size="xs" c="dimmed">
              {t.rich('as', {
                template: () => (
                  <Anchor component={Link} href={paths.template(taken.template)} underline="always" inherit>
                    {taken.title}
                  </Anchor>
                ),
              })}
            </Text>
          )}
        </div>
        <WindowButton
          size="xs"
          variant="default"
          disabledReason={locked}
          aria-label={t(taken ? 'compareOf' : 'takeOf', { title })}
          window={(window) => <TakeWindow {...window} provider={provider} row={row} />}
        >
          {t(taken ? 'compare' : 'take')}
        </WindowButton>
      </Group>
    </li>
  );
}
