'use client';

import { useState } from 'react';

export type Selection = {
  ids: string[];
  /** Not those rows, but all that match. */
  all: boolean;
  pick: (ids: string[]) => void;
  pickAll: () => void;
  clear: () => void;
};

/** The rows that are picked, page after page, or all that match. Another filter is another list, of which nothing is picked yet. */
export function useSelection(filter: string): Selection {
  const [picked, set] = useState({ filter, ids: [] as string[], all: false });
  const { ids, all } = picked.filter === filter ? picked : { ids: [], all: false };
  return {
    ids,
    all,
    // Whoever picks rows anew does not mean all.
    pick: (next) => set({ filter, ids: next, all: false }),
    pickAll: () => set({ filter, ids, all: true }),
    clear: () => set({ filter, ids: [], all: false }),
  };
}
