'use client';

import { Text } from '@mantine/core';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useMode } from './mode';
import classes from './nav.module.css';
import { activeHref, NAVIGATION, type NavSection } from './navigation';

export function Nav({ onNavigate }: { onNavigate: () => void }) {
  const t = useTranslations('shell');
  return (
    <nav aria-label={t('mainNavigation')} className={classes.nav}>
      {NAVIGATION.map((section) => (
        <Section key={section.key} section={section} onNavigate={onNavigate} />
      ))}
    </nav>
  );
}

function Section({ section, onNavigate }: { section: NavSection; onNavigate: () => void }) {
  const t = useTranslations('shell');
  const { technical } = useMode();
  const active = activeHref(usePathname());
  const items = section.items.filter((item) => technical || !item.technical);
  const heading = `nav-${section.key}`;
  return (
    <section aria-labelledby={heading} className={classes.section}>
      <h2 id={heading} className={classes.heading}>
        {t(`sections.${section.key}`)}
      </h2>
      {items.length === 0 && (
        <Text className={classes.empty}>
          {section.items.length > 0 ? t('technicalOnly') : t('notAvailable')}
        </Text>
      )}
      <ul className={classes.list}>
        {items.map(({ key, href, icon: Icon }) => (
          <li key={key}>
            <Link
              href={href}
              className={classes.link}
              aria-current={active === href ? 'page' : undefined}
              onClick={onNavigate}
            >
              <Icon size={17} stroke={1.6} aria-hidden />
              {t(`nav.${key}`)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
