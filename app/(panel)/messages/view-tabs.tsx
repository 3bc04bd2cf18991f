'use client';

import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBookmarkPlus } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { paths } from '@/lib/paths';
import type { MessageView, ViewInput } from '@/lib/views/schema';
import { type Filters, givenOf, sameFilters } from './filter-query';
import { ViewMenu } from './view-menu';
import classes from './view-tabs.module.css';

const SaveView = dynamic(() => import('./save-view').then((module) => module.SaveView), { ssr: false });

const BUILT_IN: Record<string, MessageView['filters']> = {
  all: {},
  attention: { status: 'failed,bounced,parked,uncertain' },
  waiting: { status: 'waiting' },
  scheduled: { status: 'scheduled' },
  captured: { status: 'captured' },
};

type Props = { views: MessageView[]; filters: Filters; columns: ViewInput['columns'] };

/** The list as it is wanted again and again: what everybody has, and what this person saved. */
export function ViewTabs({ views, filters, columns }: Props) {
  const t = useTranslations('messages.views');
  const [saving, { open, close }] = useDisclosure(false);
  const is = (other: MessageView['filters']) => sameFilters(other, filters);
  const own = views.find((view) => is(view.filters));
  const known = own !== undefined || Object.values(BUILT_IN).some(is);
  return (
    <nav className={classes.tabs} aria-label={t('label')}>
      {Object.entries(BUILT_IN).map(([name, filter]) => (
        <Tab key={name} href={paths.messages(filter)} active={is(filter)}>
          {t(`builtIn.${name}`)}
        </Tab>
      ))}
      {views.map((view) => (
        <Tab key={view.id} href={paths.messages(view.filters)} active={is(view.filters)}>
          {view.name}
        </Tab>
      ))}
      {own && <ViewMenu view={own} columns={columns} />}
      {!known && (
        <Button
          variant="subtle"
          size="compact-xs"
          leftSection={<IconBookmarkPlus size={14} aria-hidden />}
          onClick={open}
        >
          {t('save')}
        </Button>
      )}
      {saving && <SaveView filters={givenOf(filters)} columns={columns} onClose={close} />}
    </nav>
  );
}

function Tab({ href, active, children }: { href: string; active: boolean; children: string }) {
  return (
    <Link href={href} className={classes.tab} prefetch={false} aria-current={active ? 'page' : undefined}>
      {children}
    </Link>
  );
}
