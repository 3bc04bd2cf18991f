import { Code, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { FieldRow, ParameterRow } from '@/lib/openapi/view-schema';
import { Marked } from '../marked';
import classes from '../reference.module.css';

export function FieldList({ fields }: { fields: (FieldRow | ParameterRow)[] }) {
  const t = useTranslations('api');
  return (
    <dl className={classes.fields}>
      {fields.map((field) => (
        <div key={field.path} className={classes.field}>
          <dt>
            <Code>{field.path}</Code>
            <Text component="span" c="dimmed" className={classes.type}>
              {field.type}
            </Text>
            {'in' in field && (
              <Text component="span" size="xs" c="dimmed">
                {t(`in.${field.in}`)}
              </Text>
            )}
            {field.required && (
              <Text component="span" size="xs" fw={600}>
                {t('required')}
              </Text>
            )}
          </dt>
          {field.about && (
            <Text component="dd" size="sm" lang="en">
              <Marked text={field.about} />
            </Text>
          )}
        </div>
      ))}
    </dl>
  );
}
