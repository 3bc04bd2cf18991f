'use client';

import { Alert, SegmentedControl } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { SectionCard } from '@/components/layout/section-card';
import { isComponent } from '@/lib/templates/categories';
import type { TemplateView } from '@/lib/templates/view-schema';
import { SourceForm } from './source-form';
import { TurnToSource } from './turn-to-source';

type Props = { template: TemplateView; lockedReason: string | null };

/** In Technical mode: what it says in a language, as it is written. Saving makes a new version. */
export function SourceCard({ template, lockedReason }: Props) {
  const t = useTranslations('templates.source');
  const { languages, fallbackLanguage, current } = template;
  const [chosen, setChosen] = useState(fallbackLanguage);
  const language = languages.includes(chosen) ? chosen : fallbackLanguage;
  return (
    <SectionCard title={t('title')} lead={t('lead')}>
      {languages.length > 1 && (
        <SegmentedControl
          mb="sm"
          aria-label={t('language')}
          value={language}
          onChange={setChosen}
          data={languages}
        />
      )}
      {current.texts[language]?.kind === 'blocks' ? (
        <Alert color="gray">
          {t('blocks')}
          {!isComponent(template) && (
            <div>
              <TurnToSource template={template} lockedReason={lockedReason} />
            </div>
          )}
        </Alert>
      ) : (
        <SourceForm key={language} template={template} language={language} lockedReason={lockedReason} />
      )}
    </SectionCard>
  );
}
