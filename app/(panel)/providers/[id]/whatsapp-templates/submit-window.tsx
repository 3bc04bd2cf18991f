'use client';

import { Select, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormWindow } from '@/components/form/form-window';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { apiQuery } from '@/components/layout/api';
import { useLocked } from '@/components/layout/use-locked';
import { QueryState } from '@/components/table/query-state';
import type { DetailProps } from '../detail-props';
import { SubmitForm } from './submit-form';
import { partsOf, useOurTexts } from './use-our-texts';

/** One more, made of a template of ours, to be approved. */
export function SubmitButton({ provider }: DetailProps) {
  const t = useTranslations('providers.whatsappTemplates');
  const locked = useLocked('providers.write', provider);
  const [opened, window] = useDisclosure(false);
  return (
    <>
      <ReasonedButton size="sm" disabledReason={locked} onClick={window.open}>
        {t('submit.button')}
      </ReasonedButton>
      <FormWindow opened={opened} onClose={window.close} title={t('submit.title')}>
        {opened && <Choose provider={provider} onDone={window.close} />}
      </FormWindow>
    </>
  );
}

type Props = DetailProps & { onDone: () => void };

function Choose({ provider, onDone }: Props) {
  const t = useTranslations('providers.whatsappTemplates');
  const [ours, setOurs] = useState<string | null>(null);
  return (
    <Stack>
      <Select
        label={t('ours')}
        description={t('submit.oursHelp')}
        data={useOurTexts()}
        value={ours}
        onChange={setOurs}
        allowDeselect={false}
        searchable
      />
      {ours && <Drafted key={ours} provider={provider} ours={ours} onDone={onDone} />}
    </Stack>
  );
}

function Drafted({ provider, ours, onDone }: Props & { ours: string }) {
  const of = partsOf(ours);
  const query = useQuery(apiQuery('providers/[id]/templates/draft', { id: provider.id, ...of }));
  return (
    <QueryState query={query}>
      {(draft) => <SubmitForm provider={provider} of={of} draft={draft} onDone={onDone} />}
    </QueryState>
  );
}
