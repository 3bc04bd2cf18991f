'use client';

import { Alert } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { apiQuery } from '@/components/layout/api';
import { DetailScreen } from '@/components/layout/detail-screen';
import { useMode } from '@/components/layout/mode';
import type { DomainView } from '@/lib/domains/schema';
import { STEPS } from '@/lib/domains/steps';
import { paths } from '@/lib/paths';
import { DomainBadge } from '../domain-badges';
import { Deliverability } from './deliverability';
import { DomainActions } from './domain-actions';
import { StepList } from './step-list';
import { StepPage } from './step-page';
import { Technical } from './technical';

/** What was found by the job, or by somebody else, shows by itself. */
const WATCH_MS = 5_000;

/** The way of a domain from nothing to verified, and how it stands afterwards. */
export function DomainScreen({ id }: { id: string }) {
  const t = useTranslations('domains');
  const query = useQuery({ ...apiQuery('domains/[id]', { id }), refetchInterval: WATCH_MS });
  return (
    <DetailScreen
      query={query}
      kind={t('one')}
      back={{ href: paths.domains(), label: t('title') }}
      head={(domain) => ({
        title: domain.shownName,
        state: <DomainBadge state={domain.state} />,
        actions: <DomainActions domain={domain} />,
      })}
    >
      {(domain) => <Wizard domain={domain} />}
    </DetailScreen>
  );
}

function Wizard({ domain }: { domain: DomainView }) {
  const { technical } = useMode();
  // Where somebody stopped; a domain that is right opens with all of it.
  const [asked, setStep] = useQueryState('step', parseAsStringLiteral(STEPS));
  const step = asked ?? (domain.state === 'verified' ? 'verify' : domain.step);
  const waits = isKeyWaiting(domain);
  return (
    <>
      {waits && <KeyWaits />}
      <StepList domain={domain} step={step} onStep={setStep} />
      <StepPage domain={domain} step={step} onStep={setStep} />
      {(step === 'verify' || technical) && <Deliverability domain={domain} />}
      {technical && <Technical domain={domain} />}
    </>
  );
}

/** Nothing is wrong meanwhile, so that nobody would notice. */
function KeyWaits() {
  const t = useTranslations('domains.keys');
  return (
    <Alert color="yellow" icon={<IconKey size={18} aria-hidden />}>
      {t('waits')}
    </Alert>
  );
}

function isKeyWaiting({ keys }: DomainView): boolean {
  const has = (state: DomainView['keys'][number]['state']) => keys.some((key) => key.state === state);
  return has('waiting') && has('signing');
}
