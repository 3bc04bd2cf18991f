import { TEMPLATE_FLAWS } from './template-flaws';

/**
 * Every way in which a field can be wrong: a code that programs branch on and the panel translates (`flaws.<code>`), and what is said
 * of it in English, with its parameters in braces. Codes are stable.
 */
export const FLAWS = {
  // Of any field.
  required: 'is required',
  wrong: 'is not valid',
  wrong_format: 'does not have the right form',
  wrong_type: 'must be a value of another type: {expected}',
  whole_number: 'must be a whole number',
  number: 'must be a number',
  text: 'must be text',
  too_short: 'at least {min} characters',
  too_long: 'at most {max} characters',
  too_low: 'at least {min}',
  too_high: 'at most {max}',
  not_above: 'must be more than {min}',
  not_below: 'must be less than {max}',
  too_few: 'at least {min} entries',
  too_many: 'at most {max} entries',
  too_large: 'is too large',
  row_too_large: 'a row of more than {cells} cells or {characters} characters: is a quotation mark missing?',
  option: 'is none of {options}',
  unknown_options: 'Invalid option: {names}; there are {options}',
  unknown_options_meant: 'Invalid option: {names} (did you mean {meant}?); there are {options}',
  unknown_field: 'unknown property',
  unknown_field_meant: 'unknown property (did you mean {meant}?)',
  not_honoured: 'is not supported by Relevo, which would have to leave it out',
  twice: 'must not name anything twice',
  taken: 'is already in use',
  changed_meanwhile: 'is now {theirs}, and you send {yours}',
  changed_since: 'was changed since',
  broken_text: 'must not contain NUL or broken characters',
  not_json_value: 'is no value of JSON',
  not_json: 'is not valid JSON',
  too_deep: 'is nested deeper than anything needed',
  reserved_name: 'is not a name that can be used',
  single_line: 'must not contain line breaks or control characters',
  unseen_characters: 'has characters that cannot be seen',
  letters_and_digits: 'may have letters, digits{others}',
  looks_like: 'must look like {example}',

  // Forms that have a name.
  email: 'must be an address like name@example.com',
  host: 'is not a host name',
  url: 'must be an address such as https://www.example.com',
  url_credentials: 'must not contain a user name or a password',
  url_https: 'must begin with https://',
  mail_port: 'must be a port of mail servers ({ports}), not {port}; the settings for security can allow it',
  private_target: '{host} is a private address; RELEVO_PRIVATE_TARGETS can allow it',
  id: 'is not an id',
  cursor: 'is none that was given out',
  public_suffix: 'is a name under which others register theirs: no domain of one’s own',
  dns_label: 'must be one part of a name, such as {example}',
  private_key: 'must be a private key of RSA or Ed25519 in PEM',
  key_bits: 'must have {min} to {max} bits',
  date: 'must be a day such as 2026-11-28',
  time: 'must be a time such as 2026-11-28T09:00:00Z',
  year: 'must be between the years 1970 and 9999',
  day_of_year: 'must be between 1970-01-01 and 9999-12-30',
  past: 'is in the past',
  not_beside: 'cannot be asked for together with {other}',
  time_zone: 'is not a time zone such as America/Asuncion',
  currency: 'is not a currency code such as USD',
  country: 'is not a country code such as PY',
  phone: 'is not a phone number such as +595981234567',
  phone_country:
    'must begin with + and the code of a country, such as +595981234567: the company has no country that would say which one is meant',
  phone_short: 'is too short for the number of a mobile phone',
  phone_long: 'is too long for a phone number',
  phone_landline: 'is no number of a mobile phone: no text message reaches it',
  placeholder: 'has a placeholder in double braces that nobody knows',
  placeholders_needed: 'needs the number and the text, as {to} and {text}',
  names_and_texts: 'must be one JSON object of names and texts',
  query_needed: 'must be query for a GET: it has no body',
  sms_too_long: 'would be sent in {segments} parts; at most {max} are allowed',
  color: 'must be a colour such as #1f6feb',
  decimal: 'must be a decimal number such as "0.0008", not negative',
  idempotency_key: 'must have 1 to {max} characters',

  // Contacts.
  contact_needs: 'needs a key or at least one address, such as email or phone',
  contact_columns:
    'has columns that nobody knows: there are key, name, addresses, language, timeZone, fields.… and -',
  no_contact: 'there is no contact {contact}',
  contact_or_to: 'either contact or to: one of them, not both',
  merge_itself: 'is this contact itself',
  merge_companies: 'is a contact of another company',
  not_collectable: 'is of a type of which each is told by itself',
  type_required: 'is of a type that everybody gets: nobody can switch it off for themselves',
  same_hour: 'must be another hour than the first one',
  no_notification_type: 'there is no notification type {type}',
  subject_key_column: 'no column says what each subject is called: name one of them key',
  subject_nobody: 'nobody is named whom this subject is told',
  number_two_ways: 'can be read in two ways: say whether a point or a comma stands before the decimals',
  no_field: 'the kind has no field {field} that can be asked so',
  no_segment_field: 'there is no field {field} that can be asked so',
  campaign_variants: 'two to four are needed for a test',
  no_list: 'there is no list {list}',
  condition_value: 'is no value of this field',
  cron: 'is no time such as 0 9 * * 1, or one that never comes',
  contact_field: 'must be text of at most 1000 characters, a number, true, false or null',

  ...TEMPLATE_FLAWS,

  // Messages.
  not_refused: 'is no recipient who was refused',
  already_recipient: 'is a recipient of the message already',
  correct_or_again: 'either correct or again, not both',
  recipient_needed: 'at least one recipient',
  too_many_recipients: 'to, cc and bcc together: at most {max}',
  from_of_token: 'must be of {domains}: this token sends from nowhere else',
  provider_of_token: 'may not be used by this token, which may use {providers}',
  sender_needed: 'is needed: no provider that may be used has a default sender',
  no_such_domain: 'cannot be reached: there is no domain {domain}',
  no_mail_server: 'cannot be reached: {domain} has no mail server',
  takes_no_mail: 'cannot be reached: {domain} says that it takes no mail',
  reserved_domain: 'cannot be reached: {domain} is a name for examples and tests, which belongs to nobody',
  address_meant: 'cannot be reached at {domain}: did you mean {meant}?',
  content_refused:
    'gets {score} points in the content check, and from {limit} on messages are refused: {why}',
  content_needed: 'text or html is needed',
  content_too_large: 'bodies and attachments together may have {max} MB',
  files_too_large: 'the files together are larger than {max} MB',
  file_path: 'must not contain a path',
  encoded_word: 'must not contain an encoded word',
  content_type: 'is not a content type',
  content_id: 'is not a content id',
  base64: 'is not valid base64',
  header_name: 'is not a header name',
  header_own: 'is written by Relevo itself',
  header_steers: 'tells {provider} what to do, which is not for a message to say',
  header_twice: 'must not name a header twice',
  header_line:
    'cannot be written in lines of 998 characters of ASCII, which is all that a mail header may have',
  too_many_headers: 'at most {max} headers',
  own_keys: 'keys that begin with relevo_ are for Relevo itself',
  expires_before: 'is before the message could be sent',
  after_expiry: 'is after the message expires',
  state_list: 'one or more of {options}',

  // Providers.
  no_provider: 'There is no provider {provider}.',
  provider_of_another: '{provider} belongs to another company than the message.',
  provider_sender: 'Set the sender address of this provider first.',
  kind_fixed: 'The kind of a provider cannot change.',
  kind_unknown: 'This version of Relevo does not know the kind {kind}.',
  fallback_self: 'A provider cannot take over for itself.',
  fallback_channel: '{provider} sends {theirs}, this provider {ours}.',
  fallback_sandbox: '{provider} is a sandbox: it would take none of this mail, as nobody would receive it.',
  fallback_circle: '{provider} already falls back to this provider, by itself or by way of others.',
  budget_too_small: 'does not pay for a single message once the monthly fee is paid',
  over_minute_limit: 'is more than the limit of {limit} a minute allows',
  over_hour_limit: 'is more than the limit of {limit} an hour allows',
  over_day_limit: 'is more than the limit of {limit} a day allows',
  over_month_limit: 'is more than the limit of {limit} a month allows',
  ids_or_match: 'ids or match, one of them',
  domain_both: 'is also among those it carries to',
  domain_not_only: 'is not among the only ones',
  oauth_needed: 'is needed for signing in with OAuth2',
  no_account: '{provider} does not sign in by OAuth2, or is of another company',
  account_sends_only:
    '{provider} was connected for sending only: let it read mail as well, and connect it again',
  account_host: 'must be {hosts}: the account signs in nowhere else',
  encrypted_only: 'must be encrypted',
  oauth_by_itself: '{provider} signs in by itself: there is nothing to allow.',
  directory: 'is not a directory id or domain',
  access_key_id: 'is not an access key id',
  message_stream: 'is the id of a message stream, such as "outbound"',
  secret_needed: 'must name at least one secret',
  given_again: 'must be given again, as the target changes',
  keys_of_former: 'were given for the former target: remove {keys} first',
  mask: 'replace the whole mask, or leave it as it was',

  // What is written in the visual editor.
  liquid_open: 'has a variable or condition that is not closed, or both kinds of quotes within one',
  template_href: 'must be a web address (https://…), mailto:, tel:, or a variable such as {example}',
  variable_path: 'must be the name of a variable, such as student_name or item.amount',
  block_id: 'may have 1 to 24 small letters and digits',

  // The configuration as a document.
  not_yaml: 'cannot be read as YAML or JSON: {why}',
  yaml_alias: 'must not have names that stand for other parts (&name, *name): write it out',
  secret_not_here: 'is not known here: give it as env, file or sealed, or leave it out',
  secret_env: 'the variable {name} is not set, or empty',
  secret_file: 'the file {file} cannot be read, or is empty',
  secret_sealed: 'was sealed for another installation or place, or altered since',
  secret_from_afar: 'variables and files are read on the command line of the machine alone',
  deletes_most: 'deletes {count} things, most of a kind: say that so many are meant',
  not_so: '{why}',

  // Companies, people, settings, own servers, figures.
  certificate_needed: 'is needed where others than this machine may hand messages over',
  clear_text_only_here: 'may be none only to the machine itself (127.…)',
  company_key: 'may have small letters, digits and -',
  no_person: 'There is no person {person} who may change tokens.',
  no_company: 'There is no company {company}.',
  company_of_token: 'is not the company of this token',
  company_not_yours: 'is none of the companies that you work for',
  password: 'is wrong',
  password_common: 'is one of those that are guessed first: choose another',
  password_own: 'is mostly your name, your address or the company, which others know',
  code_wrong: 'is wrong, or of another time: a code changes every 30 seconds',
  code_used: 'was used already: each code works once',
  weights_zero: 'the three weights must not all be 0',
  too_many_connections: 'would need up to {need} connections to the database together, which allows {max}',
  locks_out: 'would keep out {address}, from where you save it',
  below_unhealthy: 'must not be lower than unhealthyBelowPercent',
  too_many_views: 'at most {max} views; delete one first',
  not_for_kind: 'means nothing for this kind',
  phrase: 'must have four letters at least',
  not_for_meaning: 'is said by the meaning already, or means nothing with it',
  too_many_rules: 'at most {max} rules; delete one first',
  range: 'must be before to',
  range_too_long: 'spans more than {max} days',
  too_many_points: 'would make more than {max} points; choose a longer one or a shorter range',
} as const satisfies Record<string, string>;

export type FlawCode = keyof typeof FLAWS;
export const FLAW_CODES = Object.keys(FLAWS) as FlawCode[];

type Named<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Named<Rest> : never;
type Values<Code extends FlawCode> = { [name in Named<(typeof FLAWS)[Code]>]: string | number };
/** What stands beside a code: all that its sentence names. */
export type FlawValues<Code extends FlawCode> = keyof Values<Code> extends never
  ? []
  : [values: Values<Code>];

/** What is wrong with a field; `message` says the same as code and parameters, for those who read English. */
export type FlawText = { code: FlawCode; params: Record<string, string>; message: string };

export function describeFlaw<Code extends FlawCode>(code: Code, ...[values]: FlawValues<Code>): FlawText {
  const params = Object.fromEntries(Object.entries(values ?? {}).map(([name, value]) => [name, `${value}`]));
  const message = FLAWS[code].replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
  return { code, params, message };
}

export function isFlawCode(text: unknown): text is FlawCode {
  return typeof text === 'string' && Object.hasOwn(FLAWS, text);
}

/** For `refine` and `addIssue`: `z.string().refine(isTimeZone, flaw('time_zone'))`. `fieldErrorsOf` reads it again. */
export function flaw<Code extends FlawCode>(code: Code, ...values: FlawValues<Code>) {
  const { message, params } = describeFlaw(code, ...values);
  return { message, params: { code, params } };
}
