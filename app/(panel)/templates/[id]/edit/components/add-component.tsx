'use client';

import { Select } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import type { TemplateView } from '@/lib/templates/view-schema';
import type { Edit } from '../use-edit';
import { useComponents } from './use-components';

type Props = { template: TemplateView; edit: Edit };

/** One of the components that can stand in this template, at its end, with the variables that it needs. */
export function AddComponent({ template, edit }: Props) {
  const t = useTranslations('editor.component');
  const client = useQueryClient();
  const { all } = useComponents();
  const offered = all.filter(
    ({ id, published, company }) =>
      published !== null && id !== template.id && (!company || company === template.company),
  );
  const add = async (id: string | null) => {
    if (!id) return;
    const { key, current } = await client.fetchQuery(apiQuery('templates/[id]', { id }));
    edit.addComponent(key, current.variables);
  };
  return (
    <Select
      label={t('add')}
      placeholder={t(offered.length === 0 ? 'none' : 'choose')}
      disabled={offered.length === 0}
      value={null}
      data={offered.map(({ id, title }) => ({ value: id, label: title }))}
      onChange={(id) => void add(id)}
    />
  );
}
