import type { ComponentProps } from 'react';
import { PasswordField } from './password-field';

type Props = Omit<ComponentProps<typeof PasswordField>, 'autoComplete'> & { email: string };

/** The password that somebody has now. Password managers need to know whose it is. */
export function CurrentPasswordField({ email, ...props }: Props) {
  return (
    <>
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordField {...props} autoComplete="current-password" />
    </>
  );
}
