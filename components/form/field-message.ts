/** A validation message as a key of `common.validation` with its values; null: show it as it came. */
export type MessageKey = { key: string; values?: Record<string, string> };

/**
 * zod and the verbs complain in English, on either side of the wire; the panel says the same in the reader's words.
 * The tests run real zod against these patterns, so a new wording there is noticed.
 */
export function messageKey(message: string): MessageKey | null {
  for (const [pattern, key, ...names] of PATTERNS) {
    const match = pattern.exec(message);
    if (match) {
      const values = Object.fromEntries(names.map((name, index) => [name, match[index + 1] ?? '']));
      return { key, values };
    }
  }
  return null;
}

const PATTERNS: [RegExp, string, ...string[]][] = [
  [
    /received (undefined|null)$|>=1 (characters|items)$|^Invalid option: expected one of .*undefined/,
    'required',
  ],
  [/^is (required|needed)( for signing in with OAuth2)?$/, 'required'],
  [/^Too small: expected string to have >=(\d+) characters$/, 'tooShort', 'min'],
  [/^Too big: expected string to have <=(\d+) characters$/, 'tooLong', 'max'],
  [/^Too small: expected \w+ to be >=?(-?[\d.]+)$/, 'tooSmall', 'min'],
  [/^Too big: expected \w+ to be <=?(-?[\d.]+)$/, 'tooBig', 'max'],
  [/^Too big: expected array to have <=(\d+) items$/, 'tooMany', 'max'],
  [/^Invalid input: expected int/, 'wholeNumber'],
  [/^Invalid input: expected number/, 'number'],
  [/^Invalid option/, 'option'],
  [/^is wrong$/, 'wrong'],
  [/^must be given again, as the target changes$/, 'givenAgain'],
  [/^were given for the former target: remove (.+) first$/, 'otherKeys', 'keys'],
  [/^is not valid JSON$/, 'json'],
  [/^is not known$/, 'unknownField'],
  [/^replace the whole mask/, 'mask'],
  [/^must name at least one secret$/, 'secretNeeded'],
  [/^must look like (\S+)$/, 'looksLike', 'example'],
  [/^is the id of a message stream/, 'messageStream'],
  [/^is not an access key id$/, 'wrong'],
  [/^is not a host name$/, 'host'],
  [/^must be an address like/, 'email'],
  [/^at least one recipient$/, 'recipient'],
  [/^to, cc and bcc together: at most (\d+)$/, 'tooManyRecipients', 'max'],
  [/^text or html is needed$/, 'content'],
  [/^is already in use$/, 'taken'],
  [/^must be a decimal number/, 'decimal'],
  [/^is more than the limit of (\d+) an? (\w+) allows$/, 'limitOrder', 'limit', 'unit'],
  [/^does not pay for a single message/, 'budgetTooSmall'],
  [/^(.+) already falls back to this provider/, 'fallbackCircle', 'name'],
  [/^must not contain line breaks/, 'singleLine'],
  [/^may have letters, digits/, 'tag'],
  [/^must be more than 0$/, 'positive'],
  [/^the three weights must not all be 0$/, 'weightsZero'],
  [/^must not be lower than unhealthyBelowPercent$/, 'belowUnhealthy'],
  [/^must not name anything twice$/, 'twice'],
  [/^is not a time zone/, 'timeZone'],
  [/^is not a currency code/, 'option'],
  [/^the files together are larger than (\d+) MB$/, 'filesTooLarge', 'max'],
];
