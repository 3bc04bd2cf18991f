'use client';

import { Group, Modal, SegmentedControl, SimpleGrid, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { apiPath, apiQuery } from '@/components/layout/api';
import { useOpenedLate } from '@/components/layout/use-opened-late';
import { LineDifference } from '@/components/table/line-difference';
import type { TemplateView } from '@/lib/templates/view-schema';
import classes from '../templates.module.css';

type Props = { template: TemplateView; number: number | undefined; onClose: () => void };

/** A version beside the one in use: as pictures, and line by line. */
export function CompareWindow({ template, number, onClose }: Props) {
  const t = useTranslations('templates.versions');
  const common = useTranslations('common');
  const opened = useOpenedLate(number !== undefined);
  const base = template.published ?? template.latest;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="80rem"
      title={t('comparing', { base, number: number ?? base })}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      {number !== undefined && <Compared template={template} base={base} number={number} />}
    </Modal>
  );
}

function Compared({ template, base, number }: { template: TemplateView; base: number; number: number }) {
  const t = useTranslations('templates.versions');
  const { id, languages } = template;
  const [language, setLanguage] = useState(template.fallbackLanguage);
  const { data: was } = useQuery(apiQuery('templates/[id]/versions/[number]', { id, number: base }));
  const { data: is } = useQuery(apiQuery('templates/[id]/versions/[number]', { id, number }));
  return (
    <Stack>
      {languages.length > 1 && (
        <Group>
          <SegmentedControl
            aria-label={t('language')}
            value={language}
            onChange={setLanguage}
            data={languages}
          />
        </Group>
      )}
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        {[base, number].map((each) => (
          <div key={each}>
            <Text size="sm" fw={600} mb={4}>
              {t('number', { number: each })}
            </Text>
            <iframe
              sandbox=""
              className={classes.frame}
              title={t('number', { number: each })}
              src={apiPath('templates/[id]/picture', { id, number: each, language })}
            />
          </div>
        ))}
      </SimpleGrid>
      {was && is && <Source before={sourceIn(was, language)} after={sourceIn(is, language)} />}
    </Stack>
  );
}

type Version = { texts: TemplateView['current']['texts'] };

function sourceIn({ texts }: Version, language: string): string {
  const { subject = '', preheader = '', source = '', text = null } = texts[language] ?? {};
  return [subject, preheader, source, ...(text === null ? [] : [text])].join('\n');
}

function Source({ before, after }: { before: string; after: string }) {
  const t = useTranslations('templates.versions');
  return (
    <section aria-label={t('source')}>
      {before === after && <Text size="sm">{t('same')}</Text>}
      <LineDifference before={before} after={after} />
    </section>
  );
}
