export const MEMBER_STATES = ['waiting', 'subscribed', 'unsubscribed'] as const;
export type MemberState = (typeof MEMBER_STATES)[number];
