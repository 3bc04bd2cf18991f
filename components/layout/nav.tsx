'use client';

import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { LikelyLink } from './likely-link';
import { useMe } from './me';
import { useMode } from './mode';
import classes from './nav.module.css';
import { activeHref, type NavSection, shownSections } from './navigation';

export function Nav({ onNavigate }: { onNavigate: () => void }) {
  const t = useTranslations('shell');
  const { technical } = useMode();
  const { role } = useMe();
  const nav = useRef<HTMLElement>(null);
  const active = activeHref(usePathname());
  // There are more entries than a laptop shows at once: the page one is on must be among those that are seen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is the reason to look again.
  useEffect(() => {
    nav.current?.querySelector('[aria-current=page]')?.scrollIntoView({ block: 'nearest' });
  }, [active, technical]);
  return (
    <nav ref={nav} aria-label={t('mainNavigation')} className={classes.nav}>
      {shownSections(technical, role).map((section) => (
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
        {section.items.map((item) => (
          <li key={item.key}>
            <Item item={item} active={active === item.href} onNavigate={onNavigate} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type ItemProps = { item: NavSection['items'][number]; active: boolean; onNavigate: () => void };

function Item({ item: { key, href, icon: Icon }, active, onNavigate }: ItemProps) {
  const t = useTranslations('shell');
  return (
    <LikelyLink
      href={href}
      className={classes.link}
      aria-current={active ? 'page' : undefined}
      onClick={onNavigate}
    >
      <Icon size={17} stroke={1.6} aria-hidden />
      {t(`nav.${key}`)}
    </LikelyLink>
  );
}
