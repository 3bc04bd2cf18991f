'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { parseAsInteger, useQueryState } from 'nuqs';
import { apiPath, apiQuery } from '@/components/layout/api';
import { DetailScreen } from '@/components/layout/detail-screen';
import { ExportLink } from '@/components/layout/export-link';
import { SectionCard } from '@/components/layout/section-card';
import { Time } from '@/components/layout/time';
import { SHARED, useLocked } from '@/components/layout/use-locked';
import { paths } from '@/lib/paths';
import { LockedPage } from '../locked-page';
import { useAuthors } from '../use-authors';
import { AgainstField } from './against-field';
import { RestoreButton } from './restore-button';
import { Steps } from './steps';

/** What a version changed, or how it differs from any other; and the way back to it. */
export function VersionScreen({ number }: { number: string }) {
  const t = useTranslations('configuration.versions');
  const authorsOf = useAuthors();
  const back = { href: paths.versions(), label: t('title') };
  const [against, setAgainst] = useQueryState('against', parseAsInteger);
  const locked = useLocked('config.read', SHARED);
  const query = useQuery({ ...apiQuery('config/versions/[number]', { number, against }), enabled: !locked });
  if (locked) return <LockedPage back={back} title={t('one')} reason={locked} />;
  return (
    <DetailScreen
      query={query}
      kind={t('one')}
      back={back}
      head={(version) => ({
        title: t('number', { number: version.number }),
        state: (
          <>
            <Time value={version.at} /> · {authorsOf(version.by)}
            {version.newest && ` · ${t('newest')}`}
          </>
        ),
        actions: (
          <>
            <ExportLink href={apiPath('config/versions/[number]/document', { number, format: 'yaml' })}>
              {t('export')}
            </ExportLink>
            <RestoreButton number={version.number} newest={version.newest} />
          </>
        ),
      })}
    >
      {(version) => (
        <SectionCard title={version.against === null ? t('first') : t('steps', { number: version.against })}>
          <AgainstField number={version.number} value={version.against} onChange={setAgainst} />
          {version.against !== null && <Steps version={version} />}
        </SectionCard>
      )}
    </DetailScreen>
  );
}
