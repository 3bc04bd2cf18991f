/** What keeps reports away, in the order in which it is put right. */
export const FINDINGS = [
  /** Whether the world can reach the panel, as far as its address shows. */
  'address',
  /** Whether anything has ever come from outside. */
  'reached',
  /** Whether it is stored here what proves who posts. */
  'proof',
  /** Whether the service posts here. */
  'registered',
  'active',
  'events',
  'proven',
  'confirmed',
  /** Since the last one that was taken. */
  'refused',
  'unread',
  /** Whether they still come while messages go out. */
  'arriving',
] as const;

export type Finding = {
  code: (typeof FINDINGS)[number];
  /** `unknown`: it cannot be told from here now. */
  state: 'good' | 'wrong' | 'unknown';
  /** Who has to act: whoever runs the server, or whoever may change providers. */
  who: 'operator' | 'technician' | null;
  /** What to press: have it set up, or enter what is missing. */
  act: 'register' | 'settings' | null;
  /** When it was. */
  at: string | null;
  /** Names of events, or the words of a service; for a technician. */
  detail: string | null;
};

export type HookExamination = {
  /** Where the service is to post; null: one of this kind tells nothing by itself, and there are no findings. */
  url: string | null;
  /** Whether something has to be done. */
  ok: boolean;
  findings: Finding[];
};
