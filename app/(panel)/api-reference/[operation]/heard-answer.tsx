import { Group, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { PlainText } from '@/components/table/plain-text';
import classes from '../reference.module.css';
import type { Heard } from './ask';

/** What came back: somebody else may have written it, so it is text and nothing but text. */
export function HeardAnswer({ heard }: { heard: Extract<Heard, { ok: true }> }) {
  const t = useTranslations('api');
  const { status, ms, headers, text, cut } = heard;
  return (
    <section aria-label={t('answer')}>
      <Group gap="xs" mb={6}>
        <Text component="span" fw={600}>
          {t('answer')}
        </Text>
        <Text component="span" className={classes.method}>
          {status}
        </Text>
        <Text component="span" size="sm" c="dimmed" className="tabular">
          {t('took', { ms })}
        </Text>
      </Group>
      <Text size="xs" c="dimmed" component="p" m={0} mb={6} className={classes.lines}>
        {headers.map(([name, value]) => `${name}: ${value}`).join('\n')}
      </Text>
      <PlainText label={t('heard')} wrap="code">
        {text || t('empty')}
      </PlainText>
      {cut && (
        <Text size="xs" c="dimmed">
          {t('cut')}
        </Text>
      )}
    </section>
  );
}
