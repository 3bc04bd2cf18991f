import { Anchor, Card, Group, Text } from '@mantine/core';
import { IconMailOff } from '@tabler/icons-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Time } from '@/components/layout/time';
import { RowList } from '@/components/table/row-list';
import { StateBadge } from '@/components/table/state-badge';
import { paths } from '@/lib/paths';
import type { FoundRecipient } from '@/lib/recipients/schema';
import classes from './recipients.module.css';

/** Who it may be about; who is named comes first. */
export function FoundList({ found }: { found: FoundRecipient[] }) {
  const t = useTranslations('recipients');
  return (
    <Card>
      <RowList label={t('search.results')}>
        {found.map(({ address, name, message, suppressed }) => (
          <li key={address} className={classes.found}>
            <div className={classes.grow}>
              <Anchor component={Link} href={paths.recipient(address)} fw={550} lh={2}>
                {address}
              </Anchor>
              {name && (
                <Text span size="sm" c="dimmed" ml={8}>
                  {name}
                </Text>
              )}
              <Text size="sm" c="dimmed">
                {message
                  ? t('search.newest', { subject: message.subject || t('timeline.noSubject') })
                  : t('search.unknown')}
              </Text>
            </div>
            <Group gap="xs">
              {suppressed && (
                <StateBadge tone="warn" icon={IconMailOff}>
                  {t('search.suppressed')}
                </StateBadge>
              )}
              {message && (
                <Text size="sm" c="dimmed">
                  <Time value={message.acceptedAt} />
                </Text>
              )}
            </Group>
          </li>
        ))}
      </RowList>
    </Card>
  );
}
