'use client';

import { Group, SegmentedControl, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { apiPath } from '@/components/layout/api';
import { SectionCard } from '@/components/layout/section-card';
import type { TemplateView } from '@/lib/templates/view-schema';
import classes from '../templates.module.css';

/** As its readers get it, with the examples of its variables. */
export function PreviewCard({ template }: { template: TemplateView }) {
  const t = useTranslations('templates.preview');
  const { id, title, latest, languages, fallbackLanguage } = template;
  const [language, setLanguage] = useState(fallbackLanguage);
  const [size, setSize] = useState('desktop');
  const shown = languages.includes(language) ? language : fallbackLanguage;
  return (
    <SectionCard title={t('title')} lead={t('lead')}>
      <Group mb="sm" gap="sm">
        <SegmentedControl
          aria-label={t('size')}
          value={size}
          onChange={setSize}
          data={[
            { value: 'desktop', label: t('desktop') },
            { value: 'phone', label: t('phone') },
          ]}
        />
        {languages.length > 1 && (
          <SegmentedControl
            aria-label={t('language')}
            value={shown}
            onChange={setLanguage}
            data={languages}
          />
        )}
      </Group>
      <Text size="sm" mb="xs">
        {template.current.texts[shown]?.subject}
      </Text>
      <iframe
        sandbox=""
        className={classes.frame}
        data-phone={size === 'phone' || undefined}
        title={t('of', { title })}
        src={apiPath('templates/[id]/picture', { id, number: latest, language: shown })}
      />
    </SectionCard>
  );
}
