import { checkAddresses } from '@/lib/addresses/check-addresses';
import type { AddressCheck } from '@/lib/addresses/schema';
import { AppError, type FieldError, fieldError } from '@/lib/errors';
import { asciiDomainOf } from '@/lib/text/ascii-domain';
import type { EmailMessage } from './schema';

const FIELDS = ['to', 'cc', 'bcc'] as const;

/**
 * For a message that asks for it (`checkAddresses`): recipients whom no mail can reach, each by its field. What is only doubtful passes, and
 * so does all of which DNS says nothing. @throws AppError validation_failed
 */
export async function checkRecipients(input: EmailMessage): Promise<void> {
  const places = FIELDS.flatMap((field) =>
    input[field].map(({ email }, at) => ({ path: `${field}.${at}`, email })),
  );
  const checked = await checkAddresses(places.map(({ email }) => email));
  const errors = checked.flatMap((check, at) => explain(places[at]!.path, check) ?? []);
  if (errors.length === 0) return;
  const detail = errors.map(({ path, message }) => `${path}: ${message}`).join('; ');
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
