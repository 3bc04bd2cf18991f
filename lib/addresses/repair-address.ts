import { isEmailAddress } from '@/lib/text/address';
import { nearestCommon } from './suggest-domain';

/** Longer ones are no slip of the pen. */
const LONGEST = 254;

/** Of what is no address: what it was meant to be, where that is plain, such as `ana@gmail,com`, `ana @gmail.com`, `ana@gmailcom`. */
export function repairAddress(typed: string): string | null {
  if (typed.length > LONGEST) return null;
  const tidy = typed
    .normalize('NFKC')
    .replace(/^mailto:/i, '')
    .replace(/[\s<>"“”'()]/g, '')
    .replaceAll(',', '.')
    .replace(/\.{2,}/g, '.')
    .replace(/@{2,}/g, '@')
    .replace(/^\.|\.$/g, '')
    .replace('.@', '@')
    .replace('@.', '@');
  if (tidy.indexOf('@') !== tidy.lastIndexOf('@')) return null;
  const at = tidy.indexOf('@');
  const [local, domain] = [tidy.slice(0, at), tidy.slice(at + 1).toLowerCase()];
  const meant = at > 0 ? (nearestCommon(domain) ?? tidy.slice(at + 1)) : '';
  const repaired = `${local}@${meant}`;
  return repaired !== typed && isEmailAddress(repaired) ? repaired : null;
}
