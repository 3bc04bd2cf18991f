'use client';

import { useTranslations } from 'next-intl';
import { Hint } from '@/components/layout/hint';
import type { Period, Points } from '@/lib/metrics/schema';
import type { ProviderView } from '@/lib/providers/schema';
import classes from './card-figures.module.css';
import { isSandbox } from './is-sandbox';
import { useSevenFigures } from './seven-figures';

type Props = { provider: ProviderView; period: Period; points: Points };

/** The seven numbers of the last 30 days within a provider's card, each with its chart. */
export function CardFigures({ provider, period, points }: Props) {
  const t = useTranslations('providers.seven');
  const seven = useSevenFigures(period);
  return (
    <dl className={classes.figures}>
      {seven(points, isSandbox(provider)).map(({ id, name, help, value, chart }) => (
        <div key={id}>
          <dt>
            <Hint help={help ?? name}>{id === 'averageMs' ? t('short.averageMs') : name}</Hint>
          </dt>
          <dd className="tabular">
            {value}
            {chart}
          </dd>
        </div>
      ))}
    </dl>
  );
}
