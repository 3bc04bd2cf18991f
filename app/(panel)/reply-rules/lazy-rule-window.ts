import dynamic from 'next/dynamic';

/** Fetched when it is opened first: the message's page offers it, too. */
export const RuleWindow = dynamic(() => import('./rule-window').then((module) => module.RuleWindow), {
  ssr: false,
});
