import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from '@/lib/env';
import { browserHost } from './browser-host';
import { runDir } from './paths';

/** Where people reach the panel, as this process's environment says. */
export function panelAddress(): string {
  const { HOST, PORT, PUBLIC_URL } = env();
  return PUBLIC_URL?.replace(/\/$/, '') ?? `http://${browserHost(HOST)}:${PORT}`;
}

/** For commands: what started the system may have had an environment that they have not. */
export function runningPanelAddress(): string {
  try {
    return readFileSync(panelAddressFile(), 'utf8').trim();
  } catch {
    return panelAddress();
  }
}

export function panelAddressFile(): string {
  return join(runDir(), 'web.url');
}
