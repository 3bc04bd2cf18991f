'use client';

import { Anchor } from '@mantine/core';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { SectionCard } from '@/components/layout/section-card';
import { Time } from '@/components/layout/time';
import { useLocked } from '@/components/layout/use-locked';
import { paths } from '@/lib/paths';
import type { PersonView } from '@/lib/people/schema';
import classes from './account-card.module.css';

/** What is known of the account; what the person changed is in the audit log. */
export function AccountCard({ person }: { person: PersonView }) {
  const t = useTranslations('people');
  const { email, createdAt, lastSeenAt, lastSignInAt, secondFactor } = person;
  const when = (value: string | null) => (value ? <Time value={value} format="both" /> : t('never'));
  const facts: [string, ReactNode][] = [
    [t('account.since'), when(createdAt)],
    [t('account.signIn'), when(lastSignInAt)],
    [t('columns.seen'), when(lastSeenAt)],
    ...(secondFactor === undefined
      ? []
      : [[t('account.secondFactor'), t(secondFactor ? 'account.on' : 'account.off')] as [string, ReactNode]]),
  ];
  const seesAudit = useLocked('audit.read') === null;
  return (
    <SectionCard title={t('account.title')}>
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {seesAudit && (
        <Anchor component={Link} size="sm" href={paths.audit({ actor: email })}>
          {t('account.audit')}
        </Anchor>
      )}
    </SectionCard>
  );
}
