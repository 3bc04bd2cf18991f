import { checkAddresses } from '@/lib/addresses/check-addresses';
import type { LookUps } from '@/lib/addresses/look-ups';
import type { AddressCheck } from '@/lib/addresses/schema';
import { AppError, type FieldError, fieldError } from '@/lib/errors';
import { asciiDomainOf } from '@/lib/text/ascii-domain';
import type { EmailMessage } from './schema';

const FIELDS = ['to', 'cc', 'bcc'] as const;

/**
 * For a message that asks for it (`checkAddresses`): recipients whom no mail can reach, each by its field. What is only doubtful passes, and
 * so does all of which DNS says nothing. @throws AppError validation_failed
 */
export async function checkRecipients(input: EmailMessage, lookUps: LookUps): Promise<void> {
  const places = FIELDS.flatMap((field) =>
    input[field].map(({ email }, at) => ({ path: `${field}.${at}`, email })),
  );
  const checked = await checkAddresses(
    places.map(({ email }) => email),
    lookUps,
  );
  const errors = checked.flatMap((check, at) => explain(places[at]!.path, check) ?? []);
  const [first] = errors;
  if (!first) return;
  const others = errors.length > 1 ? `; and ${errors.length - 1} more` : '';
  const detail = `${first.path}: ${first.message}${others}`;
  throw new AppError('validation_failed', detail, { errors });
}

function explain(path: string, { address, verdict, reasons, suggestion }: AddressCheck): FieldError | null {
  if (verdict !== 'wrong') return null;
  const domain = asciiDomainOf(address);
  if (suggestion) return fieldError(path, 'address_meant', { domain, meant: suggestion });
  switch (reasons[0]) {
    case 'no_domain':
      return fieldError(path, 'no_such_domain', { domain });
    case 'null_mx':
      return fieldError(path, 'takes_no_mail', { domain });
    case 'reserved':
      return fieldError(path, 'reserved_domain', { domain });
    default:
      return fieldError(path, 'no_mail_server', { domain });
  }
}
