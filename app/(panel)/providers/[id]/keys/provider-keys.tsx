'use client';

import { Button, Card, Collapse, Group, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import { QueryState } from '@/components/table/query-state';
import type { KeyView } from '@/lib/providers/key-schema';
import { secretFields } from '../../provider-form-values';
import type { ProviderKindView } from '../../provider-kind';
import type { DetailProps } from '../detail-props';
import classes from '../rows.module.css';
import { AddKey } from './add-key';
import { KeyRow } from './key-row';

/** Several keys may be kept ready; one is used. A new one is tried without losing the old one. */
export function ProviderKeys({ provider, canEdit, kind }: DetailProps & { kind: ProviderKindView }) {
  const t = useTranslations('providers.keys');
  const [adding, { toggle, close }] = useDisclosure(false);
  const query = useQuery(apiQuery<{ data: KeyView[] }>(`providers/${provider.id}/keys`));
  if (secretFields(kind).length === 0) return <Text size="sm">{t('needsNone')}</Text>;
  return (
    <Card component="section" aria-labelledby="keys" maw={860}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Title order={2} id="keys">
            {t('title')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('lead')}
          </Text>
        </div>
        <Button
          miw="max-content"
          variant="default"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={toggle}
          aria-expanded={adding}
        >
          {t('add')}
        </Button>
      </Group>
      <Collapse expanded={adding}>
        <Stack mt="md">
          {adding && <AddKey provider={provider} kind={kind} canEdit={canEdit} onAdded={close} />}
        </Stack>
      </Collapse>
      <QueryState query={query}>
        {({ data }) => (
          <ul className={classes.rows} aria-label={t('title')}>
            {data.length === 0 && (
              <Text size="sm" c="dimmed" component="li">
                {t('none')}
              </Text>
            )}
            {data.map((each) => (
              <li key={each.id} className={classes.row}>
                <KeyRow provider={provider} of={each} only={data.length === 1} canEdit={canEdit} />
              </li>
            ))}
          </ul>
        )}
      </QueryState>
    </Card>
  );
}
