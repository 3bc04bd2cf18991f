'use client';

import { Accordion, Anchor, Group, Progress, Text, VisuallyHidden } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { SectionCard } from '@/components/layout/section-card';
import {
  CHECKLISTS,
  CHECKS,
  type CheckKey,
  type ChecklistKey,
  type Done,
  type DoneBefore,
} from '@/lib/checklists/lists';
import { paths } from '@/lib/paths';
import type { SystemStatus } from '@/lib/status/schema';
import classes from './checklists.module.css';
import { doneByFlow } from './done-by-flow';

type Props = { checked: DoneBefore; status: SystemStatus };

/** What a good installation has, list by list; who is done with one sees it at a glance. */
export function Checklists({ checked, status }: Props) {
  const t = useTranslations('home.checklists');
  const done: Done = { ...checked, ...doneByFlow(status) };
  return (
    <SectionCard title={t('title')} lead={t('lead')} mt="lg">
      <Accordion order={3} variant="default" chevronPosition="left">
        {(Object.keys(CHECKLISTS) as ChecklistKey[]).map((key) => (
          <List key={key} list={key} done={done} />
        ))}
      </Accordion>
    </SectionCard>
  );
}

function List({ list, done }: { list: ChecklistKey; done: Done }) {
  const t = useTranslations('home.checklists');
  const keys: CheckKey[] = CHECKLISTS[list];
  const count = keys.filter((key) => done[key]).length;
  return (
    <Accordion.Item value={list}>
      <Accordion.Control>
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm" fw={550}>
            {t(`lists.${list}`)}
          </Text>
          <Group gap="xs" wrap="nowrap">
            <Progress value={(100 * count) / keys.length} w={72} aria-hidden />
            <Text size="sm" c="dimmed" className={`tabular ${classes.count}`}>
              {t('progress', { done: count, all: keys.length })}
            </Text>
          </Group>
        </Group>
      </Accordion.Control>
      <Accordion.Panel>
        <ul className={classes.items}>
          {keys.map((key) => (
            <Item key={key} item={key} done={done[key]} />
          ))}
        </ul>
      </Accordion.Panel>
    </Accordion.Item>
  );
}

function Item({ item, done }: { item: CheckKey; done: boolean }) {
  const t = useTranslations('home.checklists');
  const { href, help } = CHECKS[item];
  const [guide, anchor] = help.split('#') as [string, string];
  const name = t(`items.${item}`);
  return (
    <li className={classes.item} data-done={done || undefined}>
      {done ? <IconCircleCheck size={18} aria-hidden /> : <IconCircleDashed size={18} aria-hidden />}
      <Text size="sm" flex={1} miw={0}>
        {name}
        <VisuallyHidden component="span">: {t(done ? 'done' : 'open')}</VisuallyHidden>
      </Text>
      {!done && (
        <Group gap="md" wrap="nowrap">
          <Anchor component={Link} href={href} size="sm" aria-label={t('goTo', { item: name })}>
            {t('go')}
          </Anchor>
          <Anchor
            component={Link}
            href={paths.guide(guide, anchor)}
            size="sm"
            aria-label={t('helpOf', { item: name })}
          >
            {t('help')}
          </Anchor>
        </Group>
      )}
    </li>
  );
}
