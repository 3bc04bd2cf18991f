'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useMode } from './mode';
import classes from './nav.module.css';
import { activeHref, type NavSection, shownSections } from './navigation';

export function Nav({ onNavigate }: { onNavigate: () => void }) {
  const t = useTranslations('shell');
  const { technical } = useMode();
  return (
    <nav aria-label={t('mainNavigation')} className={classes.nav}>
      {shownSections(technical).map((section) => (
        <Section key={section.key} section={section} onNavigate={onNavigate} />
      ))}
    </nav>
  );
}

function Section({ section, onNavigate }: { section: NavSection; onNavigate: () => void }) {
  const t = useTranslations('shell');
  const active = activeHref(usePathname());
  const heading = `nav-${section.key}`;
  return (
    <section aria-labelledby={heading} className={classes.section}>
      <h2 id={heading} className={classes.heading}>
        {t(`sections.${section.key}`)}
      </h2>
      <ul className={classes.list}>
        {section.items.map(({ key, href, icon: Icon }) => (
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
