'use client';

import { Anchor, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { IconArrowLeft, IconExternalLink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { parseAsString, useQueryState } from 'nuqs';
import { useFormAction } from '@/components/form/use-form-action';
import { apiQuery } from '@/components/layout/api';
import { QueryState } from '@/components/table/query-state';
import type { ProviderView } from '@/lib/providers/schema';
import { createProviderAction } from '../actions';
import { ProviderForm } from '../provider-form';
import { newProviderValues } from '../provider-form-values';
import type { PresetView, ProviderKindView } from '../provider-kind';
import { PresetPicker } from './preset-picker';

/** First which service, then one form that already knows what it recommends. */
export function NewProvider({ canEdit }: { canEdit: boolean }) {
  const query = useQuery(apiQuery<{ data: ProviderKindView[] }>('provider-kinds'));
  const [choice, choose] = useQueryState('preset', parseAsString.withOptions({ history: 'push' }));
  return (
    <QueryState query={query}>
      {({ data }) => {
        const [kind, preset] = find(data, choice);
        if (!kind || !preset) return <PresetPicker kinds={data} onChoose={(name) => void choose(name)} />;
        return (
          <ChosenPreset
            key={choice}
            kind={kind}
            preset={preset}
            canEdit={canEdit}
            onBack={() => void choose(null)}
          />
        );
      }}
    </QueryState>
  );
}

type ChosenProps = {
  kind: ProviderKindView;
  preset: PresetView;
  canEdit: boolean;
  onBack: () => void;
};

function ChosenPreset({ kind, preset, canEdit, onBack }: ChosenProps) {
  const t = useTranslations('providers');
  const tCommon = useTranslations('common');
  const router = useRouter();
  const { submit, pending, error } = useFormAction(createProviderAction, {
    invalidates: ['providers', 'status'],
    onSuccess: (provider: ProviderView) => router.push(`/providers/${provider.id}?test=now`),
  });
  const hint = `presets.${preset.name}.hint`;
  return (
    <Stack maw={760}>
      <Group justify="space-between" align="flex-start" gap="xs">
        <div style={{ flex: '1 1 280px' }}>
          <Title order={2}>{presetLabel(t, preset)}</Title>
          {t.has(hint) && (
            <Text size="sm" c="dimmed" mt={4}>
              {t(hint)}{' '}
              {preset.help && (
                <Anchor href={preset.help} target="_blank" rel="noreferrer" size="sm" underline="always">
                  {t('new.guide')} <IconExternalLink size={13} aria-hidden />
                </Anchor>
              )}
            </Text>
          )}
        </div>
        <Button
          variant="subtle"
          leftSection={<IconArrowLeft size={15} aria-hidden />}
          onClick={onBack}
          miw="max-content"
        >
          {t('new.other')}
        </Button>
      </Group>
      <Card>
        <ProviderForm
          kind={kind}
          initial={newProviderValues(kind, { ...preset, label: presetLabel(t, preset) })}
          onSubmit={(values) => void submit(values)}
          error={error}
          pending={pending}
          submitLabel={t('new.submit')}
          lockedReason={canEdit ? null : tCommon('readOnly')}
        />
      </Card>
    </Stack>
  );
}

function presetLabel(t: ReturnType<typeof useTranslations>, preset: PresetView): string {
  const key = `presets.${preset.name}.label`;
  return t.has(key) ? t(key) : preset.label;
}

/** A choice in the URL is `kind.preset`. */
function find(kinds: ProviderKindView[], choice: string | null) {
  const [kindName, presetName] = choice?.split('.') ?? [];
  const kind = kinds.find((each) => each.kind === kindName);
  return [kind, kind?.presets.find((each) => each.name === presetName)] as const;
}
