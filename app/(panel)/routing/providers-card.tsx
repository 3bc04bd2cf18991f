'use client';

import { Accordion, Badge, Button, Group, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { SectionCard } from '@/components/layout/section-card';
import type { ProviderState } from '@/lib/routing/state';
import { changedFields, type Supposed } from './lab';
import { SupposedFields } from './supposed-fields';

type Props = {
  providers: ProviderState[];
  supposed: Record<string, Supposed>;
  onChange: (id: string, part: Supposed) => void;
  onReset: (id: string) => void;
  onResetAll: () => void;
};

/** Every provider as it is, each to be supposed otherwise. */
export function ProvidersCard({ providers, supposed, onChange, onReset, onResetAll }: Props) {
  const t = useTranslations('routing.suppose');
  const changes = providers.map((state) => changedFields(state, supposed[state.id] ?? {}).length);
  return (
    <SectionCard
      title={t('title')}
      lead={t('lead')}
      actions={
        changes.some((count) => count > 0) && (
          <Button variant="subtle" size="compact-sm" onClick={onResetAll}>
            {t('resetAll')}
          </Button>
        )
      }
    >
      <Accordion multiple variant="default">
        {providers.map((state, index) => (
          <Accordion.Item key={state.id} value={state.id}>
            <Accordion.Control>
              <Group gap="xs">
                <Text size="sm" fw={550}>
                  {state.name}
                </Text>
                {changes[index]! > 0 && <Badge>{t('changed', { count: changes[index]! })}</Badge>}
              </Group>
            </Accordion.Control>
            <Accordion.Panel>
              <SupposedFields
                state={state}
                supposed={supposed[state.id] ?? {}}
                onChange={(part) => onChange(state.id, part)}
                onReset={changes[index]! > 0 ? () => onReset(state.id) : null}
              />
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </SectionCard>
  );
}
