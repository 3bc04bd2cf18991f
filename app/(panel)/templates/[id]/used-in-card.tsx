'use client';

import { Anchor, List, Text } from '@mantine/core';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { SectionCard } from '@/components/layout/section-card';
import { useAction } from '@/components/layout/use-action';
import { paths } from '@/lib/paths';
import type { TemplateView } from '@/lib/templates/view-schema';
import { publishVersionAction } from '../actions';

type Props = { template: TemplateView; lockedReason: string | null };

/** Of a component: where it is shown, and who shows an older version of it, with the way to bring those up. */
export function UsedInCard({ template, lockedReason }: Props) {
  const t = useTranslations('templates.component');
  const { id, usedIn, published } = template;
  const update = useAction(publishVersionAction, { invalidates: ['templates'], success: t('updated') });
  const isBehind = ({ shows }: (typeof usedIn)[number]) => shows !== null && shows !== published;
  const behind = usedIn.filter(isBehind);
  return (
    <SectionCard title={t('usedIn')}>
      <Text size="sm">{t('count', { count: usedIn.length })}</Text>
      {usedIn.length > 0 && (
        <List size="sm" mt="xs" spacing="xs">
          {usedIn.map((one) => (
            <List.Item key={one.id}>
              <Anchor component={Link} href={paths.template(one.id)} size="sm" underline="always">
                {one.title}
              </Anchor>{' '}
              {one.shows === null && t('draftOnly')}
              {isBehind(one) && t('older', { number: one.shows! })}
            </List.Item>
          ))}
        </List>
      )}
      {behind.length > 0 && published !== null && (
        <>
          <Text size="sm" my="xs">
            {t('behindHelp')}
          </Text>
          <ReasonedButton
            size="xs"
            variant="default"
            loading={update.pending}
            disabledReason={lockedReason}
            onClick={() => void update.run({ id, number: published })}
          >
            {t('update', { count: behind.length })}
          </ReasonedButton>
        </>
      )}
    </SectionCard>
  );
}
