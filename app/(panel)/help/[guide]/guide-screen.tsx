'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { PageHeader } from '@/components/layout/page-header';
import { WayBack } from '@/components/layout/way-back';
import type { Heading } from '@/lib/help/read';
import { paths } from '@/lib/paths';
import classes from '../help.module.css';

type Props = { title: string; headings: Heading[]; children: ReactNode };

/** One guide, with its headings beside it where there is room. */
export function GuideScreen({ title, headings, children }: Props) {
  const t = useTranslations('help');
  const main = headings.filter(({ depth }) => depth === 2);
  return (
    <>
      <PageHeader above={<WayBack href={paths.guides()} label={t('title')} />} title={title} />
      <div className={classes.frame}>
        <article className={classes.guide}>{children}</article>
        {main.length > 1 && (
          <nav className={classes.contents} aria-label={t('onThisPage')}>
            <p>{t('onThisPage')}</p>
            <ul>
              {main.map(({ id, text }) => (
                <li key={id}>
                  <a href={`#${id}`}>{text}</a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </div>
    </>
  );
}
