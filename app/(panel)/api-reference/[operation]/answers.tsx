import { Accordion, Anchor, Group, Text } from '@mantine/core';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { AnswerRow } from '@/lib/openapi/view-schema';
import { paths } from '@/lib/paths';
import classes from '../reference.module.css';
import { FieldList } from './field-list';

/** What comes back, by status: the fields of success are a press away, the codes of a refusal lead to what they mean. */
export function Answers({ answers }: { answers: AnswerRow[] }) {
  const t = useTranslations('api');
  return (
    <>
      {answers.map(({ status, about, fields, codes }) => (
        <div key={status} className={classes.field}>
          <Group gap="xs" align="baseline">
            <Text component="span" className={classes.method}>
              {status}
            </Text>
            {about && (
              <Text component="span" size="sm" lang="en">
                {about}
              </Text>
            )}
            {codes?.map((code) => (
              <Anchor
                key={code}
                component={Link}
                href={`${paths.apiErrors()}#${code}`}
                className={classes.path}
              >
                {code}
              </Anchor>
            ))}
          </Group>
          {fields && fields.length > 0 && (
            <Fields fields={fields} label={t('fields', { count: fields.length })} />
          )}
        </div>
      ))}
    </>
  );
}

function Fields({ fields, label }: { fields: NonNullable<AnswerRow['fields']>; label: string }) {
  return (
    <Accordion variant="default" keepMounted={false} mt={4}>
      <Accordion.Item value="fields">
        <Accordion.Control>{label}</Accordion.Control>
        <Accordion.Panel>
          <FieldList fields={fields} />
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}
