const RECENT_MS = 60_000;
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

let lastSignMs = Date.now();

if (typeof window !== 'undefined')
  for (const sign of SIGNS)
    window.addEventListener(sign, () => (lastSignMs = Date.now()), { capture: true, passive: true });

/** Somebody is there: touched, moved or typed something within the last minute. */
export function isAttended(): boolean {
  return Date.now() - lastSignMs < RECENT_MS;
}
