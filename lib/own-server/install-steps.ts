import { BOUNCE_USER } from './layout';
import { sh, shellQuote } from './quote';
import type { OwnServer, ServerFile } from './schema';

/** What is done, in this order. */
export function installSteps(server: OwnServer, files: ServerFile[]): string[] {
  const ownCertificate = !server.certificate;
  const signs = server.dkim.signer === 'server';
  return [
    WHERE,
    UNDO,
    GUARD,
    `[ "$files_only" = 1 ] || need_packages`,
    ...(server.bounces ? [`[ "$files_only" = 1 ] || need_account ${shellQuote(BOUNCE_USER)}`] : []),
    ownCertificate ? OWN_CERTIFICATE : THEIR_CERTIFICATE,
    ...files.map(
      ({ path, mode, owner, content }) =>
        `put ${[path, mode, owner].map(shellQuote).join(' ')} ${shellQuote(content)}`,
    ),
    SECRETS_OR_NOT,
    server.software === 'postfix' ? POSTFIX_PASSWORD : EXIM_PASSWORD,
    ...(server.smarthost?.username ? [SMARTHOST_PASSWORD] : []),
    ...(server.bounces ? [BOUNCE_TOKEN] : []),
    ...(signs ? [DKIM_KEYS] : []),
    server.software === 'postfix' ? CHECK_POSTFIX : CHECK_EXIM,
    ...(signs && server.software === 'postfix'
      ? ['service_do enable opendkim', 'service_do restart opendkim']
      : []),
    START,
  ];
}

const WHERE = sh`
if [ "$files_only" = 0 ]; then
  grep -Eq '^ID(_LIKE)?=.*(debian|ubuntu)' /etc/os-release 2>/dev/null || fail 'This is for Debian and Ubuntu.'
  [ "$dry" = 1 ] || [ "$(id -u)" = 0 ] || fail 'Run this as root (sudo sh install.sh).'
fi`;

const UNDO = sh`
if [ "$undo" = 1 ]; then
  put_back
  if [ "$dry" = 0 ] && [ "$files_only" = 0 ]; then
    if [ -e "$MAIN" ]; then service_do restart "$SERVICE"; else service_do stop "$SERVICE"; service_do disable "$SERVICE"; fi
  fi
  say "Left as they are: installed packages, and the keys in $DKIM."
  exit 0
fi`;

const GUARD = sh`
if [ "$replace" = 0 ]; then
  if [ -e "$MAIN" ] && ! head -n 1 "$MAIN" | grep -q '^# Written by Relevo'; then
    fail "$MAIN is there, and Relevo did not write it. To replace it (it is kept in $BACKUPS): --replace"
  fi
  if [ "$files_only" = 0 ] && [ "$(dpkg-query -W -f '\${db:Status-Status}' "$OTHER" 2>/dev/null)" = installed ]; then
    fail "Another mail server is installed here ($OTHER), which the installation would remove: --replace"
  fi
fi`;

const OWN_CERTIFICATE = sh`
if [ ! -s "$CHAIN" ] || [ ! -s "$KEY" ]; then
  if [ "$dry" = 1 ]; then say "certificate $CHAIN"; else
    mkdir -p "$(dirname "$KEY")"
    (umask 077 && openssl req -x509 -newkey rsa:2048 -nodes -days 3650 -subj "/CN=$HOST" \
      -addext "subjectAltName=DNS:$HOST" -keyout "$KEY" -out "$CHAIN" 2>/dev/null)
    changed=1
    say "written  $CHAIN"
  fi
fi
if [ "$dry" = 0 ] && [ "$files_only" = 0 ]; then chgrp "$GROUP" "$KEY" "$CHAIN"; chmod 0640 "$KEY"; chmod 0644 "$CHAIN"; fi`;

const THEIR_CERTIFICATE = sh`
if [ "$dry" = 0 ] && [ "$files_only" = 0 ]; then
  [ -r "$CHAIN" ] && [ -r "$KEY" ] || fail "There is no certificate at $CHAIN. With certbot: certbot certonly --standalone -d $HOST"
fi`;

const SECRETS_OR_NOT = sh`
if [ "$dry" = 1 ]; then say 'Nothing was changed.'; exit 0; fi
if [ "$files_only" = 1 ]; then say 'Files only: no passwords were made, and nothing was started.'; exit 0; fi
make_password() {
  password=\${RELEVO_PASSWORD:-}
  if [ -n "$password" ]; then secret "$password" 'the password' RELEVO_PASSWORD; return 0; fi
  password=$(openssl rand -hex 20)
  later "For Relevo: user $LOGIN, password $password (shown this once)"
}`;

const POSTFIX_PASSWORD = sh`
if [ -n "\${RELEVO_PASSWORD:-}" ] || ! sasldblistusers2 -f "$MAPS/sasldb2" 2>/dev/null | grep -qF "$LOGIN@$HOST:"; then
  make_password
  keep "$MAPS/sasldb2"
  printf '%s' "$password" | saslpasswd2 -p -c -f "$MAPS/sasldb2" -u "$HOST" "$LOGIN"
  chown "root:$GROUP" "$MAPS/sasldb2"
  chmod 0640 "$MAPS/sasldb2"
  say "secret   $MAPS/sasldb2"
fi`;

const EXIM_PASSWORD = sh`
if [ -n "\${RELEVO_PASSWORD:-}" ] || ! grep -qF "$LOGIN: " "$MAPS/passwd" 2>/dev/null; then
  make_password
  printf '%s: %s\n' "$LOGIN" "$(printf '%s' "$password" | openssl passwd -6 -stdin)" | put_secret "$MAPS/passwd" 0640 "root:$GROUP"
fi`;

const SMARTHOST_PASSWORD = sh`
if [ -n "\${SMARTHOST_PASSWORD:-}" ] || [ ! -s "$MAPS/smarthost-password" ]; then
  secret "\${SMARTHOST_PASSWORD:-}" "password of $RELAY_LOGIN at $RELAY" SMARTHOST_PASSWORD
  if [ "$SOFTWARE" = postfix ]; then printf '%s %s:%s\n' "$RELAY" "$RELAY_LOGIN" "$given"; else printf 'password: %s\n' "$given"; fi |
    put_secret "$MAPS/smarthost-password" 0640 "root:$GROUP"
fi`;

const BOUNCE_TOKEN = sh`
if [ -n "\${RELEVO_TOKEN:-}" ] || [ ! -s "$BOUNCE_TOKEN" ]; then
  secret "\${RELEVO_TOKEN:-}" 'a token of Relevo with the scope suppressions:write' RELEVO_TOKEN
  printf 'Authorization: Bearer %s\n' "$given" | put_secret "$BOUNCE_TOKEN" 0640 ${shellQuote(`root:${BOUNCE_USER}`)}
fi`;

const DKIM_KEYS = sh`
mkdir -p "$DKIM"
chmod 0755 "$DKIM"
for domain in $DKIM_DOMAINS; do
  if [ ! -s "$DKIM/$domain.key" ]; then
    (umask 077 && openssl genrsa -out "$DKIM/$domain.key" 2048 2>/dev/null)
    changed=1
  fi
  chown "$DKIM_OWNER" "$DKIM/$domain.key"
  if [ "$SOFTWARE" = postfix ]; then chmod 0600 "$DKIM/$domain.key"; else chmod 0640 "$DKIM/$domain.key"; fi
  later "DNS, TXT of $SELECTOR._domainkey.$domain: v=DKIM1; k=rsa; p=$(openssl rsa -in "$DKIM/$domain.key" -pubout -outform DER 2>/dev/null | openssl base64 -A)"
done`;

const CHECK_POSTFIX = sh`
postfix -c "$ETC" check || fail "Postfix does not take these settings; nothing was restarted. Back to what was: sh $0 --undo"`;

const CHECK_EXIM = sh`
exim4 -C "$MAIN" -bV >/dev/null || fail "Exim does not take these settings; nothing was restarted. Back to what was: sh $0 --undo"`;

const START = sh`
service_do enable "$SERVICE"
if [ "$changed" = 1 ]; then service_do restart "$SERVICE"; else service_do start "$SERVICE"; fi
[ -z "$told" ] || printf '\n%s' "$told"
say 'Done.'`;
