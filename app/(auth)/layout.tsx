import type { ReactNode } from 'react';
import { updatePreferencesAction } from '@/app/(panel)/actions';
import { currentUser } from '@/app/session';
import { Brand } from '@/components/layout/brand';
import { LocaleLinks } from '@/components/layout/locale-links';
import classes from './auth.module.css';

export default async function AuthLayout({ children }: { children: ReactNode }) {
  const signedIn = await currentUser();
  return (
    <div className={classes.screen}>
      <header className={classes.header}>
        <Brand />
      </header>
      <main className={classes.main}>{children}</main>
      <footer className={classes.footer}>
        <LocaleLinks save={signedIn ? updatePreferencesAction : undefined} />
      </footer>
    </div>
  );
}
