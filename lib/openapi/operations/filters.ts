/** What many operations take, said once. */
export const PAGE = {
  limit: 'How many at most.',
  cursor: 'The `nextCursor` of the page before.',
};

export const FILTERS = {
  q: 'Words of the subject, of addresses and of names, each from its beginning; an address or its beginning; or an id.',
  status:
    'One or more states, separated by commas; beside them `waiting`, `later`, `set_aside`, `held`, `for_room` and `for_provider`, as the queue counts, `partly`: sent to some of their recipients only, and `handed_over` and `not_sent`, as the figures count what was sent and what failed.',
  to: 'A whole address of a recipient.',
  provider: 'A name or an id.',
  company: 'Id, key or name.',
  since: 'Accepted at this moment or later.',
  until: 'Accepted before this moment.',
  finishedSince: 'Came to rest at this moment or later.',
  finishedUntil: 'Came to rest before this moment.',
  event: 'What became of it, as the figures count it; `returned`: it was sent and came back as a whole.',
};

export const DRY_RUN = 'Only count.';
export const IN_STEPS = {
  limit: 'How many in one call, at most 10,000.',
  cursor: '`nextCursor` of the call before.',
};

export const VERSION = 'The one that you read. Without it the last one who saves wins.';
