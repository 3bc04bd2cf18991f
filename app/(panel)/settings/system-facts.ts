import { createContext, useContext } from 'react';
import type { SystemSettings } from '@/lib/settings/system';

export type SystemFacts = {
  /** What this server was started with. */
  started: SystemSettings;
  /** By path, what variables of the environment decide. */
  fixed: Record<string, unknown>;
  /** It can be begun anew from here. */
  supervised: boolean;
};

const FixedContext = createContext<Record<string, unknown>>({});
export const FixedProvider = FixedContext.Provider;

/** What the environment decides of a setting; undefined: nothing. */
export function useFixed(path: string): unknown {
  return useContext(FixedContext)[path];
}
