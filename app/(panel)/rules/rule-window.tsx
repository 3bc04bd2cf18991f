'use client';

import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { FormShell } from '@/components/form/form-shell';
import { FormWindow } from '@/components/form/form-window';
import { LinkButton } from '@/components/form/link-button';
import { useFormAction } from '@/components/form/use-form-action';
import { useZodForm } from '@/components/form/use-zod-form';
import { apiQuery } from '@/components/layout/api';
import { QueryState } from '@/components/table/query-state';
import { paths } from '@/lib/paths';
import type { KindView } from '@/lib/subject-kinds/schema';
import { createRuleAction } from './actions';
import { inputOf, NEW_RULE, RuleForm } from './form-values';
import { RuleFields } from './rule-fields';

type Props = { opened: boolean; onClose: () => void };

/** A rule in words: what becomes true of which subject, when it is looked at, and by what it is told. */
export function RuleWindow({ opened, onClose }: Props) {
  const t = useTranslations('rules');
  return (
    <FormWindow opened={opened} onClose={onClose} title={t('create')}>
      {opened && <Begin />}
    </FormWindow>
  );
}

function Begin() {
  const query = useQuery(apiQuery('subject-kinds'));
  return (
    <QueryState query={query}>
      {({ data }) => (data.length > 0 ? <Create kinds={data} /> : <NoKinds />)}
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
