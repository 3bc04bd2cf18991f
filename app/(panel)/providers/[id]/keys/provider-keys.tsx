'use client';

import { Collapse, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { apiQuery } from '@/components/layout/api';
import { SectionCard } from '@/components/layout/section-card';
import { useLocked } from '@/components/layout/use-locked';
import { QueryState } from '@/components/table/query-state';
import { RowList } from '@/components/table/row-list';
import { secretFields } from '../../provider-form-values';
import type { ProviderKindView } from '../../provider-kind';
import type { DetailProps } from '../detail-props';
import { KeyRow } from './key-row';

const KeyAge = dynamic(() => import('./key-age').then((module) => module.KeyAge), { ssr: false });
const AddKey = dynamic(() => import('./add-key').then((module) => module.AddKey), { ssr: false });

/** Several keys may be kept ready; one is used. A new one is tried without losing the old one. */
export function ProviderKeys({ provider, kind }: DetailProps & { kind: ProviderKindView }) {
  const t = useTranslations('providers.keys');
  const [adding, { toggle, close }] = useDisclosure(false);
  const locked = useLocked('providers.write', provider);
  const query = useQuery(apiQuery('providers/[id]/keys', { id: provider.id }));
  if (secretFields(kind).length === 0) return <Text size="sm">{t('needsNone')}</Text>;
  return (
    <Stack>
      {query.data && <KeyAge provider={provider} keys={query.data} />}
      <SectionCard
        title={t('title')}
        lead={t('lead')}
        maw={860}
        actions={
          <ReasonedButton
            variant="default"
            leftSection={<IconPlus size={15} aria-hidden />}
            onClick={toggle}
            aria-expanded={adding}
            disabledReason={locked}
          >
            {t('add')}
          </ReasonedButton>
        }
      >
        <Collapse expanded={adding}>
          <Stack mb="md">{adding && <AddKey provider={provider} kind={kind} onAdded={close} />}</Stack>
        </Collapse>
        <QueryState query={query}>
          {({ data }) => (
            <RowList label={t('title')}>
              {data.length === 0 && (
                <Text size="sm" c="dimmed" component="li">
                  {t('none')}
                </Text>
              )}
              {data.map((each) => (
                <li key={each.id}>
                  <KeyRow provider={provider} of={each} only={data.length === 1} />
                </li>
              ))}
            </RowList>
          )}
        </QueryState>
      </SectionCard>
    </Stack>
  );
}
