'use client';

import { Card, Code, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { PageHeader } from '@/components/layout/page-header';
import { WayBack } from '@/components/layout/way-back';
import { paths } from '@/lib/paths';
import { Marked } from '../marked';
import classes from '../reference.module.css';

type Props = { errors: { code: string; status: number; means: string; todo: string }[] };

export function ErrorsScreen({ errors }: Props) {
  const t = useTranslations('api');
  return (
    <>
      <PageHeader
        above={<WayBack href={paths.api()} label={t('back')} />}
        title={t('errorsTitle')}
        description={t('errorsLead')}
      />
      <Card component="dl" className={classes.errors} m={0}>
        {errors.map(({ code, status, means, todo }) => (
          <div key={code} id={code} className={classes.error}>
            <dt>
              <Code>{code}</Code> <span className="tabular">{status}</span>
            </dt>
            <dd>
              <Text size="sm">
                <Marked text={means} />
              </Text>
              <Text size="sm" c="dimmed">
                <Marked text={todo} />
              </Text>
            </dd>
          </div>
        ))}
      </Card>
    </>
  );
}
