import { paths } from '@/lib/paths';

let leaving = false;

/** A full load: whose session has ended is told there why. */
export function goToSignIn(): void {
  // Who stays with something unsaved is not asked again by every poll.
  if (leaving) return;
  leaving = true;
  const here = window.location.pathname + window.location.search;
  window.location.assign(paths.signIn({ callbackUrl: here }));
}
