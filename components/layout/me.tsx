'use client';

import { createContext, type ReactNode, useContext } from 'react';
import type { Role } from '@/lib/roles';

export type Me = {
  id: string;
  role: Role;
  /** The companies that this person is limited to; null: all. */
  companyIds: string[] | null;
};

const MeContext = createContext<Me>({ id: '', role: 'viewer', companyIds: null });

/** Who looks at the page. What they may do is asked of `useLocked`. */
export function useMe(): Me {
  return useContext(MeContext);
}

/** What a blank field for the company says: for all of them; of who works for some alone, the one that they look at. */
export function useBlankCompany(): null | undefined {
  return useMe().companyIds ? undefined : null;
}

export function MeProvider({ me, children }: { me: Me; children: ReactNode }) {
  return <MeContext value={me}>{children}</MeContext>;
}
