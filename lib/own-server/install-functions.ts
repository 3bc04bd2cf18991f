import { sh } from './quote';

/** The part of the installation that is the same for all: what it can do, and how it keeps what was there. POSIX sh; no value is ever put in here. */
export const INSTALL_FUNCTIONS = sh`
dry=0 undo=0 files_only=0 services=1 replace=0 changed=0 told=''
for option in "$@"; do
  case $option in
    --dry-run) dry=1 ;;
    --undo) undo=1 ;;
    --files-only) files_only=1 services=0 ;;
    --no-services) services=0 ;;
    --replace) replace=1 ;;
    *)
      echo "usage: sh $0 [--dry-run] [--undo] [--replace] [--no-services | --files-only]"
      echo "  --dry-run      show what would change, and change nothing"
      echo "  --undo         put back what was there before; packages and keys of DKIM stay"
      echo "  --replace      also where a mail server is set up already that Relevo did not write"
      echo "  --no-services  start and stop nothing"
      echo "  --files-only   write files and nothing else: no packages, accounts or passwords"
      echo "Passwords are read from RELEVO_PASSWORD (else one is made), SMARTHOST_PASSWORD and RELEVO_TOKEN (else asked for)."
      [ "$option" = --help ] && exit 0
      exit 64 ;;
  esac
done

say() { printf '%s\n' "$*"; }
fail() { printf '%s\n' "$*" >&2; exit 1; }
later() { told="$told$*
"; }

# What was there before the first installation is kept once, then noted: killed in between, it is kept again.
keep() {
  grep -qxF "$1" "$BACKUPS/files" 2>/dev/null && return 0
  mkdir -p "$BACKUPS"
  chmod 0700 "$BACKUPS"
  if [ -e "$1" ]; then
    mkdir -p "$BACKUPS/original$(dirname "$1")"
    cp -p "$1" "$BACKUPS/original$1.new"
    mv -f "$BACKUPS/original$1.new" "$BACKUPS/original$1"
  fi
  printf '%s\n' "$1" >>"$BACKUPS/files"
}

owned() {
  [ "$files_only" = 1 ] || chown "$1" "$2"
}

# path, mode, owner, content
put() {
  if [ -f "$1" ] && printf '%s' "$4" | cmp -s - "$1"; then
    [ "$dry" = 1 ] || { chmod "$2" "$1"; owned "$3" "$1"; }
    say "same     $1"
    return 0
  fi
  if [ "$dry" = 1 ]; then
    say "change   $1"
    before=$1
    [ -f "$1" ] || before=/dev/null
    printf '%s' "$4" | diff -u "$before" - || true
    return 0
  fi
  keep "$1"
  mkdir -p "$(dirname "$1")"
  (umask 077 && printf '%s' "$4" >"$1.relevo-new")
  chmod "$2" "$1.relevo-new"
  owned "$3" "$1.relevo-new"
  mv -f "$1.relevo-new" "$1"
  changed=1
  say "written  $1"
}

# path, mode, owner; the secret comes by standard input, so that no list of processes shows it
put_secret() {
  keep "$1"
  mkdir -p "$(dirname "$1")"
  (umask 077 && cat >"$1.relevo-new")
  chmod "$2" "$1.relevo-new"
  owned "$3" "$1.relevo-new"
  mv -f "$1.relevo-new" "$1"
  changed=1
  say "secret   $1"
}

# the variable's value, or what somebody types; $2 says what is asked for
secret() {
  given=$1
  if [ -z "$given" ] && [ -t 0 ]; then
    printf '%s: ' "$2" >&2
    stty -echo
    IFS= read -r given || true
    stty echo
    printf '\n' >&2
  fi
  [ -n "$given" ] || fail "Needed: $2. Set $3, or run this in a terminal."
  case $given in
    *[![:graph:]]*) fail "$3 has blanks or characters that a mail server cannot take." ;;
  esac
}

need_packages() {
  missing=''
  for package in $PACKAGES; do
    [ "$(dpkg-query -W -f '\${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing="$missing $package"
  done
  [ -n "$missing" ] || return 0
  if [ "$dry" = 1 ]; then say "install $missing"; return 0; fi
  say "install $missing"
  # Without this the package would ask, or start with settings of its own.
  echo 'postfix postfix/main_mailer_type select No configuration' | debconf-set-selections
  apt-get update -q
  # shellcheck disable=SC2086
  DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing
}

need_account() {
  if id "$1" >/dev/null 2>&1; then return 0; fi
  if [ "$dry" = 1 ]; then say "account  $1"; return 0; fi
  adduser --system --group --no-create-home --home /nonexistent --shell /usr/sbin/nologin --quiet "$1"
}

service_do() {
  [ "$services" = 1 ] || return 0
  if [ -d /run/systemd/system ]; then systemctl "$1" "$2"; else
    case $1 in enable | disable) ;; *) service "$2" "$1" ;; esac
  fi
}

put_back() {
  [ -f "$BACKUPS/files" ] || fail 'Nothing to undo: this was not installed here.'
  while IFS= read -r path; do
    if [ -e "$BACKUPS/original$path" ]; then
      say "restore  $path"
      [ "$dry" = 1 ] || cp -p "$BACKUPS/original$path" "$path"
    else
      say "remove   $path"
      [ "$dry" = 1 ] || rm -f "$path"
    fi
  done <"$BACKUPS/files"
  [ "$dry" = 1 ] || rm -rf "$BACKUPS/original" "$BACKUPS/files"
}
`;
