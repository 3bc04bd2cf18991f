'use client';

import { Skeleton, Tabs, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { apiQuery } from '@/components/layout/api';
import { DetailScreen } from '@/components/layout/detail-screen';
import { useLeave } from '@/components/layout/leave';
import { pollEvery } from '@/components/layout/poll-every';
import { QueryState } from '@/components/table/query-state';
import { paths } from '@/lib/paths';
import { ProviderBadge } from '../provider-badge';
import { ProviderKeys } from './keys/provider-keys';
import { ProviderControls } from './provider-controls';
import { ProviderOverview } from './provider-overview';

const ProviderSettings = dynamic(
  () => import('./provider-settings').then((module) => module.ProviderSettings),
  { ssr: false, loading: () => <Skeleton height={280} /> },
);

const ProviderTemplates = dynamic(
  () => import('./whatsapp-templates/provider-templates').then((module) => module.ProviderTemplates),
  { ssr: false, loading: () => <Skeleton height={280} /> },
);

const MailTemplates = dynamic(
  () => import('./mail-templates/mail-templates').then((module) => module.MailTemplates),
  { ssr: false, loading: () => <Skeleton height={280} /> },
);

const TABS = ['overview', 'settings', 'keys', 'templates'] as const;
/** Of whose kinds an account has templates that WhatsApp approves. */
const WITH_APPROVED = ['whatsapp', 'twilio-whatsapp'];
/** Of whose kinds an account keeps mail templates of its own. */
const WITH_KEPT = ['sendgrid', 'mailgun', 'postmark', 'brevo'];
const WITH_TEMPLATES = [...WITH_APPROVED, ...WITH_KEPT];

/** A breaker opens and closes by itself. */
const REFRESH_MS = 10_000;

type Props = { id: string; ownAddress: string };

/** One provider: how it does, its settings, its keys. */
export function ProviderScreen({ id, ownAddress }: Props) {
  const t = useTranslations('providers');
  const provider = useQuery({
    ...apiQuery('providers/[id]', { id }),
    refetchInterval: pollEvery(REFRESH_MS),
  });
  const kinds = useQuery(apiQuery('provider-kinds'));
  const [tab, setTab] = useQueryState('tab', parseAsStringLiteral(TABS).withDefault('overview'));
  const leave = useLeave();
  const change = async (next: typeof tab) => {
    if (await leave()) await setTab(next);
  };
  return (
    <DetailScreen
      query={provider}
      kind={t('one')}
      back={{ href: paths.providers(), label: t('title') }}
      head={(found) => ({
        title: found.name,
        state: <ProviderBadge provider={found} />,
        actions: <ProviderControls provider={found} />,
      })}
    >
      {(found) => {
        const kind = kinds.data?.data.find((each) => each.kind === found.kind);
        const props = { provider: found };
        return (
          <Tabs value={tab} onChange={(value) => void change(value as typeof tab)} keepMounted={false}>
            <Tabs.List mb="lg">
              {TABS.filter((name) => name !== 'templates' || WITH_TEMPLATES.includes(found.kind)).map(
                (name) => (
                  <Tabs.Tab key={name} value={name}>
                    {t(`tabs.${name}`)}
                  </Tabs.Tab>
                ),
              )}
            </Tabs.List>
            <Tabs.Panel value="overview">
              <ProviderOverview {...props} ownAddress={ownAddress} />
            </Tabs.Panel>
            <Tabs.Panel value="settings">
              <QueryState query={kinds}>
                {() => (kind ? <ProviderSettings {...props} kind={kind} /> : <UnknownKind />)}
              </QueryState>
            </Tabs.Panel>
            <Tabs.Panel value="templates">
              {WITH_KEPT.includes(found.kind) ? (
                <MailTemplates {...props} />
              ) : (
                <ProviderTemplates {...props} />
              )}
            </Tabs.Panel>
            <Tabs.Panel value="keys">
              <QueryState query={kinds}>
                {() => (kind ? <ProviderKeys {...props} kind={kind} /> : <UnknownKind />)}
              </QueryState>
            </Tabs.Panel>
          </Tabs>
        );
      }}
    </DetailScreen>
  );
}

function UnknownKind() {
  const t = useTranslations('providers.trouble');
  return <Text>{t('unknownKind')}</Text>;
}
