import type { ReactNode } from 'react';
import { Brand } from '@/components/layout/brand';
import { LocaleLinks } from '@/components/layout/locale-links';
import classes from './auth.module.css';

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <div className={classes.screen}>
      <header className={classes.header}>
        <Brand />
      </header>
      <main className={classes.main}>{children}</main>
      <footer className={classes.footer}>
        <LocaleLinks />
      </footer>
    </div>
  );
}
