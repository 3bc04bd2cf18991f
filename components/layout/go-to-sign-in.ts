import { paths } from '@/lib/paths';

let leaving = false;

/** A full load: whose session has ended is told there why. */
export function goToSignIn({ pressed = false } = {}): void {
  // Who stays with something unsaved is asked again by what they press, not by every poll.
  if (leaving && !pressed) return;
  leaving = true;
  const here = window.location.pathname + window.location.search;
  window.location.assign(paths.signIn({ callbackUrl: here }));
}
