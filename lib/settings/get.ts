import type { Context } from '@/lib/context';
import { readSettings } from './read';
import type { SettingsView } from './schema';

/** As stored this moment, completed with the defaults. Who only works by them asks `currentSettings`. */
export async function getSettings(_ctx: Context): Promise<SettingsView> {
  return readSettings();
}
