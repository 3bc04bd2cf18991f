'use client';

import { List } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { SectionCard } from '@/components/layout/section-card';
import type { TemplateProblem } from '@/lib/templates/view-schema';

/** What keeps its newest version from being published. */
export function ProblemsCard({ problems }: { problems: TemplateProblem[] }) {
  const t = useTranslations('templates');
  const tell = useTranslations('flaws');
  return (
    <SectionCard title={t('problems.title')} lead={t('problems.lead')}>
      <List size="sm" spacing={4}>
        {problems.map(({ language, field, code, params }) => (
          <List.Item key={`${language} ${field} ${code} ${JSON.stringify(params)}`}>
            {t('problems.at', { language, field: t(`fields.${field}`) })} {tell(code as 'required', params)}
          </List.Item>
        ))}
      </List>
    </SectionCard>
  );
}
