type Dialect = {
  /** Blocks that compare two values: `{{#equals a b}}`. */
  comparisons: Record<string, '==' | '!=' | '>' | '<'>;
  /** Blocks that ask for several: `{{#and a b}}`. */
  junctions: Record<string, 'and' | 'or'>;
  /** `{{insert name "default=Customer"}}`, `{{formatDate at "MMMM DD"}}`, `{{#greaterThan (length items) 0}}`. */
  helpers: readonly string[];
  /** `{{#name}}…{{/name}}` goes into `name`; a list is repeated by `each` alone. */
  scopes: boolean;
  /** Names that stand for an address of the service. */
  links: Record<string, 'unsubscribe_url' | 'preferences_url'>;
  /** What stands in the link that such a name becomes in HTML where it is not written within one; a `label` of its own comes first. */
  linkText?: string;
  /** The same, outside of Handlebars. */
  marks: [RegExp, 'unsubscribe_url' | 'preferences_url'][];
};

export type { Dialect };

/** https://www.twilio.com/docs/sendgrid/for-developers/sending-email/using-handlebars */
export const SENDGRID: Dialect = {
  comparisons: { equals: '==', notEquals: '!=', greaterThan: '>', lessThan: '<' },
  junctions: { and: 'and', or: 'or' },
  helpers: ['insert', 'formatDate', 'length'],
  scopes: false,
  // https://www.twilio.com/docs/sendgrid/ui/sending-email/create-and-manage-unsubscribe-groups
  links: { unsubscribe: 'unsubscribe_url', unsubscribe_preferences: 'preferences_url' },
  marks: [
    [/<%asm_(?:group|global)_unsubscribe(?:_raw)?_url%>/g, 'unsubscribe_url'],
    [/<%asm_preferences(?:_raw)?_url%>/g, 'preferences_url'],
  ],
};

/** https://documentation.mailgun.com/docs/mailgun/user-manual/sending-messages/send-templates */
export const MAILGUN: Dialect = {
  comparisons: { equal: '==' },
  junctions: {},
  helpers: [],
  scopes: true,
  links: {},
  // https://documentation.mailgun.com/docs/mailgun/user-manual/tracking-messages/track-unsubscribes
  marks: [[/%(?:mailing_list_|tag_)?unsubscribe_url%/g, 'unsubscribe_url']],
};

/** https://postmarkapp.com/support/article/1077-template-syntax */
export const POSTMARK: Dialect = {
  comparisons: {},
  junctions: {},
  helpers: [],
  scopes: true,
  links: { 'pm:unsubscribe': 'unsubscribe_url' },
  linkText: 'Unsubscribe',
  marks: [],
};
