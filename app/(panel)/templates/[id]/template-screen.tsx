'use client';

import { Code, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import { Columns } from '@/components/layout/columns';
import { DetailScreen } from '@/components/layout/detail-screen';
import { useMode } from '@/components/layout/mode';
import { useLocked } from '@/components/layout/use-locked';
import { paths } from '@/lib/paths';
import { isComponent } from '@/lib/templates/categories';
import type { TemplateView } from '@/lib/templates/view-schema';
import { PublishedBadge } from '../published-badge';
import { PreviewCard } from './preview-card';
import { ProblemsCard } from './problems-card';
import { SourceCard } from './source/source-card';
import { TemplateActions } from './template-actions';
import { UsedInCard } from './used-in-card';
import { UsesCard } from './uses-card';
import { VariablesCard } from './variables-card';
import { VersionsCard } from './versions-card';

/** One template: what it says, what it needs, how it came to be and who uses it. */
export function TemplateScreen({ id }: { id: string }) {
  const t = useTranslations('templates');
  const query = useQuery(apiQuery('templates/[id]', { id }));
  return (
    <DetailScreen
      query={query}
      kind={t('one')}
      back={{ href: paths.templates(), label: t('title') }}
      head={(template) => ({
        title: template.title,
        state: <About template={template} />,
        actions: <TemplateActions template={template} />,
      })}
    >
      {(template) => <Parts template={template} />}
    </DetailScreen>
  );
}

function About({ template }: { template: TemplateView }) {
  const t = useTranslations('templates');
  return (
    <Group component="span" gap="xs">
      <PublishedBadge template={template} />
      <Text span size="sm">
        <Code>{template.key}</Code> · {t(`categories.${template.category}`)}
      </Text>
    </Group>
  );
}

function Parts({ template }: { template: TemplateView }) {
  const { technical } = useMode();
  const lockedReason = useLocked('templates.write', template);
  return (
    <>
      {template.current.problems.length > 0 && <ProblemsCard problems={template.current.problems} />}
      <Columns
        main={
          <>
            <PreviewCard template={template} />
            {technical && <SourceCard template={template} lockedReason={lockedReason} />}
          </>
        }
        beside={
          <>
            <VersionsCard template={template} lockedReason={lockedReason} />
            <VariablesCard variables={template.current.variables} />
            {isComponent(template) ? (
              <UsedInCard template={template} lockedReason={lockedReason} />
            ) : (
              <UsesCard template={template} />
            )}
          </>
        }
      />
    </>
  );
}
