import { Anchor, Text } from '@mantine/core';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { SectionCard } from '@/components/layout/section-card';
import { Time } from '@/components/layout/time';
import { paths } from '@/lib/paths';
import type { StoryView } from '@/lib/recipients/schema';
import classes from '../recipients.module.css';

/** How many messages, and what became of them. */
export function MessageFigures({ story: { address, messages } }: { story: StoryView }) {
  const t = useTranslations('recipients.figures');
  const format = useFormatter();
  const { count, more, firstAt, lastAt } = messages;
  if (count === 0)
    return (
      <SectionCard title={t('title')}>
        <Text size="sm">{t('none')}</Text>
      </SectionCard>
    );
  return (
    <SectionCard title={t('title')} lead={more && t('more')}>
      <dl className={classes.figures}>
        {(['count', 'arrived', 'waiting', 'missed'] as const).map((name) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{t(name)}</dt>
            <dd>{format.number(messages[name])}</dd>
          </div>
        ))}
        {firstAt && !more && (
          <>
            <dt>{t('firstAt')}</dt>
            <dd>
              <Time value={firstAt} />
            </dd>
          </>
        )}
        {lastAt && (
          <>
            <dt>{t('lastAt')}</dt>
            <dd>
              <Time value={lastAt} />
            </dd>
          </>
        )}
      </dl>
      <Anchor component={Link} href={paths.messages({ q: address })} size="sm" display="inline-block" mt="sm">
        {t('all', { address })}
      </Anchor>
    </SectionCard>
  );
}
