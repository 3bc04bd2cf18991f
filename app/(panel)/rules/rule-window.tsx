'use client';

import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { FormShell } from '@/components/form/form-shell';
import { FormWindow } from '@/components/form/form-window';
import { LinkButton } from '@/components/form/link-button';
import { useFormAction } from '@/components/form/use-form-action';
import { useStored } from '@/components/form/use-stored';
import { useZodForm } from '@/components/form/use-zod-form';
import { apiQuery } from '@/components/layout/api';
import { QueryState } from '@/components/table/query-state';
import { paths } from '@/lib/paths';
import type { RuleView } from '@/lib/rules/schema';
import type { KindView } from '@/lib/subject-kinds/schema';
import { createRuleAction, updateRuleAction } from './actions';
import { changesOf, formOf, inputOf, NEW_RULE, RuleForm } from './form-values';
import { RuleFields } from './rule-fields';

/** `stored`: the one that is changed; without it a new one. */
type Props = { opened: boolean; onClose: () => void; stored?: RuleView };

/** A rule in words: what becomes true of which subject, when it is looked at, and by what it is told. */
export function RuleWindow({ opened, onClose, stored }: Props) {
  const t = useTranslations('rules');
  return (
    <FormWindow opened={opened} onClose={onClose} title={t(stored ? 'edit' : 'create')}>
      {opened && <Begin stored={stored} onDone={onClose} />}
    </FormWindow>
  );
}

function Begin({ stored, onDone }: { stored: RuleView | undefined; onDone: () => void }) {
  const query = useQuery(apiQuery('subject-kinds'));
  return (
    <QueryState query={query}>
      {({ data }) => {
        if (stored) return <Edit stored={stored} kinds={data} onDone={onDone} />;
        return data.length > 0 ? <Create kinds={data} /> : <NoKinds />;
      }}
    </QueryState>
  );
}

function NoKinds() {
  const t = useTranslations('rules');
  return (
    <Stack align="flex-start">
      <Text size="sm">{t('noKinds')}</Text>
      <LinkButton href={paths.subjects()}>{t('openSubjects')}</LinkButton>
    </Stack>
  );
}

function Create({ kinds }: { kinds: KindView[] }) {
  const t = useTranslations('rules');
  const router = useRouter();
  const form = useZodForm(RuleForm, { ...NEW_RULE, kind: kinds[0]?.key ?? '' });
  const { submit, pending, error } = useFormAction(createRuleAction, {
    invalidates: ['rules'],
    success: t('created'),
    onSuccess: ({ id }) => router.push(paths.rule(id)),
  });
  return (
    <FormShell
      form={form}
      onSubmit={(values) => submit(inputOf(values, kinds))}
      pending={pending}
      error={error}
      submitLabel={t('create')}
    >
      <RuleFields kinds={kinds} />
    </FormShell>
  );
}

type EditProps = { stored: RuleView; kinds: KindView[]; onDone: () => void };

function Edit({ stored, kinds, onDone }: EditProps) {
  const t = useTranslations('rules');
  const { submit, pending, error } = useFormAction(updateRuleAction, {
    invalidates: ['rules'],
    success: t('saved'),
    onSuccess: onDone,
  });
  const now = useMemo(() => ({ values: formOf(stored), version: stored.version }), [stored]);
  const form = useZodForm(RuleForm, now.values);
  const { version, meanwhile } = useStored(form, now);
  return (
    <FormShell
      form={form}
      onSubmit={(values) => submit({ ...changesOf(values, stored, kinds), id: stored.id, version })}
      pending={pending}
      error={error}
      meanwhile={meanwhile}
      submitLabel={t('save')}
    >
      <RuleFields kinds={kinds} stored={stored} />
    </FormShell>
  );
}
