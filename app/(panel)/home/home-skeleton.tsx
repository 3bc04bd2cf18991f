import { SimpleGrid, Skeleton } from '@mantine/core';
import { useTranslations } from 'next-intl';
import classes from './home.module.css';

/** The page in grey: nothing jumps when the answer comes. */
export function HomeSkeleton() {
  const t = useTranslations('common');
  return (
    <div role="status" aria-label={t('loading')}>
      <SimpleGrid cols={{ base: 2, md: 4 }} mb="md">
        {['a', 'b', 'c', 'd'].map((key) => (
          <Skeleton key={key} height={100} radius="lg" />
        ))}
      </SimpleGrid>
      <div className={classes.pair}>
        <Skeleton height={300} radius="lg" />
        <Skeleton height={300} radius="lg" />
      </div>
    </div>
  );
}
