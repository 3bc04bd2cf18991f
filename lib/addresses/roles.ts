/** Of RFC 2142, and what desks are called in the languages that are written to. */
const ROLE_NAMES = new Set(
  `info marketing sales support abuse noc security postmaster hostmaster usenet news webmaster www uucp ftp
  admin administrator contact office team hello help helpdesk billing accounts accounting jobs hr press privacy root mailer-daemon
  noreply no-reply donotreply do-not-reply
  contacto ventas soporte ayuda administracion administración contabilidad facturacion facturación compras recepcion recepción
  pedidos reservas empleo gerencia secretaria secretaría atencion atención tesoreria tesorería no-responder noresponder
  contato vendas suporte financeiro kontakt vertrieb buchhaltung service ventes comptabilite compta accueil`
    .split(/\s+/)
    .filter(Boolean),
);

/** Whether it reaches a desk rather than a person: `info@`, `ventas+web@`. */
export function isRoleName(localPart: string): boolean {
  return ROLE_NAMES.has(localPart.toLowerCase().replace(/\+.*$/s, ''));
}
